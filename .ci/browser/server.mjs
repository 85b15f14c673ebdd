// A static server as plain as a ministry's: files of one folder under a sub-path, compressed, with the headers that the site
// tells servers to send: the strictest policy among them.
// Anything outside the sub-path is not ours, so that a link written from the root shows at once.
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { prefix as published } from './tree.mjs';

// rules reads what a site tells hosts to send with its files, its _headers, as Netlify and Cloudflare Pages read them. A folder that is only part
// of a site (index.once.mjs) is told what the site is that is tested.
async function rules(folder) {
  const list = [];
  if (!existsSync(join(folder, '_headers'))) folder = process.env.SITE;
  for (const line of (await readFile(join(folder, '_headers'), 'utf8')).split('\n')) {
    if (line.startsWith('/')) list.push({ match: new RegExp('^' + line.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+').replaceAll('*', '.*') + '$'), headers: [] });
    else if (/^\s/.test(line)) list.at(-1).headers.push(line.trim().split(/:\s+(.*)/, 2));
  }
  return path => {
    const told = {};
    for (const [name, value] of list.filter(r => r.match.test(published(folder) + path)).flatMap(r => r.headers)) told[name] = told[name] ? `${told[name]}, ${value}` : value;
    return told;
  };
}

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.xml': 'application/xml', '.pdf': 'application/pdf', '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8', '.png': 'image/png', '.jpg': 'image/jpeg',
};
const PLAIN = /^text\/|json|xml/; // what gzip makes smaller

// serve answers below prefix ("/thi-dua/15-nam/") with the files of folder. It resolves to { origin, root, close, sent, hold }.
// first is the text of a script that is put before all others of each page, for engines that cannot be watched from outside. more gives the bytes of a file
// that the folder does not have, or nothing.
export async function serve(folder, prefix, { first, more } = {}) {
  let asked = [], failed = [], held = null;
  const headersOf = await rules(folder);
  const packed = new Map(), sockets = new Set();

  async function reply(request, response) {
    const path = new URL(request.url, 'http://127.0.0.1').pathname;
    asked.push(path);
    if (held?.match.test(path)) await held.over;
    let { status, type, body, headers } = await answer(folder, prefix, decodeURIComponent(path), first, more);
    if (status >= 400) failed.push(`${status}: ${path}`);
    if (PLAIN.test(type) && /\bgzip\b/.test(request.headers['accept-encoding']) && body.length) {
      const key = `${path} ${body.length}`;
      if (!packed.has(key) || !packed.get(key).of.equals(body)) packed.set(key, { of: body, gz: await promisify(gzip)(body) });
      body = packed.get(key).gz;
      headers = { ...headers, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' };
    }
    response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length, ...headersOf(status === 404 ? '404.html' : path.slice(prefix.length)), ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  const server = createServer((request, response) => {
    reply(request, response).catch(error => {
      response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(String(error));
    });
  });
  server.on('connection', socket => sockets.add(socket));
  await new Promise((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const written = () => [...sockets].reduce((sum, s) => sum + s.bytesWritten, 0);
  let before = 0;
  return {
    origin, root: origin + prefix,
    close: () => new Promise(done => { held?.release(); server.closeAllConnections(); server.close(done); }),
    // sent tells what went over the wire since it was last asked: the paths, those not found, and all bytes with their headers.
    sent() {
      const told = { paths: asked, failed, bytes: written() - before };
      asked = []; failed = []; before = written();
      return told;
    },
    // hold keeps all answers to paths that match until what it returns is called.
    hold(match) {
      let release;
      held = { match, over: new Promise(done => { release = done; }), release: () => release() };
      return () => { held = null; release(); };
    },
  };
}

async function answer(folder, prefix, path, first, more) {
  const plain = (status, words, headers) => ({ status, type: TYPES['.txt'], body: Buffer.from(words), headers });
  if (!path.startsWith(prefix)) return plain(404, 'outside the sub-path');
  const name = normalize(path.slice(prefix.length) || '.');
  if (name.split(sep).includes('..')) return plain(400, 'no');
  if (first && name === 'first.js') return { status: 200, type: TYPES['.js'], body: Buffer.from(first) };
  const file = join(folder, name);
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory() && !path.endsWith('/')) return plain(301, '', { Location: path + '/' });
  const target = found?.isDirectory() ? join(file, 'index.html') : file;
  const body = await readFile(target).catch(() => null) ?? await more?.(name);
  if (!body) return { status: 404, type: TYPES['.html'], body: await readFile(join(folder, '404.html')) };
  const type = TYPES[extname(target)] ?? 'application/octet-stream';
  if (first && type === TYPES['.html']) return { status: 200, type, body: Buffer.from(body.toString().replace('<head>', `<head><script src="${prefix}first.js"></script>`)) };
  return { status: 200, type, body };
}
