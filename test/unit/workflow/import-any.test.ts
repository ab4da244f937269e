import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { importFields, type Column, type ImportField } from '../../../server/exchange/columns.ts';
import { readCell } from '../../../server/exchange/read-cells.ts';
import { readTableText } from '../../../server/exchange/read-table.ts';
import type { Table } from '../../../server/exchange/table.ts';
import { apply, columnsOf, errorsIn, home, planOf, schoolWith, today } from './importing.ts';

const recorded =
  'kind: location\nid: hall\ntitle: Hall\n---\nkind: asset\nid: SW-01\ntitle: Switch\ntype: switch\nlocation: hall\nserial: S-1\n---\nkind: subnet\nid: NET-1\ntitle: Net\ncidr: 10.0.0.0/24\n';

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    ...[
      '',
      'n/a',
      'see list',
      'S-1',
      's-1',
      'S-2',
      'SW-01',
      'hall',
      'Hall',
      'Room 7',
      '10.0.0.4',
      '10.9.0.4',
      '8.8.8.8',
      '00:1b:2c:3d:4e:5f',
    ],
    ...[
      'laptop',
      'SW 24p PoE',
      'leased',
      'no',
      'spare',
      'scrapped',
      '£1,240.00',
      '30',
      '2021',
      '23/11/2021',
      '03/04/2021',
      '3 years',
      'none',
      'unknown',
    ],
    ...[
      '- x',
      '# y',
      'a: b',
      'x #y',
      '"',
      "'",
      '|',
      '---',
      'a\nb',
      '{a}',
      '[a',
      '@x',
      '%x',
      '*x',
      '&x',
      'yes',
      'null',
      '~',
      '1e3',
      '0x1F',
      '012',
      '2021-11-23',
    ],
    ...['https://a:b@example.org', '-----BEGIN PRIVATE KEY-----', '\uD800', '07700 900123'],
  ),
);
const fields = Object.keys(importFields) as ImportField[];
const table = fc
  .record({
    columns: fc.uniqueArray(fc.constantFrom(...fields), { maxLength: 9 }),
    rows: fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }),
  })
  .map(({ columns, rows }): { table: Table; columns: Column[] } => ({
    columns: columns.map((field, at) => ({ heading: `Column ${at + 1}`, field })),
    table: {
      headings: columns.map((_, at) => `Column ${at + 1}`),
      rows: rows.map((cells, at) => ({ number: at + 2, cells: columns.map((_, column) => cells[column] ?? '') })),
      sheet: '',
      sheets: [],
    },
  }));

/** The one error that an import may bring: it is true of the thing, and known only now. */
const isTrueOfTheThing = (error: string) => error.startsWith('CFG-005 ');

test('any cells: nothing is thrown, nothing in the records is wrong, and they say what the list said', () => {
  fc.assert(
    fc.property(table, ({ table: list, columns }) => {
      const checker = schoolWith({ 's/a.fits.yaml': recorded });
      const plan = planOf(list, checker, columns);
      apply(plan, checker);
      assert.deepEqual(
        errorsIn(checker).filter(error => !isTrueOfTheThing(error)),
        [],
      );
      for (const row of plan.rows.filter(one => one.outcome === 'new')) {
        const record = checker.estate.find(row.id, home)[0];
        assert.equal(record?.title, row.title);
        const cells = list.rows.find(one => one.number === row.number)?.cells ?? [];
        for (const [at, { field, heading }] of columns.entries()) {
          if (field !== 'os' && field !== 'order_ref' && field !== 'funding') continue;
          const reading = readCell(field, cells[at] ?? '', { today, dateOrder: 'uk', heading, bought: undefined });
          if (reading.is !== 'value' || row.sentence.includes('looks like a password')) continue;
          assert.equal(record.values[field], reading.text);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('a second import makes nothing anew that has a serial number or a label to be found by', () => {
  fc.assert(
    fc.property(table, ({ table: list, columns }) => {
      const checker = schoolWith({ 's/a.fits.yaml': recorded });
      const first = planOf(list, checker, columns);
      apply(first, checker);
      const again = planOf(list, checker, columns).rows.filter(row => row.outcome === 'new');
      for (const { number } of again) {
        const id = first.rows.find(row => row.number === number)?.id ?? '';
        const record = checker.estate.named(id, home);
        assert.ok(record, 'it was new the first time, too');
        assert.deepEqual([record.values['serial'], record.values['tag']], [undefined, undefined]);
      }
    }),
    { numRuns: 200 },
  );
});

test('any text is a table or a sentence, and any table has columns', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }),
      (text, rows) => {
        const checker = schoolWith();
        for (const one of [text, rows.map(cells => cells.join(',')).join('\n')]) {
          const answer = readTableText(one);
          if (answer.ok) planOf(answer.table, checker, columnsOf(answer.table, checker));
          else assert.notEqual(answer.sentence, '');
        }
      },
    ),
    { numRuns: 400 },
  );
});
