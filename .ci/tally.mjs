// Reads what go test -json wrote, prints what a person wants to see of it, and writes "passes failures" to a file.
// A skipped test is a failure: in CI everything that a test needs is installed. (A fuzz target may pass over a seed.)
import { readFileSync, writeFileSync } from 'node:fs';

const [, , input, output] = process.argv;
const lines = new Map(); // what a test or a package printed
let passed = 0, failed = 0;
const failedIn = new Set();

for (const line of readFileSync(input, 'utf8').split('\n').filter(l => l.startsWith('{'))) {
  const event = JSON.parse(line), key = `${event.Package ?? event.ImportPath} ${event.Test ?? ''}`;
  switch (event.Action) {
    case 'output': case 'build-output':
      lines.set(key, (lines.get(key) ?? '') + event.Output);
      break;
    case 'pass': case 'fail': case 'skip':
      end(event, key);
      break;
    case 'build-fail':
      process.stdout.write(lines.get(key) ?? '');
  }
}

function end(event, key) {
  if (!event.Test) {
    if (event.Action === 'pass') console.log(`ok    ${event.Package} ${event.Elapsed} s`);
    if (event.Action !== 'fail') return;
    console.log(`FAIL  ${event.Package}`);
    if (failedIn.has(event.Package)) return;
    failed++; // it did not compile, or died
    process.stdout.write(lines.get(key) ?? '');
    return;
  }
  if (event.Action === 'pass') { passed++; return; }
  if (event.Action === 'skip' && event.Test.startsWith('Fuzz')) return;
  failed++;
  failedIn.add(event.Package);
  if (event.Action === 'skip') console.log(`SKIPPED ${key}`);
  process.stdout.write(lines.get(key) ?? '');
}

writeFileSync(output, `${passed} ${failed}\n`);
