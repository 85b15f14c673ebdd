// The roll beyond its fields: letters, paper, folders, strict policies, twenty thousand lines; and a page of one's own, shared and printed.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { launch, PHONE, settled, shoot, tooWide, until, watched } from './browser.mjs';
import { serve } from './server.mjs';
import { file, folder, honoured, kind, pages } from './tree.mjs';

const site = folder('SITE'), portable = folder('PORTABLE');
const CAMPAIGN = process.env.CAMPAIGN ?? 'site';
const data = readFileSync(file(site, 'vinh-danh/danh-sach.js'), 'utf8');
const head = JSON.parse(data.slice('bangvangRoll('.length, data.lastIndexOf(');')));

let browser, server;
before(async () => { browser = await launch(); server = await serve(site, '/cong/thi-dua/'); });
after(async () => { await browser?.close(); await server?.close(); });

const shown = page => page.locator('#dang-xem').innerText();
const names = page => page.locator('ul.roll > li:visible p.name a').evaluateAll(all => all.map(a => a.textContent));
const listed = page => until(page, () => !document.getElementById('danh-sach').checkVisibility());

test('a letter is chosen and left again, with the fields and the way back', async () => {
  const { page, faults, close } = await watched(browser, server.origin, { viewport: PHONE });
  try {
    await page.goto(server.root + 'vinh-danh/');
    const before = await shown(page), letter = page.locator('nav.letters a').first();
    const plain = await letter.evaluate(a => a.href);
    await letter.click();
    await page.waitForURL(/[?&]van=/);
    await listed(page);
    assert.equal(await letter.getAttribute('aria-current'), 'true');
    const live = await names(page);
    assert.equal(await page.locator('form.sift select[name=xep]').inputValue(), 'ten', 'under a letter people stand by name');
    await letter.click();
    await page.waitForURL(u => new URL(u).search === '');
    assert.equal(await shown(page), before);
    await page.goBack();
    await listed(page);
    assert.deepEqual(await names(page), live);
    await page.goto(`${server.root}vinh-danh/?van=${new URL(plain).pathname.split('/').at(-2)}&xep=stt`);
    await listed(page);
    assert.equal(await page.locator('form.sift select[name=xep]').inputValue(), '');
    await page.goto(plain);
    assert.deepEqual((await names(page)).slice(0, 50), live, 'as the letter’s own page');
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('names stand in the order of the lists that Go wrote', async () => {
  const { page, close } = await watched(browser, server.origin);
  try {
    await page.goto(server.root + 'vinh-danh/?xep=ten&tat-ca=1');
    await listed(page);
    const live = await page.locator('ul.roll > li:visible p.name a').evaluateAll(all => all.map(a => new URL(a.href).pathname));
    const written = [];
    for (const l of head.facets.find(f => f.key === 'van').paths) {
      for (let next = server.root + l; next;) {
        const html = readFileSync(file(site, next.slice(server.root.length)), 'utf8'), main = html.slice(html.indexOf('id="danh-sach"'));
        written.push(...[...main.matchAll(/<p class="name"><a href="([^"]+)"/g)].map(m => new URL(m[1], next).pathname));
        const link = main.match(/<a class="next" href="([^"]+)"/);
        next = link && new URL(link[1], next).href;
      }
    }
    assert.ok(written.length > 1);
    assert.deepEqual(live.slice(0, written.length), written);
    assert.ok(live.length - written.length < 5, 'only those without a name come after');
  } finally {
    await close();
  }
});

test('a cold link to a view, or to what was looked for, moves nothing on the page', async () => {
  const first = key => `${key}=${head.facets.find(f => f.key === key).values[0]}`, last = key => `${key}=${head.facets.find(f => f.key === key).values.at(-1)}`;
  const views = [`?${first('hinh-thuc')}`, `?${last('van')}`, '?xep=ten', '?xep=don-vi&trang=2', '?tat-ca=1', `?${last('don-vi')}&xep=ten`, '?hinh-thuc=khong-co',
    `?tim=${encodeURIComponent(honoured(site)[0].name)}`, '?tim=zzzz', '?tim=n&xep=ten'];
  const moved = [];
  for (const width of [320, 1280]) {
    const { page, faults, shift, close } = await watched(browser, server.origin, { viewport: { width, height: 740 } });
    try {
      // What brings the view comes late, one after the other, as over a slow line. Fonts do not come: what they move is another matter.
      await page.route(/\.woff2$/, route => route.abort());
      await page.route(/(roll|find)\.\w+\.js|danh-sach\.js|chi-muc\.js/, async route => { await page.waitForTimeout(60); await route.continue(); });
      for (const view of views) {
        await page.goto(server.root + 'vinh-danh/' + view);
        await settled(page);
        if (view.includes('tim=')) await until(page, () => /\p{L}/u.test(document.querySelector('#ket-qua-tim [role=status]').textContent) && document.querySelector('#ket-qua-tim [role=status]').textContent !== document.querySelector('form.search').dataset.wait);
        else if (!view.includes('khong-co')) await listed(page);
        await settled(page);
        const by = await shift();
        if (by !== 0) moved.push(`${view} at ${width}: ${by}`);
      }
      assert.deepEqual(faults.filter(f => !/woff2/.test(f)), []);
    } finally {
      await close();
    }
  }
  assert.deepEqual(moved, []);
});

test('without JavaScript there is no filter, and every part of the roll has its list', async () => {
  const { page, faults, close } = await watched(browser, server.origin, { javaScriptEnabled: false, viewport: PHONE });
  try {
    await page.goto(server.root + 'vinh-danh/');
    assert.equal(await page.locator('form.sift').isVisible(), false);
    await page.locator('details.lists:not(.scripted, .taking) summary').click();
    const links = await page.locator('details.lists:not(.scripted, .taking) nav a').evaluateAll(all => all.map(a => a.href));
    const folders = ['hinh-thuc', 'doi-tuong', 'nhom', 'noi-dung', 'khoi'].map(k => `vinh-danh/${k}/*`);
    const lists = pages(site).filter(p => folders.includes(kind(p)));
    assert.ok(lists.length > 0);
    assert.deepEqual(lists.filter(p => !links.includes(server.root + p)), []);
    for (const link of links) {
      await page.goto(link);
      assert.ok((await page.locator('ul.roll > li').count()) > 0, link);
      assert.equal(await page.locator('.share button:visible, .scripted:visible').count(), 0, link);
    }
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('from a folder without a server the roll is filtered', async () => {
  const root = pathToFileURL(portable + '/').href;
  const { page, faults, close } = await watched(browser, root);
  try {
    await page.goto(root + 'vinh-danh/index.html');
    await page.locator('details.lists.scripted summary').click();
    const field = page.locator('form.sift select').first();
    await field.selectOption({ index: 1 });
    await listed(page);
    const link = await page.locator('ul.roll > li:visible p.name a').first().evaluate(a => a.href);
    assert.match(link, /\/index\.html$/);
    await page.goto(link);
    await page.locator('h1').waitFor();
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('under the strictest policy, with trusted types, the filter works', async () => {
  const strict = createServer(async (request, response) => {
    const inner = await fetch(server.origin + request.url);
    const type = inner.headers.get('content-type');
    response.writeHead(inner.status, { 'Content-Type': type, 'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types bangvang" });
    response.end(Buffer.from(await inner.arrayBuffer()));
  });
  await new Promise(done => strict.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${strict.address().port}`;
  const { page, faults, violations, close } = await watched(browser, origin);
  try {
    await page.goto(origin + '/cong/thi-dua/vinh-danh/?xep=ten');
    await listed(page);
    assert.ok((await names(page)).length > 1);
    await page.locator('form.sift select').first().selectOption({ index: 1 });
    await page.locator('form.search input').first().fill(honoured(site)[0].name);
    await page.locator('form.search [role=option]').first().waitFor();
    assert.deepEqual(await violations(), []);
    assert.deepEqual(faults, []);
  } finally {
    await close();
    strict.closeAllConnections();
    await new Promise(done => strict.close(done));
  }
});

// many is the campaign's own data with so many lines, drawn from it and from a list of names by a seeded generator.
function many(total) {
  let seed = 20190102;
  const random = n => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor(seed / 4294967296 * n); };
  const pick = words => words[random(words.length)];
  const family = 'Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ'.split(' '), middle = 'Văn Thị Hữu Ngọc Minh Thanh Quốc Kim'.split(' '), given = 'An Ánh Ân Bình Châu Đạt Êm Ích Ơn Ước Vân Ý'.split(' ');
  const fill = f => Array.from({ length: total }, (_, i) => f(i));
  const decisions = head.facets.find(f => f.key === 'quyet-dinh').values.length;
  const of = head.facets.map(f => fill(i => f.key === 'quyet-dinh' ? Math.floor(i * decisions / total) : random(f.values.length + 1) - 1));
  const kind = head.facets.findIndex(f => f.key === 'doi-tuong');
  of[kind] = of[kind].map(k => Math.max(k, 0));
  const ranks = fill(i => i);
  for (let i = total - 1; i > 0; i--) { const j = random(i + 1); [ranks[i], ranks[j]] = [ranks[j], ranks[i]]; }
  const part = { first: 0, names: fill(() => `${pick(family)} ${pick(middle)} ${pick(given)}`).join('\n'), paths: fill(i => `${i}/`).join('\n'), prefix: fill(() => 0), of, byName: ranks,
    honorific: fill(() => 1), position: fill(() => 2 + random(2)), citation: fill(() => 4 + random(50)), texts: ['', 'Ông', 'Chuyên viên', 'Phó Giám đốc', ...Array.from({ length: 50 }, (_, i) => `Thành tích thứ ${i} trong đợt thi đua`)] };
  return { ...head, total, parts: [{ count: total, decision: -1, form: -1 }], part };
}

// inParts is a roll as many() makes it, a part for each decision.
function inParts(roll) {
  const decisions = roll.facets.findIndex(f => f.key === 'quyet-dinh'), forms = roll.facets.findIndex(f => f.key === 'hinh-thuc'), { part } = roll;
  const count = roll.facets[decisions].values.length, parts = [], extents = [], names = part.names.split('\n'), paths = part.paths.split('\n');
  for (let d = 0; d < count; d++) {
    const from = part.of[decisions].indexOf(d), to = part.of[decisions].lastIndexOf(d) + 1, cut = list => list.slice(from, to);
    const of = part.of.map(cut).map((o, f) => f === forms ? o.map(() => d % roll.facets[forms].values.length) : o);
    extents.push({ count: to - from, decision: d, form: d % roll.facets[forms].values.length });
    parts.push({ first: from, names: cut(names).join('\n'), paths: cut(paths).join('\n'), prefix: cut(part.prefix), of, byName: cut(part.byName), honorific: cut(part.honorific), position: cut(part.position), citation: [], texts: part.texts });
  }
  return { head: { ...roll, parts: extents, part: undefined }, parts };
}

// changes chooses in each field, and again, and gives for each the time on the page's thread, in milliseconds, until it is laid out.
async function changes(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => (await client.send('Performance.getMetrics')).metrics.find(m => m.name === 'TaskDuration').value * 1000;
  const names = await page.evaluate(() => [...document.querySelectorAll('form.sift select')].map(s => s.name)), out = [];
  for (const name of [...names, ...names, ...names]) {
    const before = await spent();
    await page.evaluate(({ name, n }) => {
      const field = document.querySelector(`form.sift select[name="${name}"]`), free = [...field.options].filter(o => !o.disabled);
      field.value = field.value && name !== 'xep' ? '' : free[Math.min(1 + n % 2, free.length - 1)].value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      document.body.getBoundingClientRect();
    }, { name, n: out.length });
    out.push(await spent() - before);
  }
  out.sort((a, b) => a - b);
  return q => (4 * out[Math.ceil(out.length * q) - 1]).toFixed(0);
}

for (const total of [20_000, 64_060]) {
  test(`${total} lines are filtered and sorted, all at once, a page at a time`, async t => {
    const { page, faults, close } = await watched(browser, server.origin, { viewport: PHONE });
    try {
      const roll = many(total), { head, parts } = inParts(roll), script = body => ({ contentType: 'text/javascript', body });
      await page.route(/danh-sach\.js/, route => route.fulfill(script(`bangvangRoll(${JSON.stringify(total > 20_000 ? head : roll)});`)));
      await page.route(/danh-sach-\d+\.js/, route => {
        const n = Number(route.request().url().match(/-(\d+)\.js/)[1]);
        return route.fulfill(script(`bangvangRollPart(${n},${JSON.stringify(parts[n])});`));
      });
      await page.goto(server.root + 'vinh-danh/?xep=ten');
      await listed(page);
      const whole = total.toLocaleString('vi');
      assert.ok((await shown(page)).includes(whole), await shown(page));
      assert.deepEqual(await tooWide(page), []);
      const at = await changes(page);
      t.diagnostic(`measured: ${whole} lines: a change costs the processor of a slow phone ${at(.5)} ms in the middle, ${at(1)} ms at most, with layout`);
      // A view of all decisions: everybody of a unit, as its own count says.
      const unit = roll.facets.find(f => f.key === 'don-vi').values[0], of = roll.part.of[roll.facets.findIndex(f => f.key === 'don-vi')].filter(o => o === 0).length;
      await page.goto(server.root + `vinh-danh/?don-vi=${unit}&xep=ten`);
      await listed(page);
      assert.ok((await shown(page)).includes(of.toLocaleString('vi')), `${of}: ${await shown(page)}`);
      assert.equal(await page.locator('ul.roll > li:visible').count(), Math.min(50, of));
      await page.locator('nav.pages .next:visible').click();
      await page.waitForURL(/trang=2/);
      assert.match(await shown(page), /^Đang xem 51–100 /);
      await page.goBack();
      await until(page, () => /^Đang xem 1–50 /.test(document.getElementById('dang-xem').textContent));
      for (const [width, height] of [[360, 740], [1280, 900]]) {
        await page.setViewportSize({ width, height });
        await shoot(page, `${CAMPAIGN}-roll-${total}-${width}`, {});
      }
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });
}

test('a page of one’s own says who, what for, by which decision, and leads to the neighbours', async () => {
  const all = honoured(site), by = (a, b) => b - a, size = r => JSON.stringify(r).length;
  const picked = new Set([all[0], all.at(-1), ...['collective', 'individual', 'household'].map(k => all.find(r => r.kind === k)), all.find(r => !r.position), all.toSorted((a, b) => by(size(a), size(b)))[0]].filter(Boolean));
  const { page, faults, close } = await watched(browser, server.origin, { viewport: PHONE });
  const plain = text => text.replace(/\s+/g, ' ').trim();
  try {
    for (const r of picked) {
      const own = `${server.root}vinh-danh/${r.id}/`;
      await page.goto(own);
      assert.equal(plain(await page.locator('h1').innerText()), plain(`${r.honorific ?? ''} ${r.name}`));
      const text = plain(await page.locator('article').innerText());
      for (const part of [r.form, r.position, r.unit_name, r.citation, r.group]) if (part) assert.ok(text.includes(plain(part)), `${r.id}: ${part}`);
      const links = await page.locator('article a').evaluateAll(all => all.map(a => a.href));
      assert.ok(links.includes(`${server.root}quyet-dinh/${r.decision}/`), r.id);
      if (r.unit) assert.ok(links.includes(`${server.root}don-vi/${r.unit}/`), r.id);
      const turns = await page.locator('nav.turn a').evaluateAll(all => all.map(a => [a.rel, a.href]));
      assert.ok(turns.length > 0 || all.filter(o => o.decision === r.decision).length === 1, r.id);
      for (const [rel, href] of turns) {
        await page.goto(href);
        assert.equal(await page.locator(`nav.turn a[rel=${rel === 'next' ? 'prev' : 'next'}]`).evaluate(a => a.href), own, `back from ${href}`);
      }
    }
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('an award is shared by its own address and printed on one sheet', async () => {
  const longest = honoured(site).sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
  const address = `vinh-danh/${longest.id}/`;
  const { page, faults, violations, close } = await watched(browser, server.origin, { viewport: PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
  try {
    await page.goto(server.root + address);
    await settled(page);
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    await page.locator('.share [name=copy]').click();
    await until(page, () => document.querySelector('.share [role=status]').textContent !== '');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), canonical);
    await page.addInitScript(() => { navigator.share = what => { window.told = what; return Promise.resolve(); }; });
    await page.reload();
    assert.equal(await page.locator('.share [name=copy]').isVisible(), false);
    await page.locator('.share [name=share]').click();
    assert.equal((await page.evaluate(() => window.told)).url, canonical);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    assert.equal((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length, 1, `sheets for ${longest.name}`);
    assert.deepEqual(await violations(), []);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});
