// The search index, whole and in parts, over invented crowds: what is found is what Go finds, and soon enough on a slow phone.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { bare } from './bare.mjs';
import { launch, PHONE, until, watched, WHOLE } from './browser.mjs';
import { serve } from './server.mjs';
import { folder } from './tree.mjs';

const here = path => new URL('../../' + path, import.meta.url).pathname;
const finding = createRequire(import.meta.url)(here('templates/assets/find.js'));
const site = folder('SITE');
const SLOW = 4; // a phone of the middle, says Lighthouse

let crowd, browser;
before(async () => {
  crowd = mkdtempSync(join(tmpdir(), 'bangvang-crowd-'));
  execFileSync('go', ['test', '-count=1', '-run', '^TestCrowd$', './internal/export'], { cwd: here(''), env: { ...process.env, CI: 'true', CROWD: crowd } });
  for (const n of ['7300', '64060']) for (const part of ['index.html', '404.html', 'favicon.ico', 'site.webmanifest', 'assets', 'vinh-danh']) symlinkSync(join(site, part), join(crowd, n, part));
  browser = await launch(WHOLE);
});
after(async () => { await browser?.close(); if (crowd) rmSync(crowd, { recursive: true, force: true }); });

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
  for (const { query, found, beside, near } of queries) {
    const got = await index.find(query);
    assert.deepEqual([[...got.entries], got.beside, got.near, got.left], [found, beside, near, []], query);
  }
  assert.ok(queries.filter(q => q.near).length > 2);
});

test('the parted index finds the same, but for initials, joined words and typos', async () => {
  const { queries, entries } = JSON.parse(readFileSync(join(crowd, 'queries.json'), 'utf8'));
  const index = await finding.open(loaderOf('parted').load);
  assert.equal(index.step, 24);
  const texts = entries.map(e => [e.Name, ...(e.Also ? e.Also.split(' | ') : [])]);
  let some = 0, withLines = 0;
  for (const { query } of queries.filter((_, i) => i < 30 || i % 8 === 0 || i > queries.length - 40)) {
    const q = finding.query(query);
    const ranked = lines => texts.map((all, e) => Math.min(...all.map((text, i) => {
      const rank = finding.match(text, q, true, lines ? entries[e].Line.split(' · ') : []);
      return rank < 0 ? Infinity : 2 * rank + Math.min(i, 1);
    })));
    let ranks = ranked(false);
    const names = ranks.filter(rank => rank < Infinity);
    if (names.length < 12 && !names.some(rank => (rank >> 1) % 2 === 0)) ranks = ranked(true);
    const want = ranks.map((_, i) => i).filter(i => ranks[i] < Infinity).sort((a, b) => ranks[a] - ranks[b] || a - b);
    const { entries: found, beside, left } = await index.find(query);
    assert.deepEqual([[...found], beside, left], [want, want.filter(i => ranks[i] >= 2 ** 15).length, []], query);
    withLines += beside > 0;
    for (const [i, row] of (await index.rows(found.slice(0, 12))).entries()) {
      assert.deepEqual([row.name, row.line.join(' · '), '/' + row.path, row.kind], [entries[found[i]].Name, entries[found[i]].Line, entries[found[i]].Path, entries[found[i]].Kind]);
    }
    some += found.length > 0;
  }
  assert.ok(some > 30 && withLines > 10, `${some} queries find something, ${withLines} with second lines`);
});

// someNames are names among the 64,060, the longest first.
async function someNames() {
  const { load } = loaderOf('64060');
  const blocks = await Promise.all(Array.from({ length: 50 }, (_, i) => load(`muc-${20 * i}.js`)));
  return blocks.flatMap(columns => columns.names.split('\n')).sort((a, b) => finding.spell(b).length - finding.spell(a).length);
}

