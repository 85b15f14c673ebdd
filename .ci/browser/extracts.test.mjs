// The extract of each decision: a plain document to paste elsewhere, the same as text, with the names of the decision's list in their order.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, tooWide, watched } from './browser.mjs';
import { arm, judged } from './judges.mjs';
import { serve } from './server.mjs';
import { folder, prefix } from './tree.mjs';

const site = folder('SITE');
const root = join(site, 'quyet-dinh');
const decisions = readdirSync(root, { withFileTypes: true }).filter(e => e.isDirectory()).map(e => e.name);
let browser, server;
before(async () => { browser = await launch(); server = await serve(site, prefix(site)); });
after(async () => { await browser?.close(); await server?.close(); });

test('every decision has one, and its page offers both forms', () => {
  assert.ok(decisions.length > 0);
  for (const id of decisions) {
    const page = readFileSync(join(root, id, 'index.html'), 'utf8');
    for (const name of ['trich.html', 'trich.txt']) assert.match(page, new RegExp(`href="${name}"`), id);
  }
});

for (const id of decisions) {
  test(`/quyet-dinh/${id}/trich.html`, async () => {
    const { records } = JSON.parse(readFileSync(join(site, 'du-lieu/v1/quyet-dinh', `${id}.json`), 'utf8'));
    const text = readFileSync(join(root, id, 'trich.txt'), 'utf8');
    const { page, faults, violations, close } = await watched(browser, server.origin);
    try {
      await page.goto(`${server.root}quyet-dinh/${id}/trich.html`);
      const found = await page.evaluate(() => ({
        lines: [...document.querySelectorAll('ol > li')].map(li => `${li.value}. ${li.textContent}`),
        marked: [...document.querySelectorAll('main *')].some(e => e.hasAttribute('class') || e.hasAttribute('id') || e.hasAttribute('style')),
        words: document.querySelector('main').innerText,
      }));
      assert.equal(found.marked, false, 'classes or ids of ours');
      assert.equal(found.words.includes('mẫu, không có thật'), records.some(r => r.sample), 'a sample says so');
      if (records.some(r => r.revoked)) {
        assert.deepEqual(found.lines, []);
        for (const r of records) assert.ok(!text.includes(r.name) && !found.words.includes(r.name), r.name);
      } else {
        for (const r of records) assert.ok(found.lines.some(l => l.startsWith(`${r.no}. ${[r.honorific, r.name].filter(Boolean).join(' ')}`)), r.name);
      }
      for (const line of found.lines) assert.ok(text.split('\n').includes(line), line);
      assert.deepEqual(await violations(), []);
      assert.deepEqual(faults, []);
      await page.setViewportSize({ width: 320, height: 740 });
      assert.deepEqual(await tooWide(page), []);
      await arm(page);
      assert.deepEqual(await judged(page), [], 'accessibility');
    } finally {
      await close();
    }
  });
}
