// Every kind of page, its longest and its shortest: loads whole under the strict policy, reads well for everybody, fits every screen.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DESK, launch, settled, shoot, tooWide, watched } from './browser.mjs';
import { serve } from './server.mjs';
import { folder, pages, prefix, samples, slug } from './tree.mjs';

const site = folder('SITE');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [320, 360, 768, 1440];
const CAMPAIGN = process.env.CAMPAIGN ?? 'site';

let browser, moved, home;
before(async () => { browser = await launch(); moved = await serve(site, '/cong/thi-dua/'); home = await serve(site, prefix(site)); });
after(async () => { await browser?.close(); await moved?.close(); await home?.close(); });

// A page must work under any path; the 404 page, which is shown at any depth, only where the site is published.
const serverOf = name => name === '404.html' ? home : moved;

async function judged(page) {
  const result = await page.evaluate(tags => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }), TAGS);
  return result.violations.map(v => `${v.id} (${v.impact}): ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' | ' + n.failureSummary.split('\n').slice(1, 3).join(' ').trim()).join('; ')}`);
}

for (const name of samples(site)) {
  test(`/${name}`, async () => {
    const server = serverOf(name);
    const { page, faults, violations, close } = await watched(browser, server.origin);
    try {
      const response = await page.goto(server.root + name);
      assert.equal(response.status(), 200);
      await settled(page);
      assert.deepEqual(await violations(), [], 'violations of the content security policy');
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
        await settled(page);
        assert.deepEqual(await tooWide(page), [], `scrolls sideways at ${width} px`);
        if (width !== 320) await shoot(page, `${CAMPAIGN}-${slug(name)}-${width}`);
      }
      await page.evaluate(axe);
      for (const [colorScheme, width] of [['light', 1440], ['dark', 1440], ['light', 360]]) {
        await page.setViewportSize({ ...DESK, width });
        await page.emulateMedia({ colorScheme });
        await settled(page);
        assert.deepEqual(await judged(page), [], `accessibility, ${colorScheme}, ${width} px`);
        if (colorScheme === 'dark') await shoot(page, `${CAMPAIGN}-${slug(name)}-dark`);
      }
      assert.deepEqual(await violations(), [], 'violations of the content security policy');
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });
}

test('every page loads whole where the site is published', async () => {
  const { page, faults, violations, close } = await watched(browser, home.origin);
  try {
    const bad = [];
    for (const name of pages(site)) {
      const response = await page.goto(home.root + name, { waitUntil: 'load' });
      if (response.status() !== 200) bad.push(`/${name}: ${response.status()}`);
      bad.push(...(await violations()).map(v => `/${name}: ${v}`));
    }
    assert.deepEqual([...bad, ...faults], []);
  } finally {
    await close();
  }
});

test('an unknown address gives the 404 page, whose links work from anywhere', async () => {
  const { page, faults, close } = await watched(browser, home.origin);
  try {
    const response = await page.goto(home.root + 'khong/co/trang-nay/');
    assert.equal(response.status(), 404);
    await settled(page);
    assert.ok((await page.locator('h1').innerText()).trim(), 'a heading');
    await page.locator('main a, header a').first().click();
    assert.equal((await page.request.get(page.url())).status(), 200, page.url());
    // Chromium itself reports the 404 of the page that was asked for.
    assert.deepEqual(faults.filter(f => !f.includes('status of 404')), []);
  } finally {
    await close();
  }
});
