// The Nu HTML checker.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
// A run of half a minute earns back no compiling for long ones.
const BRIEF = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

// nu gives the code that the checker ends with and what it told, line by line.
export function nu(...args) {
  const run = spawnSync('java', [...BRIEF, '-Xss2m', '-jar', jar, '--format', 'gnu', ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ifError(run.error);
  return { status: run.status, told: run.stderr.split('\n').filter(Boolean) };
}
