// What the program says it is made of is CycloneDX, and names what go.mod asks for.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const schema = name => JSON.parse(readFileSync(new URL(`../../internal/sbom/testdata/${name}.schema.json`, import.meta.url), 'utf8'));
const list = () => JSON.parse(execFileSync(process.env.BANGVANG, ['version', '--sbom'], { encoding: 'utf8' }));

test('bangvang version --sbom is valid CycloneDX 1.5, and a broken one is not', t => {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats(ajv);
  for (const other of ['spdx', 'jsf-0.82']) ajv.addSchema(schema(other), `http://cyclonedx.org/schema/${other}.SNAPSHOT.schema.json`);
  const valid = ajv.compile(schema('bom-1.5'));
  const told = list();
  assert.ok(valid(told), ajv.errorsText(valid.errors));
  told.components.at(-1).licenses = [{ license: { id: 'None-1.0' } }];
  assert.ok(!valid(told));
  t.diagnostic(`measured: the program's parts: ${told.components.length}`);
});

test('it names every module that is linked', () => {
  const linked = execFileSync('go', ['version', '-m', process.env.BANGVANG], { encoding: 'utf8' }).match(/^\tdep\t\S+\t\S+/gm).map(l => l.split('\t').slice(2).join('@'));
  const named = new Set(list().components.map(c => `${c.name}@${c.version}`));
  assert.ok(linked.length > 20);
  assert.deepEqual(linked.filter(m => !named.has(m)), []);
});
