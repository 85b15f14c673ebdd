// What pages tell machines is understood by them, and true.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adobe, every, linked, truths, vocabulary } from './linked.mjs';
import { file, folder, honoured } from './tree.mjs';

const site = folder('SITE');
const home = readFileSync(join(site, 'robots.txt'), 'utf8').match(/^Sitemap: (.*)sitemap\.xml$/m)[1];
const all = linked(site);

test('schema.org knows every type and property, and the kinds of their values', () => {
  assert.ok(all.filter(p => p.graph.length).length > 10);
  assert.deepEqual(vocabulary(all).slice(0, 10), []);
});

test("Adobe's validator finds nothing", async () => {
  assert.deepEqual((await adobe(all)).slice(0, 10), []);
});

test('dates are dates, addresses lead somewhere, and nothing lacks what search engines require', () => {
  assert.deepEqual(truths(site, all, home).slice(0, 10), []);
});

test('the judges find what is wrong', async () => {
  const crumbs = t => t['@type'] === 'BreadcrumbList', dataset = t => t['@type'] === 'Dataset';
  const wrong = (of, change) => {
    const { graph } = structuredClone(all.find(p => every(p.graph).some(of)));
    change(every(graph).find(of));
    return { page: String(change), graph };
  };
  const unknown = [
    wrong(crumbs, t => { t.itemListElment = t.itemListElement; }),
    wrong(dataset, t => { t.distribution[0].encodingFormt = 'text/csv'; }),
    wrong(dataset, t => { t.jobTitle = 'a property of another type'; }),
    wrong(dataset, t => { t.creator = { '@type': 'Place', name: 'a value of another type' }; }),
    wrong(dataset, t => { t['@type'] = 'Datset'; }),
  ];
  const told = vocabulary(unknown);
  assert.deepEqual(unknown.filter(p => !told.some(line => line.startsWith(p.page) || /Datset/.test(p.page + line))), [], told.join('\n'));
  assert.notEqual((await adobe([wrong(crumbs, t => { delete t.itemListElement[0].item; })])).length, 0);
  for (const untrue of [
    wrong(dataset, t => { t.dateModified = '15/01/2019'; }),
    wrong(dataset, t => { t.url = `${home}khong-co/`; }),
    wrong(dataset, t => { t.description = 'ngắn'; }),
    wrong(crumbs, t => { t.itemListElement[1].position = 7; }),
    wrong(crumbs, t => { t.itemListElement[1].name += '\u00a0'; }),
  ]) assert.equal(truths(site, [untrue], home).length, 1, untrue.page);
});

test('nobody and no decision that is a sample is told of', () => {
  const samples = honoured(site).filter(r => r.sample);
  const decisions = JSON.parse(readFileSync(join(site, 'du-lieu/v1/quyet-dinh-khen.json'), 'utf8')).records.filter(r => r.sample).map(r => r.number);
  const names = new Set(samples.map(r => r.name));
  for (const { page, graph } of all) {
    const texts = every(graph).flatMap(t => Object.values(t)).filter(v => typeof v === 'string');
    assert.deepEqual(texts.filter(v => names.has(v) || decisions.some(n => v.includes(n))), [], page);
  }
});

test('everybody who is honoured for real is told of on a page of their own', () => {
  for (const r of honoured(site).filter(r => !r.sample && !r.revoked && r.kind !== 'household')) {
    const { graph } = all.find(p => p.page === `vinh-danh/${r.id}/`);
    const [thing] = graph;
    assert.equal(thing['@type'], r.kind === 'individual' ? 'Person' : 'Organization', r.name);
    assert.equal(thing.name, r.name);
    assert.ok(thing.award.startsWith(r.form), thing.award);
    assert.ok(readFileSync(file(site, `vinh-danh/${r.id}/`), 'utf8').includes('application/ld+json'));
  }
});
