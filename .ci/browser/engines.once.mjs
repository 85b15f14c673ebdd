// Firefox and WebKit: each kind of page has its words, fonts and style, and what is alive in Chromium is alive there too.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { eventually } from './browser.mjs';
import { FIRST, firefox, webkit } from './engines.mjs';
import { AXE, TAGS } from './judges.mjs';
import { unaccented } from './names.mjs';
import { serve } from './server.mjs';
import { file, folder, honoured, kinds, prefix } from './tree.mjs';

const site = folder('SITE'), portable = folder('PORTABLE');
const somebody = honoured(site).find(r => /Đ/.test(r.name)) ?? honoured(site)[0];
const charted = kinds(site).find(p => readFileSync(file(site, p), 'utf8').includes('data-chart='));

// look reads off a page, when its fonts and charts have come, what is wrong with it.
async function look() {
  const until = async condition => { while (!condition()) await new Promise(done => setTimeout(done, 20)); };
  for (const figure of document.querySelectorAll('figure[data-chart]')) {
    figure.scrollIntoView();
    await until(() => figure.querySelector('.chart-live svg'));
  }
  await document.fonts.ready;
  const bad = [...window.faults];
  for (const face of ['700 20px "EB Garamond"', '400 16px "Be Vietnam Pro"', '600 16px "Be Vietnam Pro"']) if (!document.fonts.check(face, 'Đạt ưỡn')) bad.push(`no font ${face}`);
  if (!/Be Vietnam Pro/.test(getComputedStyle(document.body).fontFamily) || getComputedStyle(document.querySelector('.masthead')).backgroundColor === 'rgba(0, 0, 0, 0)') bad.push('no style');
  if (document.querySelector('main').innerText.trim().length < 40) bad.push('no words');
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) bad.push(`scrolls sideways, ${root.scrollWidth} > ${root.clientWidth}`);
  for (const image of document.images) if (!image.complete || !image.naturalWidth) bad.push(`no picture ${image.src}`);
  return bad;
}

const options = () => [...document.querySelectorAll('form.search [role=option] b')].map(b => b.textContent);
const expanded = () => document.querySelector('form.search input').getAttribute('aria-expanded');
const shown = () => document.getElementById('dang-xem').innerText;

for (const start of [firefox, webkit]) {
  describe(start.name, () => {
    let engine, server;
    before(async () => { server = await serve(site, prefix(site), { first: FIRST + AXE }); engine = await start(); });
    after(async () => { await engine?.close(); await server?.close(); });

    test('every kind of page is whole, in its fonts and style, its charts alive; axe finds nothing', async t => {
      const bad = [];
      for (const name of kinds(site)) {
        server.sent();
        await engine.goto(server.root + name);
        bad.push(...(await engine.run(look)).map(b => `/${name}: ${b}`), ...server.sent().failed.map(f => `/${name}: ${f}`));
        const found = await engine.run(async tags => (await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }))
          .violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join('; ')}`), TAGS);
        bad.push(...found.map(f => `/${name}: axe ${f}`));
      }
      assert.deepEqual(bad, []);
      t.diagnostic(`measured: ${engine.name}: ${kinds(site).length} kinds of pages, 0 faults, 0 findings of axe`);
    });

    test('a name is typed without accents, found, put away and opened', async () => {
      await engine.goto(server.root);
      await engine.run(() => document.querySelector('form.search input').focus());
      await engine.keys(unaccented(somebody.name).toLowerCase());
      await eventually(async () => (await engine.run(options))[0], somebody.name);
      await engine.press('Escape');
      await eventually(() => engine.run(expanded), 'false');
      await engine.press('ArrowDown');
      await eventually(() => engine.run(expanded), 'true');
      await engine.press('Enter');
      await eventually(async () => new URL(await engine.run(() => location.href)).pathname, new URL(`${server.root}vinh-danh/${somebody.id}/`).pathname);
      await eventually(() => engine.run(name => document.readyState === 'complete' && document.querySelector('main').innerText.includes(name), somebody.name), true);
      assert.deepEqual(await engine.run(() => window.faults), []);
    });

    test('the roll is filtered, and the way back unfilters it', async () => {
      await engine.goto(server.root + 'vinh-danh/');
      const whole = await engine.run(shown);
      const [count, value] = await engine.run(() => {
        const field = document.querySelector('form.sift select'), option = field.options[1];
        document.querySelectorAll('details').forEach(d => { d.open = true; });
        field.value = option.value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return [option.textContent.match(/\(([\d.]+)\)\s*$/)[1], option.value];
      });
      await eventually(async () => (await engine.run(shown)).includes(count) && (await engine.run(() => location.search)).includes(encodeURIComponent(value)), true);
      await engine.run(() => history.back());
      await eventually(() => engine.run(shown), whole);
      assert.deepEqual(await engine.run(() => window.faults), []);
    });

    test('a chart is alive: keys tell its points, Escape puts the words away', async () => {
      await engine.goto(server.root + charted);
      assert.deepEqual(await engine.run(look), []);
      const tip = () => engine.run(() => { const tip = document.querySelector('.chart-tip'); return tip.hidden ? '' : tip.querySelector('b').textContent; });
      const words = await engine.run(() => { document.querySelector('.chart-live').focus(); return JSON.parse(document.querySelector('figure[data-chart] script').textContent).stops.map(s => s.words); });
      await eventually(tip, words.at(-1));
      await engine.press('Home');
      await eventually(tip, words[0]);
      await engine.press('Escape');
      await eventually(tip, '');
      assert.deepEqual(await engine.run(() => window.faults), []);
    });

    test('the portable build opens from its folder: fonts, search, chart', async () => {
      const at = page => pathToFileURL(file(portable, page)).href;
      const fonts = () => engine.run(async () => { await document.fonts.ready; return document.fonts.check('16px "Be Vietnam Pro"', 'Đạt'); });
      await engine.goto(at(''));
      assert.ok(await fonts());
      await engine.run(() => document.querySelector('form.search input').focus());
      await engine.keys(unaccented(somebody.name));
      await eventually(async () => (await engine.run(options))[0], somebody.name);
      await engine.goto(at(charted));
      await engine.run(() => document.querySelector('figure[data-chart]').scrollIntoView());
      await eventually(() => engine.run(() => document.querySelectorAll('.chart-live svg').length > 0), true);
    });
  });
}
