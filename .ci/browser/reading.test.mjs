// What a reader sees without JavaScript, with the keyboard alone, and on paper.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch, mounted, PHONE, settled, shoot, SMALL, tooWide, until, watched } from './browser.mjs';
import { serve } from './server.mjs';
import { file, folder, honoured, kind, pages, samples, slug } from './tree.mjs';

const site = folder('SITE');
const CAMPAIGN = process.env.CAMPAIGN ?? 'site';
const charts = samples(site).filter(p => readFileSync(file(site, p), 'utf8').includes('data-chart'));

let browser, server;
before(async () => { browser = await launch(); server = await serve(site, '/cong/thi-dua/'); });
after(async () => { await browser?.close(); await server?.close(); });

const visible = (page, selector) => page.evaluate(s => [...document.querySelectorAll(s)].filter(e => {
  const box = e.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(e).visibility === 'visible';
}).length, selector);

test('without JavaScript every kind of page has its words, its pictures and working links', async () => {
  const { page, faults, close } = await watched(browser, server.origin, { javaScriptEnabled: false, viewport: PHONE });
  try {
    const bad = [], links = new Set();
    for (const name of samples(site).filter(p => p !== '404.html')) {
      assert.equal((await page.goto(server.root + name)).status(), 200, name);
      if ((await page.locator('main').innerText()).trim().length < 40) bad.push(`/${name}: main has no words`);
      const figures = await page.locator('figure[data-chart]').count();
      const drawn = await visible(page, 'figure[data-chart] svg');
      if (figures !== drawn) bad.push(`/${name}: ${figures} charts, ${drawn} pictures seen`);
      bad.push(...(await tooWide(page)).map(w => `/${name}: ${w}`));
      for (const href of await page.locator('a[href]').evaluateAll(all => all.map(a => a.getAttribute('href')))) links.add(new URL(href, page.url()).href.replace(/#.*/, ''));
    }
    for (const link of [...links].filter(l => l.startsWith(server.origin))) {
      const response = await page.request.get(link);
      if (response.status() !== 200) bad.push(`${link}: ${response.status()}`);
    }
    assert.deepEqual(bad, []);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('no page runs over the edge of the narrowest phone', async () => {
  const { page, close } = await watched(browser, server.origin, { javaScriptEnabled: false, viewport: SMALL });
  try {
    const all = pages(site).filter(p => p !== '404.html');
    const wide = [];
    for (const name of all.length > 100 ? samples(site) : all) {
      await page.goto(server.root + name);
      wide.push(...(await tooWide(page)).map(w => `/${name}: ${w}`));
    }
    assert.deepEqual(wide, []);
  } finally {
    await close();
  }
});

test('without JavaScript a name is found through the lists of letters', async () => {
  const { page, close } = await watched(browser, server.origin, { javaScriptEnabled: false, viewport: PHONE });
  try {
    const letters = pages(site).filter(p => kind(p) === 'vinh-danh/van/*');
    assert.ok(letters.length > 0, 'no lists of letters');
    let text = '';
    for (const letter of letters) {
      await page.goto(server.root + letter);
      text += await page.locator('main').innerText();
    }
    const missing = honoured(site).map(r => r.name).filter(n => !text.includes(n));
    assert.deepEqual(missing, []);
  } finally {
    await close();
  }
});

test('the keyboard alone reaches the content and the menu', async () => {
  const { page, close } = await watched(browser, server.origin, { viewport: PHONE });
  try {
    await page.goto(server.root);
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement.matches('a.skip')), 'the first stop is the link to the content');
    assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().top >= 0), 'and it is seen');
    await page.keyboard.press('Enter');
    await until(page, () => location.hash && document.querySelector(location.hash) === document.querySelector('main'));
    await page.reload();
    const stops = new Set();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      stops.add(await page.evaluate(() => {
        const e = document.activeElement, style = getComputedStyle(e);
        const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
        return e === document.body ? 'body' : (ring ? 'ring ' : 'NO RING ') + e.tagName + ' ' + (e.textContent.trim() || e.name || e.id).slice(0, 30);
      }));
    }
    assert.ok(stops.size > 5, `only ${[...stops]}`);
    assert.deepEqual([...stops].filter(s => s.startsWith('NO RING')), [], 'focus that nobody sees');
    const menu = page.locator('[popovertarget]:not([popovertargetaction])').first();
    if (await menu.isVisible()) {
      await menu.focus();
      await page.keyboard.press('Enter');
      await page.locator('[popover]:popover-open a').first().waitFor(); // Enter opens the menu
      await shoot(page, `${CAMPAIGN}-menu-360`, {});
      await page.keyboard.press('Escape');
      await page.locator('[popover]:popover-open').waitFor({ state: 'hidden' }); // and Escape closes it
    }
  } finally {
    await close();
  }
});

