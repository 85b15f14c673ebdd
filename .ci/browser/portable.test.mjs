// The portable build, opened from a folder without a server: links, charts and search work.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, PHONE, settled, until, watched } from './browser.mjs';
import { unaccented } from './names.mjs';
import { file, folder, honoured, pages, samples } from './tree.mjs';

const site = folder('PORTABLE');
const root = pathToFileURL(site + '/').href;
const at = page => pathToFileURL(file(site, page)).href;

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

test('every kind of page opens from the folder and its links name files', async () => {
  const { page, faults, close } = await watched(browser, root, { viewport: PHONE });
  try {
    const bad = [];
    for (const name of samples(site).filter(p => p !== '404.html')) {
      await page.goto(at(name));
      await settled(page);
      const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map(a => a.href));
      for (const link of links.filter(l => l.startsWith('file:'))) {
        const path = fileURLToPath(link.replace(/[?#].*/, ''));
        if (path.endsWith('/') || !existsSync(path)) bad.push(`/${name}: ${link.slice(root.length)}`);
      }
      if (!(await page.evaluate(() => document.fonts.check('16px "Be Vietnam Pro"')))) bad.push(`/${name}: the font is not there`);
    }
    assert.deepEqual([...new Set(bad)], []);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('a chart mounts from the folder', async () => {
  const charted = pages(site).find(p => readFileSync(file(site, p), 'utf8').includes('data-chart'));
  const { page, faults, close } = await watched(browser, root);
  try {
    await page.goto(at(charted));
    await page.locator('.chart-live svg').first().waitFor();
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('a name is found and opened from the folder', async () => {
  const { page, faults, close } = await watched(browser, root);
  try {
    const { name } = honoured(site).find(r => /Đ/.test(r.name)) ?? honoured(site)[0];
    await page.goto(at(''));
    await page.locator('form.search input').first().fill(unaccented(name));
    const option = page.locator('form.search [role=option]').first();
    await option.waitFor();
    assert.equal(await option.locator('b').innerText(), name);
    await option.click();
    await page.waitForURL(/\/vinh-danh\/[^/]+\/index\.html$/);
    await until(page, name => document.querySelector('main')?.innerText.includes(name), name);
    await page.goto(at(''));
    await page.locator('form.search input').first().fill(name);
    await page.keyboard.press('Enter');
    await page.locator('#ket-qua-tim a').first().waitFor();
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});
