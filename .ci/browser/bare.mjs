// A browser that nothing watches but what is asked of it: Playwright has it tell of each request and each frame, which costs a page's thread
// about a fifth of what a search costs it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FLAGS, PHONE, WHOLE } from './browser.mjs';

// bare starts Chromium and gives a way to open pages, as wide as a phone, and to close it.
export async function bare() {
  const profile = mkdtempSync(join(tmpdir(), 'bangvang-bare-'));
  const browser = spawn(WHOLE, [...FLAGS, '--headless', '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise(done => browser.once('exit', done)), waiting = new Map(), pages = new Map();
  let rest = '', last = 0;
  browser.stdio[4].setEncoding('utf8').on('data', text => {
    const messages = (rest + text).split('\0');
    rest = messages.pop();
    for (const { id, result, error, method, params, sessionId } of messages.map(m => JSON.parse(m))) {
      if (id) waiting.get(id)[error ? 1 : 0](error ? new Error(error.message) : result);
      else pages.get(sessionId)?.(method, params);
      waiting.delete(id);
    }
  });
  const send = (method, params, sessionId) => new Promise((done, failed) => {
    waiting.set(++last, [done, failed]);
    browser.stdio[3].write(JSON.stringify({ id: last, method, params, sessionId }) + '\0');
  });

  // open opens an address in a page of its own. first runs in it before any script; faults lists exceptions and what the console was told of.
  async function open(address, first) {
    const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true }), faults = [];
    const say = (method, params) => send(method, params, sessionId);
    let loaded;
    const here = new Promise(done => { loaded = done; });
    pages.set(sessionId, (method, params) => {
      if (method === 'Page.loadEventFired') loaded();
      if (method === 'Runtime.exceptionThrown') faults.push(params.exceptionDetails.text);
      if (method === 'Log.entryAdded') faults.push(`${params.entry.level}: ${params.entry.text}`);
    });
    for (const domain of ['Page', 'Runtime', 'Log']) await say(domain + '.enable');
    await say('Performance.enable', { timeDomain: 'threadTicks' });
    await say('Emulation.setDeviceMetricsOverride', { ...PHONE, deviceScaleFactor: 1, mobile: false });
    await say('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
    await say('Emulation.setFocusEmulationEnabled', { enabled: true });
    await say('Page.addScriptToEvaluateOnNewDocument', { source: `(${first})()` });
    await say('Page.navigate', { url: address });
    await here;
    return {
      faults,
      async evaluate(what, argument) {
        const { result, exceptionDetails: wrong } = await say('Runtime.evaluate', { expression: `(${what})(${JSON.stringify(argument)})`, awaitPromise: true, returnByValue: true });
        if (wrong) throw new Error(wrong.exception?.description ?? wrong.text);
        return result.value;
      },
      // spent is the processor's time on the page's thread, in milliseconds.
      async spent() {
        const { metrics } = await say('Performance.getMetrics');
        return metrics.find(m => m.name === 'TaskDuration').value * 1000;
      },
      close: () => send('Target.closeTarget', { targetId }),
    };
  }

  return {
    open,
    async close() {
      send('Browser.close').catch(() => {});
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