test('a search of 64,060 entries loads at most 150 KB more, however many words it has', async () => {
  const letters = [...'abcdeghiklmnopqrstuvxy'], names = await someNames(), [wordy] = names;
  const { longest } = await loaderOf('64060').load('chi-muc.js');
  const queries = ['t', 'nguyen', 'nguyễn thị', 'nguyen van an', 'n v a', 'tran thi thanh thao', 'dduowngf', 'ubnd phuong', 'th', '182/QĐ-UBND',
    'n t h l m', 'n t h l m p', letters.slice(0, longest).join(' '), letters.slice(-longest).join(' '),
    letters.join(' '), 'x '.repeat(5000), names.slice(0, 400).join(' '), wordy, finding.fold(wordy).split(' ').reverse().join(' ')];
  const sizes = [];
  for (const query of queries) {
    const { load, sent } = loaderOf('64060');
    const index = await finding.open(load);
    const directory = sent.bytes;
    const { entries: found, left } = await index.find(query);
    const lists = sent.bytes - directory;
    await index.rows(found.slice(0, 12));
    await index.expect(query, found.length, () => true);
    sizes.push(`${query.slice(0, 60)}: ${found.length} found, ${lists} + ${sent.bytes - directory - lists} bytes${left.length ? `, without ${left.join(' ')}` : ''}`);
    assert.ok(directory < 6000, `the directory: ${directory} bytes`);
    assert.ok(sent.bytes - directory <= 150_000, sizes.at(-1));
  }
  console.log(sizes.join('\n'));
});

test('of more words than twelve, and of more letters than are loaded, nobody is missed', async () => {
  const { load } = loaderOf('64060'), files = new Map();
  const index = await finding.open(file => files.get(file) ?? files.set(file, load(file)).get(file));
  const names = await someNames();
  assert.ok(finding.spell(names[3]).length > 12, names[3]);
  let part = 0;
  for (const name of [...names.slice(0, 4), ...names.slice(-4)]) {
    const folded = finding.fold(name).split(' ');
    for (const query of [name, folded.toReversed().join(' '), folded.map(w => w[0]).join(' ')]) {
      const { entries, left } = await index.find(query), q = finding.query(query);
      assert.ok(entries.length > 0, query);
      if (query === name) assert.ok((await index.rows(entries.slice(0, 12))).some(r => r.name === name), query);
      part += left.length > 0;
      // What is told to be found fits; with words left out, all the others.
      if (!left.length) for (const r of await index.rows(entries.slice(0, 24))) assert.ok([r.name, ...r.also].some(text => finding.match(text, q, true) >= 0), `${query} finds ${r.name}`);
    }
  }
  console.log(`${part} of 24 queries were answered in part`);
});

test('an index in parts works from a folder, and a page left open finds its way to a new one', async () => {
  const { page, faults, close } = await watched(browser, pathToFileURL('/').href);
  try {
    await page.goto(pathToFileURL(join(crowd, '64060', 'index.html')).href);
    const field = page.locator('form.search input').first(), options = page.locator('form.search [role=option]');
    await field.fill('nguyen thi t');
    await until(page, () => document.querySelectorAll('form.search [role=option]').length === 12); // a few come first
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
    if (existsSync(join(crowd, '64060', 'truoc'))) {
      rmSync(join(crowd, '64060', 'tim-kiem'), { recursive: true });
      renameSync(join(crowd, '64060', 'truoc'), join(crowd, '64060', 'tim-kiem'));
    }
    await close();
  }
});

// hold makes a page wait, when window.holding is set, where it would go on after painting its first results, until release.
function hold() {
  const paint = window.requestAnimationFrame.bind(window), waiting = [];
  window.refused = [];
  document.addEventListener('securitypolicyviolation', e => window.refused.push(`${e.violatedDirective} ${e.blockedURI}`));
  window.painted = () => new Promise(done => paint(() => setTimeout(done)));
  window.requestAnimationFrame = then => paint(at => { if (window.holding) waiting.push(then); else then(at); });
  window.release = () => { window.holding = false; waiting.splice(0).forEach(then => then(performance.now())); };
}

