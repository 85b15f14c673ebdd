// How soon the preview shows what was saved, by the kind of file, with the way there in parts; that a page changed in place is the page that a
// reader would load; and how soon the first page comes. PREVIEW names the campaigns: "real", or sizes of bench-data; EDITS how many of each kind.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DESK, launch, watched, WHOLE } from './browser.mjs';

const program = process.env.BANGVANG ?? assert.fail('BANGVANG=PROGRAM');
const repository = new URL('../../', import.meta.url).pathname;
const campaigns = (process.env.PREVIEW ?? 'real').split(' '), EDITS = Number(process.env.EDITS ?? 5);
const now = () => performance.timeOrigin + performance.now();
const rest = ms => new Promise(done => setTimeout(done, ms));
const at = (all, part) => [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.ceil(part * all.length) - 1)];

const undo = [];
after(async () => { for (const u of undo.reverse()) await u(); });

function folder(campaign) {
  const dir = mkdtempSync(join(tmpdir(), 'bangvang-preview-'));
  undo.push(() => rmSync(dir, { recursive: true, force: true }));
  if (campaign === 'real') for (const part of ['data', 'content']) cpSync(join(repository, part), join(dir, part), { recursive: true });
  else execFileSync(program, ['bench-data', campaign, dir]);
  return dir;
}

