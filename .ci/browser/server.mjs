// A static server as plain as a ministry's: files of one folder under a sub-path, with the strict policy in a header.
// Anything outside the sub-path is not ours, so that a link written from the root shows at once.
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

export const POLICY = "default-src 'self'";

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.xml': 'application/xml', '.pdf': 'application/pdf', '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8', '.png': 'image/png', '.jpg': 'image/jpeg',
};

// serve answers below prefix ("/thi-dua/15-nam/") with the files of folder. It resolves to { origin, root, close }.
export async function serve(folder, prefix) {
  const server = createServer((request, response) => {
    answer(folder, prefix, request).then(({ status, type, body, headers }) => {
      response.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff', ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    }, error => {
      response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(String(error));
    });
  });
  await new Promise((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, root: origin + prefix, close: () => new Promise(done => { server.closeAllConnections(); server.close(done); }) };
}

async function answer(folder, prefix, request) {
  const path = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
  if (!path.startsWith(prefix)) return { status: 404, type: 'text/plain', body: 'outside the sub-path' };
  const name = normalize(path.slice(prefix.length) || '.');
  if (name.split(sep).includes('..')) return { status: 400, type: 'text/plain', body: 'no' };
  const file = join(folder, name);
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory() && !path.endsWith('/')) return { status: 301, type: 'text/plain', body: '', headers: { Location: path + '/' } };
  const target = found?.isDirectory() ? join(file, 'index.html') : file;
  const body = await readFile(target).catch(() => null);
  if (body) return { status: 200, type: TYPES[extname(target)] ?? 'application/octet-stream', body };
  return { status: 404, type: TYPES['.html'], body: await readFile(join(folder, '404.html')) };
}
