// search.js against the table that internal/viet is tested with: twins, or one of them lies.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const here = path => new URL('../../' + path, import.meta.url);
const finding = createRequire(import.meta.url)(here('templates/assets/search.js').pathname);
const table = JSON.parse(readFileSync(here('internal/viet/testdata/search.json'), 'utf8'));
const rank = (query, text) => finding.match(finding.query(query), finding.spell(text));

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

test('the table is not empty', () => assert.ok(table.fold.length > 5 && table.match.length > 50 && table.order.length > 10));
