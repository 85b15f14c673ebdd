// Every kind of page, its longest and its shortest: loads whole and is used under the strictest policy, reads well for everybody, fits every screen.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { DESK, launch, mounted, PHONE, settled, shoot, tooWide, until, watched } from './browser.mjs';
import { arm, judged } from './judges.mjs';
import { unaccented } from './names.mjs';
import { serve } from './server.mjs';
import { folder, honoured, pages, prefix, samples, slug } from './tree.mjs';

const site = folder('SITE');
const WIDTHS = [320, 360, 768, 1440];
const CAMPAIGN = process.env.CAMPAIGN ?? 'site';
const somebody = unaccented(honoured(site)[0].name);

let browser, moved, home, reader, judgements = 0;
before(async () => {
  browser = await launch();
  moved = await serve(site, '/cong/thi-dua/');
  home = await serve(site, prefix(site));
  reader = await watched(browser, moved.origin);
});
after(async () => { await browser?.close(); await moved?.close(); await home?.close(); });

// opened gives a page in the window of a reader who goes from one to the next: what was compiled for one, the judges above all, need not be for another.
// A page must work under any path; the 404 page, which is shown at any depth, only where the site is published.
async function opened(name) {
  if (name === '404.html') return { server: home, ...await watched(browser, home.origin) };
  reader.faults.length = 0;
  await reader.page.emulateMedia({ colorScheme: 'light' });
  await reader.page.setViewportSize(DESK);
  return { server: moved, ...reader, close() {} };
}

// used does on a page what its readers do: points at charts and steps through them, looks for a name, filters, prints.
async function used(page) {
  for (const chart of await page.locator('.chart-live').all()) {
    await chart.hover();
    await chart.locator('.chart-tip').waitFor();
    await chart.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Escape');
  }
  const field = page.locator('form.search input').first();
  if (await field.count()) {
    await field.fill(somebody);
    await page.locator('form.search [role=option]').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
  const choice = page.locator('form.sift select').first();
  if (await choice.count()) {
    const words = () => page.locator('#dang-xem').innerText();
    const whole = await words();
    await page.locator('details:has(form.sift) > summary').click();
    await choice.selectOption({ index: 1 });
    await until(page, w => !['', w].includes(document.getElementById('dang-xem').innerText), whole);
    await choice.selectOption({ index: 0 });
    await until(page, w => document.getElementById('dang-xem').innerText === w, whole);
  }
  await page.pdf();
}

for (const [i, name] of samples(site).entries()) {
  test(`/${name}`, async () => {
    const { server, page, faults, violations, close } = await opened(name);
    try {
      const response = await page.goto(server.root + name);
      assert.equal(response.status(), 200);
      await settled(page);
      await mounted(page);
      await used(page);
      assert.deepEqual(await violations(), [], 'violations of the content security policy');
      assert.deepEqual(faults, []);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
        await settled(page);
        assert.deepEqual(await tooWide(page), [], `scrolls sideways at ${width} px`);
        if (width !== 320) await shoot(page, `${CAMPAIGN}-${slug(name)}-${width}`);
      }
      // What is folded away is read by those who unfold it.
      await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true; }));
      await arm(page);
      for (const [j, [width, colorScheme]] of [[1280, 'light'], [320, 'dark']].entries()) { // colours hang on no width
        await page.setViewportSize({ ...DESK, width });
        await page.emulateMedia({ colorScheme });
        await settled(page);
        assert.deepEqual(await judged(page, j === i % 2), [], `accessibility, ${colorScheme}, ${width} px`); // IBM's checker sees each kind in one state, by turns
        judgements++;
        if (colorScheme === 'dark') await shoot(page, `${CAMPAIGN}-${slug(name)}-dark-${width}`);
      }
    } finally {
      await close();
    }
  });
}

test('each kind of page was judged, light and wide, dark and narrow', t => {
  t.diagnostic(`measured: ${judgements} judgements by axe-core, ${samples(site).length} by IBM's checker, of as many kinds of pages: 0 findings`);
  assert.equal(judgements, 2 * samples(site).length);
});

test('the open menu of a phone is judged too', async () => {
  const { page, close } = await watched(browser, home.origin, { viewport: PHONE });
  try {
    for (const name of ['', 'chi-tieu/']) { // without and with a search in the menu
      await page.goto(home.root + name);
      await page.locator('.bar > [popovertarget]').click();
      await page.locator('[popover] nav a').first().waitFor();
      await arm(page);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        assert.deepEqual(await judged(page), [], `/${name}, ${colorScheme}`);
        await shoot(page, `${CAMPAIGN}-menu-${slug(name)}-${colorScheme}`, {});
      }
    }
  } finally {
    await close();
  }
});

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
    const link = page.locator('main a, header a:not(.skip)').first(), address = await link.evaluate(a => a.href);
    await link.click();
    await page.waitForURL(address);
    assert.equal((await page.request.get(address)).status(), 200, address);
    // Chromium itself reports the 404 of the page that was asked for.
    assert.deepEqual(faults.filter(f => !f.includes('status of 404')), []);
  } finally {
    await close();
  }
});
