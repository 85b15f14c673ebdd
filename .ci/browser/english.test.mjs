// The pages in English: in one language but for names and quotations, which say theirs; with a way to the Vietnamese page and back; with
// charts and a search that speak English. pages, html, charts and portable judge them as they
// judge every kind of page: accessibility, validity, no layout shift.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DESK, launch, PHONE, settled, shoot, until, watched } from './browser.mjs';
import { unaccented } from './names.mjs';
import { serve } from './server.mjs';
import { file, folder, framed, honoured, pages, samples, slug } from './tree.mjs';

const site = folder('SITE'), portable = folder('PORTABLE');
const CAMPAIGN = process.env.CAMPAIGN ?? 'site';
const html = name => readFileSync(file(site, name), 'utf8');
const own = pages(site).filter(p => !framed(p)), english = own.filter(p => p.startsWith('en/')), kinds = samples(site).filter(p => p.startsWith('en/'));
const TRANSLATED = { 'can-tho': true, 'hai-dang': false };

test('a campaign has pages in English if its data has', () => {
  if (CAMPAIGN in TRANSLATED) assert.equal(english.length > 0, TRANSLATED[CAMPAIGN], `${english.length} pages`);
  if (english.length) {
    for (const page of ['en/', 'en/ke-hoach/', 'en/chi-tieu/']) assert.ok(english.includes(page), `/${page}`);
    assert.equal(english.filter(p => /^en\/chi-tieu\/./.test(p)).length, own.filter(p => /^chi-tieu\/./.test(p)).length, 'a page for each target');
    return;
  }
  for (const page of own) assert.doesNotMatch(html(page), /hreflang/, `/${page}`);
  assert.doesNotMatch(readFileSync(file(site, 'sitemap.xml'), 'utf8'), /hreflang|xhtml/);
});

