// Finding a name: however it is typed, with keys and with fingers, with and without what is found.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launch, PHONE, settled, shoot, until, watched } from './browser.mjs';
import { hard, spellings, unaccented } from './names.mjs';
import { serve } from './server.mjs';
import { folder, honoured } from './tree.mjs';

const finding = createRequire(import.meta.url)(new URL('../../templates/assets/find.js', import.meta.url).pathname);
const site = folder('SITE');
const CAMPAIGN = process.env.CAMPAIGN ?? 'site';
const people = honoured(site);

let browser, server;
before(async () => { browser = await launch(); server = await serve(site, '/cong/thi-dua/'); });
after(async () => { await browser?.close(); await server?.close(); });

// ask types into the first search field and gives what is offered when it has been counted.
async function ask(page, text) {
  const field = page.locator('form.search input').first();
  await page.evaluate(() => { document.querySelector('form.search .search-status').textContent = ''; });
  await field.fill('');
  await field.fill(text);
  await until(page, () => {
    const form = document.querySelector('form.search'), told = form.querySelector('.search-status').textContent;
    return told !== '' && told !== form.dataset.wait;
  });
  return page.evaluate(() => [...document.querySelectorAll('form.search [role=option]')]
    .map(o => ({ name: o.querySelector('b').textContent, line: o.querySelector('small').textContent, href: o.href })));
}

// entries are all that the site's index holds.
async function entries() {
  const text = readFileSync(join(site, 'tim-kiem/chi-muc.js'), 'utf8');
  const index = await finding.open(async () => JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))));
  return index.rows(Array.from({ length: index.entries }, (_, i) => i));
}

// keys writes a name as it comes out of a keyboard that types Telex or VNI into a page that does not know them.
const TELEX = { '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0301': 's', '\u0323': 'j', '\u031b': 'w', '\u0306': 'w' };
const VNI = { '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0301': '1', '\u0323': '5', '\u0302': '6', '\u031b': '7', '\u0306': '8' };
const keys = (name, vni) => name.toLowerCase().normalize('NFD').replaceAll('đ', vni ? 'd9' : 'dd')
  .replace(/(.)\u0323?\u0302/g, (m, c) => vni ? m : m.replace('\u0302', c)) // aa, ee, oo
  .replace(/[\u0300-\u036f]/g, m => (vni ? VNI : TELEX)[m]);

test('the browser passes the table of queries that Go passes', async () => {
  const table = JSON.parse(readFileSync(new URL('../../internal/viet/testdata/search.json', import.meta.url), 'utf8'));
  const { page, close } = await watched(browser, server.origin);
  try {
    await page.goto(server.root);
    await page.locator('form.search input').first().focus();
    await until(page, () => window.bangvangFinding);
    const bad = await page.evaluate(({ fold, match, order }) => {
      const found = window.bangvangFinding, rank = (query, text) => found.match(text, found.query(query)), bad = [];
      fold.forEach(c => { if (found.fold(c.text) !== c.fold || found.spell(c.text).map(w => w.key).join(' ') !== c.key) bad.push(c.text); });
      match.forEach(c => { if (rank(c.query, c.text) >= 0 !== c.ok) bad.push(`${c.query} in ${c.text}`); });
      order.forEach(c => c.texts.forEach((t, i) => { if (rank(c.query, t) < 0 || i && rank(c.query, c.texts[i - 1]) >= rank(c.query, t)) bad.push(`${c.query}: ${t}`); }));
      return bad;
    }, table);
    assert.deepEqual(bad, []);
  } finally {
    await close();
  }
});

