// Finding a name: however it is typed, with keys and with fingers, with and without what is found.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, PHONE, settled, shoot, until, watched } from './browser.mjs';
import { hard, spellings } from './names.mjs';
import { serve } from './server.mjs';
import { folder, honoured } from './tree.mjs';

const site = folder('SITE');
const CAMPAIGN = process.env.CAMPAIGN ?? 'site';
const people = honoured(site);

let browser, server;
before(async () => { browser = await launch(); server = await serve(site, '/cong/thi-dua/'); });
after(async () => { await browser?.close(); await server?.close(); });

// ask types into the first search field and gives what is offered.
async function ask(page, text) {
  const field = page.locator('form.search input').first();
  await field.fill(text);
  await page.locator('form.search [role=listbox]').first().waitFor({ state: 'attached' });
  await until(page, () => {
    const form = document.querySelector('form.search'), status = form.querySelector('[role=status]').textContent;
    return status !== '' && status !== form.dataset.wait;
  });
  return page.evaluate(() => [...document.querySelectorAll('form.search [role=option]')].map(o => ({ name: o.querySelector('b').textContent, href: o.href })));
}

test('every way of writing a name finds the person', async () => {
  const { page, faults, violations, close } = await watched(browser, server.origin, { viewport: PHONE });
  try {
    await page.goto(server.root);
    const bad = [];
    for (const name of hard(people.map(r => r.name))) {
      for (const [how, text] of Object.entries(spellings(name))) {
        const found = await ask(page, text);
        if (!found.some(f => f.name === name)) bad.push(`${name}, ${how} (${text}): ${found.map(f => f.name).slice(0, 4)}`);
      }
    }
    await shoot(page, `${CAMPAIGN}-search-360`, {});
    assert.deepEqual(bad, []);
    assert.deepEqual(await violations(), []);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('what is offered first for a full name leads to that person', async () => {
  const { page, close } = await watched(browser, server.origin);
  try {
    await page.goto(server.root);
    const once = people.filter(r => people.filter(o => o.name === r.name).length === 1 && /\s/.test(r.name));
    for (const r of [once[0], once.at(-1)]) {
      const found = await ask(page, r.name);
      assert.equal(found[0]?.name, r.name);
      assert.equal(found[0].href, `${server.root}vinh-danh/${r.id}/`);
      assert.equal((await page.request.get(found[0].href)).status(), 200);
    }
  } finally {
    await close();
  }
});

test('the search is worked by keys and says what it finds', async () => {
  const { page, faults, close } = await watched(browser, server.origin);
  try {
    await page.goto(server.root);
    const field = page.locator('form.search input').first();
    const family = people.map(r => r.name.split(' ')[0]).sort((a, b) => people.filter(p => p.name.startsWith(b + ' ')).length - people.filter(p => p.name.startsWith(a + ' ')).length)[0];
    await field.focus();
    const found = await ask(page, family);
    assert.ok(found.length > 1, `"${family}" finds ${found.length}`);
    assert.equal(await field.getAttribute('role'), 'combobox');
    assert.equal(await field.getAttribute('aria-expanded'), 'true');
    const active = () => page.evaluate(() => document.getElementById(document.querySelector('form.search input').getAttribute('aria-activedescendant'))?.querySelector('b').textContent ?? '');
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(), found[0].name);
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(), found[1].name);
    await page.keyboard.press('ArrowUp');
    assert.equal(await active(), found[0].name);
    await page.keyboard.press('Escape');
    assert.equal(await field.getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(found[0].href);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('Enter on a typed name lists all that is found, at an address that can be shared', async () => {
  const { page, faults, violations, close } = await watched(browser, server.origin, { viewport: PHONE });
  try {
    await page.goto(server.root);
    const { name } = people[0];
    await page.locator('form.search input').first().fill(name);
    await page.keyboard.press('Enter');
    await page.waitForURL(/vinh-danh\/.*\?/);
    await page.locator('#ket-qua-tim a').first().waitFor();
    assert.ok((await page.locator('#ket-qua-tim a b').allInnerTexts()).includes(name));
    await page.reload();
    await page.locator('#ket-qua-tim a').first().waitFor();
    await settled(page);
    await shoot(page, `${CAMPAIGN}-search-list-360`, {});
    assert.deepEqual(await violations(), []);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('a name that is not there, markup and nothing at all are answered plainly', async () => {
  const { page, faults, close } = await watched(browser, server.origin);
  try {
    await page.goto(server.root);
    for (const text of ['zzz qqq xxx', '<img src=x onerror=alert(1)>', '%00', '"\'`;--', 'a'.repeat(500)]) {
      const found = await ask(page, text);
      const status = await page.locator('form.search [role=status]').first().innerText();
      assert.equal(found.length, 0, text);
      assert.match(status, /\p{L}/u);
    }
    await page.goto(server.root + 'vinh-danh/?tim=' + encodeURIComponent('<b>zzz'));
    await page.locator('#ket-qua-tim [role=status]').waitFor();
    await until(page, () => document.querySelector('#ket-qua-tim').textContent.includes('<b>zzz'));
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});
