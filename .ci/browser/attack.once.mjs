// What attackers write into the data fires nothing: while each kind of page is loaded, hovered, focused, searched and printed, in Chromium and Firefox.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { attacked, PAYLOADS } from './attack.mjs';
import { eventually, launch, mounted, settled, until, watched } from './browser.mjs';
import { FIRST, firefox } from './engines.mjs';
import { serve } from './server.mjs';
import { framed, kind, kinds, pages, prefix, shapes } from './tree.mjs';

const program = process.env.BANGVANG ?? assert.fail('BANGVANG=PROGRAM');
const repository = new URL('../../', import.meta.url).pathname;

// The keys of texts that take no attack, and why.
const REFUSES = { 'awards.awards[].given': 'it is the end of the name, which is attacked' };

// CANARY notes what should never happen: any of the payloads running, or a dialog.
const CANARY = `window.fires = []; window.fired = () => { window.fires.push(new Error('fired').stack); };
for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = () => window.fired();`;
const RAW = 'tran.html'; // a page that escapes nothing

let dir, site, campaign, preview, server, browser;
before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bangvang-attack-'));
  campaign = attacked(program, repository, dir);
  site = join(dir, 'public');
  preview = await previewed(dir);
  await mirror();
  server = await serve(site, prefix(site), { first: `${CANARY}\n${FIRST}`, more });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
  if (preview?.child.exitCode === null) { preview.child.kill('SIGINT'); await new Promise(done => preview.child.once('exit', done)); }
  rmSync(dir, { recursive: true, force: true });
});

