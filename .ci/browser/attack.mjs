// A campaign under attack: the real one, with what attackers write in every value of every key that the program knows by its own schemas. What
// check refuses is taken back, weaker first, until it passes; what stands then is in the site.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { LineCounter, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';

const FIRE = 'fired()'; // no figure and no capital in it: they are refused in names of people, and that is not what is tried

// PAYLOADS leave a text, an attribute, a script, a style, a comment, an address, a template, a formula.
export const PAYLOADS = [
  `<script>${FIRE}</script>`, `"><img src=x onerror=${FIRE}>`, `'><svg/onload=${FIRE}>`, `</script><script>${FIRE}</script>`, `</style><script>${FIRE}</script>`,
  `</title><script>${FIRE}</script>`, `</textarea><script>${FIRE}</script>`, `--><img src=x onerror=${FIRE}>`, `]]><script>${FIRE}</script>`, `javascript:${FIRE}`,
  `'-${FIRE}-'`, `";${FIRE};//`, `\`\${${FIRE}}\``, '{{7*7}}', '${7*7}', '{{.}}{{template "layout"}}', `<%= ${FIRE} %>`, `\u2028${FIRE}//`, `=cmd|' /C calc'!A0`,
  `" onmouseover="${FIRE}" x="`, `' autofocus tabindex=1 onfocus='${FIRE}`, `<a href="javascript:${FIRE}">x</a>`, `[x](javascript:${FIRE})`, `![x](x"onerror=${FIRE})`,
  `<iframe srcdoc="<script>parent.${FIRE}</script>">`, '<base href=//bad.example/>', '<meta http-equiv=refresh content="0;url=//bad.example">',
  '<link rel=stylesheet href=//bad.example/x.css>', '<style>@import "//bad.example/x.css"</style>', `&lt;img src=x onerror=${FIRE}&gt;`, `&#60;img src=x onerror=${FIRE}&#62;`,
  `\\u003cimg src=x onerror=${FIRE}\\u003e`, `%3Cimg%20src=x%20onerror=${FIRE}%3E`, `{a|<img src=x onerror=${FIRE}>}{b}{c}`, '__proto__ constructor toString', '%s %d %n {n} {q}',
];
// LINKS are what an address that looks right may hold.
const LINKS = [`https://bad.example/'-${FIRE}-'`, `https://bad.example/?q=javascript:${FIRE}#'onclick=${FIRE}`, `https://bad.example/&quot;onmouseover=${FIRE}&quot;`, `https://bad.example/\u2028`, `https://bad.example/"onclick="${FIRE}`];

// FILES are names that a folder may have, in attributes of pages.
const FILES = { picture: `anh/'"><svg onload=${FIRE}>.png`, article: `x'onload=${FIRE}.md` };

// SEEDS are for what the real campaign has none of, so that its keys are attacked, too: what lies at each place of a file of data.
const day = '2019-01-12';
const seeds = words => ({
  'campaign.yaml': { '': { logo: 'anh/chan-dung.png', contact: { phone: '0292 0000 000', email: 'thu@example.vn', address: 'Một địa chỉ', public: ['Đường dây nóng'] }, brand: { red: '#b01116', gold: '#8a6d1f' }, cards: { awards: 0 } } },
  'awards/bang-khen-mau-01.yaml': { 'awards.0': { photo: { file: 'anh/chan-dung.png', alt: 'Một ô xám', consent: true }, from: { file: 'ds.xlsx', sheet: 'Một', row: 3, sum: 'abc' } } },
  'decisions.yaml': { 5: { revoked: { date: day, reason: 'Ban hành nhầm' } } },
  'ceremony.yaml': { '': { guests: [{ honorific: 'Ông', name: 'Khách Mời Mẫu', position: 'Khách', unit: 'Một nơi' }] } },
  'corrections.yaml': { '': [{ date: day, subject: 'Tỷ lệ', was: '1,65%', now: '1,55%', reason: 'Chép nhầm' }, { date: '2019-01-13', subject: 'Tên', was: 'a', now: 'b', reason: 'c', decision: 'giay-khen-mau-02' }] },
  'moved.yaml': { '': [{ from: '/cu/', withdrawn: { date: day, reason: 'Theo đề nghị' } }, { from: '/cu-nua/', to: 'https://example.vn/' }] },
  'duplicates.yaml': { '': [{ awards: ['bang-khen-mau-01-001', 'bang-khen-mau-01-002'], same: false, note: 'Đã xem' }] },
  'i18n/en.yaml': { '': { interface: words, blocks: { 'khoi-dai-hoc-cao-dang': { name: 'Block' } }, units: { 'so-y-te': { name: 'Department', short: 'DoH' } }, corrections: { 'Tỷ lệ': 'Rate', 'Chép nhầm': 'Copied wrongly' } } },
});

