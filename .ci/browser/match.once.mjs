// find.js against the table that internal/viet is tested with, and against what Go finds in random cases: twins, or one of them lies.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = path => new URL('../../' + path, import.meta.url);
const finding = createRequire(import.meta.url)(here('templates/assets/find.js').pathname);
const table = JSON.parse(readFileSync(here('internal/viet/testdata/search.json'), 'utf8'));
const rank = (query, text, beside) => finding.match(text, finding.query(query), false, beside);

test('texts fold as in Go', () => {
  for (const { text, fold, key } of table.fold) {
    assert.equal(finding.fold(text), fold, JSON.stringify(text));
    assert.equal(finding.spell(text).map(w => w.key).join(' '), key, JSON.stringify(text));
  }
});

test('queries find as in Go', () => {
  for (const { query, text, ok } of table.match) assert.equal(rank(query, text) >= 0, ok, `${query} in ${text}`);
});

test('what fits better comes first as in Go', () => {
  for (const { query, texts } of table.order) {
    const ranks = texts.map(t => rank(query, t));
    assert.ok(ranks.every(r => r >= 0), `${query} finds ${texts}: ${ranks}`);
    for (let i = 1; i < ranks.length; i++) assert.ok(ranks[i - 1] < ranks[i], `${query}: ${texts[i - 1]} (${ranks[i - 1]}) before ${texts[i]} (${ranks[i]})`);
  }
});

test('words that a text has not are found beside it as in Go', () => {
  for (const { query, text, beside, ok } of table.beside) assert.equal(rank(query, text, beside) >= 2 ** 14, ok, `${query} in ${text} beside ${beside}`);
  for (const { query, texts } of table.orderBeside) {
    const ranks = texts.map(([text, ...beside]) => rank(query, text, beside));
    for (let i = 0; i < ranks.length; i++) assert.ok((i ? ranks[i - 1] : -1) < ranks[i], `${query}: ${texts[i]} has ${ranks}`);
  }
});

test('the table is not empty', () => assert.ok(table.fold.length > 5 && table.match.length > 150 && table.order.length > 25 && table.beside.length > 15));

// Other cases than everybody's: TWIN_SEED=NUMBER.
test('random queries rank random texts as in Go', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bangvang-twin-')), file = join(folder, 'cases.json'), seed = process.env.TWIN_SEED ?? '2019';
  try {
    execFileSync('go', ['test', '-count=1', '-run', '^TestTwin$', './internal/viet'], { cwd: here('').pathname, env: { ...process.env, TWIN: file, TWIN_SEED: seed } });
    const cases = JSON.parse(readFileSync(file, 'utf8'));
    assert.ok(cases.length > 10_000 && cases.filter(c => c.rank >= 0).length > cases.length / 10);
    const bad = cases.filter(c => rank(c.query, c.text, c.beside) !== c.rank).map(c => `${JSON.stringify(c)}: ${rank(c.query, c.text, c.beside)}`);
    assert.deepEqual(bad.slice(0, 20), [], `seed ${seed}, ${bad.length} of ${cases.length}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
