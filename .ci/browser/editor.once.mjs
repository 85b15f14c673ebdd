// Whoever edits the data in VS Code is told what each key is, offered keys and words, and shown what is wrong, without a network: the schemas that
// "bangvang schema" writes, in the YAML server that VS Code has.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { open } from './yaml.mjs';

const schemas = '.bangvang/schema';
let folder, server, bare;
const bangvang = (...args) => spawnSync('go', ['run', './cmd/bangvang', ...args], { encoding: 'utf8' });
const text = name => readFileSync(join(folder, name), 'utf8');
const without = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };

// shown opens a text and gives what is said of it.
async function shown(name, content, of = server) {
  const said = await of.opened(name, content);
  await of.close(name);
  return said.map(d => ({ line: d.range.start.line, message: d.message }));
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bangvang-editor-'));
  cpSync('data', join(folder, 'data'), { recursive: true });
  const wrote = bangvang('schema', '--source', folder, '--output', join(folder, schemas));
  assert.equal(wrote.status, 0, wrote.stderr);
  const settings = JSON.parse(text(`${schemas}/vscode-settings.json`));
  server = await open(folder, { ...without, schemas: settings['yaml.schemas'], schemaStore: { enable: settings['yaml.schemaStore.enable'] } });
  bare = await open(folder, without);
});
after(async () => { await server?.end(); await bare?.end(); rmSync(folder, { recursive: true, force: true }); });

const files = readdirSync('data', { recursive: true }).map(n => `data/${n}`).filter(n => n.endsWith('.yaml') && !n.includes('/published/')).sort();

test('no file of the campaign is marked, and in each a key that there is none of is', async () => {
  assert.ok(files.length > 15);
  for (const name of files) {
    const content = text(name);
    assert.deepEqual(await shown(name, content), [], name);
    const list = !/^[a-z_]+:/m.test(content);
    const wrong = await shown(name, content.replace(/\n*$/, list ? '\n- khoa_la: 1\n' : '\nkhoa_la: 1\n'));
    assert.ok(wrong.some(d => d.message.includes('khoa_la')), `${name}: ${JSON.stringify(wrong)}`);
  }
});

test('keys are offered with what they say, only those that are not there yet', async () => {
  const content = '- id: a\n  name: A\n  \n';
  await server.opened('data/targets.yaml', content);
  const offered = await server.complete('data/targets.yaml', 2, 2);
  await server.close('data/targets.yaml');
  const labels = offered.map(c => c.label);
  for (const key of ['area', 'measure', 'goal', 'deadline']) assert.ok(labels.includes(key), key);
  for (const key of ['id', 'name', 'unit']) assert.ok(!labels.includes(key), key);
  assert.match(JSON.stringify(offered.find(c => c.label === 'deadline').documentation), /Thời hạn phải đạt\..*2018-12-05/);
});

test('words of a closed list are offered with what they mean', async () => {
  const line = 1;
  for (const [name, content, column, word, means] of [
    ['data/units/x.yaml', '- id: a\n  kind: \n', 8, 'mass-organisation', 'đoàn thể'],
    ['data/results/x.yaml', '- target: a\n  status: \n', 10, 'estimate', 'ước'],
    ['data/targets.yaml', '- id: a\n  cumulative: \n', 14, 'true', null],
  ]) {
    await server.opened(name, content);
    const offered = await server.complete(name, line, column);
    await server.close(name);
    const found = offered.find(c => c.label === word);
    assert.ok(found, `${name}: ${offered.map(c => c.label)}`);
    if (means) assert.match(JSON.stringify(found.documentation), new RegExp(means));
  }
});

test('a key says what it is when the pointer rests on it', async () => {
  const content = text('data/targets.yaml'), lines = content.split('\n');
  assert.deepEqual(await server.opened('data/targets.yaml', content), []);
  for (const [key, says] of [['measure', /Đơn vị tính/], ['goal', /đúng một trong at\\?_least/], ['period', /Năm mà số liệu/]]) {
    const line = lines.findIndex(l => l.startsWith(`  ${key}:`));
    assert.match(await server.hover('data/targets.yaml', line, 3), says);
  }
  await server.close('data/targets.yaml');
});

