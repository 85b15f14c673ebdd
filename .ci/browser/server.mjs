// A static server as plain as a ministry's: files of one folder under a sub-path, compressed, with the strictest policy in a header.
// Anything outside the sub-path is not ours, so that a link written from the root shows at once.
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

// As strict as a page can be asked to be: nothing but the site's own files, one named policy for scripts that are loaded late, and no frame
// of another site but around the pages that are there for it.
export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
  + "form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types bangvang";
const FRAMED = /^((en|v\/[^/]+)\/)*nhung\//;

const headersOf = name => ({
  'Content-Security-Policy': POLICY + (FRAMED.test(name) ? '' : "; frame-ancestors 'none'"),
  'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'strict-origin-when-cross-origin',
});

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.xml': 'application/xml', '.pdf': 'application/pdf', '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8', '.png': 'image/png', '.jpg': 'image/jpeg',
};
const PLAIN = /^text\/|json|xml/; // what gzip makes smaller

// serve answers below prefix ("/thi-dua/15-nam/") with the files of folder. It resolves to { origin, root, close, sent, hold }.
// first is the text of a script that is put before all others of each page, for engines that cannot be watched from outside.
export async function serve(folder, prefix, { first } = {}) {
  let asked = [], failed = [], held = null;
  const packed = new Map(), sockets = new Set();

  async function reply(request, response) {
    const path = new URL(request.url, 'http://127.0.0.1').pathname;
    asked.push(path);
    if (held?.match.test(path)) await held.over;
    let { status, type, body, headers } = await answer(folder, prefix, decodeURIComponent(path), first);
    if (status >= 400) failed.push(`${status}: ${path}`);
    if (PLAIN.test(type) && /\bgzip\b/.test(request.headers['accept-encoding']) && body.length) {
      const key = `${path} ${body.length}`;
      if (!packed.has(key) || !packed.get(key).of.equals(body)) packed.set(key, { of: body, gz: await promisify(gzip)(body) });
      body = packed.get(key).gz;
      headers = { ...headers, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' };
    }
    response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length, ...headersOf(path.slice(prefix.length)), ...headers });
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

async function answer(folder, prefix, path, first) {
  const plain = (status, words, headers) => ({ status, type: TYPES['.txt'], body: Buffer.from(words), headers });
  if (!path.startsWith(prefix)) return plain(404, 'outside the sub-path');
  const name = normalize(path.slice(prefix.length) || '.');
  if (name.split(sep).includes('..')) return plain(400, 'no');
  if (first && name === 'first.js') return { status: 200, type: TYPES['.js'], body: Buffer.from(first) };
  const file = join(folder, name);
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory() && !path.endsWith('/')) return plain(301, '', { Location: path + '/' });
  const target = found?.isDirectory() ? join(file, 'index.html') : file;
  const body = await readFile(target).catch(() => null);
  if (!body) return { status: 404, type: TYPES['.html'], body: await readFile(join(folder, '404.html')) };
  const type = TYPES[extname(target)] ?? 'application/octet-stream';
  if (first && type === TYPES['.html']) return { status: 200, type, body: Buffer.from(body.toString().replace('<head>', `<head><script src="${prefix}first.js"></script>`)) };
  return { status: 200, type, body };
}
