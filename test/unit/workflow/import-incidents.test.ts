import assert from 'node:assert/strict';
import { test } from 'node:test';
import writeExcelFile from 'write-excel-file/node';
import { incidentList } from '../../../server/exchange/incident-list.ts';
import { readTable } from '../../../server/exchange/read-table.ts';
import type { Checker } from '../../../server/rules/checker.ts';
import { createIncidentHomes } from '../../../server/workflow/import/incident-homes.ts';
import { apply, errorsIn, home, outcomes, schoolWith, valuesOf } from './importing.ts';
import { columnsOf, importText, list, planTable, records, tableOf } from './incidents.ts';

function textOf(checker: Checker, file: string): string {
  return checker.estate.files.get(file)?.text ?? '';
}

test('each row becomes an incident with the records that it names; people are left out of all of it', () => {
  const checker = schoolWith(records);
  const plan = importText(list, checker);
  assert.deepEqual(outcomes(plan), ['2 new INC-4711', '3 new INC-4712', '4 new INC-4713']);
  assert.equal(plan.summary, '3 new. Names of people are left out.');
  assert.deepEqual(
    plan.rows.map(row => row.sentence),
    [
      '23 September 2026, Hall, Office printer, resolved on 24 September 2026. What belongs to a person is left out of its words.',
      '24 September 2026, Class 7, KS2, Trolley laptop, not resolved yet. What belongs to a person is left out of its words.',
      '31 October 2026, not resolved yet. “Attic” is no place of the records: kept in the notes; “Old box” is no device of the records: kept in the notes.',
    ],
  );
  assert.equal(
    textOf(checker, 's/incidents-2026.fits.yaml'),
    `kind: incident
id: INC-4711
title: Printer jams
ref: 4711
on: 2026-09-23 08:10
asset: PRN-03
location: hall
symptom: Printer jams – Paper jams since this morning. Call (left out) on (left out)
category: Printing
by: SUP-01
resolved: 2026-09-24 15:30
---
kind: incident
id: INC-4712
title: (left out)'s laptop will not start
ref: 4712
on: 2026-09-24
asset: LAP-01
location: class-7
category: Hardware
---
kind: incident
id: INC-4713
title: Wi-Fi slow
ref: 4713
on: 2026-10-31 09:00
category: Network
by: technician
notes: "Place: Attic; Device: Old box"
`,
  );
  assert.deepEqual(errorsIn(checker), []);
  const all = [...checker.estate.files.values()].map(file => file.text).join('');
  for (const name of ['Jane', 'Smith', 'Bob', 'Jones', '07700']) assert.ok(!all.includes(name), name);
});

test('a longer list adds what is new; when one is resolved is brought, what a person wrote stays', () => {
  const checker = schoolWith(records);
  importText(list, checker);
  const file = 's/incidents-2026.fits.yaml';
  const edited = textOf(checker, file)
    .replace('title: Wi-Fi slow', 'title: Wi-Fi slow in the attic # as told')
    .replace('category: Hardware', 'category: Battery\nproblem: unknown');
  checker.setFile(file, edited);
  const longer = `${list
    .replace('4712,24/09/2026,,', '4712,24/09/2026,05/10/2026,')
    .replace(
      '23/09/2026 08:10,24/09/2026 15:30',
      '23/09/2026 08:10,',
    )}4714,22/11/2026,,Screen dark,,Hall,PRN-03,,,,Open\n`;
  const plan = importText(longer, checker);
  assert.deepEqual(outcomes(plan), ['2 same INC-4711', '3 adds INC-4712', '4 same INC-4713', '5 new INC-4714']);
  assert.equal(plan.summary, '1 new, 1 is resolved now, 2 as recorded. Names of people are left out.');
  assert.match(
    plan.rows[0]?.sentence ?? '',
    /^The list has it open; the record says that it is resolved, and stays\.$/,
  );
  assert.equal(
    textOf(checker, file),
    `${edited.replace('category: Battery\nproblem: unknown\n', 'category: Battery\nresolved: 2026-10-05\nproblem: unknown\n')}---\nkind: incident\nid: INC-4714\ntitle: Screen dark\nref: 4714\non: 2026-11-22\nasset: PRN-03\nlocation: hall\n`,
  );
  const again = planTable(tableOf(longer), checker);
  assert.deepEqual([again.counts.same, again.files], [4, []], 'the same list again does nothing');
});

test('the same number is the same incident, with and without what help desks put before it', () => {
  const checker = schoolWith({
    's/incidents.fits.yaml':
      'kind: incident\nid: INC-2240\ntitle: Sign-in screen\nref: INC-2240\non: 2026-11-20 08:35\n',
  });
  const plan = importText(
    'Number,Opened,Summary\n#2240,20/11/2026,Screen\nINC 2241,20/11/2026,Door\n2241,20/11/2026,Door\n',
    checker,
  );
  assert.deepEqual(outcomes(plan), ['2 same INC-2240', '3 new INC-2241', '4 error']);
  assert.match(textOf(checker, 's/incidents.fits.yaml'), /^ref: INC 2241$/m, 'beside those of the same year');
});

test('without numbers an incident is known by its day and its words', () => {
  const checker = schoolWith(records);
  const text = 'Date,Room,Fault\n23/09/2026,Hall,PRN-03 jams again\n24/09/2026,Hall,PRN-03 jams again\n';
  assert.deepEqual(outcomes(importText(text, checker)), ['2 new INC-01', '3 new INC-02']);
  assert.equal(valuesOf(checker, 'INC-01')['asset'], 'PRN-03', 'named in its words by its label');
  assert.deepEqual(outcomes(importText(`${text}25/09/2026,Hall,PRN-03 jams again\n`, checker)), [
    '2 same INC-01',
    '3 same INC-02',
    '4 new INC-03',
  ]);
});

