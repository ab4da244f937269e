import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { inRoot } from '../../../scripts/root.ts';

test('the grammar gives every form of value its scope', async () => {
  const program = inRoot('node_modules/vscode-tmgrammar-test/dist/unit.js');
  const grammar = inRoot('syntaxes/fits-record.tmLanguage.json');
  const fixture = inRoot('test/fixtures/grammar/record.fits.yaml');
  const { stdout } = await promisify(execFile)(process.execPath, [program, '-g', grammar, fixture]);
  assert.match(stdout, /^✓/);
});
