// Holds the data that a site offers to the validators of others: JSON Schema (ajv), OpenAPI 3.1, Data Package with its tables and the keys
// between them (frictionless data's own library for JavaScript).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import datapackage from 'datapackage';
import { Validator } from '@seriousme/openapi-schema-validator';
import { folder } from './tree.mjs';

const data = path.join(folder('SITE'), 'du-lieu/v1');
const read = name => JSON.parse(fs.readFileSync(path.join(data, name), 'utf8'));
const index = read('index.json');
const local = address => {
  assert.ok(address.startsWith(index.source), `${address} is not of this site`);
  return address.slice(index.source.length).replace('du-lieu/v1/', '');
};

test('every JSON file of data is as its schema says', () => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats(ajv);
  const compiled = new Map();
  const schema = name => {
    if (!compiled.has(name)) compiled.set(name, ajv.compile(read(name)));
    return compiled.get(name);
  };
  const hold = name => {
    const value = read(name);
    const valid = schema(local(value.schema));
    assert.ok(valid(value), `${name}: ${ajv.errorsText(valid.errors)}`);
    return value;
  };
  hold('index.json');
  for (const set of index.datasets) {
    const value = hold(`${set.id}.json`);
    assert.equal(value.records.length, set.rows, set.id);
    for (const record of value.records) assert.deepEqual(Object.keys(record), set.columns.map(c => c.key), set.id);
  }
  assert.ok(index.datasets.length > 8);
  // The schemas can say no.
  const wrong = structuredClone(read('ket-qua.json'));
  wrong.records.push({ target: null });
  assert.ok(!schema('schema/ket-qua.json')(wrong));
});

test('OpenAPI 3.1 describes every file, and no other', async () => {
  const api = read('openapi.json');
  const validator = new Validator();
  for (const name of fs.readdirSync(path.join(data, 'schema'))) {
    const schema = read(`schema/${name}`);
    await validator.addSpecRef(schema, schema.$id);
  }
  const said = await validator.validate(structuredClone(api));
  assert.ok(said.valid, JSON.stringify(said.errors));
  assert.ok(!(await new Validator().validate({ ...api, paths: undefined, info: {} })).valid);
  const described = new Set();
  for (const [template, { get }] of Object.entries(api.paths)) {
    let all = [template];
    for (const p of get.parameters ?? []) {
      assert.ok(template.includes(`{${p.name}}`), `${template}: ${p.name}`);
      all = p.schema.enum.flatMap(v => all.map(a => a.replace(`{${p.name}}`, v)));
    }
    for (const a of all) {
      assert.ok(!a.includes('{'), a);
      described.add(a);
    }
    const ref = get.responses[200].content['application/json']?.schema?.$ref;
    if (ref) assert.ok(fs.existsSync(path.join(data, local(ref))), ref);
  }
  const there = fs.readdirSync(data, { recursive: true, withFileTypes: true }).filter(f => f.isFile())
    .map(f => `/du-lieu/v1/${path.relative(data, path.join(f.parentPath ?? f.path, f.name))}`);
  assert.deepEqual([...described].sort(), there.sort());
});

test('the data package is one, and so are its tables and the keys between them', async () => {
  const pack = await datapackage.Package.load(path.join(data, 'datapackage.json'), { basePath: data, strict: false });
  assert.ok(pack.valid, pack.errors.join('\n'));
  assert.equal(pack.resources.length, index.datasets.filter(d => d.whole).length);
  let keys = 0;
  for (const resource of pack.resources) {
    assert.ok(resource.valid, `${resource.name}: ${resource.errors}`);
    const rows = await resource.read({ keyed: true, relations: resource.schema.foreignKeys.length > 0 });
    assert.equal(rows.length, index.datasets.find(d => d.id === resource.name).rows, resource.name);
    assert.ok(await resource.checkRelations(), resource.name);
    keys += resource.schema.foreignKeys.length;
    assert.equal(fs.statSync(path.join(data, resource.descriptor.path)).size, resource.descriptor.bytes);
  }
  assert.ok(keys > 8, `${keys} keys`);
  // The keys can say no: a table in which every row is of a unit that there is not.
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'data-'));
  try {
    for (const name of fs.readdirSync(data)) if (/\.csv$|^datapackage/.test(name)) fs.copyFileSync(path.join(data, name), path.join(copy, name));
    const units = fs.readFileSync(path.join(copy, 'don-vi.csv'), 'utf8').split('\r\n');
    fs.writeFileSync(path.join(copy, 'don-vi.csv'), [units[0], ''].join('\r\n'));
    const broken = await datapackage.Package.load(path.join(copy, 'datapackage.json'), { basePath: copy });
    await assert.rejects(broken.getResource('vinh-danh').read({ relations: true }), /[Ff]oreign key/);
  } finally {
    fs.rmSync(copy, { recursive: true });
  }
});
