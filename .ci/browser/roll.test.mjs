// The roll's live filter: every choice shows exactly whom it says, at an address that can be shared, and never hides how many of how many.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, PHONE, settled, shoot, tooWide, until, watched } from './browser.mjs';
import { serve } from './server.mjs';
import { folder, honoured } from './tree.mjs';

const site = folder('SITE');
const CAMPAIGN = process.env.CAMPAIGN ?? 'site';
const MOST = 2000; // lines that are shown on one page

let browser, server;
before(async () => { browser = await launch(); server = await serve(site, '/cong/thi-dua/'); });
after(async () => { await browser?.close(); await server?.close(); });

const numbers = text => (text.match(/\d[\d.]*/g) ?? []).map(n => Number(n.replaceAll('.', '')));
const shown = page => page.locator('#dang-xem').innerText();
const rows = page => page.locator('ul.roll > li:visible').count();
const idle = page => until(page, () => {
  const form = document.querySelector('form.sift'), status = document.getElementById('dang-xem').textContent;
  return status !== '' && status !== form.dataset.wait;
});

// field is one of the filter's, made visible: on the page it may be folded away.
async function field(page, name) {
  const folded = page.locator('details:not([open])', { has: page.locator('form.sift') });
  if (await folded.count()) await folded.locator('summary').click();
  return page.locator(name === 'reset' ? 'form.sift [type=reset]' : `form.sift select[name="${name}"]`);
}

// choices are the fields and what each offers: [{ name, options: [{ value, count }] }].
const choices = page => page.evaluate(() => [...document.querySelectorAll('form.sift select:not([name=xep])')].map(s => ({
  name: s.name,
  options: [...s.options].slice(1).map(o => ({ value: o.value, count: Number(o.textContent.match(/\(([\d.]+)\)\s*$/)[1].replaceAll('.', '')) })),
})));

test('each choice shows as many as it says, of how many, and its address shows the same again', async () => {
  const { page, faults, violations, close } = await watched(browser, server.origin);
  try {
    await page.goto(server.root + 'vinh-danh/');
    const fields = await choices(page), bad = [];
    const total = Math.max(...numbers(await shown(page)));
    assert.ok(fields.length > 2 && total > 2, `${fields.length} fields, ${total} honoured`);
    for (const { name, options } of fields) {
      if (!options.length) { bad.push(`${name}: a field without a choice`); continue; }
      for (const { value, count } of options.filter((_, i) => i < 3 || i === options.length - 1)) {
        await page.goto(`${server.root}vinh-danh/?${name}=${value}&tat-ca=1`);
        await idle(page);
        const told = numbers(await shown(page)), seen = await rows(page);
        if (seen !== (count > MOST ? 50 : count) || !told.includes(count) || count !== total && !told.includes(total)) bad.push(`${name}=${value} (${count} of ${total}): ${seen} rows, "${await shown(page)}"`);
      }
      await page.goto(server.root + 'vinh-danh/');
      await (await field(page, name)).selectOption(options[0].value);
      await page.waitForURL(u => new URL(u).searchParams.get(name) === options[0].value);
      await idle(page);
      const chosen = await shown(page);
      await page.reload();
      await idle(page);
      if (await shown(page) !== chosen) bad.push(`${name}=${options[0].value}: "${chosen}", after a reload "${await shown(page)}"`);
    }
    assert.deepEqual(bad, []);
    assert.deepEqual(await violations(), []);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('two choices at once show whom both admit; back and reset undo them', async () => {
  const { page, faults, close } = await watched(browser, server.origin, { viewport: PHONE });
  try {
    await page.goto(server.root + 'vinh-danh/');
    const before = await shown(page), all = await rows(page);
    const [first, second] = await choices(page);
    await (await field(page, first.name)).selectOption(first.options[0].value);
    await idle(page);
    const one = await shown(page);
    const open = (await choices(page)).find(c => c.name === second.name).options.filter(o => o.count > 0);
    await (await field(page, second.name)).selectOption(open[0].value);
    await page.waitForURL(u => new URL(u).searchParams.has(second.name));
    await idle(page);
    assert.ok(numbers(await shown(page)).includes(open[0].count), `"${await shown(page)}" after a choice of ${open[0].count}`);
    assert.ok(await rows(page) <= open[0].count);
    assert.deepEqual(await tooWide(page), []);
    await settled(page);
    await shoot(page, `${CAMPAIGN}-roll-filtered-360`, {});
    await page.goBack();
    await until(page, () => document.getElementById('dang-xem').textContent !== '');
    assert.equal(await shown(page), one);
    await (await field(page, 'reset')).click();
    await page.waitForURL(u => new URL(u).search === '');
    await until(page, () => [...document.querySelectorAll('form.sift select')].every(s => s.value === ''));
    assert.equal(await shown(page), before);
    assert.equal(await rows(page), all);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('each order holds everybody once', async () => {
  const { page, faults, close } = await watched(browser, server.origin);
  try {
    const names = new Set(honoured(site).map(r => r.name));
    await page.goto(server.root + 'vinh-danh/');
    const orders = await page.locator('form.sift select[name=xep] option').evaluateAll(all => all.map(o => o.value).filter(Boolean));
    assert.ok(orders.length > 1);
    for (const order of orders) {
      await page.goto(`${server.root}vinh-danh/?xep=${order}&tat-ca=1`);
      await idle(page);
      const hrefs = await page.locator('ul.roll > li:visible p.name a').evaluateAll(all => all.map(a => a.href));
      assert.equal(new Set(hrefs).size, hrefs.length, `${order}: somebody twice`);
      const all = Math.max(...numbers(await shown(page)));
      assert.equal(hrefs.length, all > MOST ? 50 : all, order);
      if (all > MOST) continue;
      const text = await page.locator('main').innerText();
      assert.deepEqual([...names].filter(n => !text.includes(n)), [], `${order}: nobody may be missing`);
    }
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('a wrong address shows the whole roll', async () => {
  const { page, faults, close } = await watched(browser, server.origin);
  try {
    await page.goto(server.root + 'vinh-danh/');
    const plain = await shown(page);
    for (const query of ['?hinh-thuc=khong-co', '?xep=khong-co', '?trang=-5', '?trang=abc', '?van=%3Cb%3E', '?__proto__=x&constructor=y']) {
      await page.goto(server.root + 'vinh-danh/' + query);
      await idle(page);
      assert.equal(await shown(page), plain, query);
    }
    await page.goto(server.root + 'vinh-danh/?xep=ten&trang=9999');
    await idle(page);
    assert.ok(await rows(page) > 0, 'a page beyond the last is the last');
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});
