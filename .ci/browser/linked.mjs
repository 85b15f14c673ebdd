// What the pages of a site tell machines (JSON-LD), and its judges: the published vocabulary of schema.org through the TypeScript compiler,
// Adobe's validator, and what search engines and readers require beyond both.
import { createRequire } from 'node:module';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import Validator from '@adobe/structured-data-validator';
import { file, pages } from './tree.mjs';

const BLOCK = /<script type="application\/ld\+json">([^]*?)<\/script>/g;

// linked gives what each page tells: { page, graph }, the graph being a list of things.
export function linked(site) {
  return pages(site).map(page => {
    const blocks = [...readFileSync(file(site, page), 'utf8').matchAll(BLOCK)].map(m => JSON.parse(m[1]));
    if (blocks.length > 1) throw new Error(`${page}: ${blocks.length} blocks`);
    return { page, graph: blocks.flatMap(things) };
  });
}

function things({ '@context': context, '@graph': graph, ...thing }) {
  if (context !== 'https://schema.org') throw new Error(`context ${context}`);
  return graph ?? [thing];
}

// every lists a thing and all within it.
export const every = thing => Array.isArray(thing) ? thing.flatMap(every)
  : thing && typeof thing === 'object' ? [thing, ...Object.values(thing).flatMap(every)] : [];

// vocabulary asks the compiler whether each thing is one that schema.org knows: types, properties, and values of the types that a property
// may have. Things that differ in their texts alone are asked of once.
export function vocabulary(all) {
  const asked = new Map(); // source text without texts → place
  for (const { page, graph } of all) for (const thing of graph) {
    const text = JSON.stringify(thing, (key, value) => key.startsWith('@') || typeof value !== 'string' || /^https:\/\/schema\.org\//.test(value) ? value : 'x', 1);
    if (!asked.has(text)) asked.set(text, page);
  }
  const types = [...new Set([...asked.keys()].map(t => JSON.parse(t)['@type']))];
  const name = 'told.ts';
  let source = `import type { ${types.join(', ')} } from 'schema-dts';\n`;
  const lines = [];
  for (const [text, page] of asked) {
    lines.push([source.split('\n').length, page]);
    source += `export const told${lines.length}: ${JSON.parse(text)['@type']} = ${text};\n`;
  }
  const root = createRequire(import.meta.url).resolve('schema-dts/package.json').replace(/schema-dts\/package\.json$/, '..');
  const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [], lib: ['lib.es2022.d.ts'] };
  const host = ts.createCompilerHost(options);
  const path = join(root, name), read = host.getSourceFile;
  host.getSourceFile = (f, ...rest) => f === path ? ts.createSourceFile(f, source, options.target) : read(f, ...rest);
  const exists = host.fileExists;
  host.fileExists = f => f === path || exists(f);
  const told = ts.getPreEmitDiagnostics(ts.createProgram([path], options, host));
  return told.map(d => {
    const at = d.file?.fileName === path ? d.file.getLineAndCharacterOfPosition(d.start).line + 1 : 0;
    const page = lines.filter(([line]) => line <= at).at(-1)?.[1];
    return `${page}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ').slice(0, 400)}`;
  });
}

// adobe asks Adobe's validator, whose rules are those of Google's rich results.
export async function adobe(all) {
  const told = [];
  for (const { page, graph } of all) {
    const jsonld = {};
    for (const thing of structuredClone(graph)) (jsonld[thing['@type']] ??= []).push(thing);
    const issues = await new Validator().validate({ jsonld, errors: [] });
    told.push(...issues.map(i => `${page}: ${i.severity} ${i.rootType}: ${i.issueMessage}`));
  }
  return told;
}

// What Google asks of the kinds of results that it shows (developers.google.com/search/docs/appearance/structured-data, and for data sets
// its Dataset Search), of every such thing on a page. An event without place or day is told of for other readers: Google shows none.
export const REQUIRED = {
  BreadcrumbList: t => t.itemListElement.length >= 2 && t.itemListElement.every((l, i) => l.position === i + 1 && l.name && (l.item || i === t.itemListElement.length - 1)),
  Dataset: t => t.name && t.description.length >= 50 && t.description.length <= 5000 && t.license && t.creator && [t.distribution].flat().every(d => d.contentUrl && d.encodingFormat),
  DataCatalog: t => t.name && t.url,
  Article: t => t.headline && t.datePublished && t.author.name,
  Event: t => t.name && t.startDate && t.organizer,
  Organization: t => t.name,
  Person: t => t.name && [t.award].flat().every(Boolean),
  WebSite: t => t.name && t.url,
};

const DATES = ['dateModified', 'datePublished', 'startDate', 'legislationDate', 'temporalCoverage'];
const ADDRESSES = ['url', 'item', 'contentUrl', '@id'];
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?)?)?$/;

// truths finds what no vocabulary can: a date that is none, an address that leads nowhere, a thing without what is required of it, a text
// with a space for setting.
export function truths(site, all, home) {
  const flaws = [];
  for (const { page, graph } of all) for (const thing of every(graph)) {
    const say = what => flaws.push(`${page}: ${thing['@type']}: ${what}`);
    if (!thing['@type']) say('no type');
    if (REQUIRED[thing['@type']] && !REQUIRED[thing['@type']](thing)) say('lacks what is required');
    for (const key of DATES) if (key in thing && !DATE.test(thing[key])) say(`${key} ${thing[key]}`);
    for (const key of ADDRESSES) if (key in thing) {
      if (!/^https?:\/\//.test(thing[key])) say(`${key} ${thing[key]} is not absolute`);
      else if (thing[key].startsWith(home) && !lies(site, thing[key].slice(home.length))) say(`${key} ${thing[key]} leads nowhere`);
    }
    for (const value of Object.values(thing)) if (typeof value === 'string' && /[\u00a0\u2060]/.test(value)) say(`a space for setting in “${value}”`);
  }
  return flaws;
}

const lies = (site, path) => statSync(file(site, decodeURI(path.replace(/#.*/, ''))), { throwIfNoEntry: false })?.isFile();