test('without JavaScript a button closes the menu of a phone', async () => {
  const { page, close } = await watched(browser, server.origin, { javaScriptEnabled: false, viewport: PHONE });
  try {
    await page.goto(server.root);
    const menu = page.locator('[popover]'), shut = menu.locator('button[popovertarget]');
    assert.equal(await shut.isVisible(), false);
    await page.locator('.bar > [popovertarget]').click();
    await menu.locator('nav a').first().waitFor();
    const box = await shut.boundingBox();
    assert.ok(box.width >= 44 && box.height >= 44, `a finger needs more than ${box.width} × ${box.height}`);
    await shut.click();
    await menu.waitFor({ state: 'hidden' });
  } finally {
    await close();
  }
});

test('dates that take more than a line on a phone have no ornaments beside them', async () => {
  const { page, close } = await watched(browser, server.origin, { viewport: PHONE });
  try {
    for (const name of pages(site).filter(p => ['', 'en/'].includes(p))) {
      for (const viewport of [PHONE, SMALL]) {
        await page.setViewportSize(viewport);
        await page.goto(server.root + name);
        await settled(page);
        const { lines, ornaments } = await page.locator('.hero .dates').evaluate(e => {
          const words = document.createRange();
          words.selectNodeContents(e);
          const tops = new Set([...words.getClientRects()].map(r => Math.round(r.top)));
          return { lines: tops.size, ornaments: getComputedStyle(e, '::before').display !== 'none' };
        });
        assert.ok(lines === 1 || lines > 1 && !ornaments, `/${name} at ${viewport.width} px: ${lines} lines`);
      }
    }
  } finally {
    await close();
  }
});

test('the longest awards are printed on one sheet each, with their address', async () => {
  const { page, close } = await watched(browser, server.origin);
  try {
    const longest = honoured(site).sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length).slice(0, 3);
    assert.ok(longest.length > 0, 'nobody is honoured');
    for (const { id } of longest) {
      await page.goto(`${server.root}vinh-danh/${id}/`);
      await settled(page);
      const address = await page.locator('link[rel=canonical]').getAttribute('href');
      assert.equal(await page.getByText(address).isVisible(), false, `${id}: the screen has its address bar`);
      const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
      assert.equal(sheets?.length, 1, id);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.getByText(address).isVisible(), true, `${id}: no address on paper`);
      await page.emulateMedia({ media: null });
    }
  } finally {
    await close();
  }
});

test('on paper there is no menu, nothing runs over the edge, and charts are the printed pictures', async () => {
  const { page, close } = await watched(browser, server.origin, { viewport: { width: 700, height: 990 } });
  try {
    for (const name of ['', ...charts]) {
      await page.goto(server.root + name);
      await mounted(page);
      await settled(page);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await visible(page, 'header nav, form.search'), 0, `/${name}: menu or search on paper`);
      assert.deepEqual(await tooWide(page), [], `/${name}`);
      assert.equal(await visible(page, 'figure[data-chart] .chart-live'), 0, `/${name}: the live chart on paper`);
      assert.equal(await visible(page, 'figure[data-chart] svg'), await page.locator('figure[data-chart]').count(), `/${name}: a chart without its picture`);
      await shoot(page, `${CAMPAIGN}-${slug(name)}-print`);
      await page.emulateMedia({ media: 'screen' });
    }
  } finally {
    await close();
  }
});