if (english.length) {
  let browser, server;
  before(async () => { browser = await launch(); server = await serve(site, '/cong/thi-dua/'); });
  after(async () => { await browser?.close(); await server?.close(); });

  test('each page names its versions, and they name it', () => {
    const versions = page => new Map([...html(page).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)].map(m => [m[1], m[2]]));
    const canonical = page => html(page).match(/<link rel="canonical" href="([^"]+)">/)?.[1];
    const base = canonical('');
    assert.match(base, /^https:\/\/.+\/$/);
    const listed = readFileSync(file(site, 'sitemap.xml'), 'utf8');
    for (const page of english) {
      const all = versions(page), theirs = all.get('vi').slice(base.length);
      assert.deepEqual([...all.keys()].sort(), ['en', 'vi', 'x-default'], `/${page}`);
      assert.equal(all.get('en'), canonical(page), `/${page}`);
      assert.equal(all.get('x-default'), all.get('vi'), `/${page}`);
      assert.equal('en/' + theirs, page, 'the same address below /en/');
      assert.deepEqual(versions(theirs), all, `/${theirs}`);
      const copy = html(page).includes('<meta name="robots" content="noindex">'); // of an earlier publication
      assert.equal(listed.includes(`<loc>${base}${page}</loc>`), !copy, `/${page} in the sitemap`);
      assert.match(html(page), /<meta property="og:locale" content="en_\w\w">\n<meta property="og:locale:alternate" content="vi_VN">/);
    }
    for (const page of own.filter(p => !p.startsWith('en/') && !english.includes('en/' + p))) assert.equal(versions(page).size, 0, `/${page}`);
  });

  // Words that are no name and have letters that only Vietnamese has, where nothing says that they are Vietnamese.
  const unmarked = page => page.evaluate(() => {
    const word = /(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]+/gu, letter = /[ăâđêôơưạ-ỹ]/i;
    const common = text => (text.normalize('NFC').match(word) ?? []).filter(w => letter.test(w));
    const found = [], texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let t; (t = texts.nextNode());) {
      const at = t.parentElement;
      if (at.closest('[lang]').lang !== 'en' || at.closest('script, style')) continue;
      if (common(t.data).length) found.push(`${at.tagName}: ${t.data.trim().slice(0, 80)}`);
    }
    for (const e of document.querySelectorAll('*')) {
      if (e.closest('[lang]').lang !== 'en') continue;
      for (const a of e.attributes) {
        if (!/^(title|alt|placeholder|content|aria-label|aria-valuetext|data-(?!root|index).*)$/.test(a.name)) continue;
        if (common(a.value).length) found.push(`${e.tagName} ${a.name}: ${a.value.slice(0, 80)}`);
      }
    }
    return found;
  });

  // What a chart shows and tells, live and still.
  const chartTexts = page => page.evaluate(() => {
    const of = root => [...root.querySelectorAll('text')].map(t => t.textContent);
    const stops = [...document.querySelectorAll('figure script')].flatMap(s => JSON.parse(s.textContent).stops.flatMap(s => [s.words, s.long]));
    const live = document.querySelector('.chart-live');
    return { live: of(live), still: of(document.querySelector('.plate > svg')), told: [...stops, live.getAttribute('aria-valuetext')], label: [live.getAttribute('aria-label')] };
  });
  // A point before three digits, a comma before one or two, a month in figures.
  const VIETNAMESE_NUMBER = /\d\.\d{3}(?!\d)|\d,\d{1,2}(?!\d)|(?<!\d)\d\d\/\d{4}/, THOUSANDS = /^\d{1,3}(,\d{3})+$/;

  test('each page and its live chart speak English: words, numbers and months', async () => {
    const { page, faults, violations, close } = await watched(browser, server.origin);
    try {
      const bad = [];
      let grouped = 0;
      for (const name of english) {
        await page.goto(server.root + name);
        if (html(name).includes('data-chart=')) {
          await page.locator('figure[data-chart]').first().scrollIntoViewIfNeeded();
          await page.locator('.chart-live svg').first().waitFor({ timeout: 5000 });
          const texts = await chartTexts(page);
          for (const [where, all] of Object.entries(texts)) bad.push(...all.filter(t => VIETNAMESE_NUMBER.test(t)).map(t => `/${name}, ${where}: ${t}`));
          if (!texts.label[0].startsWith('Go through ')) bad.push(`/${name}: ${texts.label}`);
          if (texts.live.some(t => THOUSANDS.test(t)) && texts.still.some(t => THOUSANDS.test(t))) grouped++;
        }
        if (await page.evaluate(() => document.documentElement.lang) !== 'en') bad.push(`/${name}: the page does not say that it is English`);
        bad.push(...(await unmarked(page)).map(u => `/${name}: ${u}`), ...(await violations()).map(v => `/${name}: ${v}`));
      }
      assert.deepEqual(bad, []);
      assert.ok(grouped > 0, 'no axis has thousands');
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });

  test('links to Vietnamese pages, and no others, say so in words, by a mark, and to machines', async () => {
    const { page, close } = await watched(browser, server.origin);
    try {
      const bad = [];
      for (const name of kinds) {
        await page.goto(server.root + name);
        await settled(page);
        const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map(a => ({
          href: a.href, hreflang: a.hreflang, title: a.title, lang: a.lang, mark: getComputedStyle(a, '::after').content,
        })));
        for (const l of links.filter(l => l.href.startsWith(server.root))) {
          const to = /^(en|assets)\//.test(l.href.slice(server.root.length)) ? 'en' : 'vi';
          const says = l.lang === 'vi' || l.title === 'in Vietnamese' && l.mark === '"vi"';
          if (to === 'vi' ? l.hreflang !== 'vi' || !says : l.hreflang || l.title || l.mark !== 'none') bad.push(`/${name}: ${JSON.stringify(l)}`);
        }
        assert.match(await page.locator('footer').innerText(), /Links marked VI lead to pages in Vietnamese\./);
      }
      assert.deepEqual(bad.slice(0, 5), []);
    } finally {
      await close();
    }
  });

  for (const [screen, viewport] of [['phone', PHONE], ['desk', DESK]]) {
    test(`the switch leads to the same page in the other language and back, ${screen}`, async () => {
      const { page, faults, close } = await watched(browser, server.origin, { viewport });
      try {
        for (const name of kinds) {
          await page.goto(server.root + name);
          await settled(page);
          await shoot(page, `${CAMPAIGN}-${slug(name)}-${viewport.width}`);
          const there = page.getByRole('link', { name: 'Tiếng Việt' }).first();
          assert.ok(await there.isVisible(), `/${name}`);
          await there.click();
          assert.equal(page.url(), server.root + name.slice('en/'.length));
          assert.equal(await page.evaluate(() => document.documentElement.lang), 'vi');
          const back = page.getByRole('link', { name: 'English' }).first();
          assert.ok(await back.isVisible());
          await back.click();
          assert.equal(page.url(), server.root + name);
        }
        // A page that has no twin leads to the home page's, from its foot.
        await page.goto(server.root + 'vinh-danh/');
        assert.equal(await page.locator('header').getByRole('link', { name: 'English' }).count(), 0);
        await page.locator('footer').getByRole('link', { name: 'English' }).click();
        assert.equal(page.url(), server.root + 'en/');
        assert.deepEqual(faults, []);
      } finally {
        await close();
      }
    });
  }

  const { name, id } = honoured(site).find(r => /Đ/.test(r.name)) ?? honoured(site)[0];

  async function find(page, text) {
    const field = page.locator('form.search input').first();
    await field.fill(text);
    await until(page, () => {
      const form = document.querySelector('form.search'), told = form.querySelector('.search-status')?.textContent ?? '';
      return told !== '' && told !== form.dataset.wait;
    });
    return page.locator('form.search .search-status').first().innerText();
  }

  for (const from of ['en/', kinds.find(p => /^en\/chi-tieu\/./.test(p))]) {
    test(`a name is found from /${from}, told in English and led to where it is`, async () => {
      const { page, faults, violations, close } = await watched(browser, server.origin);
      try {
        await page.goto(server.root + from);
        await settled(page);
        assert.match(await page.locator('form.search').first().innerText(), /Find/);
        assert.match(await find(page, 'qqqqqq'), /^Nothing found for “qqqqqq”\. Try /);
        assert.match(await find(page, 'a'), /^[1-9][\d,]* results found\. Press Find/);
        assert.match(await find(page, unaccented(name)), /^(1 result|[1-9]\d* results) found\.$/);
        const option = page.locator('form.search [role=option]').filter({ hasText: name }).first();
        assert.equal(await option.locator('b').getAttribute('lang'), 'vi');
        assert.equal(await option.getAttribute('hreflang'), 'vi');
        assert.match(await option.locator('small').innerText(), /^(Individual|Collective|Household) · /);
        assert.deepEqual(await unmarked(page), []);
        await shoot(page, `${CAMPAIGN}-${slug(from)}-search`, {});
        assert.deepEqual(await violations(), []);
        await option.click();
        await page.waitForURL(server.root + `vinh-danh/${id}/`);
        assert.deepEqual(faults, []);
      } finally {
        await close();
      }
    });
  }

  test('what has an English page is found by its name in either language, and led to in English from below /en/', async () => {
    const { page, faults, close } = await watched(browser, server.origin);
    const text = readFileSync(file(site, 'tim-kiem/chi-muc.js'), 'utf8');
    const { twins, names } = JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')));
    const own = names.split('\n'), all = Object.entries(twins.en);
    assert.ok(all.length > 5);
    try {
      for (const [i, [name]] of [all[0], all[Math.floor(all.length / 2)], all.at(-1)]) {
        for (const query of [name, unaccented(own[i])]) {
          await page.goto(server.root + 'en/ke-hoach/');
          await find(page, query);
          const option = page.locator('form.search [role=option]').filter({ hasText: name }).first(), href = await option.getAttribute('href');
          assert.deepEqual([await option.locator('b').getAttribute('lang'), await option.getAttribute('hreflang')], [null, null]);
          assert.deepEqual(await unmarked(page), []);
          await option.click();
          await page.waitForURL(new URL(href, server.root + 'en/ke-hoach/').href);
          assert.ok(page.url().startsWith(server.root + 'en/'), page.url());
          assert.equal(await page.locator('html').getAttribute('lang'), 'en');
        }
        await page.goto(server.root + 'ke-hoach/');
        await find(page, name);
        const option = page.locator('form.search [role=option]').filter({ hasText: own[i] }).first();
        assert.ok(!new URL(await option.getAttribute('href'), page.url()).href.startsWith(server.root + 'en/'));
      }
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });

  test('from a folder the switch, the links and the search work too', async () => {
    const root = pathToFileURL(portable + '/').href;
    const { page, faults, close } = await watched(browser, root);
    try {
      const at = kinds.find(p => /^en\/chi-tieu\/./.test(p)), address = pathToFileURL(file(portable, at)).href;
      await page.goto(address);
      for (const link of await page.evaluate(() => [...document.querySelectorAll('a[href^="."], a[href$=".html"]')].map(a => a.href).filter(a => a.startsWith('file:')))) {
        assert.ok(existsSync(fileURLToPath(link.replace(/[?#].*/, ''))), link);
      }
      await page.getByRole('link', { name: 'Tiếng Việt' }).first().click();
      await page.getByRole('link', { name: 'English' }).first().click();
      assert.equal(page.url(), address);
      await find(page, unaccented(name));
      await page.locator('form.search [role=option]').filter({ hasText: name }).first().click();
      await page.waitForURL(pathToFileURL(file(portable, `vinh-danh/${id}/`)).href);
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });
}
