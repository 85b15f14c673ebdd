// Charts in the browser: the live one takes the place of its picture without moving anything, says the same, follows the page, and tells its
// points to the pointer, the keyboard and the finger.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { DESK, eventually, forgetter, launch, mounted, PHONE, settled, shoot, tooWide, until, watched, withFonts } from './browser.mjs';
import { serve } from './server.mjs';
import { file, folder, pages, samples } from './tree.mjs';

const site = folder('SITE');
const CAMPAIGN = process.env.CAMPAIGN ?? 'site';
const html = name => readFileSync(file(site, name), 'utf8');
const charted = pages(site).filter(p => html(p).includes('data-chart='));
let browser, server;
before(async () => { browser = await launch(); server = await serve(site, '/cong/thi-dua/'); });
after(async () => { await browser?.close(); await server?.close(); });

const live = page => page.locator('.chart-live').first();
const tip = page => page.locator('.chart-tip').first();

test('there are charts', () => assert.ok(charted.length > 0));

// worded tells how the live chart of a desk and its picture differ in their words, and what of both is read aloud.
async function worded(page) {
  const w = await page.evaluate(() => {
    const f = document.querySelector('figure[data-chart]');
    const of = svgs => [...svgs].flatMap(s => [...s.querySelectorAll('text')].map(t => t.textContent.trim())).filter(Boolean).sort();
    const stills = [...f.querySelectorAll('.plate > svg')];
    return { live: of(f.querySelectorAll('.chart-live svg')), still: of(stills.slice(-1)),
      spoken: [...f.querySelectorAll('svg')].filter(s => !s.closest('[aria-hidden="true"]')).length, lead: document.querySelector('main .lead')?.textContent.trim() };
  });
  // Lines may break elsewhere: the words are compared, not the lines.
  const said = list => list.join(' ').split(/\s+/).sort().join(' '), bad = [];
  if (said(w.live) !== said(w.still)) bad.push(`live "${w.live}", picture "${w.still}"`);
  if (w.spoken) bad.push(`${w.spoken} drawings are read aloud`);
  if (!w.lead) bad.push('no sentence');
  return bad;
}

for (const [screen, options, also] of [['phone', { viewport: PHONE, hasTouch: true }, () => []], ['desk, and both bear the same words and are passed by in reading aloud', { viewport: DESK }, worded]]) {
  test(`each chart mounts in place and moves nothing, ${screen}`, async () => {
    const bad = [], { page, faults, violations, shift, close } = await watched(browser, server.origin, options);
    try {
      const forget = await forgetter(page);
      for (const name of charted) {
        await forget();
        await withFonts(page, server, server.root + name);
        const heights = () => page.locator('figure[data-chart]').evaluateAll(all => all.map(f => f.getBoundingClientRect().height).join());
        const before = await heights();
        await mounted(page);
        await settled(page);
        if (await heights() !== before) bad.push(`/${name}: the figures were ${before} px high and are ${await heights()}`);
        if (await shift() !== 0) bad.push(`/${name}: layout shift ${await shift()}`);
        bad.push(...[...await violations(), ...faults.splice(0), ...await also(page)].map(v => `/${name}: ${v}`));
      }
    } finally {
      await close();
    }
    assert.deepEqual(bad, []);
  });
}

test('every picture fits a screen of 320 px as it was drawn, its letters no smaller', async () => {
  const { page, close } = await watched(browser, server.origin, { viewport: { width: 320, height: 700 }, javaScriptEnabled: false });
  try {
    for (const name of charted) {
      await page.goto(server.root + name);
      assert.deepEqual(await tooWide(page), [], `/${name}`);
      const [drawn, shown] = await page.locator('.plate > svg').first().evaluate(s => [+s.getAttribute('width'), s.getBoundingClientRect().width]);
      assert.equal(shown, drawn, `/${name}`);
    }
    for (const width of [640, 799, 800, 1000, 1440]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(server.root + charted[0]);
      const seen = await page.locator('.plate > svg:visible').evaluateAll(all => all.map(s => [+s.getAttribute('width'), s.getBoundingClientRect().width]));
      assert.equal(seen.length, 1, `${width} px`);
      assert.equal(seen[0][1], seen[0][0], `${width} px`);
    }
  } finally {
    await close();
  }
});

