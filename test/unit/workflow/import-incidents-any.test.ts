import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Table } from '../../../server/exchange/table.ts';
import { planIncidents } from '../../../server/workflow/import/incidents.ts';
import { anyText } from '../yaml/arbitrary-record.ts';
import { apply, errorsIn, home, schoolWith } from './importing.ts';
import { planTable, records, tableOf } from './incidents.ts';

test('whatever a list holds: no row is lost, nothing is made wrong, and a second time it changes nothing', () => {
  const cell = fc.oneof(
    { weight: 2, arbitrary: anyText },
    fc.constantFrom(
      '',
      '-',
      '23/09/2026',
      '23/09/2026 08:10',
      '2026-09-24T07:00:00Z',
      '31/31/2026',
      'PRN-03',
      'Hall',
      'Jane Smith',
      '#12',
      '4711',
      'Request',
      'x: y',
      '"',
    ),
  );
  const headings = [
    'Number',
    'Opened',
    'Closed',
    'Summary',
    'Description',
    'Room',
    'Device',
    'Category',
    'Assigned to',
    'Requester',
    'Type',
  ];
  const anyRows = fc.array(fc.array(cell, { minLength: headings.length, maxLength: headings.length }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(anyRows, cells => {
      const checker = schoolWith(records);
      const table: Table = {
        headings,
        rows: cells.map((row, at) => ({ number: at + 2, cells: row })),
        sheet: '',
        sheets: [],
      };
      const fields = [
        'ref',
        'on',
        'resolved',
        'summary',
        'details',
        'location',
        'asset',
        'category',
        'by',
        undefined,
        'sort',
      ] as const;
      const columns = headings.map((heading, at) => ({ heading, field: fields[at] }));
      const plan = planIncidents({ table, columns, estate: checker.estate, home });
      assert.ok(plan.rows.every(row => row.sentence !== ''));
      apply(plan, checker);
      assert.deepEqual(errorsIn(checker), []);
      const made = plan.rows.filter(row => row.outcome === 'new');
      for (const { id } of made) assert.equal(checker.estate.find(id, home).length, 1, id);
      const again = planIncidents({ table, columns, estate: checker.estate, home });
      assert.deepEqual(again.files, []);
      assert.deepEqual(again.counts, {
        ...plan.counts,
        new: 0,
        adds: 0,
        same: made.length + plan.counts.same + plan.counts.adds,
      });
    }),
    { numRuns: 300 },
  );
});

test('a list of 5,000 is planned in less than ten seconds', () => {
  const checker = schoolWith(records);
  const rows = Array.from(
    { length: 5000 },
    (_, i) => `${i},${1 + (i % 28)}/0${1 + (i % 9)}/202${3 + (i % 4)} 08:10,,Printer ${i} jams,Hall,PRN-03`,
  );
  const table = tableOf(`Number,Opened,Closed,Summary,Room,Device\n${rows.join('\n')}\n`);
  const began = performance.now();
  const plan = planTable(table, checker);
  assert.equal(plan.counts.new, 5000);
  assert.ok(plan.files.length >= 4);
  assert.ok(performance.now() - began < 10_000, `${Math.round(performance.now() - began)} ms`);
});
