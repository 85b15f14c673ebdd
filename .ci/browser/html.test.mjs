// The Nu HTML checker over every page, the style sheets and the pictures.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { nu } from './nu.mjs';
import { folder } from './tree.mjs';

test('every page is valid HTML, every style sheet valid CSS', () => {
  const { status, told } = nu('--errors-only', '--skip-non-html', '--also-check-css', '--also-check-svg', folder('SITE'));
  const lines = told.map(l => l.replace(/^"?file:[^"]*?\/(?=[^/]*\/?[^/]*\.\w+"?:)/, ''));
  assert.deepEqual(lines.slice(0, 20), [], `${lines.length} errors`);
  assert.equal(status, 0);
});
