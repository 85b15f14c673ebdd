// The YAML server of VS Code over stdio, as an editor talks to it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const program = join(dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')), 'bin/yaml-language-server');

// open starts the server on a folder with the settings that a user would have. What it says is in diagnostics, hover and complete.
export async function open(folder, settings) {
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map(), told = new Map();
  let next = 1, rest = Buffer.alloc(0);
  const send = message => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const ask = (method, params) => new Promise((resolve, reject) => {
    waiting.set(next, { resolve, reject });
    send({ id: next++, method, params });
  });
  const tell = (method, params) => send({ method, params });
  const asked = { // what the server asks of an editor
    'workspace/configuration': ({ items }) => items.map(({ section }) => section === 'yaml' ? settings : section === 'http' ? { proxy: '', proxyStrictSSL: true } : {}),
  };
  const heard = message => {
    if (message.method === 'textDocument/publishDiagnostics') told.get(message.params.uri)?.(message.params.diagnostics);
    else if (message.method && message.id !== undefined) send({ id: message.id, result: asked[message.method]?.(message.params) ?? null });
    else if (message.id !== undefined) {
      const { resolve, reject } = waiting.get(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    }
  };
  child.stdout.on('data', chunk => {
    for (rest = Buffer.concat([rest, chunk]); ;) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(rest.subarray(0, end).toString().match(/Content-Length: (\d+)/)[1]);
      if (rest.length < end + 4 + length) return;
      heard(JSON.parse(rest.subarray(end + 4, end + 4 + length)));
      rest = rest.subarray(end + 4 + length);
    }
  });
  const root = pathToFileURL(folder).href;
  await ask('initialize', {
    processId: process.pid, rootUri: root, workspaceFolders: [{ uri: root, name: 'campaign' }],
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, workspaceFolders: true },
      textDocument: { completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } }, hover: { contentFormat: ['markdown'] }, publishDiagnostics: {} },
    },
  });
  tell('initialized', {});
  tell('workspace/didChangeConfiguration', { settings: { yaml: settings } });
  let version = 1;
  const uri = name => pathToFileURL(join(folder, name)).href;
  const answered = name => new Promise(resolve => told.set(uri(name), diagnostics => { told.delete(uri(name)); resolve(diagnostics); }));
  // opened shows a text under a file's name and gives what the server says is wrong with it.
  const opened = (name, text) => {
    const said = answered(name);
    tell('textDocument/didOpen', { textDocument: { uri: uri(name), languageId: 'yaml', version: version++, text } });
    return said;
  };
  // close ends when the server has taken back what it said: else that would pass for its answer to the next text of the name.
  const close = name => {
    const said = answered(name);
    tell('textDocument/didClose', { textDocument: { uri: uri(name) } });
    return said;
  };
  const at = (name, line, character) => ({ textDocument: { uri: uri(name) }, position: { line, character } });
  return {
    opened, close,
    complete: async (...place) => { const got = await ask('textDocument/completion', at(...place)); return got?.items ?? got ?? []; },
    hover: async (...place) => { const got = await ask('textDocument/hover', at(...place)); return [got?.contents ?? []].flat().map(c => c.value ?? c).join('\n'); },
    end: async () => { await ask('shutdown'); tell('exit'); child.stdin.end(); },
  };
}
