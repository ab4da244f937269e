import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { assetList } from '../../../server/exchange/asset-list.ts';
import { guessColumns, withDateOrders } from '../../../server/exchange/guess-columns.ts';
import { readTable, readTableText } from '../../../server/exchange/read-table.ts';
import type { TableAnswer } from '../../../server/exchange/table.ts';
import { messyWorkbook } from '../../fixtures/messy-list.ts';

const today = '2026-11-23';

function guessed(answer: TableAnswer, places: readonly string[] = []) {
  assert.ok(answer.ok);
  return withDateOrders(guessColumns(answer.table, assetList, { today, places }), answer.table, assetList, { today });
}

function fieldsOf(text: string, places: readonly string[] = []): (string | undefined)[] {
  return guessed(readTableText(text), places).map(column => column.field);
}

test('headings as schools write them', () => {
  const wanted = {
    'Asset No': 'tag',
    Description: 'title',
    'Type of device': 'type',
    Room: 'location',
    Manufacturer: 'make',
    'Model No.': 'model',
    'S/N': 'serial',
    QTY: 'quantity',
    Status: 'status',
    Condition: 'condition',
    'Purchase Date': 'bought',
    'PO number': 'order_ref',
    'Price (£)': 'cost_gbp',
    'Supplied by': 'supplier',
    'Funding source': 'funding',
    'Warranty expiry': 'warranty_until',
    'Lease end date': 'lease_until',
    EOL: 'end_of_support',
    'Replacement year': 'replace_year',
    'Owned / leased': 'owned',
    'Operating System': 'os',
    'OS version': 'os_version',
    'Firmware version': 'firmware',
    'Computer name': 'hostname',
    'IP Address': 'address',
    'MAC address': 'mac',
    Comments: 'notes',
    'Wifi password': undefined,
    'Assigned to': undefined,
    'Shoe size': undefined,
  };
  const headings = Object.keys(wanted);
  assert.deepEqual(fieldsOf(`${headings.join('\t')}\nX${'\t'.repeat(headings.length - 1)}\n`), Object.values(wanted));
});

test('two columns never take one field; the better heading wins', () => {
  assert.deepEqual(fieldsOf('Category,Name,Description,Category\nLaptop,A,B,Laptop\n'), [
    'type',
    'title',
    'notes',
    undefined,
  ]);
  assert.deepEqual(fieldsOf('Asset,Make and model,Unit price,Total\nA1,Dell X,5,10\n').slice(1), [
    'make_model',
    'cost_each',
    undefined,
  ]);
});

test('contents, where the headings say nothing', () => {
  const text = [
    'LAP-01\tDell\tLaptop\tHall\t00:1b:2c:3d:4e:01\t10.0.0.11\t£529.00\t24/07/2023\tAB12345XK',
    'LAP-02\tHP\tPC\tLibrary\t001b.2c3d.4e02\t10.0.0.12\t£1,240.00\t25/07/2023\tAB12346XK',
    'SW-01\tLenovo\tSwitch\tHall\t00-1b-2c-3d-4e-03\t10.0.0.13\t£6\t26/07/2023\tAB12347XK',
  ].join('\n');
  assert.deepEqual(fieldsOf(text, ['hall', 'Library']), [
    'tag',
    'make',
    'type',
    'location',
    'mac',
    'address',
    'cost_gbp',
    'bought',
    'serial',
  ]);
});

test('a heading that the contents belie is not believed', () => {
  assert.deepEqual(fieldsOf('Name,Address,Date\nHall PC,8 Brentwood Court,Monday\nOffice PC,3 Iwanai Road,Friday\n'), [
    'title',
    undefined,
    undefined,
  ]);
});

test('day and month: learnt, else asked, else as in the other columns', () => {
  const order = (text: string) => guessed(readTableText(text)).map(({ dateOrder, question }) => [dateOrder, question]);
  assert.deepEqual(order('Bought,Name\n23/11/2021,x\n03/04/2021,y\n')[0], ['uk', undefined]);
  assert.deepEqual(order('Bought,Name\n11/23/2021,x\n03/04/2021,y\n')[0], ['us', undefined]);
  assert.deepEqual(order('Bought,Name\n03/04/2021,x\n2021-05-06,y\n')[0], ['uk', '03/04/2021: 3 April or 4 March?']);
  assert.deepEqual(order('Bought,Warranty until,Name\n03/04/2021,12/31/2024,x\n')[0], [
    'us',
    '03/04/2021: 3 April or 4 March?',
  ]);
  assert.deepEqual(order('Bought,Name\n2021-05-06,x\n5 May 2021,y\n')[0], ['uk', undefined]);
});

test('the messy list: every column by its heading', async () => {
  assert.deepEqual(
    guessed(await readTable(await messyWorkbook())).map(column => column.field),
    [
      'tag',
      'title',
      'type',
      'location',
      'make_model',
      'serial',
      'hostname',
      'address',
      'quantity',
      'bought',
      'cost_gbp',
      'supplier',
      'warranty_until',
      'notes',
    ],
  );
});

const folder = path.resolve('../shared/data/snipe-it');
describe('exports of an asset register', { skip: fs.existsSync(folder) ? false : 'skipped: no shared data' }, () => {
  for (const name of ['assets-sample', 'assets-sample-BAD', 'assets-sample-BLANKS'])
    test(name, async () => {
      const columns = guessed(await readTable(fs.readFileSync(path.join(folder, `${name}.csv`))));
      const fields = new Map(columns.map(column => [column.field, column]));
      for (const field of [
        'tag',
        'title',
        'type',
        'location',
        'make',
        'model',
        'supplier',
        'notes',
        'cost_gbp',
      ] as const)
        assert.ok(fields.has(field), field);
      assert.deepEqual([fields.get('bought')?.dateOrder, fields.get('bought')?.question], ['us', undefined]);
      const people = columns.filter(
        column => /name$|email|user/i.test(column.heading) && !/item|model|^name/i.test(column.heading),
      );
      assert.ok(
        people.length > 0 && people.every(column => column.field === undefined && column.because !== undefined),
      );
    });
});
