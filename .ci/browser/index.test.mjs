// The search index, whole and in parts, over invented crowds: what is found is what Go finds, and soon enough on a slow phone.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { launch, PHONE, until, watched } from './browser.mjs';
import { serve } from './server.mjs';
import { folder } from './tree.mjs';

const here = path => new URL('../../' + path, import.meta.url).pathname;
const finding = createRequire(import.meta.url)(here('templates/assets/search.js'));
const site = folder('SITE');
const SLOW = 4; // a phone of the middle, says Lighthouse

let crowd, browser;
before(async () => {
  crowd = mkdtempSync(join(tmpdir(), 'bangvang-crowd-'));
  execFileSync('go', ['test', '-count=1', '-run', '^TestCrowd$', './internal/export'], { cwd: here(''), env: { ...process.env, CROWD: crowd } });
  for (const n of ['7300', '64060']) for (const part of ['index.html', 'assets', 'vinh-danh']) symlinkSync(join(site, part), join(crowd, n, part));
  browser = await launch();
});
after(async () => { await browser?.close(); rmSync(crowd, { recursive: true, force: true }); });

// loaderOf reads the index's files in a folder as the browser does, and counts their bytes as a server sends them.
function loaderOf(name) {
  const sent = { bytes: 0 };
  const load = async file => {
    const text = readFileSync(join(crowd, name, 'tim-kiem', file.replace(/\?.*/, '')));
    sent.bytes += gzipSync(text).length;
    let columns;
    runInNewContext(text.toString(), { bangvangIndex: c => { columns = c; } });
    return columns;
  };
  return { load, sent };
}

test('the whole index finds what Go finds', async () => {
  const { queries } = JSON.parse(readFileSync(join(crowd, 'queries.json'), 'utf8'));
  const index = await finding.open(loaderOf('whole').load);
  assert.equal(index.step, 50);
  for (const { query, found } of queries) assert.deepEqual(await index.find(query), found, query);
});

test('the parted index finds the same, but for initials, joined words and typos', async () => {
  const { queries, entries } = JSON.parse(readFileSync(join(crowd, 'queries.json'), 'utf8'));
  const index = await finding.open(loaderOf('parted').load);
  assert.equal(index.step, 24);
  const texts = entries.map(e => [e.Name, ...(e.Also ? e.Also.split(' | ') : [])]);
  let some = 0;
  for (const { query } of queries.filter((_, i) => i < 30 || i % 4 === 0)) {
    const q = finding.query(query);
    const ranks = texts.map(all => Math.min(...all.map((text, i) => {
      const rank = finding.match(text, q, true);
      return rank < 0 ? Infinity : 2 * rank + Math.min(i, 1);
    })));
    const want = ranks.map((_, i) => i).filter(i => ranks[i] < Infinity).sort((a, b) => ranks[a] - ranks[b] || a - b);
    const found = await index.find(query);
    assert.deepEqual(found, want, query);
    for (const [i, row] of (await index.rows(found.slice(0, 12))).entries()) {
      assert.deepEqual([row.name, row.line.join(' · '), '/' + row.path, row.kind], [entries[found[i]].Name, entries[found[i]].Line, entries[found[i]].Path, entries[found[i]].Kind]);
    }
    some += found.length > 0;
  }
  assert.ok(some > 50, `${some} queries find something`);
});

test('a search of 64,060 entries loads at most 150 KB more', async () => {
  const sizes = [];
  for (const query of ['t', 'nguyen', 'nguyễn thị', 'nguyen van an', 'n v a', 'tran thi thanh thao', 'dduowngf', 'ubnd phuong', 'th', '182/QĐ-UBND']) {
    const { load, sent } = loaderOf('64060');
    const index = await finding.open(load);
    const directory = sent.bytes;
    const found = await index.find(query);
    const lists = sent.bytes - directory;
    await index.rows(found.slice(0, 12));
    sizes.push(`${query}: ${found.length} found, ${lists} + ${sent.bytes - directory - lists} bytes`);
    assert.ok(directory < 5000, `the directory: ${directory} bytes`);
    assert.ok(sent.bytes - directory < 150_000, sizes.at(-1));
  }
  console.log(sizes.join('\n'));
});

