// Firefox and WebKit, driven alike: { name, goto, run, keys, press, close }. run calls a function in the page and awaits what it promises. Firefox can print, too.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const VIEW = { width: 1280, height: 900 };

// FIRST is put before all scripts of a page (server.mjs): engines tell less than Chromium of what went wrong, so the page itself takes notes.
export const FIRST = `
window.faults = [];
addEventListener('error', e => faults.push(e.target === window || !e.target.tagName ? 'exception: ' + e.message : 'not loaded: ' + (e.target.src || e.target.href)), true);
addEventListener('unhandledrejection', e => faults.push('rejection: ' + e.reason));
document.addEventListener('securitypolicyviolation', e => faults.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber));
for (const kind of ['error', 'warn']) { const tell = console[kind]; console[kind] = (...words) => { faults.push('console: ' + words.join(' ')); tell.apply(console, words); }; }
`;

export async function firefox() {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr', headless: true, defaultViewport: VIEW });
  const page = await browser.newPage();
  return {
    name: await browser.version(),
    goto: url => page.goto(url, { waitUntil: 'load', timeout: 60_000 }),
    run: (f, ...args) => page.evaluate(f, ...args),
    keys: text => page.keyboard.type(text),
    press: key => page.keyboard.press(key),
    print: () => page.pdf({ timeout: 60_000 }),
    close: () => browser.close(),
  };
}

const WEBDRIVER_KEYS = { Escape: '\uE00C', Enter: '\uE007', Tab: '\uE004', Home: '\uE011', ArrowLeft: '\uE012', ArrowRight: '\uE014', ArrowDown: '\uE015' };

export async function webkit() {
  const started = [], home = mkdtempSync(join(tmpdir(), 'bangvang-webkit-'));
  const start = (command, args, env, stdio) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio });
    started.push(child);
    return child;
  };
  const stop = async () => {
    for (const child of started.reverse()) if (child.exitCode === null) await new Promise(done => { child.once('exit', done); child.kill(); });
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {}, ['ignore', 'ignore', 'ignore', 'pipe']);
    const display = await new Promise((done, failed) => { screen.stdio[3].once('data', d => done(`:${String(d).trim()}`)); screen.once('exit', c => failed(new Error(`Xvfb ended with ${c}`))); });
    const port = await freePort();
    start('WebKitWebDriver', ['-p', String(port)], { DISPLAY: display, HOME: home, GDK_BACKEND: 'x11', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' }, 'ignore');
    const ask = asker(`http://127.0.0.1:${port}`);
    await ready(() => ask('GET', '/status'));
    const session = await ask('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browserOfWebKit(), args: ['--automation'] } } } });
    const at = (method, path, body) => ask(method, `/session/${session.sessionId}${path}`, body);
    await at('POST', '/timeouts', { script: 60_000, pageLoad: 60_000 });
    await at('POST', '/window/rect', { x: 0, y: 0, width: VIEW.width, height: VIEW.height });
    const type = async text => {
      const active = Object.values(await at('GET', '/element/active'))[0];
      await at('POST', `/element/${active}/value`, { text });
    };
    return {
      name: `${session.capabilities.browserName} ${session.capabilities.browserVersion}`,
      goto: url => at('POST', '/url', { url }),
      run: async (f, ...args) => {
        const script = `const done = arguments[arguments.length - 1]; (async () => (${f})(...[...arguments].slice(0, -1)))().then(value => done({ value }), error => done({ error: String(error) }));`;
        const told = await at('POST', '/execute/async', { script, args });
        if (told.error) throw new Error(told.error);
        return told.value;
      },
      keys: type,
      press: key => type(WEBDRIVER_KEYS[key]),
      close: async () => { await at('DELETE', '').catch(() => {}); await stop(); },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function browserOfWebKit() {
  const libraries = '/usr/lib/' + readdirSync('/usr/lib').find(d => d.endsWith('-linux-gnu'));
  const found = readdirSync(libraries).filter(d => d.startsWith('webkit2gtk-')).map(d => join(libraries, d, 'MiniBrowser')).at(-1);
  if (!found) throw new Error('WebKitGTK has no MiniBrowser');
  return found;
}

const freePort = () => new Promise(done => { const s = createServer(); s.listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => done(port)); }); });

const asker = root => async (method, path, body) => {
  const response = await fetch(root + path, { method, headers: { 'Content-Type': 'application/json' }, body: body === undefined ? method === 'POST' ? '{}' : undefined : JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path.replace(/[0-9a-f-]{30,}/, '…')}: ${value.error} ${value.message}`);
  return value;
};

async function ready(ask, wait = 30_000) {
  for (const end = Date.now() + wait; ; await new Promise(done => setTimeout(done, 50))) {
    try { return await ask(); } catch (error) { if (Date.now() > end) throw error; }
  }
}
