import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { whatChanged } from '../../../server/workflow/keep/what-changed.ts';

const record = (id: string, more = '') =>
  `kind: asset\nid: ${id}\ntitle: Device ${id}\ntype: laptop\nlocation: hall\n${more}`;
const many = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => record(`LAP-${String(from + n)}`)).join('---\n');

describe('what changed since the last checkpoint', () => {
  const cases: [string, string | undefined, string | undefined, number, string][] = [
    ['nothing', record('LAP-1'), record('LAP-1'), 0, ''],
    ['a first file', undefined, many(1, 14), 14, '14 assets recorded'],
    ['one record more', record('LAP-1'), many(1, 2), 1, 'Device LAP-2 (LAP-2) recorded'],
    ['one less', many(1, 2), record('LAP-1'), 1, 'Device LAP-2 (LAP-2) removed'],
    ['a file that went', many(1, 2), undefined, 2, '2 assets removed'],
    [
      'other fields',
      record('LAP-1'),
      record('LAP-1', 'make: A\n').replace('hall', 'attic'),
      1,
      'Device LAP-1 (LAP-1): place and make',
    ],
    ['a comment only', record('LAP-1'), `# mine\n${record('LAP-1')}`, 1, 'Device LAP-1 (LAP-1) changed'],
    ['many others', many(1, 5), many(1, 5).replaceAll('hall', 'attic'), 5, '5 assets changed'],
    [
      'all at once',
      `${record('LAP-1')}---\n${record('LAP-2')}`,
      `${record('LAP-1', 'make: A\n')}---\nkind: location\nid: hall\ntitle: Hall\n`,
      3,
      'Hall (hall) recorded; Device LAP-1 (LAP-1): make; Device LAP-2 (LAP-2) removed',
    ],
    ['broken text', 'kind: asset\nid: "x\n', record('LAP-1'), 2, ''],
  ];
  for (const [name, before, after, records, sentence] of cases)
    it(name, () => {
      const changed = whatChanged([{ before, after }]);
      assert.equal(changed.records, records);
      if (sentence || records === 0) assert.equal(changed.sentence, sentence);
    });

  it('a record that moved to another file did not change', () => {
    const files = [
      { before: many(1, 2), after: record('LAP-1') },
      { before: undefined, after: record('LAP-2') },
    ];
    assert.deepEqual(whatChanged(files), { records: 0, sentence: '' });
  });
});