// started gives a preview's address, what it has told, and when its first page was there.
async function started(dir) {
  const start = now(), preview = { told: '' };
  const run = spawn(program, ['serve', '--port', '0', '--timings'], { cwd: dir });
  preview.stop = async () => {
    run.kill('SIGINT');
    if (run.exitCode === null) await new Promise(done => run.on('exit', done));
  };
  undo.push(preview.stop);
  for (const out of [run.stdout, run.stderr]) out.on('data', b => { preview.told += b; });
  while (!(preview.address = /http:\/\/\S+\//.exec(preview.told)?.[0])) { assert.equal(run.exitCode, null, preview.told); await rest(2); }
  const home = await fetch(preview.address);
  assert.match(await home.text(), /<main/);
  preview.root = home.url;
  preview.first = now() - start;
  return preview;
}

// reopened is the next preview of the same input: it opens with what the one before kept once nobody had changed anything for a while.
async function reopened(dir, before) {
  for (const end = now() + 60_000; !existsSync(join(dir, '.bangvang/cache/opening.json')); await rest(50)) assert.ok(now() < end, 'nothing is kept for the next preview');
  await before.stop();
  return started(dir);
}

// shownAt is when a page is as it should be: as soon as it is drawn.
async function shownAt(page, as, argument) {
  const look = `new Promise((done, fail) => { const as = ${as}, end = performance.now() + 10_000, look = () => performance.now() > end ? fail(new Error('never shown')) : as(${JSON.stringify(argument)}) ? done(performance.timeOrigin + performance.now()) : requestAnimationFrame(look); look(); })`;
  for (const end = now() + 10_000; ;) {
    try { return await page.evaluate(look); } catch (e) { if (now() > end || /never shown/.test(e)) throw e; } // it was loaded anew meanwhile
    await page.waitForLoadState('domcontentloaded');
  }
}

const says = words => document.querySelector('main')?.textContent.replace(/\s+/g, ' ').includes(words);
const replaced = (text, key, words) => text.replace(new RegExp(`^( *(?:- )?${key}:) .*`, 'm'), `$1 ${words}`);

// kinds are what is saved, where it shows, and how one tells. Each edit is another one.
function kinds(dir) {
  const read = name => readFileSync(join(dir, name), 'utf8');
  const save = (name, text) => { mkdirSync(dirname(join(dir, name)), { recursive: true }); writeFileSync(join(dir, name), text); };
  const ours = name => readFileSync(join(repository, 'templates', name));
  const target = /^- id: (\S+)/m.exec(read('data/targets.yaml'))[1];
  const roll = 'data/awards/' + readdirSync(join(dir, 'data/awards')).find(n => n.startsWith('bang-khen')), award = /^ *- id: (\S+)/m.exec(read(roll))[1];
  const face = 'assets/fonts/be-vietnam-pro-400.woff2';
  const named = n => `Tên thử thứ ${'abcdefghijklmnopqrstuvwxyz'[n % 26]}`;
  return [
    { what: 'a name in YAML', path: 'chi-tieu/', edit: n => { save('data/targets.yaml', replaced(read('data/targets.yaml'), 'name', named(n))); return [says, named(n)]; } },
    { what: 'a name beside its live chart', path: `chi-tieu/${target}/`, live: true, edit: n => { save('data/targets.yaml', replaced(read('data/targets.yaml'), 'name', named(n + 13))); return [says, named(n + 13)]; } },
    { what: 'an award that another program puts in place', path: `vinh-danh/${award}/`, edit: n => {
      save('data/awards/.new', replaced(read(roll), 'citation', `Có sáng kiến thử thứ ${named(n)}`));
      renameSync(join(dir, 'data/awards/.new'), join(dir, roll));
      return [says, named(n)];
    } },
    { what: 'Markdown', path: 'ke-hoach/', edit: n => { save('content/ke-hoach.md', read('content/ke-hoach.md').replace(/(\n\nĐoạn thử: .*\n)?$/, `\n\nĐoạn thử: ${named(n)}.\n`)); return [says, named(n)]; } },
    { what: 'a template', path: 'ke-hoach/', edit: n => { save('templates/plan.html', ours('plan.html').toString().replace('{{template "top" .}}', `{{template "top" .}}<p>Mẫu thử: ${named(n)}</p>`)); return [says, `Mẫu thử: ${named(n)}`]; } },
    { what: 'a style sheet', path: 'ke-hoach/', edit: n => {
      save('templates/assets/site.css', ours('assets/site.css') + `\nmain { outline:1px solid rgb(1, 2, ${n + 1}) }\n`);
      return [colour => getComputedStyle(document.querySelector('main')).outlineColor === colour, `rgb(1, 2, ${n + 1})`];
    } },
    { what: 'a font', path: 'ke-hoach/', edit: (n, state) => {
      save('templates/' + face, n % 2 ? ours(face) : ours('assets/fonts/be-vietnam-pro-600.woff2'));
      return [was => {
        const link = document.querySelector('link[rel=preload][href*="be-vietnam-pro-400"]');
        return link && link.href !== was && document.fonts.status === 'loaded' && [...document.querySelectorAll('link[rel=stylesheet]')].filter(l => /site\./.test(l.href)).length === 1;
      }, state];
    }, before: page => page.evaluate(() => document.querySelector('link[rel=preload][href*="be-vietnam-pro-400"]').href) },
  ];
}

// written is what a page says and how, without what its scripts put there.
const written = () => {
  const body = document.body.cloneNode(true);
  body.querySelectorAll('.chart-live, noscript, #bangvang-preview').forEach(e => e.remove());
  body.querySelectorAll('figure svg').forEach(e => e.removeAttribute('style'));
  body.querySelectorAll('form.search').forEach(e => e.replaceWith('search'));
  return document.title + body.innerHTML;
};

for (const campaign of campaigns) {
  test(`${campaign}: what is saved is shown`, async t => {
    const dir = folder(campaign), first = await started(dir), preview = await reopened(dir, first);
    t.diagnostic(`measured: ${campaign}: the first page after ${first.first.toFixed(0)} ms, of the next preview after ${preview.first.toFixed(0)} ms`);
    if (EDITS === 0) return;
    const browser = await launch(WHOLE);
    undo.push(() => browser.close());
    for (const kind of kinds(dir)) {
      const { page, close, faults } = await watched(browser, new URL(preview.address).origin, { viewport: DESK });
      await page.goto(preview.root + kind.path);
      await page.waitForLoadState('networkidle');
      if (kind.live) await page.locator('.chart-live svg').first().waitFor();
      await page.evaluate(() => { window.same = true; scrollTo(0, 200); });
      await rest(100);
      const scrolled = await page.evaluate(() => scrollY), parts = {}, add = (name, ms) => (parts[name] ??= []).push(ms);
      for (let n = 0; n < EDITS; n++) {
        const state = await kind.before?.(page);
        preview.told = '';
        const start = now(), [as, argument] = kind.edit(n, state), shown = await shownAt(page, as, argument);
        add('shown', shown - start);
        await rest(200);
        const marks = await page.evaluate(() => Object.fromEntries(performance.getEntriesByType('mark').map(m => [m.name, performance.timeOrigin + m.startTime])));
        const made = await page.evaluate(() => performance.getEntriesByType('resource').filter(r => r.initiatorType === 'xmlhttprequest').at(-1)?.serverTiming[0]?.duration);
        const phases = Object.fromEntries([...preview.told.matchAll(/^ *([\d,]+) ms {2}(.*)$/gm)].map(([, ms, what]) => [what, Number(ms.replace(',', '.'))]));
        const told = marks['bangvang-told'] - start, fetched = marks['bangvang-fetched'] - start;
        if (!(told > 0)) continue;
        add('until it is read', told - phases['tất cả']);
        add('read', phases['đọc dữ liệu']);
        add('check', phases['kiểm tra']);
        add('compose', phases['soạn nội dung']);
        add('prepare', phases['tất cả'] - phases['đọc dữ liệu'] - phases['kiểm tra'] - phases['soạn nội dung']);
        if (fetched > told) {
          add('make the page', made);
          add('fetch it', fetched - told - made);
          add('change and draw', shown - start - fetched);
        }
      }
      const middle = Object.entries(parts).slice(1).map(([name, all]) => `${name} ${at(all, 0.5).toFixed(0)}`).join(', ');
      t.diagnostic(`measured: ${campaign}: ${kind.what} is shown after ${at(parts.shown, 0.5).toFixed(0)} ms in the middle of ${EDITS}, ${at(parts.shown, 0.95).toFixed(0)} for 95 in 100: ${middle}`);
      const [same, y] = await page.evaluate(() => [window.same, scrollY]);
      assert.ok(same, `${kind.what}: the page was loaded anew`);
      assert.ok(Math.abs(y - scrolled) < 80, `${kind.what}: the page moved from ${scrolled} to ${y}`); // by a line more above, what is read stays in its place
      const { page: fresh, close: closeFresh } = await watched(browser, new URL(preview.address).origin, { viewport: DESK });
      await fresh.goto(preview.root + kind.path);
      await fresh.waitForLoadState('networkidle');
      if (kind.live) {
        await fresh.locator('.chart-live svg').first().waitFor();
        await page.locator('.chart-live svg').first().waitFor();
        assert.equal(await page.locator('.chart-live svg').count(), await fresh.locator('.chart-live svg').count());
      }
      assert.equal(await page.evaluate(written), await fresh.evaluate(written), `${kind.what}: another page than a reader would load`);
      assert.deepEqual(faults, []);
      await closeFresh();
      await close();
    }
  });
}