// previewed starts the program's own server: it makes what is asked for and no picture that nobody looks at.
async function previewed(source) {
  const child = spawn(program, ['serve', '--port', '0', '--source', source]);
  let told = '';
  for (const out of [child.stdout, child.stderr]) out.on('data', b => { told += b; });
  let root;
  while (!(root = /http:\/\/\S+\//.exec(told)?.[0])) { assert.equal(child.exitCode, null, told); await new Promise(done => setTimeout(done, 20)); }
  const response = await fetch(root);
  return { child, root: response.url, told: () => told };
}

// more gives a file as a build writes it: without what the preview adds to a page.
async function more(name) {
  if (name === RAW) return Buffer.from(`<!doctype html><html lang="vi"><head><title>x</title></head><body><main>${PAYLOADS.filter(p => !/refresh|style|title|textarea/.test(p)).map(p => `<p title="${p}">${p}</p>`).join('\n')}</main></body></html>`);
  const response = await fetch(new URL(name, preview.root), { redirect: 'manual' });
  if (response.status !== 200) return null;
  const body = Buffer.from(await response.arrayBuffer());
  if (!name.endsWith('.html')) keep(name, body);
  return name.endsWith('.html') ? Buffer.from(body.toString().replace(/<link rel="stylesheet" href="[^"]*preview\.css"><script src="[^"]*preview\.js"[^>]*><\/script>/, '')) : body;
}

function keep(name, body) {
  mkdirSync(dirname(join(site, name)), { recursive: true });
  writeFileSync(join(site, name), body);
}

// mirror keeps all pages that others lead to, so that their kinds are known.
async function mirror() {
  for (const name of ['robots.txt', '_headers']) keep(name, await more(name) ?? assert.fail(`${name}: ${preview.told()}`));
  const seen = new Set(['', '404.html']);
  for (const page of seen) { // which grows
    const name = page === '' || page.endsWith('/') ? page + 'index.html' : page, body = await more(name);
    if (!body) continue;
    keep(name, body);
    const text = body.toString(), here = new URL(page, 'http://site.invalid/');
    for (const [, href] of text.matchAll(/<a [^>]*?href="([^"#?:]+)/g)) {
      const path = new URL(href, here).pathname.slice(1);
      if (/(^|\/)$|\.html$/.test(path) && !/^\/?(http|mailto)/.test(href)) seen.add(path);
    }
    for (const [path] of text.matchAll(/\bnhung\/[a-z0-9/-]*\//g)) seen.add(path);
  }
}

// audit lists what a page has that only an attacker would have put there: what runs, leads to a script, sends the reader away or loads from elsewhere.
function audit() {
  const bad = [...window.fires.map(f => `fired: ${f}`), ...window.faults];
  const say = (e, why) => bad.push(`${why}: ${e.outerHTML.slice(0, 200)}`);
  for (const e of document.querySelectorAll('*')) {
    if (['base', 'object', 'embed', 'frame', 'applet', 'style'].includes(e.localName) && !e.closest('svg')) say(e, 'element');
    if (e.localName === 'script' && !e.src) { try { JSON.parse(e.textContent); } catch { say(e, 'script'); } if (!/json$/.test(e.type)) say(e, 'script'); }
    if (e.localName === 'meta' && e.httpEquiv && e.httpEquiv !== 'Content-Security-Policy') say(e, 'meta');
    for (const { name, value } of e.attributes) {
      if (/^on/i.test(name) || ['srcdoc', 'autofocus', 'ping', 'background'].includes(name)) say(e, name);
      if (!['href', 'src', 'action', 'formaction', 'data', 'poster', 'xlink:href'].includes(name)) continue;
      const to = new URL(value, document.baseURI);
      if (!['http:', 'https:', 'mailto:', 'tel:'].includes(to.protocol) && !value.startsWith('data:image/')) say(e, 'scheme');
      const leads = ['a', 'area'].includes(e.localName) || e.localName === 'link' && /^(canonical|alternate|license|author|me|help|describedby|shortlink)/.test(e.rel);
      if (!leads && to.origin !== location.origin) say(e, 'elsewhere');
    }
  }
  return bad;
}

// touched hovers and focuses all that a reader can, and opens what is folded.
async function touched() {
  for (const d of document.querySelectorAll('details')) d.open = true;
  const all = [...document.querySelectorAll('a, button, input, select, summary, [tabindex], [title], tr, svg, svg *, img')];
  for (const e of all) for (const kind of ['pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'mousemove', 'pointerdown', 'pointerup', 'mouseout']) e.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
  for (const e of all.slice(0, 200)) if (e.focus) e.focus({ preventScroll: true });
  for (const figure of document.querySelectorAll('figure[data-chart]')) {
    figure.scrollIntoView();
    for (const end = Date.now() + 20_000; !figure.querySelector('.chart-live svg');) {
      if (Date.now() > end) { window.faults.push('no chart'); break; }
      await new Promise(done => setTimeout(done, 20));
    }
  }
}

// stops goes through all points of a page's charts by keys: each tells its words in a tip. It gives how many did, of how many.
async function stops() {
  let told = 0, all = 0;
  for (const live of document.querySelectorAll('.chart-live')) {
    const key = name => (document.activeElement ?? live).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    live.focus();
    key('Home');
    const { stops } = JSON.parse(live.closest('figure').querySelector('script').textContent);
    for (const _ of stops) {
      await new Promise(done => requestAnimationFrame(done));
      const tip = live.closest('figure').querySelector('.chart-tip') ?? document.querySelector('.chart-tip');
      if (tip && !tip.hidden && tip.textContent) told++;
      all++;
      key('ArrowRight');
    }
  }
  return [told, all];
}

// asked lists one page of each kind, of those that are for frames, too; charted those of all targets, since each chart is another.
const asked = () => [...kinds(site), ...pages(site).filter(framed).filter((p, i, all) => all.findIndex(q => kind(q) === kind(p)) === i)];
const charted = () => pages(site).filter(p => /^chi-tieu\/[^/]+\/$/.test(p));
const PAPER = /^(|ke-hoach\/|ky-yeu\/|chi-tieu\/[^/]+\/|vinh-danh\/[^/]+\/|quyet-dinh\/[^/]+\/)$/; // what people print

const status = () => { const f = document.querySelector('form.search'), told = f.querySelector('.search-status').textContent; return told !== '' && told !== f.dataset.wait; };
const offered = () => [...document.querySelectorAll('form.search [role=option]')].map(o => o.textContent).join('\n');
const attackedName = () => campaign.attacks.find(a => a.key === 'awards.awards[].name' && a.now?.includes(PAYLOADS[0]));

test('every key of the data that holds a text is attacked; what is no text is refused', t => {
  const { keys, attacks, told } = campaign, stands = key => attacks.filter(a => a.key === key && a.now).length;
  assert.ok(keys.size > 100, `${keys.size} keys`);
  const spared = [...keys.keys()].filter(key => !stands(key) && !REFUSES[key]);
  assert.deepEqual(spared, [], `attacked by none (add a seed to attack.mjs, or say why not): ${spared.map(k => `${k} ${[...told.get(k) ?? []]}`)}`);
  assert.deepEqual(Object.keys(REFUSES).filter(key => stands(key) || !told.has(key)), [], 'told to refuse');
  assert.deepEqual(attacks.filter(a => !a.text && a.now).map(a => `${a.key}: ${a.node.value}`), [], 'no text, and not refused');
  const standing = new Set(attacks.flatMap(a => a.now ?? []));
  assert.deepEqual(PAYLOADS.filter(p => !standing.has(p)), ['\u2028fired()//'], 'stands nowhere');
  const articles = attacks.filter(a => a.lines);
  for (const a of articles) if (/^(<(script|iframe|style|base|meta|link)|"><img)/.test(a.payload) && a.lines === a.payload) assert.ok(a.rules?.includes('markdown-html'), `Markdown takes ${a.lines}`);
  for (const a of articles) if (a.payload.startsWith('javascript:') && a.lines.includes('](')) assert.ok(!a.now, `Markdown takes ${a.lines}`);
  t.diagnostic(`measured: ${attacks.filter(a => a.now).length} of ${attacks.length} values stand attacked, in ${keys.size - 1} of ${keys.size} keys that hold texts`);
});

test('a page that escapes nothing is seen by all that watches', async () => {
  const { page, faults, close } = await watched(browser, server.origin);
  await page.goto(server.root + RAW);
  assert.ok((await page.evaluate(() => window.fires.length)) >= 5, 'fires'); // the server has no policy for this page
  assert.ok((await page.evaluate(audit)).length > 20, 'is seen in the page');
  assert.ok(faults.length > 0, 'is heard');
  await close();
});

test('Chromium: each kind of page, its links, charts and tips, on screen and on paper', async t => {
  const { page, faults, violations, close } = await watched(browser, server.origin);
  const bad = [], paper = new Set(asked()), all = [...new Set([...paper, ...charted()])];
  let tips = 0, printed = 0, shown = '';
  page.on('dialog', d => { bad.push(`dialog: ${d.message()}`); d.dismiss(); });
  page.on('popup', p => bad.push(`popup: ${p.url()}`));
  for (const name of all) {
    await page.goto(server.root + name);
    await settled(page);
    await mounted(page);
    await page.evaluate(touched);
    const [told, of] = await page.evaluate(stops);
    tips += told;
    assert.equal(told, of, `tips of /${name}`);
    for (const live of await page.locator('.chart-live svg').all()) await live.hover({ timeout: 5000, force: true });
    await page.locator('main a:visible').first().hover({ timeout: 5000, force: true });
    shown += await page.evaluate(() => document.body.innerText);
    bad.push(...(await page.evaluate(audit)).map(b => `/${name}: ${b}`));
    if (paper.has(name)) {
      await page.emulateMedia({ media: 'print' });
      if (PAPER.test(name)) { await page.pdf(); printed++; }
      bad.push(...(await page.evaluate(audit)).map(b => `/${name}, printed: ${b}`));
      await page.emulateMedia({ media: null });
    }
    bad.push(...(await violations()).map(v => `/${name}: ${v}`), ...faults.splice(0).map(f => `/${name}: ${f}`));
    assert.equal(page.url(), encodeURI(decodeURI(server.root + name)), 'the page went elsewhere');
  }
  await close();
  assert.deepEqual(bad, []);
  assert.ok(tips > 20, `${tips} tips`);
  for (const p of ['<script>fired()</script>', '{{7*7}}', '${7*7}', '&lt;img src=x onerror=fired()&gt;', "=cmd|' /C calc'!A0"]) assert.ok(shown.includes(p), `${p} is not shown as it stands`);
  t.diagnostic(`measured: Chromium: ${all.length} kinds of attacked pages, ${tips} tips, ${printed} printed: nothing fires`);
});

test('Chromium: a search for attacks, and by attacks in addresses', async () => {
  const { page, faults, violations, close } = await watched(browser, server.origin);
  const bad = [];
  await page.goto(server.root);
  const field = page.locator('form.search input').first();
  for (const text of [...PAYLOADS, ...PAYLOADS.map(p => p.toUpperCase()).slice(0, 4), attackedName().node.value]) {
    await page.evaluate(() => { document.querySelector('form.search .search-status').textContent = ''; });
    await field.fill(text);
    await until(page, status);
    bad.push(...(await page.evaluate(audit)).map(b => `search for ${text}: ${b}`));
  }
  assert.ok((await page.evaluate(offered)).includes(PAYLOADS[0]), 'an attacked name is not found');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/vinh-danh\/./);
  await page.getByRole('heading', { level: 1 }).filter({ hasText: PAYLOADS[0] }).waitFor();
  for (const [i, p] of PAYLOADS.entries()) {
    const query = ['q', 'don-vi', 'nhom', 'hinh-thuc', 'trang'].map(k => `${k}=${encodeURIComponent(p)}`).join('&');
    if (i % 8 === 0) await page.goto(`${server.root}vinh-danh/?${query}#${encodeURIComponent(p)}`);
    else if (i % 8 === 1) await page.goto(`${server.root}vinh-danh/?q=${encodeURIComponent(p)}#${p.replaceAll(' ', '')}`);
    else continue;
    await settled(page);
    bad.push(...(await page.evaluate(audit)).map(b => `address with ${p}: ${b}`));
  }
  bad.push(...await violations(), ...faults);
  await close();
  assert.deepEqual(bad, []);
});

test('Chromium: drawings as documents of their own, and feeds, are what they should be', async () => {
  const { page, faults, violations, close } = await watched(browser, server.origin);
  const target = kinds(site).find(p => /^chi-tieu\/[^/]+\/$/.test(p));
  await page.goto(server.root + target + 'chart.svg');
  await page.waitForLoadState('load');
  assert.equal(await page.evaluate(() => document.documentElement.localName), 'svg');
  const foreign = await page.evaluate(() => [...document.querySelectorAll('*')].filter(e => /^(script|foreignObject|image|a|use|set|animate)$/.test(e.localName) || [...e.attributes].some(a => /^on|href/.test(a.name))).map(e => e.outerHTML.slice(0, 200)));
  assert.deepEqual([...foreign, ...await violations(), ...faults], []);
  await page.goto(server.root);
  for (const name of ['feed.xml', 'feed/awards.xml', 'feed/results.xml', 'feed/corrections.xml', 'feed/stories.xml', 'sitemap.xml']) {
    const wrong = await page.evaluate(async name => {
      const doc = await new Promise(done => {
        const request = new XMLHttpRequest();
        request.onload = () => done(request.responseXML ?? new Document());
        request.open('GET', name);
        request.send();
      });
      if (!doc.documentElement) return ['is no XML'];
      const links = [...doc.querySelectorAll('[href]')].map(e => e.getAttribute('href')).filter(h => !/^(https?|mailto):/.test(h));
      return [...[...doc.querySelectorAll('parsererror, script, img, svg')].map(e => e.textContent.slice(0, 200)), ...links];
    }, name);
    assert.deepEqual(wrong, [], name);
  }
  await close();
});

test('Firefox: each template, its links, charts and tips, a search, on screen and on paper', async t => {
  const engine = await firefox();
  try {
    const bad = [], all = shapes(site);
    let tips = 0, printed = 0;
    for (const name of all) {
      server.sent();
      await engine.goto(server.root + name);
      await engine.run(touched);
      const [told, of] = await engine.run(stops);
      tips += told;
      assert.equal(told, of, `tips of /${name}`);
      if (PAPER.test(name) && printed++ < 2) await engine.print();
      bad.push(...(await engine.run(audit)).map(b => `/${name}: ${b}`), ...server.sent().failed.map(f => `/${name}: ${f}`));
      assert.equal(await engine.run(() => location.href), encodeURI(decodeURI(server.root + name)), 'the page went elsewhere');
    }
    await engine.goto(server.root);
    await engine.run(() => document.querySelector('form.search input').focus());
    await engine.keys(PAYLOADS[0]);
    await eventually(async () => (await engine.run(offered)).includes(PAYLOADS[0]), true);
    bad.push(...await engine.run(audit));
    assert.deepEqual(bad, []);
    assert.ok(tips > 2, `${tips} tips`);
    t.diagnostic(`measured: ${engine.name}: ${all.length} kinds of attacked pages, ${tips} tips, ${Math.min(printed, 2)} printed: nothing fires`);
  } finally { await engine.close(); }
});
