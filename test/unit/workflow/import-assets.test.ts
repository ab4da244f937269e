import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTable } from '../../../server/exchange/read-table.ts';
import { demonstrationRows, goodRows, messyWorkbook, twinNumbers } from '../../fixtures/messy-list.ts';
import { demonstrationDevices } from '../../simulators/demonstration-devices.data.ts';
import { apply, errorsIn, home, importText, outcomes, planOf, schoolWith, tableOf, valuesOf } from './importing.ts';

/** What discovery leaves behind: a device with its name, its address and what it said of itself. */
function discovered(): string {
  return demonstrationDevices
    .filter(device => device.address.startsWith('192.0.2.'))
    .map(({ id, type, address, words }) => {
      const serial = words?.['serial'] === undefined ? '' : `serial: ${words['serial']}\n`;
      return `kind: asset\nid: ${id}\ntitle: ${id.toLowerCase()}\ntype: ${type}\nlocation: unknown\n${serial}hostname: ${id.toLowerCase()}\naddress: ${address}\n`;
    })
    .join('---\n');
}

const network = 'kind: subnet\nid: NET-01\ntitle: School\ncidr: 192.0.2.0/24\n';

test('a messy list of 60 rows after discovery: exactly the two twins are errors, and nothing else is wrong', async () => {
  const answer = await readTable(await messyWorkbook());
  assert.ok(answer.ok);
  const checker = schoolWith({ 's/found.fits.yaml': discovered(), 's/net.fits.yaml': network });
  assert.deepEqual(errorsIn(checker), []);
  const plan = planOf(answer.table, checker);
  assert.equal(answer.table.rows.length, 60);
  assert.equal(goodRows.length, 58);
  assert.deepEqual(
    plan.rows.filter(row => row.outcome === 'error').map(row => row.number),
    twinNumbers,
  );
  assert.equal(twinNumbers.length, 2);
  assert.deepEqual(plan.counts, { new: 46, adds: 12, same: 0, left_out: 0, error: 2 });
  assert.equal(demonstrationRows.length, 12);
  assert.match(plan.summary, /^46 new, 12 add something, 2 errors\. \d+ places and 5 suppliers are made\.$/);
  for (const row of plan.rows.filter(one => one.outcome === 'error'))
    assert.match(row.sentence, /^Rows \d+ and \d+ have the same (serial number|tag), \S+\. /);
  apply(plan, checker);
  assert.deepEqual(errorsIn(checker), []);
  const warnings = [...checker.estate.files.keys()].flatMap(file =>
    checker.inFile(file).filter(({ finding }) => finding.severity === 'warning'),
  );
  assert.deepEqual(
    warnings.map(one => one.finding.message),
    [],
  );
  assert.deepEqual(
    { ...valuesOf(checker, 'SW-01'), snmp: undefined },
    {
      title: 'sw-01',
      kind: 'asset',
      id: 'SW-01',
      type: 'switch',
      location: 'Server-cupboard',
      make: 'Example',
      model: 'EP48',
      serial: 'SW7000',
      tag: 'EPS-0101',
      hostname: 'sw-01',
      address: '192.0.2.10',
      supplier: 'SUP-01',
      bought: '2021-08-16',
      cost_gbp: 1240,
      warranty_until: '2026-08-16',
      snmp: undefined,
    },
  );
  assert.equal(checker.estate.ofKind('asset', home).length, 46 + discovered().split('---').length);
  assert.equal(
    planOf(answer.table, checker).summary.split('.')[0],
    '58 as recorded, 2 errors',
    'a second import adds nothing',
  );
});

test('the same list in a school without any record of it: every good row is new, and nothing is wrong', async () => {
  const answer = await readTable(await messyWorkbook());
  assert.ok(answer.ok);
  const checker = schoolWith();
  const plan = planOf(answer.table, checker);
  assert.deepEqual(plan.counts, { new: 58, adds: 0, same: 0, left_out: 0, error: 2 });
  apply(plan, checker);
  assert.deepEqual(errorsIn(checker), []);
  const typed = new Set(checker.estate.ofKind('asset', home).map(asset => asset.values.type));
  assert.deepEqual([...typed].sort(), [
    'access_point',
    'backup_media',
    'desktop',
    'door_entry',
    'interactive_panel',
    'laptop',
    'other',
    'printer',
    'projector',
    'server',
    'switch',
    'tablet',
    'telephone',
    'ups',
  ]);
  const ipads = valuesOf(checker, 'EPS-0401');
  assert.deepEqual(
    [ipads['quantity'], ipads['serial'], ipads['cost_gbp'], ipads['make'], ipads['model']],
    [30, undefined, 8970, 'Apple', 'iPad 9th generation'],
  );
  assert.equal(valuesOf(checker, 'EPS-0414')['bought'], undefined, 'a year is no day');
  assert.match(String(valuesOf(checker, 'EPS-0414')['notes']), /^slow\nBought: 2019$/);
  assert.equal(valuesOf(checker, 'EPS-0416')['title'], 'PC, Nurture room');
  assert.equal(valuesOf(checker, 'EPS-0203')['title'], 'Dell Latitude 3540');
  assert.equal(valuesOf(checker, 'EPS-0424')['bought'], '2021-08-01');
  assert.equal(valuesOf(checker, 'EPS-0204')['location'], valuesOf(checker, 'EPS-0205')['location'], 'Rm 7 is Room 7');
  assert.deepEqual(
    plan.files.map(change => [change.file, change.isNew]),
    [
      ['s/assets.fits.yaml', true],
      ['s/places.fits.yaml', true],
      ['s/suppliers.fits.yaml', true],
    ],
  );
});