test('every way of writing a name finds the person', async () => {
  const { page, faults, violations, close } = await watched(browser, server.origin, { viewport: PHONE });
  try {
    await page.goto(server.root);
    const bad = [];
    for (const name of hard(people.map(r => r.name))) {
      const ways = spellings(name);
      // Keys are read syllable by syllable: what is no syllable by far is not typed so.
      if (name.split(/[^\p{L}]+/u).every(w => w.length <= 12)) Object.assign(ways, { 'in Telex': keys(name, false), 'in VNI': keys(name, true) });
      const syllables = unaccented(name).toLowerCase().split(/[^a-z]+/).filter(Boolean);
      if (syllables.length > 2 && !/\d/.test(name)) ways['by its initials'] = syllables.map(s => s[0]).join('');
      const long = syllables.findIndex(s => s.length > 5);
      if (long >= 0) ways['with a letter left out'] = syllables.map((s, i) => i === long ? s.slice(0, 2) + s.slice(3) : s).join(' ');
      for (const [how, text] of Object.entries(ways)) {
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

test('people, collectives, units, targets and decisions are found by name, short name and number', async () => {
  const { page, close } = await watched(browser, server.origin);
  try {
    await page.goto(server.root);
    await page.locator('form.search input').first().focus();
    const rows = await entries();
    for (const kind of ['person', 'collective', 'unit', 'target', 'decision']) {
      const all = rows.filter(r => r.kind === kind);
      assert.ok(all.length > 0, kind);
      for (const r of [all[0], all.at(-1), ...all.filter(r => r.also.length).slice(0, 2)]) {
        for (const text of [r.name, unaccented(r.name), ...r.also]) {
          const found = await ask(page, text);
          assert.ok(found.some(f => f.href === server.root + r.path), `${kind} by ${text}: ${found.map(f => f.name)}`);
        }
      }
    }
  } finally {
    await close();
  }
});

test('a result says office, unit and award', async () => {
  const { page, close } = await watched(browser, server.origin);
  try {
    await page.goto(server.root);
    const r = people.find(r => r.position && r.unit) ?? people[0];
    const found = (await ask(page, r.name)).find(f => f.href.endsWith(`/vinh-danh/${r.id}/`));
    const bare = await (await page.request.get(found.href)).text();
    for (const part of found.line.split(' · ').slice(1)) {
      const words = part.replace(/ \S*\d\S*$/, '').replaceAll('&', '&amp;'); // a decision's number stands apart on the page
      assert.ok(bare.includes(words), `${words} is not on ${found.href}`);
    }
    assert.ok(found.line.split(' · ').length >= 3, found.line);
  } finally {
    await close();
  }
});

test('what was found is marked, what is only near is said, and another name that was meant is shown', async () => {
  const { page, faults, close } = await watched(browser, server.origin);
  try {
    await page.goto(server.root);
    const told = () => page.locator('form.search .search-status').first().innerText();
    const marks = () => page.evaluate(() => [...document.querySelector('form.search [role=option]').querySelectorAll('mark')].map(m => m.textContent));
    const long = /^\p{L}{5,}$/u, { name } = [...people, ...await entries()].find(r => r.name.split(' ').some(w => long.test(w)));
    const word = name.split(' ').find(w => long.test(w)), plain = unaccented(word).toLowerCase();
    assert.ok((await ask(page, name)).some(f => f.name === name));
    assert.deepEqual((await marks()).join(' '), name.match(/[\p{L}\p{N}]+/gu).join(' '));
    const near = await page.locator('form.search').first().getAttribute('data-near'), [before] = near.split('{n}');
    assert.ok(!(await told()).startsWith(before));
    const wrong = name.replace(word, plain.slice(0, 2) + (plain[2] === 'x' ? 'q' : 'x') + plain.slice(3));
    assert.ok((await ask(page, wrong)).some(f => f.name === name), wrong);
    assert.ok((await told()).startsWith(before), await told());
    assert.ok((await marks()).length > 0, wrong);
    const unit = (await entries()).find(r => r.kind === 'unit' && r.also.some(o => finding.match(r.name, finding.query(o)) < 0));
    if (unit) {
      const also = unit.also.find(o => finding.match(unit.name, finding.query(o)) < 0), found = await ask(page, also);
      assert.ok(found.find(f => f.name === unit.name).line.includes(also), `${also}: ${found.map(f => f.line)}`);
    }
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('a name typed with its unit, office or form of commendation finds that person, and says where the words stand', async () => {
  const { page, faults, close } = await watched(browser, server.origin);
  try {
    await page.goto(server.root);
    await page.locator('form.search input').first().focus();
    const rows = (await entries()).filter(r => r.kind === 'person' && r.line.length > 2);
    const [pattern] = (await page.locator('form.search').first().getAttribute('data-beside')).split('{n}');
    let lines = 0;
    for (const r of [rows[0], rows[Math.floor(rows.length / 2)], rows.at(-1)].filter(Boolean)) {
      for (const [i, phrase] of r.line.entries()) {
        const given = r.name.split(' ').at(-1);
        for (const text of [`${r.name} ${phrase}`, unaccented(`${phrase} ${r.name}`).toLowerCase(), unaccented(`${r.name} ${r.line.join(' ')}`).toUpperCase(), `${given} ${r.line[1]} ${r.line[0]}`]) {
          const found = await ask(page, text), one = found.find(f => f.href === server.root + r.path);
          assert.ok(one, `${text}: ${found.map(f => f.name)}`);
          const told = await page.locator('form.search .search-status').first().innerText();
          if (!told.startsWith(pattern) || !/\p{L}/u.test(phrase)) continue;
          lines++;
          const marks = await page.evaluate(href => [...document.querySelectorAll('form.search [role=option]')].find(o => o.href === href).querySelectorAll('small mark').length, one.href);
          assert.ok(marks > 0, `${text}: nothing below the name is marked`);
        }
        assert.ok(i < r.line.length);
      }
    }
    assert.ok(lines > 3 || rows.length < 2, `${lines} searches were told to have words below the name`);
    await shoot(page, `${CAMPAIGN}-search-beside`, {});
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('the name of a form of commendation finds its list', async () => {
  const { page, close } = await watched(browser, server.origin);
  try {
    await page.goto(server.root);
    await page.locator('form.search input').first().focus();
    const forms = (await entries()).filter(r => /^vinh-danh\/hinh-thuc\/[^/]+\/$/.test(r.path));
    assert.ok(forms.length > 0);
    for (const r of forms) {
      for (const text of [r.name, unaccented(r.name).toLowerCase(), ...r.also]) {
        assert.ok((await ask(page, text)).some(f => f.href === server.root + r.path), `${text} does not find ${r.path}`);
      }
      assert.equal((await page.request.get(server.root + r.path)).status(), 200);
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
    const most = people.map(r => r.name.split(' ')[0]).sort((a, b) => people.filter(p => p.name.startsWith(b + ' ')).length - people.filter(p => p.name.startsWith(a + ' ')).length)[0];
    const family = people.filter(r => r.name.startsWith(most + ' ')).length > 1 ? most : 'h';
    await field.focus();
    const found = await ask(page, family);
    assert.ok(found.length > 1, `"${family}" finds ${found.length}`);
    assert.equal(await field.getAttribute('role'), 'combobox');
    assert.equal(await field.getAttribute('aria-expanded'), 'true');
    assert.equal(await page.locator(`#${await field.getAttribute('aria-controls')}`).getAttribute('role'), 'listbox');
    await until(page, () => /\d/.test(document.querySelector('form.search [role=status]').textContent)); // spoken when no more keys come
    const active = () => page.evaluate(() => document.getElementById(document.querySelector('form.search input').getAttribute('aria-activedescendant'))?.querySelector('b').textContent ?? '');
    const focused = () => field.evaluate(e => e === document.activeElement);
    const expanded = () => field.getAttribute('aria-expanded');
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(), found[0].name);
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(), found[1].name);
    await page.keyboard.press('ArrowUp');
    assert.equal(await active(), found[0].name);
    await page.keyboard.press('ArrowUp');
    assert.equal(await active(), '', 'above the first is the field');
    await page.keyboard.press('ArrowUp');
    assert.equal(await active(), found.at(-1).name, 'and then the last');
    assert.ok(await focused());
    assert.match(await page.locator('form.search').first().ariaSnapshot(), new RegExp(`combobox "[^"]+" \\[expanded\\]: ${family}\\n[^]*status: .*\\d[^]*listbox "[^"]+":\\n *- option "${found[0].name}[^]*option "${found.at(-1).name}[^"]*" \\[selected\\]`));
    // Keys of the field's own, first of them those that move the cursor, leave the list for the field.
    for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.notEqual(await active(), '', key);
      await page.keyboard.press(key);
      assert.deepEqual([await active(), await expanded()], ['', 'true'], key);
    }
    await page.keyboard.press('Home');
    assert.equal(await field.evaluate(e => e.selectionStart), 0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    assert.deepEqual([await expanded(), await active()], ['false', '']);
    assert.equal(await field.inputValue(), family, 'the first Escape keeps what was typed');
    await page.keyboard.press('Alt+ArrowDown');
    assert.equal(await expanded(), 'true');
    await page.keyboard.press('Alt+ArrowUp');
    assert.equal(await expanded(), 'false');
    await page.keyboard.press('Escape');
    assert.equal(await field.inputValue(), '', 'the second empties the field');
    assert.ok(await focused());
    await ask(page, family);
    await page.keyboard.press('Tab');
    assert.equal(await expanded(), 'false');
    await field.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(found[0].href);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('on a phone one tap leads from any page to the field, and Escape closes results before the menu', async () => {
  const { page, faults, close } = await watched(browser, server.origin, { viewport: PHONE, hasTouch: true });
  try {
    await page.goto(server.root + 'quyet-dinh/');
    const field = page.locator('form.search input').first();
    await page.locator('[popovertarget]:not([popovertargetaction])').tap();
    assert.ok(await field.isVisible());
    await field.focus();
    const found = await ask(page, people[0].name);
    assert.equal(found[0].name, people[0].name);
    const open = () => page.locator('[popover]:popover-open').count();
    await page.keyboard.press('Escape');
    assert.deepEqual([await field.getAttribute('aria-expanded'), await open()], ['false', 1]);
    await page.keyboard.press('Escape');
    assert.deepEqual([await field.inputValue(), await open()], ['', 1]);
    await page.keyboard.press('Escape');
    assert.equal(await open(), 0);
    await page.locator('[popovertarget]:not([popovertargetaction])').tap();
    await ask(page, people[0].name);
    await shoot(page, `${CAMPAIGN}-search-menu-360`, {});
    await page.locator('form.search [role=option]').first().tap();
    await page.waitForURL(found[0].href);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});

test('the search works where a page trusts nothing but its policy “bangvang”', async () => {
  const { page, faults, violations, close } = await watched(browser, server.origin);
  try {
    await page.route(server.root + '**', async route => {
      const response = await route.fetch();
      const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types bangvang";
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
    await page.goto(server.root + 'bao-chi/');
    assert.equal((await ask(page, people[0].name))[0].name, people[0].name);
    const refused = await page.evaluate(() => { try { trustedTypes.createPolicy('bangvang', {}); return false; } catch { return true; } });
    assert.ok(refused, 'nobody else may take the name');
    await page.goto(`${server.root}vinh-danh/?tim=${encodeURIComponent(people[0].name)}`);
    await page.locator('#ket-qua-tim a').first().waitFor();
    assert.deepEqual((await violations()).filter(v => !/trusted-types/.test(v)), []);
    assert.deepEqual(faults.filter(f => !/bangvang/.test(f)), []);
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
    for (const text of ['zzz qqq xxx', '<img src=x onerror=alert(1)>', '%00', '"\'`;--', 'a'.repeat(500), '🌸 👩🏽‍🌾', '\ud83c', '“”', 'x '.repeat(5000), 'Nguyễn Văn An, '.repeat(700)]) {
      const found = await ask(page, text);
      assert.equal(found.length, 0, text);
      assert.match(await page.locator('form.search .search-status').first().innerText(), /\p{L}/u);
    }
    await page.goto(server.root + 'vinh-danh/?tim=' + encodeURIComponent('<b>zzz'));
    await page.locator('#ket-qua-tim [role=status]').waitFor();
    await until(page, () => document.querySelector('#ket-qua-tim').textContent.includes('<b>zzz'));
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
});
