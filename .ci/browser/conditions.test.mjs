// Each kind of page as people have to see it: enlarged four times, with wider spacing, without pictures, in forced colours, without motion.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { DESK, launch, mounted, settled, shoot, tooWide, watched } from './browser.mjs';
import { serve } from './server.mjs';
import { folder, kinds, prefix, slug } from './tree.mjs';

const site = folder('SITE');
const CAMPAIGN = process.env.CAMPAIGN ?? 'site';

let browser, server;
before(async () => { browser = await launch(); server = await serve(site, prefix(site)); });
after(async () => { await browser?.close(); await server?.close(); });

// each opens every kind of page in one window and gathers what look finds wrong with it.
async function each(options, look) {
  const { page, faults, close } = await watched(browser, server.origin, options);
  const bad = [];
  try {
    for (const name of kinds(site)) {
      await page.goto(server.root + name);
      await settled(page);
      await mounted(page);
      bad.push(...(await look(page, name)).map(b => `/${name}: ${b}`));
    }
    assert.deepEqual(bad, []);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
}

// cut lists texts of which a part cannot be seen or scrolled to, but for what is meant for the ear only.
const cut = page => page.evaluate(() => [...document.body.querySelectorAll('*')].filter(e => {
  if (e.closest('svg, .quiet, [hidden]') || !e.checkVisibility({ visibilityProperty: true }) || !e.innerText?.trim()) return false;
  const style = getComputedStyle(e);
  if (style.clipPath !== 'none') return false;
  const hides = o => o === 'hidden' || o === 'clip';
  return hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1 || hides(style.overflowY) && e.scrollHeight > e.clientHeight + 1 || style.textOverflow === 'ellipsis';
}).map(e => `${e.tagName.toLowerCase()}.${e.className} is cut: ${e.innerText.slice(0, 40)}`));

// A window of 1,280 × 1,024 px at 400 % has room for 320 × 256 of the page's own.
test('at 400 % every kind of page is read by scrolling down alone, with the spacing that readers may ask for too', async () => {
  await each({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, async (page, name) => {
    const bad = [...await tooWide(page), ...await cut(page)];
    const masks = await page.evaluate(() => [...document.body.querySelectorAll('*')].filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position) && e.checkVisibility()).map(e => `${e.tagName.toLowerCase()}.${e.className} stays above the page`));
    if (name === '') await shoot(page, `${CAMPAIGN}-zoom`, {});
    // WCAG 1.4.12
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      for (const rule of ['* { line-height:1.5 !important; letter-spacing:.12em !important; word-spacing:.16em !important }', 'p { margin-bottom:2em !important }']) sheet.insertRule(rule);
      document.adoptedStyleSheets = [sheet];
    });
    await settled(page);
    return [...bad, ...masks, ...(await tooWide(page)).map(w => `with spacing: ${w}`), ...(await cut(page)).map(c => `with spacing: ${c}`)];
  });
});

test('without pictures every kind of page has its words', async () => {
  const { page, close } = await watched(browser, server.origin, { viewport: DESK });
  try {
    const bad = [];
    await page.route('**/*', route => route.request().resourceType() === 'image' ? route.abort() : route.continue());
    for (const name of kinds(site)) {
      await page.goto(server.root + name);
      await settled(page);
      bad.push(...(await page.evaluate(() => {
        const wrong = [];
        for (const image of document.images) if (!image.hasAttribute('alt')) wrong.push(`no words for ${image.src}`);
        const charts = [...document.querySelectorAll('figure.chart')].map(f => [f, f.querySelector('figcaption')?.innerText]);
        document.querySelectorAll('svg, picture, canvas').forEach(e => e.remove());
        for (const e of document.querySelectorAll('a[href], button')) {
          if (e.checkVisibility() && !(e.innerText.trim() || e.getAttribute('aria-label') || e.querySelector('img[alt]:not([alt=""])'))) wrong.push(`nothing is left of ${e.outerHTML.slice(0, 80)}`);
        }
        for (const [figure, caption] of charts) {
          if (!caption?.trim()) wrong.push('a chart without its name');
          const around = figure.closest('.result, section, main');
          if (!/\d/.test(around.innerText.replace(figure.innerText, '')) || !around.querySelector('table, dl, .lead, p')) wrong.push(`nothing says what the chart shows: ${caption}`);
        }
        if (document.querySelector('main').innerText.trim().length < 40) wrong.push('no words');
        return wrong;
      })).map(b => `/${name}: ${b}`));
    }
    assert.deepEqual(bad, []);
  } finally {
    await close();
  }
});

test('in forced colours focus is seen, fields have edges, charts have ink; who asks for no motion gets none', async () => {
  await each({ viewport: DESK, forcedColors: 'active', reducedMotion: 'reduce' }, async (page, name) => {
    const bad = await page.evaluate(() => {
      const wrong = [], paper = getComputedStyle(document.documentElement).backgroundColor;
      for (const e of document.querySelectorAll('input, select, button')) {
        if (e.checkVisibility() && (parseFloat(getComputedStyle(e).borderTopWidth) === 0 || getComputedStyle(e).borderTopStyle === 'none')) wrong.push(`no edge: ${e.outerHTML.slice(0, 60)}`);
      }
      for (const t of document.querySelectorAll('figure svg text')) {
        if (t.checkVisibility() && [paper, 'rgba(0, 0, 0, 0)', 'none', 'rgb(255, 255, 255)'].includes(getComputedStyle(t).fill)) wrong.push(`words in the paper's colour: ${t.textContent}`);
      }
      return wrong;
    });
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => { const s = getComputedStyle(document.activeElement); return document.activeElement !== document.body && s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; });
    if (!ring) bad.push('focus is not seen');
    await page.locator('a').last().hover();
    bad.push(...await page.evaluate(() => [...document.getAnimations().map(a => `${a.effect.target.tagName} moves`), ...getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? ['scrolling is smooth'] : []]));
    await shoot(page, `${CAMPAIGN}-${slug(name)}-forced`);
    return bad;
  });
});
