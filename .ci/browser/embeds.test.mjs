// What other sites show of ours: each form that pages offer, pasted into an article on another site, with and without scripts, light and
// dark, in columns from 300 px up: nothing is cut or scrolled, nothing goes wrong, nothing is asked of anybody else.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DESK, eventually, launch, PHONE, settled, shoot, watched } from './browser.mjs';
import { arm, judged } from './judges.mjs';
import { serve } from './server.mjs';
import { file, folder, kind, pages, prefix, slug } from './tree.mjs';

const site = folder('SITE');
const CAMPAIGN = process.env.CAMPAIGN ?? 'site';
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
const frames = pages(site).filter(p => /(^|\/)nhung\//.test(p));
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
    const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
    const run = spawnSync('java', ['-jar', jar, '--format', 'gnu', work], { encoding: 'utf8' });
    assert.ifError(run.error);
    assert.equal(run.stderr, '');
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

for (const javaScriptEnabled of [true, false]) {
  test(`pasted into an article of another site, ${javaScriptEnabled ? 'with' : 'without'} scripts, every form is whole at every width, light and dark`, async t => {
    let looks = 0;
    for (const colorScheme of ['light', 'dark']) {
      const { page, faults, close } = await watched(browser, '', { javaScriptEnabled, colorScheme, viewport: DESK });
      page.on('request', r => { if (![ours.root, theirs.root, 'data:'].some(o => r.url().startsWith(o))) faults.push(`foreign request: ${r.url()}`); });
      try {
        for (const width of WIDTHS) {
          article = story(offering.flatMap(p => Object.values(offers(p))).map(moved).map(f => f.replace(' loading="lazy"', '')), width);
          await page.goto(theirs.root);
          await settled(page);
          assert.equal(page.frames().length - 1, frames.length);
          assert.deepEqual(await scrolled(page), [], `${width} px, ${colorScheme}`);
          assert.deepEqual(await page.evaluate(() => [...document.images].filter(i => !i.naturalWidth || i.getBoundingClientRect().right > i.closest('article').getBoundingClientRect().right + 1).map(i => i.src)), []);
          looks += frames.length;
          await shoot(page, `${CAMPAIGN}-embeds-${width}-${colorScheme}-${javaScriptEnabled ? 'script' : 'plain'}`);
        }
        assert.deepEqual(faults, []);
      } finally {
        await close();
      }
    }
    t.diagnostic(`measured: ${looks} frames ${javaScriptEnabled ? 'with' : 'without'} scripts at ${WIDTHS.join(', ')} px, light and dark: 0 scroll bars`);
  });
}
