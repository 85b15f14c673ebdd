// The second version of a campaign (.ci/versions): pages that moved lead on, from a server and from a folder; pages that were taken back say so.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DESK, launch, PHONE, settled, shoot, watched } from './browser.mjs';
import { arm, judged } from './judges.mjs';
import { serve } from './server.mjs';
import { file, folder, pages, prefix, slug } from './tree.mjs';

const site = folder('SITE'), portable = folder('PORTABLE');
const html = (of, name) => readFileSync(file(of, name), 'utf8');
const led = pages(site).filter(p => html(site, p).includes('class="page-moved"'));
const gone = pages(site).filter(p => html(site, p).includes('class="page-withdrawn"'));
const canonical = name => html(site, name).match(/<link rel="canonical" href="([^"]*)">/)[1];

let browser, server;
before(async () => {
  browser = await launch();
  server = await serve(site, prefix(site));
});
after(async () => { await browser?.close(); await server?.close(); });

test('there are pages that moved and pages that were taken back', () => {
  assert.ok(led.length >= 9 && gone.length === 2, `${led} ${gone}`);
  for (const list of ['sitemap.xml', 'feed.xml', 'tim-kiem/chi-muc.js']) {
    for (const name of [...led, ...gone]) assert.ok(!readFileSync(`${site}/${list}`, 'utf8').includes(`/${name}<`), `${list} lists ${name}`);
  }
});

for (const [where, at] of [['a server', name => server.root + name], ['a folder', name => pathToFileURL(file(portable, name)).href]]) {
  test(`a page that moved leads on from ${where}`, async () => {
    const allowed = where === 'a server' ? server.origin : 'file:';
    const { page, faults, close } = await watched(browser, allowed);
    try {
      for (const name of led) {
        const to = new URL(canonical(name)).pathname.slice(prefix(site).length);
        await page.goto(at(name));
        await page.waitForURL(at(to));
        await settled(page);
        assert.match(await page.locator('h1').first().textContent(), /\S/);
        assert.equal(await page.locator('body.page-moved').count(), 0, `${name} leads to another that moved`);
      }
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });
}

test('what stands at old addresses is well made, in both schemes and sizes', async () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const viewport of [PHONE, DESK]) {
      const { page, faults, close } = await watched(browser, server.origin, { colorScheme, viewport });
      try {
        for (const name of [led[0], ...gone]) {
          // A page that leads on at once is looked at as if it did not.
          await page.route(server.root + name, route => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html(site, name).replace(/<meta http-equiv="refresh"[^>]*>/, '') }));
          await page.goto(server.root + name);
          await settled(page);
          await shoot(page, `moved-${slug(name)}-${colorScheme}-${viewport.width}`);
          await arm(page);
          assert.deepEqual(await judged(page), [], `/${name}, ${colorScheme}, ${viewport.width} px`);
        }
        assert.deepEqual(faults, []);
      } finally {
        await close();
      }
    }
  }
});