const stops = page => page.evaluate(() => JSON.parse(document.querySelector('figure[data-chart] script').textContent).stops);
const many = charted.map(p => [(html(p).match(/"words":"[^"]*","long"/g) ?? []).length, p]).sort((a, b) => b[0] - a[0])[0]?.[1];

test('the arrow keys step through the points, whose words are seen and said', async () => {
  const { page, faults, violations, close } = await watched(browser, server.origin, { viewport: DESK });
  try {
    await page.goto(server.root + many);
    await mounted(page);
    const all = await stops(page);
    assert.ok(all.length > 1, `/${many} has ${all.length} points`);
    for (let i = 0; i < 60 && !await live(page).evaluate(e => e === document.activeElement); i++) await page.keyboard.press('Tab');
    const chart = live(page);
    assert.ok(await chart.evaluate(e => e === document.activeElement), 'Tab reaches the chart');
    assert.equal(await chart.getAttribute('role'), 'slider');
    assert.match(await chart.getAttribute('aria-label'), /\p{L}/u);
    const told = async i => {
      await tip(page).waitFor();
      await eventually(() => tip(page).locator('b').innerText(), all[i].words);
      await eventually(() => chart.getAttribute('aria-valuenow'), String(i + 1));
      assert.ok((await chart.getAttribute('aria-valuetext')).startsWith(all[i].words));
      const box = await tip(page).boundingBox();
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= DESK.width, 'the words are on the screen');
    };
    await told(all.length - 1);
    await page.keyboard.press('ArrowUp');
    await told(all.length - 2);
    await page.keyboard.press('Home');
    await told(0);
    await page.keyboard.press('ArrowRight');
    await told(1);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    await told(all.length - 1);
    await shoot(page, `${CAMPAIGN}-chart-keys-1440`, {});
    await page.keyboard.press('Escape');
    await tip(page).waitFor({ state: 'hidden' });
    await page.keyboard.press('ArrowLeft');
    await tip(page).waitFor();
    await page.keyboard.press('Tab');
    await tip(page).waitFor({ state: 'hidden' });
    assert.deepEqual(await violations(), []);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

// where gives the place of a point on the screen, by its ring. The pointer is taken away first: a browser tells it of what comes to lie under it.
async function where(page, i) {
  await page.mouse.move(2, 2);
  await tip(page).waitFor({ state: 'hidden' });
  await live(page).focus();
  await page.keyboard.press('Home');
  for (let k = 0; k < i; k++) await page.keyboard.press('ArrowRight');
  await tip(page).waitFor();
  const ring = page.locator('.chart-ring').first(), shown = await ring.isVisible();
  const box = await (shown ? ring : live(page)).boundingBox();
  await page.keyboard.press('Escape');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('the pointer shows a point, and the words stay while it is on them', async () => {
  const { page, close } = await watched(browser, server.origin, { viewport: DESK });
  try {
    await page.goto(server.root + many);
    await mounted(page);
    const all = await stops(page);
    for (const i of [0, all.length - 1]) {
      const at = await where(page, i);
      await page.mouse.move(at.x, at.y);
      await eventually(() => tip(page).locator('b').innerText(), all[i].words);
      const box = await tip(page).boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
      await tip(page).waitFor();
      await page.keyboard.press('Escape');
      await tip(page).waitFor({ state: 'hidden' });
    }
    await page.mouse.move((await where(page, 0)).x, (await where(page, 0)).y);
    await page.mouse.move(2, 2);
    await tip(page).waitFor({ state: 'hidden' });
  } finally {
    await close();
  }
});

test('a tap shows a point, a second one or one elsewhere puts it away', async () => {
  const { page, close } = await watched(browser, server.origin, { viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });
  try {
    await page.goto(server.root + many);
    await mounted(page);
    const all = await stops(page), at = await where(page, 0);
    await page.touchscreen.tap(at.x, at.y);
    await tip(page).waitFor();
    await eventually(() => tip(page).locator('b').innerText(), all[0].words);
    assert.deepEqual(await tooWide(page), []);
    const words = await tip(page).boundingBox();
    assert.ok(words.x >= 0 && words.x + words.width <= 320, 'the words are on the screen');
    await shoot(page, `${CAMPAIGN}-chart-tap-320`, {});
    await page.touchscreen.tap(at.x, at.y);
    await tip(page).waitFor({ state: 'hidden' });
    await page.touchscreen.tap(at.x, at.y);
    await tip(page).waitFor();
    await page.locator('.key, .facts dt').first().tap();
    await tip(page).waitFor({ state: 'hidden' });
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
    await eventually(async () => await width() < wide && await width() <= PHONE.width, true, `still wider than ${PHONE.width} px`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await eventually(async () => await inks() !== light, true, 'still in light colours');
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    await settled(page);
    await shoot(page, `${CAMPAIGN}-chart-forced`, {});
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('the engine comes only when a chart comes near, and never to a page without charts', async () => {
  const { page, close } = await watched(browser, server.origin, { viewport: { width: 360, height: 400 } });
  const asked = [];
  page.on('request', r => { if (/echarts|charts\.[0-9a-f]+\.js/.test(r.url())) asked.push(r.url()); });
  try {
    for (const name of samples(site).filter(p => p !== '404.html' && !charted.includes(p))) {
      await page.goto(server.root + name);
      await settled(page);
      assert.deepEqual(asked, [], `/${name}`);
    }
    // The chart of a page that is pushed far down is not fetched until somebody scrolls to it.
    await page.route('**/*', async route => {
      if (!route.request().isNavigationRequest()) return route.continue();
      const response = await route.fetch();
      return route.fulfill({ response, body: (await response.text()).replace('<h1', '<svg width="1" height="3000" aria-hidden="true"></svg><h1') });
    });
    await page.goto(server.root + charted[0]);
    await settled(page);
    assert.deepEqual(asked.filter(a => a.includes('echarts')), []);
    await mounted(page);
    assert.equal(asked.filter(a => a.includes('echarts')).length, 1);
  } finally {
    await close();
  }
});

test('a page with a chart weighs little', async t => {
  const { page, close } = await watched(browser, server.origin, { viewport: PHONE });
  try {
    let heaviest = ['', 0];
    for (const name of charted) {
      const size = statSync(file(site, name)).size;
      if (size > heaviest[1]) heaviest = [name, size];
    }
    assert.ok(heaviest[1] <= 40_000, `/${heaviest[0]}: ${heaviest[1]} bytes`);
    server.sent();
    await page.goto(server.root + heaviest[0]);
    await mounted(page);
    const { bytes, paths } = server.sent();
    t.diagnostic(`measured: heaviest page with a chart: ${heaviest[1]} bytes of HTML, ${bytes} bytes over the wire in ${paths.length} requests`);
    assert.ok(bytes <= 330_000, `${bytes} bytes`);
  } finally {
    await close();
  }
});