const PRIVATE = new Set(['approvals', 'headings', 'urls']); // data that no page, paper or file is made from

// attacked writes the campaign of from to dir. It gives the keys that hold texts; each attack, with what stands now; and for each key by which rules how
// many were refused.
export function attacked(program, from, dir) {
  for (const part of ['data', 'content']) cpSync(join(from, part), join(dir, part), { recursive: true });
  mkdirSync(join(dir, 'content/anh'), { recursive: true });
  for (const name of ['anh/chan-dung.png', FILES.picture]) cpSync(join(from, '.readme/site.png'), join(dir, 'content', name));
  cpSync(join(from, 'content/chuong-trinh.md'), join(dir, 'content', FILES.article));
  const schemas = schemasOf(program, dir), attacks = [];
  const words = JSON.parse(readFileSync(join(from, 'templates/words/en.json'), 'utf8'));
  for (const no of ['locale', 'thousands', 'least-digits']) delete words[no];
  const files = [...data(dir, schemas, seeds(words)), ...articles(dir, schemas)];
  for (const f of files) attacks.push(...attacksOn(f));
  const told = new Map(); // key → rule → how often
  const judged = () => {
    follow(files, attacks);
    for (const f of files) writeFileSync(join(dir, f.name), f.write());
    return check(program, dir);
  };
  const others = attacks.filter(a => !a.text); // by themselves first: what hangs on an id that is none is refused with it
  share(others);
  for (const p of judged()) for (const a of others) if (a.now && a.node === placed(files, p)?.node) { tell(told, a.key, p.rule); put(a); }
  share(attacks.filter(a => a.text && !a.lines));
  spread(files, attacks);
  for (let round = 1; round < 30; round++) {
    const problems = judged();
    if (!problems.length) return { keys: keysOf(schemas), attacks, told, rounds: round };
    takeBack(problems, files, attacks, told);
  }
  throw new Error(`still refused: ${JSON.stringify(judged().slice(0, 5))}`);
}

const below = folder => readdirSync(folder, { recursive: true, withFileTypes: true }).filter(e => e.isFile()).map(e => relative(folder, join(e.parentPath ?? e.path, e.name))).sort();

// data reads the files of data, with the seeds.
function data(dir, schemas, more) {
  const names = new Set([...below(join(dir, 'data')).filter(n => n.endsWith('.yaml')), ...Object.keys(more)]);
  return [...names].map(name => {
    const kind = name.split('/')[0].replace(/\.yaml$/, ''), path = join(dir, 'data', name);
    const f = { name: `data/${name}`, kind, schema: schemas.get(kind), doc: parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : ''), before: 0 };
    for (const [at, value] of Object.entries(more[name] ?? {})) plant(f.doc, at ? at.split('.').map(k => /^\d+$/.test(k) ? Number(k) : k) : [], value);
    f.write = () => f.text = f.doc.toString({ lineWidth: 0 });
    return f;
  }).filter(f => f.schema);
}

// plant puts a value where there is none yet.
function plant(doc, at, value) {
  const there = at.length ? doc.getIn(at, true) : doc.contents;
  if (isMap(there) && typeof value === 'object') for (const [key, inner] of Object.entries(value)) plant(doc, [...at, key], inner);
  else if (!there || isScalar(there) && there.value === null) { if (at.length) doc.setIn(at, doc.createNode(value)); else doc.contents = doc.createNode(value); }
}

// articles reads the files of content: what is declared before each, and what is written.
function articles(dir, schemas) {
  return below(join(dir, 'content')).filter(n => n.endsWith('.md')).map(name => {
    const [, front, body] = readFileSync(join(dir, 'content', name), 'utf8').match(/^---\n([^]*?\n)---\n([^]*)$/);
    const kind = name.startsWith('dien-hinh/') ? 'story' : 'article';
    const f = { name: `content/${name}`, kind, schema: schemas.get(kind), doc: parseDocument(front), before: 1, parts: [] };
    if (kind === 'story') plant(f.doc, [], { photo: { file: 'anh/chan-dung.png', alt: 'Một ô xám', consent: true } });
    f.write = () => {
      f.text = f.doc.toString({ lineWidth: 0 });
      let text = `---\n${f.text}---\n${body}\n`;
      for (const a of f.parts.filter(a => a.now)) {
        a.from = text.split('\n').length;
        a.to = a.from + a.lines.split('\n').length - 1;
        text += `${a.lines}\n\n`;
      }
      return text;
    };
    return f;
  });
}

