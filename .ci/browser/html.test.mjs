// The Nu HTML checker over every page, the style sheets and the pictures.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { folder } from './tree.mjs';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
// A run of half a minute earns back no compiling for long ones.
const BRIEF = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

test('every page is valid HTML, every style sheet valid CSS', () => {
  const site = folder('SITE');
  const run = spawnSync('java', [...BRIEF, '-Xss2m', '-jar', jar, '--errors-only', '--skip-non-html', '--also-check-css', '--also-check-svg', '--format', 'gnu', site], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ifError(run.error);
  const told = run.stderr.split('\n').filter(Boolean).map(l => l.replace(/^"?file:[^"]*?\/(?=[^/]*\/?[^/]*\.\w+"?:)/, ''));
  assert.deepEqual(told.slice(0, 20), [], `${told.length} errors`);
  assert.equal(run.status, 0);
});
