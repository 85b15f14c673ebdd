// The built site as files: its pages, their kinds, the roll of honour that it publishes.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// folder gives a folder named by the environment, or ends the run: a browser test without a site proves nothing.
export function folder(name) {
  const path = process.env[name];
  if (!path || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${name} must name the folder of a built site`);
  return path;
}

// pages lists all pages as addresses from the site's root: "", "vinh-danh/", "404.html".
export function pages(site) {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter(e => e.isFile() && e.name.endsWith('.html') && e.name !== 'trich.html') // that is a document to paste elsewhere, see extracts.test.mjs
    .map(e => join(e.parentPath ?? e.path, e.name).slice(site.length).replace(/^\/+/, ''))
    .map(name => name.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}

// kind is the shape of a page's address: "don-vi/so-y-te/" and "don-vi/so-noi-vu/" are both "don-vi/*".
export function kind(page) {
  const parts = page.split('/').filter(Boolean);
  return parts.length < 2 ? page : [...parts.slice(0, -1), '*'].join('/');
}

// shape is a page's language and template.
const shape = (site, page) => readFileSync(file(site, page), 'utf8').match(/<html lang="(.*?)"[^]*<body class="(.*?)"/).slice(1).join(' ');

// framed tells the pages that other sites show in frames. They are no kind of page of ours: embeds.test.mjs judges them.
export const framed = page => /(^|\/)nhung\//.test(page);

// groups lists the pages that say the same of themselves, the longest first.
function groups(site, say) {
  const all = new Map();
  for (const page of pages(site).filter(p => !framed(p))) all.set(say(page), [...all.get(say(page)) ?? [], { page, size: statSync(file(site, page)).size }]);
  return [...all.values()].map(list => list.sort((a, b) => b.size - a.size || (a.page < b.page ? -1 : 1)).map(p => p.page));
}

const alike = site => groups(site, page => `${kind(page)} ${shape(site, page)}`);

// samples picks of each kind of page the longest and the shortest; kinds the longest alone; shapes one of each template in each language.
export const samples = site => alike(site).flatMap(list => list.length < 2 ? list : [list[0], list.at(-1)]);
export const kinds = site => alike(site).map(list => list[0]);
export const shapes = site => groups(site, page => shape(site, page)).map(list => list[0]);

// file is the path of a page on disk.
export const file = (site, page) => join(site, page === '' || page.endsWith('/') ? page + 'index.html' : page);

// slug names a page in a file name.
export const slug = page => page.replace(/\/$/, '').replaceAll('/', '_').replace('.html', '') || 'trang-chu';

// prefix is the path at which the site is published. Only the 404 page is bound to it: it is shown at any address.
export const prefix = site => new URL(readFileSync(join(site, 'robots.txt'), 'utf8').match(/^Sitemap: (.*)sitemap\.xml$/m)[1]).pathname;

// honoured reads the published roll of honour: the records of the data set with a name. Minors without consent have words instead of one.
export const honoured = site => JSON.parse(readFileSync(join(site, 'du-lieu/v1/vinh-danh.json'), 'utf8')).records.filter(r => r.name && !/\(không nêu tên\)/.test(r.name));
