// The preview: what an editor saves is what the browser shows, soon, without losing the place on the page; problems lie over it until they are mended.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DESK, launch, watched } from './browser.mjs';

const program = process.env.BANGVANG ?? assert.fail('BANGVANG=PROGRAM');
const repository = new URL('../../', import.meta.url).pathname;

let dir, preview, address, browser, told = '';
before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bangvang-serve-'));
  for (const part of ['data', 'content']) cpSync(join(repository, part), join(dir, part), { recursive: true });
  preview = spawn(program, ['serve', '--port', '0'], { cwd: dir });
  for (const out of [preview.stdout, preview.stderr]) out.on('data', b => { told += b; });
  while (!(address = /http:\/\/\S+\//.exec(told)?.[0])) { assert.equal(preview.exitCode, null, told); await new Promise(done => setTimeout(done, 20)); }
  browser = await launch();
});
after(async () => {
  await browser?.close();
  preview.kill('SIGINT');
  if (preview.exitCode === null) await new Promise(done => preview.on('exit', done));
  rmSync(dir, { recursive: true, force: true });
});

const UNITS = 'data/units/01-co-quan.yaml';
const at = name => join(dir, name);
const edit = (name, old, next) => {
  const text = readFileSync(at(name), 'utf8');
  assert.ok(text.includes(old), `${name} holds ${old}`);
  writeFileSync(at(name), text.replace(old, next));
};

// seen waits for something on a page that may be loaded anew meanwhile.
const seen = (page, as, with_) => page.waitForFunction(as, with_, { polling: 10, timeout: 30_000 });

// opened gives a page, and shown: how many milliseconds it takes after a change until the page is as it should be.
async function opened(path) {
  const { page, close, faults } = await watched(browser, new URL(address).origin, { viewport: DESK });
  await page.goto(address);
  await page.goto(new URL(path, page.url()).href);
  await page.waitForLoadState('networkidle');
  return { page, close, faults, shown: async (change, as, with_) => {
    const start = performance.now();
    change();
    await seen(page, as, with_);
    return performance.now() - start;
  } };
}

const middle = all => all.sort((a, b) => a - b)[all.length >> 1];

test('a page changes with its data, its words and its templates, and stays where it was scrolled to', async t => {
  const { page, close, shown, faults } = await opened('chi-tieu/');
  try {
    await page.evaluate(() => scrollTo(0, 400));
    const times = [];
    for (let i = 0; i < 7; i++) {
      const name = `Chỉ tiêu thử lần ${i}`, text = readFileSync(at('data/targets.yaml'), 'utf8');
      times.push(await shown(() => writeFileSync(at('data/targets.yaml'), text.replace(/^( *(?:- )?name:) .*/m, `$1 ${name}`)), words => document.querySelector('main')?.innerText.includes(words), name));
    }
    assert.equal(await page.evaluate(() => scrollY), 400);
    t.diagnostic(`measured: the preview shows an edited name after ${middle(times).toFixed(0)} ms in the middle of ${times.length}, ${times.at(-1).toFixed(0)} at most`);

    // A template of the campaign's own, laid over ours, and a style sheet: the page is not loaded anew for that.
    mkdirSync(at('templates/assets'), { recursive: true });
    const sheet = readFileSync(join(repository, 'templates/assets/site.css'), 'utf8');
    await shown(() => writeFileSync(at('templates/assets/site.css'), sheet + '\nmain { outline:1px solid rgb(1, 2, 3) }\n'), () => getComputedStyle(document.querySelector('main')).outlineColor === 'rgb(1, 2, 3)');
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => { window.same = true; });
    const styled = await shown(() => writeFileSync(at('templates/assets/site.css'), sheet + '\nmain { outline:1px solid rgb(4, 5, 6) }\n'), () => getComputedStyle(document.querySelector('main')).outlineColor === 'rgb(4, 5, 6)');
    assert.equal(await page.evaluate(() => window.same), true, 'the page was loaded anew');
    t.diagnostic(`measured: the preview shows an edited style after ${styled.toFixed(0)} ms`);
    const layout = readFileSync(join(repository, 'templates/targets.html'), 'utf8');
    await shown(() => writeFileSync(at('templates/targets.html'), layout.replace('<p class="lead">', '<p id="them">Thêm</p><p class="lead">')), () => document.getElementById('them'));
    rmSync(at('templates'), { recursive: true });
    await seen(page, () => document.readyState === 'complete' && !document.getElementById('them'));
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('problems lie over the last good page, as the terminal shows them, and go when they are mended', async () => {
  const { page, close, shown } = await opened('ke-hoach/');
  try {
    const words = await page.locator('main').innerText();
    await shown(() => edit(UNITS, 'kind: ', 'kinnd: '), () => document.getElementById('bangvang-preview'));
    const over = await page.locator('#bangvang-preview').innerText();
    assert.match(over, /data\/units\/.*:\d+:\d+: lỗi \[/);
    assert.match(over, /gợi ý: /);
    assert.ok(told.includes(over.split('\n').find(l => l.includes('lỗi ['))), told);
    assert.equal(await page.locator('main').innerText(), words);
    await page.reload();
    await page.locator('#bangvang-preview').waitFor();
    assert.equal(await page.locator('main').innerText(), words);
    await shown(() => edit(UNITS, 'kinnd: ', 'kind: '), () => document.readyState === 'complete' && !document.getElementById('bangvang-preview'));
    // Half of a file, then the rest; another put in its place.
    const plan = readFileSync(at('data/areas.yaml'));
    await shown(() => writeFileSync(at('data/areas.yaml'), plan.subarray(0, plan.length / 3)), () => document.getElementById('bangvang-preview'));
    writeFileSync(at('data/.areas.yaml.tmp'), plan);
    await shown(() => renameSync(at('data/.areas.yaml.tmp'), at('data/areas.yaml')), () => document.readyState === 'complete' && !document.getElementById('bangvang-preview'));
    assert.equal(await page.locator('main').innerText(), words);
  } finally {
    await close();
  }
});



test('the booklet is laid when it is asked for, and nothing is written', async () => {
  const root = (await fetch(address)).url, pdf = await fetch(root + 'ky-yeu/ky-yeu.pdf');
  assert.equal(pdf.status, 200);
  assert.equal(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString(), '%PDF-');
  assert.throws(() => readFileSync(at('public/index.html')));
});
