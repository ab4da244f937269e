import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListColumn, ListRow } from '../../../server/protocol/importing.ts';
import {
  columnDescription,
  columnLabel,
  dateQuestion,
  importLabel,
  rowsText,
  withColumn,
} from '../../../src/import-words.ts';
import { inEnglish } from '../../../src/translate.ts';

const column: ListColumn = {
  heading: 'Purchase date',
  field: 'bought',
  label: 'Bought',
  samples: ['03/04/2021', 'x'.repeat(40)],
};

test('a column on one line: what it is taken for, what stands in it, what is to be decided', () => {
  assert.equal(columnLabel(inEnglish, column), 'Purchase date → Bought');
  assert.equal(columnLabel(inEnglish, { ...column, heading: '', label: '', field: null }), 'No heading → left out');
  assert.equal(columnDescription(inEnglish, column), `03/04/2021 · ${'x'.repeat(29)}…`);
  assert.equal(
    columnDescription(inEnglish, { ...column, because: 'records name posts, not people' }),
    'records name posts, not people',
  );
  const question = '03/04/2021: 3 April or 4 March?';
  assert.equal(dateQuestion(inEnglish, column), undefined);
  assert.equal(dateQuestion(inEnglish, { ...column, question, dateOrder: 'uk' }), `${question} Taken as day first.`);
  assert.equal(dateQuestion(inEnglish, { ...column, question, dateOrder: 'us' }), `${question} Taken as month first.`);
  assert.equal(importLabel(inEnglish, 1), 'Import 1 row');
});

test('every row on one line, errors first', () => {
  const row = (number: number, outcome: ListRow['outcome'], id: string, title: string, sentence: string): ListRow => ({
    number,
    outcome,
    id,
    title,
    sentence,
  });
  const rows = [
    row(5, 'new', 'LAP-01', 'Laptop', 'Laptop, Hall.'),
    row(9, 'error', '', 'Twin', 'Rows 5 and 9.'),
    row(12, 'left_out', '', '', 'Left out: x.'),
  ];
  assert.deepEqual(rowsText(inEnglish, 'list.xlsx', '1 new, 1 error.', rows).split('\n'), [
    'What happens to every row of list.xlsx',
    '',
    '1 new, 1 error.',
    'Nothing is written yet.',
    '',
    'Row 9      error        Twin: Rows 5 and 9.',
    '',
    'Row 5      new          Laptop (LAP-01): Laptop, Hall.',
    'Row 12     left out     Left out: x.',
    '',
  ]);
});

test('a field has one column: the one that had it is left out, and a picked order of dates stays', () => {
  const columns = [{ field: 'title' }, { field: 'bought', dateOrder: 'us' as const }, { field: null }];
  assert.deepEqual(withColumn(columns, 2, { field: 'title' }), [
    { field: null },
    { field: 'bought', dateOrder: 'us' },
    { field: 'title' },
  ]);
  assert.deepEqual(withColumn(columns, 1, { field: null }), [{ field: 'title' }, { field: null }, { field: null }]);
  assert.deepEqual(withColumn(columns, 1, { field: 'bought', dateOrder: 'uk' })[1], {
    field: 'bought',
    dateOrder: 'uk',
  });
});