// check gives the errors of a campaign. Whether there are any is asked of a command that makes no pictures, which is soon told.
function check(program, dir) {
  const run = (...args) => spawnSync(program, [...args, '--source', dir], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run('appraisal', '--output', join(dir, 'noi-bo/binh-xet.xlsx')).status === 0) return [];
  const { status, stdout, stderr } = run('check', '--format', 'json');
  const errors = status === 1 ? JSON.parse(stdout).problems.filter(p => p.severity === 'error') : [];
  if (!errors.length) throw new Error(`check ends with ${status}: ${stderr.slice(-2000)}`);
  return errors;
}

// schemasOf asks the program what keys it reads.
function schemasOf(program, dir) {
  const at = join(dir, 'schema');
  execFileSync(program, ['schema', '-o', at], { stdio: 'ignore' });
  return new Map(readdirSync(at).filter(n => !/^(check|vscode-settings)\./.test(n)).map(n => [basename(n, '.json'), JSON.parse(readFileSync(join(at, n), 'utf8'))]));
}

const isText = schema => Array.isArray(schema.type) && schema.type.join() === 'string,number,boolean' || schema.anyOf?.some(isText);
const isAddress = schema => /hH.*tT.*pP/.test(schema.pattern ?? '');

// keysOf lists every key that holds a text, as "awards.awards[].name".
function keysOf(schemas) {
  const found = new Map();
  const walk = (schema, key) => {
    if (isText(schema) || isAddress(schema)) found.set(key, schema);
    for (const [name, inner] of Object.entries(schema.properties ?? {})) walk(inner, `${key}.${name}`);
    if (schema.items) walk(schema.items, `${key}[]`);
    if (typeof schema.additionalProperties === 'object') walk(schema.additionalProperties, `${key}.*`);
  };
  for (const [name, schema] of schemas) if (!PRIVATE.has(name)) walk(schema, name);
  return found;
}

// attacksOn lists the values of a file that will be attacked, and adds to each record the texts that it does not have. Every value that is no text (an id,
// a number, a day) is attacked in the first record that has it: to see it refused.
function attacksOn(f) {
  const out = [], once = new Set(), filled = new Map();
  const walk = (node, schema, key) => {
    if (isScalar(node)) {
      const text = isText(schema) || isAddress(schema);
      if (!text && once.has(key)) return;
      once.add(key);
      out.push({ file: f, node, key, was: node.value, type: node.type, text, address: isAddress(schema), tries: [] });
    } else if (isMap(node)) {
      const times = (filled.get(key) ?? 0) + 1;
      filled.set(key, times);
      for (const { key: k, value } of node.items) {
        const name = isScalar(k) ? k.value : k, inner = schema.properties?.[name] ?? schema.additionalProperties;
        if (inner) walk(value, inner, schema.properties?.[name] ? `${key}.${name}` : `${key}.*`);
      }
      if (times > 3) return;
      for (const [k, inner] of Object.entries(schema.properties ?? {})) {
        if (node.has(k) || !isText(inner) && !isAddress(inner)) continue;
        const scalar = f.doc.createNode('');
        out.push({ file: f, node: scalar, key: `${key}.${k}`, was: '', text: true, address: isAddress(inner), tries: [], add: [node, k] });
      }
    } else if (isSeq(node)) node.items.forEach(item => walk(item, schema.items, `${key}[]`));
  };
  walk(f.doc.contents, f.schema, f.kind);
  return out;
}

// share deals the payloads out to the values of each key: all of them to each key, whether it has one value or hundreds. What is tried next, if
// that is refused, is a part of them, then one by one, and at last nothing.
function share(attacks) {
  for (const list of by(attacks, a => a.key)) list.forEach((a, i) => {
    a.tries = tries(a, i, list.length);
    put(a);
  });
}

function tries(a, i, many) {
  if (!a.text) return [[PAYLOADS[i % 3]]];
  if (/\.(file|logo|programme)$/.test(a.key) && !/from\.file$/.test(a.key)) return [[PAYLOADS[0]], [a.key.endsWith('programme') ? FILES.article : FILES.picture]];
  const all = a.address ? LINKS : PAYLOADS, size = Math.ceil(all.length / Math.min(many, all.length)), turn = j => [all[(i + j) % all.length]];
  if (a.address) return all.map((_, j) => turn(j));
  const first = Array.from({ length: size }, (_, j) => all[(i * size + j) % all.length]);
  return [first, first.filter(p => !/\u2028|^=|\d/.test(p)), first.slice(0, size >> 1), ...[2, 7, 19, 26].map(turn)].filter(l => l.length);
}