const PAUSE = 300 / SLOW; // who types fast on a phone needs so many milliseconds for a key

// keys types a text key by key and gives for each key the processor's time on the page's thread, in milliseconds, until its first results
// are painted, and until all are. It is not the clock's time, so that what else the machine does counts little. It sees to it
// that what is shown first loads one file of rows at most, and stays as it is when others come; what is shown while lists are still to come,
// early, stays too, but others may come between, and nothing is counted until all are known.
async function keys(page, server, text) {
  const out = [];
  for (let i = 1; i <= text.length; i++) {
    await new Promise(done => setTimeout(done, PAUSE));
    server.sent();
    const before = await page.spent();
    await page.evaluate(async value => {
      const input = document.querySelector('form.search input'), told = document.querySelector('form.search .search-status');
      const list = document.querySelector('form.search [role=listbox]');
      const answered = new Promise(done => {
        const o = new MutationObserver(() => {
          window.early = told.textContent === input.form.dataset.wait;
          if (!window.early || list.childElementCount) { o.disconnect(); done(); }
        });
        for (const shown of [told, list]) o.observe(shown, { childList: true });
      });
      window.holding = true;
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await answered;
      await window.painted();
    }, text.slice(0, i));
    const first = await page.spent() - before, rows = server.sent().paths.filter(p => /muc-\d/.test(p));
    assert.ok(rows.length <= 1, `${text.slice(0, i)}: ${rows} before anything is shown`);
    const started = await page.spent();
    const change = await page.evaluate(async () => {
      const list = document.querySelector('form.search [role=listbox]'), told = document.querySelector('form.search .search-status');
      const options = [...list.children], addresses = options.map(o => o.href), tops = options.map(o => o.getBoundingClientRect().top);
      const busy = list.hasAttribute('aria-busy'), words = told.textContent, { early } = window;
      window.release();
      while (list.hasAttribute('aria-busy')) await new Promise(done => setTimeout(done, 5));
      await window.painted();
      const now = [...list.children].map(o => o.href), places = addresses.map(a => now.indexOf(a));
      const stayed = options.every((o, i) => list.children[i] === o && o.getBoundingClientRect().top === tops[i]) && told.textContent === words;
      return { stayed, kept: places.every((p, i) => p > (places[i - 1] ?? -1)), led: places[0] === 0, early, more: now.length - options.length, busy };
    });
    if (change.early) assert.ok(change.kept && change.busy, `${text.slice(0, i)}: what was shown early is no more, or in another order`);
    else assert.ok(change.stayed, `${text.slice(0, i)}: what was shown first has moved`);
    assert.equal(change.busy, change.early || change.more > 0, `${text.slice(0, i)}: ${change.more} results came later`);
    out.push({ text: text.slice(0, i), first, all: first + await page.spent() - started, loaded: change.more, early: change.early, led: change.led });
  }
  return out;
}

// floor is what keys would measure of a page that has nothing but a field and prints what is typed in it.
async function floor(chromium, server) {
  const page = await chromium.open(server.root + 'san.html', hold), out = [];
  for (let i = 1; i <= 40; i++) {
    await new Promise(done => setTimeout(done, PAUSE));
    const before = await page.spent();
    await page.evaluate(async value => {
      const input = document.querySelector('input');
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await window.painted();
    }, 'nguyen van an '.repeat(3).slice(0, i));
    out.push({ first: await page.spent() - before });
  }
  await page.close();
  return out;
}

const FLOOR = {
  'san.html': '<!doctype html><html lang="vi"><title>-</title><input><p></p><script src="san.js"></script></html>',
  'san.js': "document.querySelector('input').addEventListener('input', e => { document.querySelector('p').textContent = e.target.value; });",
};

