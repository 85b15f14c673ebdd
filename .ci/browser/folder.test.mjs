// The ordinary build, opened from its folder by somebody who has no server: links and search still lead to pages.
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, until } from './browser.mjs';
import { unaccented } from './names.mjs';
import { file, folder, honoured } from './tree.mjs';

const site = folder('SITE');

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

test('links and search of a build opened as files', async () => {
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(file(site, '')).href);
    await page.locator('a[href="vinh-danh/"]').last().click();
    await page.waitForURL(/\/vinh-danh\/index\.html$/);
    const { name } = honoured(site)[0];
    await page.locator('form.search input').first().fill(unaccented(name));
    await page.locator('form.search [role=option]').first().click();
    await page.waitForURL(/\/vinh-danh\/[^/]+\/index\.html$/);
    await until(page, name => document.querySelector('h1')?.textContent.includes(name), name);
  } finally {
    await page.close();
  }
});