const recorded = `kind: location
id: hall
title: Hall
---
kind: location
id: room-7
title: Class 7, KS2
---
kind: asset
id: SW-01
title: Hall switch # the old one
type: switch
location: hall
serial: A-100
mac: 00:1b:2c:00:00:01
---
kind: asset
id: SW-02
title: Store switch
type: switch
location: unknown
hostname: sw-02
bought: 2024-05-01
---
kind: asset
id: PRN-01
title: Printer
type: printer
location: hall
address: 10.0.0.9
warranty_until: 2020-01-01
---
kind: asset
id: LAP-01
title: Laptops
type: laptop
location: hall
quantity: 2
members:
  - serial: L-1
  - serial: L-2
`;

test('rows find their record by serial number, hardware address, name, address and tag, in this order', () => {
  const checker = schoolWith({ 's/a.fits.yaml': recorded });
  const plan = importText(
    [
      'Tag,Name,Type,Serial,MAC,Hostname,IP',
      'X1,a,switch,a-100,,,',
      'X2,b,switch,,,SW-02.school.example,',
      'X3,c,printer,,,,10.0.0.9',
      'X4,d,laptop,L-2,,,',
      'X5,e,switch,NEW-1,001B.2C00.0001,,',
    ].join('\n'),
    checker,
  );
  assert.deepEqual(outcomes(plan), ['2 adds SW-01', '3 new X2', '4 adds PRN-01', '5 same LAP-01', '6 new X5']);
  assert.equal(valuesOf(checker, 'SW-01')['tag'], 'X1');
  assert.equal(valuesOf(checker, 'X5')['mac'], undefined, 'a hardware address that another device has');
  assert.match(
    plan.rows[4]?.sentence ?? '',
    /the MAC address 00:1b:2c:00:00:01 belongs to Hall switch \(SW-01\), so it is left out/i,
  );
  assert.deepEqual(errorsIn(checker), []);
  const byTag = importText('Tag,Name,Room\nsw-02,Switch,Hall\n', checker);
  assert.deepEqual(outcomes(byTag), ['2 adds SW-02']);
  assert.equal(valuesOf(checker, 'SW-02')['location'], 'hall', 'unknown is filled');
});

test('what the record says stays, and the difference is told; comments stay', () => {
  const checker = schoolWith({ 's/a.fits.yaml': recorded });
  const plan = importText(
    'Name,Room,Serial,Date,Price,Status,Warranty until\nother name,Class 7,A-100,23/11/2021,"£1,240.00",spare,\nx,,,1/9/2021,,,\n'.replace(
      'x,,,',
      'x,,,',
    ),
    checker,
  );
  const [row] = plan.rows;
  assert.equal(row?.outcome, 'adds');
  assert.match(row.sentence, /^Bought and cost are added\. /);
  assert.match(row.sentence, /Place: the list says Class 7, the record says Hall; the record stays/);
  assert.match(
    row.sentence,
    /Status: the list says Spare, ready to take over, the record says In use; the record stays/,
  );
  const text = checker.estate.files.get('s/a.fits.yaml')?.text ?? '';
  assert.match(
    text,
    /title: Hall switch # the old one\ntype: switch\nlocation: hall\nserial: A-100\nmac: 00:1b:2c:00:00:01\nbought: 2021-11-23\ncost_gbp: 1240\n---/,
  );
});

test('a date that would come before the one it follows is left out', () => {
  const checker = schoolWith({ 's/a.fits.yaml': recorded });
  const plan = importText(
    'Serial,IP,Name,Purchase date,Warranty end\n,10.0.0.9,p,2021-05-01,\nZ-1,,new,2021-05-01,2020-05-01\n',
    checker,
  );
  assert.deepEqual(
    plan.rows.map(row => row.outcome),
    ['same', 'new'],
  );
  assert.match(plan.rows[0]?.sentence ?? '', /comes before/);
  assert.equal(valuesOf(checker, plan.rows[1]?.id ?? '')['bought'], '2021-05-01');
  assert.deepEqual(errorsIn(checker), []);
});

test('tags become ids where they can, and made-up ids leave room for them', () => {
  const checker = schoolWith({ 's/a.fits.yaml': recorded });
  const plan = importText(
    'Asset tag,Name,Type\n,First,switch\nSW-03,Second,switch\n"Room 4, 7",Third,laptop\nhall,Fourth,laptop\n00123,Fifth,laptop\n',
    checker,
  );
  assert.deepEqual(outcomes(plan), ['2 new SW-04', '3 new SW-03', '4 new LAP-02', '5 new LAP-03', '6 new 00123']);
  assert.equal(valuesOf(checker, 'LAP-02')['tag'], 'Room 4, 7');
  assert.equal(valuesOf(checker, 'LAP-03')['tag'], 'hall');
  assert.deepEqual(errorsIn(checker), []);
});

