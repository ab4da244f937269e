import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkerOf } from './school.ts';
import { seen } from './seen.ts';

const folder = 'samples/neglected-school';
const sample: Readonly<Record<string, string>> = Object.fromEntries(
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.fits.yaml'))
    .map(name => [`s/${name.split(path.sep).join('/')}`, fs.readFileSync(path.join(folder, name), 'utf8')]),
);
const names = Object.keys(sample);
/** Values that stand somewhere in the sample: ids, dates, choices, numbers. */
const values = [
  ...new Set(
    Object.values(sample).flatMap(text => [...text.matchAll(/: ([^\s{[#|][^\n{[#]*)$/gm)].map(match => match[1] ?? '')),
  ),
];

const edit = fc.record({
  file: fc.constantFrom(...names),
  record: fc.nat(),
  line: fc.nat(),
  how: fc.constantFrom('drop the record', 'drop the line', 'another value', 'twice', 'as it was'),
  value: fc.constantFrom(...values),
});
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

/** The file's text after one such edit. */
function edited(text: string, original: string, { record, line, how, value }: Edit): string {
  if (how === 'as it was') return original;
  const records = text.split(/^---\n/m);
  const at = record % records.length;
  const lines = (records[at] ?? '').split('\n');
  const row = line % lines.length;
  const changed = {
    'drop the record': [],
    'drop the line': [lines.filter((_, i) => i !== row).join('\n')],
    'another value': [lines.map((one, i) => (i === row ? one.replace(/: .*/, `: ${value}`) : one)).join('\n')],
    twice: [records[at] ?? '', records[at] ?? ''],
  }[how];
  return [...records.slice(0, at), ...changed, ...records.slice(at + 1)].join('---\n');
}

test('every rule sees every edit of a whole school: the findings are those of a fresh start', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), edits => {
      const checker = checkerOf(sample);
      const last = { ...sample };
      for (const name of names) checker.inFile(name);
      for (const one of edits) {
        last[one.file] = edited(last[one.file] ?? '', sample[one.file] ?? '', one);
        checker.setFile(one.file, last[one.file]);
        for (const name of names) checker.inFile(name); // fill the caches, so that stale ones would show
      }
      assert.deepEqual(seen(checker), seen(checkerOf(last)));
    }),
    { numRuns: 40 },
  );
});
