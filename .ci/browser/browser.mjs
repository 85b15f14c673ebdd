// Chromium, and pages that remember everything that went wrong on them.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

// The shell is the same engine of the same version without what is around a page, and costs less than half. What is measured is measured in WHOLE.
export const WHOLE = process.env.CHROMIUM || '/usr/bin/chromium';
export const CHROMIUM = process.env.CHROMIUM || ['/usr/bin/chromium-headless-shell', WHOLE].find(existsSync);
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--force-color-profile=srgb'];

export const launch = (executablePath = CHROMIUM) => chromium.launch({ executablePath, args: FLAGS });

export const PHONE = { width: 360, height: 740 };
export const SMALL = { width: 320, height: 720 };
export const DESK = { width: 1440, height: 900 };

// watched opens a page in a context of its own. faults lists console errors, exceptions, violations of the policy,
// failed requests and requests to any other origin than allowed; shift() is how far the layout has jumped so far.
export async function watched(browser, allowed, options = {}) {
  const context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce', locale: 'vi-VN', ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('console', m => { if (m.type() === 'error' || m.type() === 'warning') faults.push(`console: ${m.text()} (${m.location().url})`); });
  page.on('pageerror', e => faults.push(`exception: ${e.message}`));
  // What is cut off because the page is left is no fault.
  page.on('requestfailed', r => r.failure()?.errorText !== 'net::ERR_ABORTED' && faults.push(`failed: ${r.url()} ${r.failure()?.errorText}`));
  page.on('request', r => { if (!r.url().startsWith(allowed) && !r.url().startsWith('data:')) faults.push(`foreign request: ${r.url()}`); });
  page.on('response', r => { if (r.status() >= 400 && !r.request().isNavigationRequest()) faults.push(`${r.status()}: ${r.url()}`); });
  await page.addInitScript(() => {
    window.seen = { policy: [], shift: 0 };
    document.addEventListener('securitypolicyviolation', e => window.seen.policy.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));
    new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) window.seen.shift += e.value; })).observe({ type: 'layout-shift', buffered: true });
  });
  const violations = () => page.evaluate(() => window.seen.policy);
  const shift = () => page.evaluate(() => window.seen.shift);
  const close = async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' }); // what a browser asks for at the end, its icon say, is not waited for
    await context.close();
  };
  return { page, faults, violations, shift, close };
}

// mounted scrolls to each chart of a page in turn and waits until it is alive. It gives their number.
export async function mounted(page) {
  const figures = await page.locator('figure[data-chart]').all();
  for (const figure of figures) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('.chart-live svg').first().waitFor();
  }
  return figures.length;
}

// settled waits until fonts are there and what was asked of the page is laid out. What a script does in its own time must be awaited by itself.
export async function settled(page) {
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))));
}

// withFonts opens a page whose style sheet the server keeps until the page's fonts have come: nothing that is seen is ever in another font.
export async function withFonts(page, server, url) {
  const release = server.hold(/\.css$/), waiting = new Set();
  const asked = r => { if (r.url().endsWith('.woff2')) waiting.add(r); };
  const came = r => { if (waiting.delete(r) && !waiting.size) release(); };
  page.on('request', asked);
  page.on('requestfinished', came);
  await page.goto(url);
  await settled(page);
  page.off('request', asked);
  page.off('requestfinished', came);
}

// forgetter gives what empties the cache of a page's window: what is opened next comes as to a reader who never was here. To open a window for each
// page instead costs the whole browser more than twice what the page costs it.
export async function forgetter(page) {
  const tools = await page.context().newCDPSession(page);
  return () => tools.send('Network.clearBrowserCache');
}

// until waits for a condition. (Playwright's own waitForFunction is stopped by a policy without 'unsafe-eval', and told as a violation.)
export async function until(page, condition, argument, wait = 15000) {
  for (const end = Date.now() + wait; ; await page.waitForTimeout(20)) {
    if (await page.evaluate(condition, argument)) return;
    if (Date.now() > end) throw new Error(`after ${wait} ms still not: ${condition}`);
  }
}

// eventually waits until a value read again and again is the wanted one; if it never is, it says what it was last.
export async function eventually(read, wanted, message, wait = 15000) {
  for (const end = Date.now() + wait; ; await new Promise(done => setTimeout(done, 20))) {
    const value = await read();
    if (isDeepStrictEqual(value, wanted)) return;
    if (Date.now() > end) assert.deepEqual(value, wanted, message);
  }
}

// tooWide lists what makes a page scroll sideways; nothing if it does not.
export const tooWide = page => page.evaluate(() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 0.5);
  return [`page ${root.scrollWidth} > ${root.clientWidth}`, ...wide.slice(0, 5).map(e => `${e.tagName.toLowerCase()}.${e.className?.baseVal ?? e.className}`)];
});

// shoot keeps a picture in the folder that SHOTS names, for people to look at.
export async function shoot(page, name, options = { fullPage: true }) {
  if (!process.env.SHOTS) return;
  mkdirSync(process.env.SHOTS, { recursive: true });
  await page.screenshot({ path: join(process.env.SHOTS, name + '.png'), ...options });
}
