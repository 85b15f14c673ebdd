// What other sites show of ours: each form that pages offer, pasted into an article on another site, with and without scripts, light and
// dark, in columns from 300 px up: nothing is cut or scrolled, nothing goes wrong, nothing is asked of anybody else.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DESK, eventually, launch, PHONE, settled, tooWide, watched } from './browser.mjs';
import { arm, judged } from './judges.mjs';
import { nu } from './nu.mjs';
import { serve } from './server.mjs';
import { file, folder, framed, kind, pages, prefix } from './tree.mjs';

const site = folder('SITE');
const WIDTHS = [300, 480, 800];
const FIELDS = ['nhung-khung', 'nhung-hinh', 'nhung-cau'];
const html = name => readFileSync(file(site, name), 'utf8');
const decoded = text => text.replace(/&(lt|gt|quot|amp|#34|#39|#43);/g, (_, e) => ({ lt: '<', gt: '>', quot: '"', amp: '&', '#34': '"', '#39': "'", '#43': '+' })[e]);

// offers are the forms of a page by the field in which they stand, read as the page is written.
const offers = name => Object.fromEntries(FIELDS.flatMap(id => {
  const found = html(name).match(new RegExp(`<textarea id="${id}"[^>]*>([^<]*)</textarea>`));
  return found ? [[id, decoded(found[1])]] : [];
}));
const offering = pages(site).filter(p => Object.keys(offers(p)).length);
const frames = pages(site).filter(framed);
const kinds = [...new Set(frames.map(kind))].map(k => frames.filter(p => kind(p) === k).reduce((a, b) => html(a).length > html(b).length ? a : b)); // the longest of each
const base = html('').match(/<link rel="canonical" href="([^"]+)">/)[1];

let browser, ours, theirs, article = '';
before(async () => {
  browser = await launch();
  ours = await serve(site, prefix(site));
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(request.url === '/' ? article : '');
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  theirs = { root: `http://localhost:${server.address().port}/`, close: () => new Promise(done => { server.closeAllConnections(); server.close(done); }) };
});
after(async () => { await browser?.close(); await ours?.close(); await theirs?.close(); });

// Addresses are those of the site as it is published; here it is published on loopback.
const moved = text => text.replaceAll(base, ours.root);
const story = (forms, width = 'auto') => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Bài báo</title><link rel="icon" href="data:,"></head>
<body style="margin:0"><article style="width:${width}${width === 'auto' ? '' : 'px'}"><h1>Bài báo</h1>
${forms.join('\n<p>Lời dẫn của bài báo.</p>\n')}
</article></body></html>`;

// scrolled lists the frames of an article in which something does not fit.
async function scrolled(page) {
  const bad = [];
  for (const frame of page.frames().slice(1)) {
    const what = await frame.evaluate(() => {
      const e = document.scrollingElement, all = [];
      if (e.scrollHeight > innerHeight) all.push(`${e.scrollHeight} px high in ${innerHeight}`);
      if (e.scrollWidth > innerWidth) all.push(`${e.scrollWidth} px wide in ${innerWidth}`);
      if (!document.styleSheets.length || !document.querySelector('h1')?.innerText) all.push('not there');
      return all;
    });
    bad.push(...what.map(w => `${frame.url()}: ${w}`));
  }
  return bad;
}

test('every target, decision and the roll offers its forms, in both languages', () => {
  const offer = kind => offering.filter(p => kind.test(p)).length, own = kind => pages(site).filter(p => kind.test(p)).length;
  for (const k of [/^chi-tieu\/./, /^quyet-dinh\/./, /^en\/chi-tieu\/./, /^vinh-danh\/$/]) assert.equal(offer(k), own(k), String(k));
  assert.equal(offering.length, frames.length);
  for (const p of offering) for (const id of ['nhung-khung', 'nhung-cau']) assert.ok(offers(p)[id], `/${p}: ${id}`);
});

test('each form is valid HTML', () => {
  const work = mkdtempSync(join(tmpdir(), 'bangvang-'));
  try {
    offering.forEach((p, i) => writeFileSync(join(work, `${i}.html`), story(Object.values(offers(p)))));
    assert.deepEqual(nu(work), { status: 0, told: [] });
  } finally {
    rmSync(work, { recursive: true });
  }
});

test('a page for frames is small and stands alone', t => {
  let most = [0];
  for (const p of frames) {
    const size = readFileSync(file(site, p)).length;
    if (size > most[0]) most = [size, p];
    assert.ok(size <= 25_000, `/${p}: ${size} bytes`);
    assert.match(html(p), /<meta name="robots" content="noindex">/);
    assert.match(html(p), /<title>[^<]+<\/title>/);
  }
  t.diagnostic(`measured: HTML of a page for frames: ${most[0]} bytes at most (/${most[1]})`);
});

for (const [words, options] of [['with scripts', {}], ['without scripts', { javaScriptEnabled: false }]]) {
  test(`pasted into an article of another site, ${words}, every form is whole at every width, light and dark`, async t => {
    let looks = 0;
    for (const colorScheme of ['light', 'dark']) {
      const { page, faults, close } = await watched(browser, '', { ...options, colorScheme, viewport: DESK });
      page.on('request', r => { if (![ours.root, theirs.root, 'data:'].some(o => r.url().startsWith(o))) faults.push(`foreign request: ${r.url()}`); });
      try {
        for (const width of WIDTHS) {
          article = story(offering.flatMap(p => Object.values(offers(p))).map(moved).map(f => f.replaceAll(' loading="lazy"', '')), width);
          await page.goto(theirs.root);
          if (options.javaScriptEnabled !== false) await settled(page); // without scripts nothing moves when all is there
          assert.equal(page.frames().length - 1, frames.length);
          assert.deepEqual(await scrolled(page), [], `${width} px, ${colorScheme}`);
          const dark = await Promise.all(page.frames().slice(1).map(f => f.evaluate(() => getComputedStyle(document.body).backgroundColor)));
          assert.equal(new Set(dark).size, 1, `one colour of paper, ${colorScheme}: ${[...new Set(dark)]}`);
          assert.equal(parseInt(dark[0].match(/\d+/)[0]) < 128, colorScheme === 'dark');
          assert.deepEqual(await page.evaluate(() => [...document.images].filter(i => !i.naturalWidth || i.getBoundingClientRect().right > i.closest('article').getBoundingClientRect().right + 1).map(i => i.src)), []);
          looks += frames.length;
        }
        assert.deepEqual(faults, []);
      } finally {
        await close();
      }
    }
    t.diagnostic(`measured: ${looks} frames ${words} at ${WIDTHS.join(', ')} px, light and dark: 0 scroll bars, 0 requests to others`);
  });
}

test('pages for frames are read by everybody, from 300 px up', async () => {
  const { page, faults, violations, close } = await watched(browser, ours.origin);
  try {
    for (const name of kinds) {
      await page.goto(ours.root + name);
      await arm(page);
      for (const width of [300, 800]) {
        await page.setViewportSize({ width, height: 700 });
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          await settled(page);
          assert.deepEqual(await tooWide(page), [], `/${name}, ${width} px`);
          assert.deepEqual(await judged(page), [], `/${name}, ${width} px, ${colorScheme}`);
        }
      }
      assert.deepEqual(await violations(), []);
      const link = page.locator('main a');
      assert.equal(await link.count(), 1);
      assert.equal(await link.getAttribute('href'), await page.locator('link[rel=canonical]').getAttribute('href'));
    }
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('WordPress, which drops styles, allows scripts and nothing else, and asks by a secret, shows a frame at its height', async () => {
  const { page, close } = await watched(browser, '', { viewport: DESK });
  try {
    for (const name of kinds) {
      article = story([`<iframe sandbox="allow-scripts" src="${ours.root}${name}#?secret=aB3dE6gH9k" width="600" height="200" data-secret="aB3dE6gH9k"></iframe>
<script>
const heard = [];
addEventListener('message', e => heard.push(e.data));
</script>`]);
      await page.goto(theirs.root);
      await settled(page);
      const told = () => page.evaluate(() => heard);
      await eventually(async () => (await told()).length >= 2, true);
      const [amp, wordPress] = await told();
      assert.deepEqual(amp, { sentinel: 'amp', type: 'embed-size', height: amp.height });
      assert.deepEqual(wordPress, { message: 'height', value: amp.height, secret: 'aB3dE6gH9k' });
      await page.locator('iframe').evaluate((e, height) => { e.height = height; }, amp.height);
      await settled(page);
      assert.deepEqual(await scrolled(page), [], name);
      await page.frames()[1].locator('main a').click();
      await eventually(async () => (await told()).at(-1).message, 'link');
      assert.equal((await told()).at(-1).value, html(name).match(/<link rel="canonical" href="([^"]+)">/)[1]);
    }
  } finally {
    await close();
  }
});

test('who asks how a page is shown is answered in JSON and in XML with the same frame', async () => {
  for (const name of offering) {
    const links = Object.fromEntries([...html(name).matchAll(/<link rel="alternate" type="(\w+\/\w+)\+oembed" href="([^"]+)"/g)].map(m => [m[1], m[2]]));
    assert.deepEqual(Object.keys(links), ['application/json', 'text/xml'], `/${name}`);
    const read = address => readFileSync(file(site, address.slice(base.length)), 'utf8');
    const json = JSON.parse(read(links['application/json'])), xml = read(links['text/xml']);
    assert.deepEqual([json.version, json.type, json.provider_url], ['1.0', 'rich', base]);
    for (const key of ['title', 'author_name', 'provider_name']) assert.ok(json[key], `/${name}: ${key}`);
    assert.equal(json.html, offers(name)['nhung-khung']);
    assert.equal(json.html.match(/ height="(\d+)"/)[1], String(json.height));
    if (json.thumbnail_url) assert.ok(readFileSync(file(site, json.thumbnail_url.slice(base.length))).length && json.thumbnail_width && json.thumbnail_height);
    const run = spawnSync('xmllint', ['--xpath', 'concat(/oembed/version, "|", /oembed/type, "|", /oembed/height, "|", /oembed/html)', '-'], { input: xml, encoding: 'utf8' });
    assert.equal(run.stdout.trim(), ['1.0', 'rich', json.height, json.html].join('|'), run.stderr);
  }
});

test('a button copies a field, and tells the day on which a text to cite was read', async () => {
  const { page, faults, violations, close } = await watched(browser, ours.origin, { viewport: PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
  try {
    for (const name of [offering.find(p => /^chi-tieu\/./.test(p)), offering.find(p => p.startsWith('en/')), 'vinh-danh/'].filter(Boolean)) {
      await page.goto(ours.root + name);
      const part = page.locator('details.taking:has(#nhung-khung)');
      await part.locator('summary').click();
      await part.locator('button').first().click();
      await eventually(() => page.evaluate(() => navigator.clipboard.readText()), offers(name)['nhung-khung']);
      assert.ok(await part.locator('[role=status]').first().innerText());
      const text = page.locator('textarea[data-day]').first();
      if (await text.count()) {
        await page.locator('details.taking:has([data-day]) > summary').click();
        const now = await page.evaluate(() => new Date().getFullYear());
        assert.match(await text.inputValue(), new RegExp(`, https://[^ ]+ \\((truy cập ngày|accessed on) .*${now}\\)`));
      }
      assert.deepEqual(await violations(), []);
    }
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('another site can frame the pages that are there for it, and no other', async () => {
  const { page, close } = await watched(browser, '', { viewport: DESK });
  try {
    for (const name of ['', offering[0], 'vinh-danh/', kinds[0]]) {
      article = story([`<iframe src="${ours.root}${name}" width="600" height="400"></iframe>`]);
      await page.goto(theirs.root);
      await settled(page);
      const shown = await page.frames()[1].evaluate(() => !!document.querySelector('main h1')).catch(() => false);
      assert.equal(shown, framed(name), `/${name}`);
    }
  } finally {
    await close();
  }
});