// told are a measure's middle, its 95th of a hundred and its most, on a slow phone.
function told(measured, what) {
  const sorted = measured.map(k => k[what]).sort((a, b) => a - b), at = q => (SLOW * sorted[Math.ceil(sorted.length * q) - 1]).toFixed(0);
  return `${at(.5)} ms in the middle, ${at(.95)} of 95 in 100, ${at(1)} at most`;
}

for (const [n, texts] of [['7300', ['nguyễn văn an', 'nvd', 'phuonh thao', 'n t h', 'bui an so']], ['64060', ['nguyễn văn an', 'tran thi t', 'n t h', 'bui van hung bi', 'nguyen van an so', 'tran quoc k', 'le thi hoa t']]]) {
  for (const [where, path] of [['the front page', ''], ['the roll', 'vinh-danh/']]) test(`among ${n} entries a key costs a slow phone little on ${where}, and shows twelve at most`, async t => {
    const server = await serve(join(crowd, n), '/cong/thi-dua/', { more: name => FLOOR[name] && Buffer.from(FLOOR[name]) }), chromium = await bare();
    try {
      t.diagnostic(`measured: floor of ${n}, 40 keys, ${SLOW} times slowed down: a key that a page without anything else prints ${told(await floor(chromium, server), 'first')}`);
      const page = await chromium.open(server.root + path, hold);
      await page.evaluate(() => document.querySelector('form.search input').focus());
      await new Promise(done => setTimeout(done, 2000)); // a page that is read before anything is looked for
      let later = 0;
      for (const round of ['at first', 'again']) {
        const all = [];
        for (const text of texts) all.push(...await keys(page, server, text));
        t.diagnostic(`measured: search of ${n} on ${where} ${round}, ${all.length} keys, ${SLOW} times slowed down: a key's first results painted ${told(all, 'first')}; all of them ${told(all, 'all')}`);
        const slowest = all.toSorted((a, b) => b.first - a.first).slice(0, 4).map(k => `“${k.text}” ${(SLOW * k.first).toFixed(0)}`);
        t.diagnostic(`the slowest of ${n} on ${where} ${round}: ${slowest.join(', ')}`);
        const early = all.filter(k => k.early);
        if (early.length) t.diagnostic(`early of ${n} ${round}: ${early.length} keys, ${early.filter(k => k.led).length} of them with what is first in the end`);
        later += all.filter(k => k.loaded).length;
      }
      assert.ok(later > 3, `${later} keys show more after the first paint`);
      await keys(page, server, 'ngu');
      assert.equal(await page.evaluate(() => document.querySelectorAll('form.search [role=option]').length), 12);
      assert.deepEqual(await page.evaluate(() => window.refused), []);
      assert.deepEqual(page.faults, []);
    } finally {
      await chromium.close();
      await server.close();
    }
  });
}

// opened gives a page over a crowd whose field has the index.
async function opened(n) {
  const server = await serve(join(crowd, n), '/cong/thi-dua/'), watch = await watched(browser, server.origin, { viewport: PHONE });
  await watch.page.addInitScript(hold);
  await watch.page.goto(server.root);
  await watch.page.locator('form.search input').first().focus();
  await watch.page.waitForLoadState('networkidle');
  return { ...watch, server };
}

test('what a letter finds first is the beginning of all that it finds', async () => {
  const index = await finding.open(loaderOf('64060').load);
  let some = 0;
  for (const letter of '0123456789abcdefghijklmnopqrstuvwxyzđNI') {
    const first = await index.find(letter, 12), all = await index.find(letter);
    assert.deepEqual([[...first.entries.slice(0, 12)], first.count, first.beside, first.near, first.left], [[...all.entries.slice(0, 12)], all.entries.length, all.beside, all.near, all.left], letter);
    some += first.entries.length < first.count;
  }
  assert.ok(some > 20, `${some} letters find more than twelve`);
});