// spread writes each payload into one of the articles: as a paragraph, a heading, a quotation, a cell, code, words in bold.
function spread(files, attacks) {
  const into = files.filter(f => f.parts);
  PAYLOADS.forEach((p, i) => {
    const forms = [p, `## Mục ${p}`, `> ${p}`, `| a | b |\n|---|---|\n| ${p.replaceAll('|', '\\|')} | c |`, '```\n' + p + '\n```', `Chữ **${p}** \`${p}\``, `[chữ](${p})`, `![chữ](${p})`];
    forms.forEach((lines, j) => {
      const f = into[(i + j) % into.length], a = { file: f, key: `${f.kind} (Markdown)`, text: true, payload: p, lines, now: [p], tries: [], put: () => {} };
      f.parts.push(a);
      attacks.push(a);
    });
  });
}

const by = (list, key) => [...list.reduce((map, a) => map.set(key(a), [...map.get(key(a)) ?? [], a]), new Map()).values()];

// put writes an attack's next try, or what was there before all.
function put(a) {
  a.now = a.tries.shift() ?? null;
  if (a.put) return;
  const whole = a.address || !a.text || a.was === '' || /\.(file|logo|programme)$/.test(a.key);
  // A name keeps its end, all other texts their beginning.
  a.node.value = a.now === null ? a.was : whole ? a.now.join(' ') : /name$/.test(a.key) ? `${a.now.join(' ')} ${a.was}` : `${a.was} ${a.now.join(' ')}`;
  a.node.type = a.now === null ? a.type : 'QUOTE_DOUBLE';
  if (a.now === null) delete a.node.source;
  if (!a.add) return;
  const [map, key] = a.add;
  if (a.now === null) map.delete(key); else map.set(key, a.node);
}

// follow renames, in translations, texts that translations are found by.
function follow(files, attacks) {
  const names = new Map(attacks.filter(a => a.node && a.file.kind !== 'i18n' && typeof a.was === 'string' && a.was).map(a => [a.was.trim(), a.node.value]));
  for (const f of files.filter(f => f.kind === 'i18n')) for (const part of ['measures', 'notes', 'formulas', 'corrections']) {
    const map = f.doc.get(part, true);
    if (isMap(map)) for (const { key } of map.items) {
      key.first ??= key.value.trim();
      if (names.has(key.first)) { key.value = names.get(key.first); key.type = 'QUOTE_DOUBLE'; }
    }
  }
}

// takeBack tries the next of what was refused. A problem whose place is not attacked is laid to what is attacked around it.
function takeBack(problems, files, attacks, told) {
  const guilty = new Set();
  for (const p of problems) {
    const at = placed(files, p);
    let list = attacks.filter(a => a.now && (a.lines ? at.line && a.file === at.file && at.line >= a.from && at.line <= a.to : a.node === at.node));
    const own = list.length > 0;
    for (const q of own ? [] : [p, ...p.also ?? []]) {
      const { node, near } = placed(files, q);
      for (const around of [node, ...near ?? []]) {
        const found = around ? attacks.filter(a => a.now && a.node && inside(around).has(a.node)) : [];
        if (found.length) { list.push(...found); break; }
      }
    }
    if (!list.length) list = attacks.filter(a => a.now && !a.text); // an id that is gone
    if (!list.length) throw new Error(`refused where nothing is attacked: ${JSON.stringify(p)}`);
    for (const a of list) {
      a.rules = [...a.rules ?? [], p.rule];
      tell(told, a.key, p.rule);
      if (a.add && !own || a.rules.length > 3) a.tries = [];
      guilty.add(a);
    }
  }
  guilty.forEach(put);
}

function tell(told, key, rule) {
  const of = told.get(key) ?? new Map();
  told.set(key, of.set(rule, (of.get(rule) ?? 0) + 1));
}

function inside(outer) {
  const found = new Set();
  visit(outer, { Node: (_, node) => { found.add(node); } });
  return found;
}

// placed finds what stands at a problem's place as it was written: a value, with the maps around it, the nearest first; or a line of an article.
function placed(files, { file: name, line, column }) {
  const file = files.find(f => f.name === name);
  if (!file) return {};
  if (file.parts && line > file.before + file.text.split('\n').length - 1) return { file, line };
  file.read?.text === file.text || (file.read = { text: file.text, counter: new LineCounter() });
  const doc = file.read.doc ??= parseDocument(file.text, { lineCounter: file.read.counter });
  const offset = (file.read.counter.lineStarts[line - 1 - file.before] ?? 0) + column - 1;
  const step = (written, ours, near) => {
    if (isMap(written)) for (const [i, { key, value }] of written.items.entries()) {
      if (offset >= key.range[0] && offset < (value?.range ?? key.range)[2]) return step(value, ours.items[i].value, [ours, ...near]);
    } else if (isSeq(written)) for (const [i, inner] of written.items.entries()) {
      if (offset < inner.range[2]) return step(inner, ours.items[i], near);
    }
    return { node: ours, near };
  };
  return step(doc.contents, file.doc.contents, []);
}