test('two rows for one record, two addresses in two rows, an address outside the networks', () => {
  const checker = schoolWith({ 's/a.fits.yaml': recorded, 's/n.fits.yaml': network.replace('192.0.2', '10.0.0') });
  const plan = importText(
    'Name,Type,Serial,Hostname,IP\na,switch,A-100,,\nb,switch,,sw-02,\nc,switch,,sw-02,\nd,laptop,Q-1,,10.0.0.20\ne,laptop,Q-2,,10.0.0.20\nf,laptop,Q-3,,10.9.9.9\n',
    checker,
  );
  assert.deepEqual(
    plan.rows.map(row => row.outcome),
    ['same', 'same', 'error', 'new', 'new', 'new'],
  );
  assert.match(plan.rows[2]?.sentence ?? '', /^Row 4 and row 3 both are Store switch \(SW-02\)\./);
  assert.match(plan.rows[4]?.sentence ?? '', /the address 10\.0\.0\.20 stands in row 5, too/i);
  assert.match(plan.rows[5]?.sentence ?? '', /10\.9\.9\.9 is in none of your recorded networks/);
  assert.deepEqual(errorsIn(checker), []);
});

test('rows that are no equipment are told; passwords and people are never taken', () => {
  const checker = schoolWith();
  const table = tableOf(
    'Name,Type,Room,Serial,Cost,Assigned to,Password,Notes\nKS1 block,,,,,,,\nLaptop,Laptop,Hall,S-1,£300,Jo Example,hunter2,see https://admin:hunter2@10.0.0.1\n,,Hall,,£20,,,\nTotal,,,,£320,,,\n',
  );
  const plan = planOf(table, checker);
  apply(plan, checker);
  assert.deepEqual(outcomes(plan), ['2 left_out', '3 new LAP-01', '4 left_out']);
  assert.match(plan.rows[0]?.sentence ?? '', /only “KS1 block” stands in it/);
  const text = plan.files.flatMap(file => file.edits.map(edit => edit.text)).join('');
  assert.doesNotMatch(text, /hunter2|Jo Example/);
  assert.match(plan.rows[1]?.sentence ?? '', /“Notes” is left out: it looks like a password/);
  assert.deepEqual(errorsIn(checker), []);
});

test('new records join their like: each file keeps its form', () => {
  const checker = schoolWith({
    's/deep/switches.fits.yaml': 'kind: asset\r\nid: SW-01\r\ntitle: One\r\ntype: switch\r\nlocation: hall\r\n',
    's/deep/rooms.fits.yaml': 'kind: location\nid: hall\ntitle: Hall',
    'shared/s.fits.yaml': 'kind: supplier\nid: SUP-01\ntitle: Example Networks Ltd (switches)\n',
    't/school.fits.yaml':
      'kind: school\nid: SCH-2\ntitle: Other\nphase: primary\n---\nkind: asset\nid: SW-02\ntitle: Of another school\ntype: switch\nlocation: unknown\nserial: S-2\n',
  });
  const plan = importText(
    'Name,Type,Room,Serial,Supplier\nTwo,switch,Hall,S-2,Example Networks\nThree,laptop,Library,S-3,Example networks ltd\n',
    checker,
  );
  assert.deepEqual(outcomes(plan), ['2 new SW-02', '3 new LAP-01']);
  assert.deepEqual(
    plan.files.map(change => change.file),
    ['s/assets.fits.yaml', 's/deep/rooms.fits.yaml', 's/deep/switches.fits.yaml'],
  );
  const text = checker.estate.files.get('s/deep/switches.fits.yaml')?.text ?? '';
  assert.match(text, /---\r\nkind: asset\r\nid: SW-02\r\n/);
  assert.doesNotMatch(text, /[^\r]\n/);
  assert.equal(valuesOf(checker, 'SW-02')['supplier'], 'SUP-01');
  assert.deepEqual(errorsIn(checker), []);
});

test('5,000 rows, first new and then known, in a few seconds', () => {
  const checker = schoolWith();
  const rows = Array.from(
    { length: 5000 },
    (_unused, i) =>
      `LAP-${10_000 + i},Laptop ${i},Laptop,Room ${i % 60},SN${100_000 + i},${1 + (i % 28)}/0${1 + (i % 9)}/2021,£${300 + i}`,
  );
  const text = ['Tag,Name,Type,Room,Serial,Purchase date,Cost', ...rows].join('\n');
  const began = performance.now();
  assert.equal(importText(text, checker).summary, '5,000 new. 60 places are made.');
  assert.equal(importText(text, checker).summary, '5,000 as recorded.');
  assert.ok(performance.now() - began < 20_000, `${Math.round(performance.now() - began)} ms`);
});