test('while rows come below, what is chosen stays chosen and where it is, and the count is that of the whole', async () => {
  const { page, faults, close, server } = await opened('64060');
  try {
    const field = page.locator('form.search input').first(), options = page.locator('form.search [role=option]');
    await page.evaluate(() => { window.holding = true; });
    await field.fill('ngu');
    await options.first().waitFor();
    const told = await page.locator('form.search .search-status').first().innerText(), some = await options.count();
    assert.ok(some < 12, `${some} results`);
    const { entries } = await (await finding.open(loaderOf('64060').load)).find('ngu');
    assert.equal(told.replace(/\D/g, ''), String(entries.length));
    assert.equal(await page.locator('form.search [role=listbox]').first().getAttribute('aria-busy'), 'true');
    await page.keyboard.press('ArrowDown');
    const chosen = () => page.evaluate(() => {
      const option = document.querySelector('form.search [aria-selected=true]');
      return [document.querySelector('form.search input').getAttribute('aria-activedescendant'), option.id, option.textContent, option.getBoundingClientRect().top];
    });
    const before = await chosen();
    await page.evaluate(() => window.release());
    await until(page, () => !document.querySelector('form.search [aria-busy]'));
    assert.equal(await options.count(), 12);
    assert.deepEqual(await chosen(), before);
    assert.equal(await page.locator('form.search .search-status').first().innerText(), told);
    // A key that comes first has nothing to do with rows that come for the one before.
    const height = () => page.evaluate(() => document.querySelector('form.search [role=listbox]').offsetHeight), high = await height();
    await page.evaluate(() => window.painted());
    await page.evaluate(() => { window.holding = true; });
    await field.fill('n t h');
    await options.filter({ hasText: /^(?!Ng)/ }).first().waitFor();
    await until(page, () => document.querySelector('form.search [aria-busy]'));
    assert.ok(await options.count() < 12 && await height() >= high, `the list goes from ${high} to ${await height()} and back`);
    await page.evaluate(() => window.release());
    await field.fill('tran an');
    await until(page, () => { const o = document.querySelectorAll('form.search [role=option] b'); return o.length > 0 && [...o].every(b => /Tr/.test(b.textContent)) && !document.querySelector('form.search [aria-busy]'); });
    assert.deepEqual(faults, []);
  } finally {
    await close();
    await server.close();
  }
});

for (const [text, more, lists] of [['tran thi', ' h', /am-4\.js/], ['ubnd phuong', ' a', /dong-15\.js/]]) {
  test(`while lists are still to come, what “${text + more}” is known to find is shown, and not counted; what is chosen stays chosen`, async () => {
    const { page, faults, close, server } = await opened('64060');
    try {
      const field = page.locator('form.search input').first(), options = page.locator('form.search [role=option]'), told = page.locator('form.search .search-status').first();
      const addresses = () => options.evaluateAll(all => all.map(o => o.href)), release = server.hold(lists);
      await field.fill(text);
      await until(page, () => document.querySelectorAll('form.search [role=option]').length === 12);
      const before = await addresses();
      await field.fill(text + more);
      await until(page, () => document.querySelector('form.search .search-status').textContent === document.querySelector('form.search').dataset.wait);
      const early = await addresses();
      assert.ok(early.length > 0 && early.every(a => before.includes(a)), `${early.length} results`);
      await page.keyboard.press('ArrowDown');
      release();
      await until(page, () => !document.querySelector('form.search [aria-busy]'));
      const { entries } = await (await finding.open(loaderOf('64060').load)).find(text + more), now = await addresses(), places = early.map(a => now.indexOf(a));
      assert.equal((await told.innerText()).match(/[\d.]+/)[0].replace('.', ''), String(entries.length));
      assert.ok(places.every((p, i) => p > (places[i - 1] ?? -1)), places.join(' '));
      assert.equal(await page.evaluate(() => document.querySelector('form.search [aria-selected=true]').href), early[0]);
      assert.deepEqual(faults, []);
    } finally {
      await close();
      await server.close();
    }
  });
}
