// Charts in the browser: the live one takes the place of its picture without moving anything, says the same, and follows the page.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DESK, launch, PHONE, settled, watched } from './browser.mjs';
import { serve } from './server.mjs';
import { file, folder, pages } from './tree.mjs';

const site = folder('SITE');
const charted = pages(site).filter(p => readFileSync(file(site, p), 'utf8').includes('data-chart'));

let browser, server;
before(async () => { browser = await launch(); server = await serve(site, '/cong/thi-dua/'); });
after(async () => { await browser?.close(); await server?.close(); });

const mounted = page => page.locator('figure[data-chart] .chart-live svg').first().waitFor({ timeout: 5000 });

test('there are charts', () => assert.ok(charted.length > 0));

for (const [screen, viewport] of [['small phone', { ...PHONE, width: 320 }], ['phone', PHONE], ['tablet', { ...DESK, width: 768 }], ['desk', DESK]]) {
  test(`each chart mounts in place, ${screen}`, async () => {
    const { page, faults, violations, shift, close } = await watched(browser, server.origin, { viewport });
    try {
      // Jumps count in what is seen only; the plates' heights tell of those below it.
      await page.addInitScript(() => {
        window.plates = () => [...document.querySelectorAll('figure[data-chart] .plate')].map(p => p.getBoundingClientRect().height);
        document.addEventListener('DOMContentLoaded', () => { window.still = window.plates(); });
      });
      const bad = [];
      for (const name of charted) {
        await page.goto(server.root + name);
        await mounted(page);
        await settled(page);
        const [still, alive] = await page.evaluate(() => [window.still, window.plates()]);
        if (still.some((h, i) => Math.abs(h - alive[i]) > 1)) bad.push(`/${name}: a picture of ${still} px becomes a chart of ${alive} px`);
        const figures = await page.locator('figure[data-chart]').count();
        const live = await page.locator('figure[data-chart] .chart-live:visible').count();
        if (live !== figures) bad.push(`/${name}: ${figures} charts, ${live} live`);
        const jumped = await shift();
        if (jumped >= 0.01) bad.push(`/${name}: the layout jumps by ${jumped.toFixed(3)}`);
        bad.push(...(await violations()).map(v => `/${name}: ${v}`));
      }
      assert.deepEqual(bad, []);
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });
}

test('the live chart and the picture bear the same words', async () => {
  const { page, close } = await watched(browser, server.origin);
  try {
    const bad = [];
    for (const name of charted) {
      await page.goto(server.root + name);
      await mounted(page);
      await settled(page);
      const words = await page.evaluate(() => [...document.querySelectorAll('figure[data-chart]')].map(f => {
        const of = svgs => [...svgs].flatMap(s => [...s.querySelectorAll('text')].map(t => t.textContent.trim())).filter(Boolean).sort();
        const stills = [...f.querySelectorAll('svg')].filter(s => !s.closest('.chart-live'));
        return { live: of(f.querySelectorAll('.chart-live svg')), still: of(stills.slice(-1)), label: f.querySelector('.chart-live').getAttribute('aria-label'),
          titles: stills.map(s => s.getAttribute('aria-label') ?? s.querySelector('title, desc')?.textContent ?? '') };
      }));
      for (const w of words) {
        // Lines may break elsewhere: the words are compared, not the lines.
        const said = list => list.join(' ').split(/\s+/).sort().join(' ');
        if (said(w.live) !== said(w.still)) bad.push(`/${name}: live "${w.live}", picture "${w.still}"`);
        if (!w.label || !/\p{L}/u.test(w.label)) bad.push(`/${name}: the live chart has no label`);
      }
    }
    assert.deepEqual(bad, []);
  } finally {
    await close();
  }
});

test('a chart follows the width of the page and its colours', async () => {
  const { page, faults, close } = await watched(browser, server.origin, { viewport: DESK });
  try {
    await page.goto(server.root + charted[0]);
    await mounted(page);
    await settled(page);
    const width = () => page.locator('.chart-live svg').first().evaluate(s => s.getBoundingClientRect().width);
    const inks = () => page.locator('.chart-live svg').first().evaluate(s => [...s.querySelectorAll('text')].map(t => getComputedStyle(t).fill).join());
    const wide = await width(), light = await inks();
    await page.setViewportSize(PHONE);
    await settled(page);
    assert.ok(await width() < wide && await width() <= PHONE.width, `${await width()} after ${wide}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await settled(page);
    assert.notEqual(await inks(), light);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});