test('what is wrong is marked where it stands, and nothing else', async () => {
  const source = '- id: a\n  title: T\n  publisher: P\n';
  for (const [name, content, line, message] of [
    ['data/sources.yaml', `${source}  date: 2018-12\n`],
    ['data/sources.yaml', `${source}  dat: 2018-12\n`, 3, /dat is not allowed/],
    ['data/sources.yaml', `${source}  date: 31/12/2018\n`, 3, /Viết năm-tháng-ngày: 2018-12-05/],
    ['data/sources.yaml', `${source}  url: www.example.vn\n`, 3, /https:/],
    ['data/sources.yaml', '- id: a\n  title: T\n', 0, /publisher/],
    ['data/sources.yaml', `${source.replace('a', 'Sở Nội vụ')}`, 0, /Chữ thường không dấu/],
    ['data/blocks.yaml', '- id: a\n  name: A\n  lead: Sở Nội vụ\n', 2, /data\/units\.yaml/],
    ['data/units/x.yaml', '- id: a\n  name: A\n  kind: departmnt\n  verified: true\n', 2, /department/],
    ['data/units/x.yaml', '- id: a\n  name: A\n  kind: department\n  verified: có\n', 3, /boolean/],
    ['data/assignments.yaml', '- id: a\n  unit: a\n  target: a\n  deadline: 2018\n  goal:\n    at_least: 12,5\n', 5, /dấu chấm/],
    ['data/assignments.yaml', '- id: a\n  unit: a\n  target: a\n  deadline: 2018\n  goal:\n    at_least: 1\n    at_most: 2\n', 5, /more properties/],
    ['data/ceremony.yaml', 'group_size: 0\n', 0, /minimum/],
    ['data/i18n/en.yaml', 'measures:\n  xã: commune\n  triệu USD: {one: a, other: b}\n'],
    ['data/i18n/en.yaml', 'measures:\n  xã: {ones: commune}\n', 1, /./],
  ]) {
    const said = await shown(name, content);
    assert.equal(said.length, message ? 1 : 0, `${content}${JSON.stringify(said)}`);
    if (!message) continue;
    assert.equal(said[0].line, line, `${content}${JSON.stringify(said)}`);
    assert.match(said[0].message, message);
  }
});

test('the line that names a schema does as well as settings', async () => {
  const line = bangvang('schema', '--source', folder, '--output', join(folder, schemas)).stdout.match(/# yaml-language-server: \$schema=\S+/)[0];
  const content = text('data/targets.yaml');
  assert.deepEqual(await shown('data/targets.yaml', `${line}\n${content}`, bare), []);
  const wrong = await shown('data/targets.yaml', `${line}\n${content.replace('  measure:', '  mesure:')}`, bare);
  assert.ok(wrong.some(d => /mesure/.test(d.message)), JSON.stringify(wrong));
});

test('what check prints for machines fits the schema of it', () => {
  const fits = new Ajv({ strict: false }).compile(JSON.parse(bangvang('schema', 'check').stdout));
  const sea = join(folder, 'sea');
  cpSync('internal/build/testdata/campaigns/hai-dang', sea, { recursive: true });
  const print = () => JSON.parse(bangvang('check', '--source', sea, '--format', 'json').stdout);
  const fine = print();
  assert.ok(fits(fine), JSON.stringify(fits.errors));
  assert.equal(fine.errors, 0);
  const units = join(sea, 'data/units.yaml'), list = readFileSync(units, 'utf8');
  writeFileSync(units, list + list.replace(/name:/, 'nmae:'));
  const wrong = print();
  assert.ok(wrong.errors > 1 && wrong.problems.some(p => p.also) && wrong.problems.some(p => p.hint));
  assert.ok(fits(wrong), JSON.stringify(fits.errors));
  assert.ok(!fits({ ...wrong, extra: 1 }) && !fits({ errors: 1 }));
});
