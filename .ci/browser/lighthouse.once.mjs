// Lighthouse: each kind of page has 100 in accessibility, best practices and SEO. (Its speed score is noise on shared machines; weight.test.mjs weighs instead.)
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import lighthouse from 'lighthouse';
import { pageFunctions } from 'lighthouse/core/lib/page-functions.js';
import puppeteer from 'puppeteer-core';
import { CHROMIUM, FLAGS } from './browser.mjs';
import { serve } from './server.mjs';
import { file, folder, prefix, shapes } from './tree.mjs';

const site = folder('SITE'), pages = shapes(site);
// Its own waits are for measuring speed; with "simulate" they are as short as told.
const CONFIG = { extends: 'lighthouse:default', settings: {
  onlyCategories: ['accessibility', 'best-practices', 'seo'], throttlingMethod: 'simulate', disableFullPageScreenshot: true,
  pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 100, cpuQuietThresholdMs: 100,
} };

// How fast the machine is, which it finds out in a second of its own for each page, is told in no report of ours.
pageFunctions.computeBenchmarkIndex = function computeBenchmarkIndex() { return 0; };

let browser, server;
before(async () => { browser = await puppeteer.launch({ executablePath: CHROMIUM, args: FLAGS, waitForInitialPage: false }); server = await serve(site, prefix(site)); });
after(async () => { await browser?.close(); await server?.close(); });

test('100 on every kind of page', async t => {
  const bad = [];
  for (const name of pages) {
    // A page that search engines are told to pass by cannot be crawled well.
    const hidden = readFileSync(file(site, name), 'utf8').includes('<meta name="robots" content="noindex">');
    const { lhr } = await lighthouse(server.root + name, { port: Number(new URL(browser.wsEndpoint()).port), logLevel: 'silent' }, CONFIG);
    if (lhr.runtimeError) bad.push(`/${name}: ${lhr.runtimeError.code} ${lhr.runtimeError.message}`);
    for (const { id, score, auditRefs } of Object.values(lhr.categories)) {
      const lost = auditRefs.filter(a => a.weight > 0 && ![1, null].includes(lhr.audits[a.id].score) && !(hidden && a.id === 'is-crawlable')).map(a => a.id);
      if (lost.length || score !== 1 && !(hidden && id === 'seo')) bad.push(`/${name}: ${id} ${score}, ${lost}: ${lost.map(l => JSON.stringify(lhr.audits[l].details?.items?.slice(0, 2))).join()}`.slice(0, 1000));
    }
  }
  assert.deepEqual(bad, []);
  t.diagnostic(`measured: Lighthouse: accessibility 100, best practices 100, SEO 100 on ${pages.length} kinds of pages`);
});