test('rows that do not say enough are told, never guessed; requests and blank rows are no incidents', () => {
  const checker = schoolWith(records);
  const plan = importText(
    `Number,Type,Opened,Closed,Summary
1,Incident,,,No day
2,Incident,soon,,Which day
3,Incident,23/11/2027,,Not yet
4,Incident,23/09/2026,,
5,Incident,23/09/2026,,07700 900123
6,Request,23/09/2026,,A new mouse please
7,Incident,23/09/2026,22/09/2026,Closed too soon
8,Incident,23/09/2026,one day,Closed some day
,,,,
9,Incident,23/09/2026,,First
9,Incident,24/09/2026,,Second
`,
    checker,
  );
  assert.deepEqual(
    plan.rows.map(({ number, outcome, sentence }) => [number, outcome, sentence]),
    [
      [2, 'error', 'There is no day on which it was reported.'],
      [3, 'error', '“soon” is no date.'],
      [4, 'error', 'It was reported on 23 November 2027, which has not come yet.'],
      [5, 'error', 'It does not say what was reported.'],
      [6, 'error', 'It does not say what was reported.'],
      [7, 'left_out', 'Left out: it is “Request” and no fault.'],
      [
        8,
        'new',
        '23 September 2026, not resolved yet. It would be resolved on 22 September 2026, before it was reported, so that is left out.',
      ],
      [9, 'new', '23 September 2026, not resolved yet. “one day” is no date, so when it was resolved is left out.'],
      [11, 'new', '23 September 2026, not resolved yet.'],
      [12, 'error', 'Rows 11 and 12 have the same number, 9. Take one of the two out.'],
    ],
  );
  assert.deepEqual(errorsIn(checker), []);
});

test('dates are British; a column of American ones is seen, and one of both is asked about', () => {
  const on = (dates: string[]) => {
    const checker = schoolWith();
    const table = tableOf(`Number,Opened,Summary\n${dates.map((date, i) => `${i + 1},"${date}",Words`).join('\n')}\n`);
    const plan = planTable(table, checker);
    apply(plan, checker);
    const question = columnsOf(table, checker)[1]?.question;
    return [...dates.map((_, i) => valuesOf(checker, `INC-${i + 1}`)['on']), ...(question ? [question] : [])];
  };
  assert.deepEqual(on(['03/04/2026 08:10']), ['2026-04-03T08:10', '03/04/2026: 3 April or 4 March?']);
  assert.deepEqual(on(['03/04/2026', '23/04/2026 16:05:11']), ['2026-04-03', '2026-04-23T16:05']);
  assert.deepEqual(on(['03/04/2026 1:05 PM', '04/23/2026 12:00 am']), ['2026-03-04T13:05', '2026-04-23']);
  assert.deepEqual(on(['2026-04-03T08:10:00Z', '3 April 2026, 9:15', '2026-04-03 08:10:00+01:00', 'Mon 23 Nov 2026']), [
    '2026-04-03T08:10Z',
    '2026-04-03T09:15',
    '2026-04-03T08:10+01:00',
    '2026-11-23',
  ]);
});

test('a workbook: the time of day of its dates is kept', async () => {
  const day = (text: string) => new Date(`${text}Z`);
  const bytes = await writeExcelFile([
    {
      sheet: 'Tickets',
      data: [
        ['Ticket', 'Opened', 'Summary'],
        [1, { value: day('2026-09-23T08:10:00'), type: Date, format: 'dd/mm/yyyy hh:mm' }, 'Printer jams'],
        [2, { value: day('2026-09-24T00:00:00'), type: Date, format: 'dd/mm/yyyy' }, 'Screen dark'],
      ],
    },
  ]).toBuffer();
  const answer = await readTable(new Uint8Array(bytes), { list: incidentList });
  assert.ok(answer.ok);
  const checker = schoolWith();
  apply(planTable(answer.table, checker), checker);
  assert.deepEqual(
    ['INC-1', 'INC-2'].map(id => valuesOf(checker, id)['on']),
    ['2026-09-23T08:10', '2026-09-24'],
  );
});

test('a file for each year, beside the incidents that are there; a thousand in one at most', () => {
  const incident = (id: string, on: string) => `kind: incident\nid: ${id}\ntitle: x\non: ${on}\n`;
  const checker = schoolWith({
    's/desk/old.fits.yaml': [incident('A-1', '2024-05-01'), incident('A-2', '2024-05-02')].join('---\n'),
    's/desk/incidents-2025.fits.yaml': '<<<<<<< HEAD\n=======\n>>>>>>> x\n',
  });
  const homeOf = createIncidentHomes(checker.estate, home);
  assert.equal(homeOf('2024-01-01'), 's/desk/old.fits.yaml');
  assert.equal(homeOf('2025-01-01 08:00'), 's/desk/incidents-2025-2.fits.yaml', 'two versions are mixed in the first');
  for (let n = 0; n < 1000; n++) assert.equal(homeOf('2026-01-01'), 's/desk/incidents-2026.fits.yaml');
  assert.equal(homeOf('2026-01-01'), 's/desk/incidents-2026-2.fits.yaml');
});
