// What a page costs its reader: bytes over the wire with headers and fonts, requests, and how far the page jumps while it comes.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DESK, forgetter, launch, mounted, settled, SMALL, until, watched, WHOLE, withFonts } from './browser.mjs';
import { serve } from './server.mjs';
import { file, folder, kinds, prefix } from './tree.mjs';

const site = folder('SITE');
const GOOD = 0.1; // what Web Vitals call good; lines break elsewhere in another font, however alike its measures
const VIEWS = [{ ...DESK, width: 1280 }, SMALL];

let browser, server;
before(async () => { browser = await launch(WHOLE); server = await serve(site, prefix(site)); });
after(async () => { await browser?.close(); await server?.close(); });

// cold has look open each kind of page at each width while nothing of the site has come yet, and sees that nothing had.
async function cold(look) {
  for (const viewport of VIEWS) {
    const { page, shift, close } = await watched(browser, server.origin, { viewport });
    try {
      const forget = await forgetter(page);
      for (const name of kinds(site)) {
        await forget();
        server.sent();
        await look(name, page, shift, `/${name}, ${viewport.width} px`);
        const kept = await page.evaluate(() => performance.getEntriesByType('resource').filter(r => r.transferSize === 0).map(r => r.name));
        assert.deepEqual(kept, [], `/${name}, ${viewport.width} px: was there before`);
      }
    } finally {
      await close();
    }
  }
}

test('each kind of page is light, and nothing moves while it comes with its fonts, nor when its charts come alive', async t => {
  const bad = [], most = { bytes: [0], requests: [0], chart: [0], html: [0] };
  const tell = (what, value, limit, name) => {
    if (value > most[what][0]) most[what] = [value, name];
    if (value > limit) bad.push(`/${name}: ${what} ${value} > ${limit}`);
  };
  await cold(async (name, page, shift, place) => {
    await withFonts(page, server, server.root + name);
    const alive = await mounted(page);
    await settled(page);
    if (await shift() !== 0) bad.push(`${place}: layout shift ${await shift()}`);
    const { bytes, paths } = server.sent();
    tell(alive ? 'chart' : 'bytes', bytes, alive ? 330_000 : 100_000, name);
    if (alive) tell('html', statSync(file(site, name)).size, 40_000, name);
    else tell('requests', paths.filter(p => !/(icon\.\w+\.svg|favicon\.ico)$/.test(p)).length, 8, name); // a browser asks for the icon by itself, once a site
  });
  const sheet = readdirSync(join(site, 'assets')).find(f => /^site\..*css$/.test(f)), { size } = statSync(join(site, 'assets', sheet));
  t.diagnostic(`measured: page without charts, cold, with fonts: ${most.bytes[0]} bytes at most (/${most.bytes[1]}), ${most.requests[0]} requests at most`);
  t.diagnostic(`measured: page with charts, all alive: ${most.chart[0]} bytes at most (/${most.chart[1]}); its HTML with pictures ${most.html[0]} bytes; the style sheet ${size}`);
  t.diagnostic(`measured: layout shift of ${kinds(site).length} kinds of pages, with their charts, at ${VIEWS.map(v => v.width).join(' and ')} px: ${bad.some(b => b.includes('shift')) ? 'some' : 0}`);
  assert.ok(size <= 30_000, `the style sheet: ${size} bytes`);
  assert.deepEqual(bad, []);
});

test('little moves when fonts come after the page has been seen', async t => {
  const all = [];
  await cold(async (name, page, shift, place) => {
    const release = server.hold(/\.woff2$/);
    await page.goto(server.root + name, { waitUntil: 'commit' });
    await until(page, () => performance.getEntriesByName('first-contentful-paint').length > 0);
    release();
    await settled(page);
    all.push([await shift(), place]);
  });
  all.sort((a, b) => b[0] - a[0]);
  t.diagnostic(`measured: layout shift when fonts are late: ${all[0][0].toFixed(3)} at most (${all[0][1]}), ${all[all.length >> 1][0].toFixed(4)} in the middle`);
  assert.deepEqual(all.filter(([value]) => value > GOOD), []);
});