// typed types a text key by key and gives for each key the time until its results are there, painted, in milliseconds.
const typed = (page, text) => page.evaluate(async text => {
  const input = document.querySelector('form.search input'), list = document.querySelector('form.search [role=listbox]'), told = document.querySelector('form.search .search-status');
  const times = [];
  for (let i = 1; i <= text.length; i++) {
    input.value = text.slice(0, i);
    const changed = new Promise(done => { const o = new MutationObserver(() => { o.disconnect(); done(); }); o.observe(told, { childList: true }); });
    const start = performance.now();
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await changed;
    list.getBoundingClientRect(); // lays out what has come
    times.push(performance.now() - start);
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 60)));
  }
  return times;
}, text);

test('an index in parts works from a folder, and a page left open finds its way to a new one', async () => {
  const { page, faults, close } = await watched(browser, pathToFileURL('/').href);
  try {
    await page.goto(pathToFileURL(join(crowd, '64060', 'index.html')).href);
    const field = page.locator('form.search input').first(), options = page.locator('form.search [role=option]');
    await field.fill('nguyen thi t');
    await options.first().waitFor();
    assert.equal(await options.count(), 12);
    // Another edition's parts take the place of those of the directory that the page has.
    await page.reload();
    await field.focus();
    await until(page, () => document.querySelector('form.search [role=listbox]'));
    await page.waitForTimeout(300);
    renameSync(join(crowd, '64060', 'tim-kiem'), join(crowd, '64060', 'truoc'));
    cpSync(join(crowd, 'parted', 'tim-kiem'), join(crowd, '64060', 'tim-kiem'), { recursive: true });
    await field.fill('tran');
    await options.first().waitFor();
    const { entries } = JSON.parse(readFileSync(join(crowd, 'queries.json'), 'utf8'));
    const names = new Set(entries.map(e => e.Name));
    assert.deepEqual((await options.locator('b').allInnerTexts()).filter(n => !names.has(n)), []);
    // A folder's fonts are the portable build's business; a part that is no more may be missed.
    assert.deepEqual(faults.filter(f => f.includes('tim-kiem') && !/am-\d+\.js/.test(f)), []);
  } finally {
    rmSync(join(crowd, '64060', 'tim-kiem'), { recursive: true });
    renameSync(join(crowd, '64060', 'truoc'), join(crowd, '64060', 'tim-kiem'));
    await close();
  }
});

for (const [n, texts] of [['7300', ['nguyễn văn an', 'nvd', 'phuonh thao', 'dduowngf']], ['64060', ['nguyễn văn an', 'tran thi t', 'n t h', 'dduowngf']]]) {
  test(`among ${n} entries the first results come soon after a key on a slow phone`, async () => {
    const server = await serve(join(crowd, n), '/cong/thi-dua/');
    const { page, faults, violations, close } = await watched(browser, server.origin, { viewport: PHONE });
    try {
      await page.goto(server.root);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW });
      const opened = Date.now();
      await page.locator('form.search input').first().focus();
      await page.waitForLoadState('networkidle');
      console.log(`${n}: index opened ${Date.now() - opened} ms after focus, with half a second of quiet`);
      for (const text of texts) {
        const cold = await typed(page, text), warm = await typed(page, text);
        const show = times => `${times.toSorted((a, b) => a - b)[times.length >> 1].toFixed(0)} (${times.map(t => t.toFixed(0)).join(' ')})`;
        console.log(`${n}, ${text}: ${show(cold)} ms a key; again ${show(warm)} ms`);
      }
      await until(page, () => document.querySelectorAll('form.search [role=option]').length > 0);
      assert.deepEqual(await violations(), []);
      assert.deepEqual(faults, []);
    } finally {
      await close();
      await server.close();
    }
  });
}
