import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { writeTogether } from '../../../server/host/write-files.ts';
import { messyWorkbook } from '../../fixtures/messy-list.ts';
import { school } from '../engine/school.ts';
import { everything, folderWith, run } from './folder.ts';

test('fits import assets: a dry run writes nothing; the import writes the good rows and ends with 1 for the bad ones', async () => {
  const folder = folderWith({ 'oak/school.fits.yaml': school, 'list.xlsx': await messyWorkbook() });
  const [oak, list] = [path.join(folder, 'oak'), path.join(folder, 'list.xlsx')];
  const before = everything(folder);
  const dry = await run('import', 'assets', list, '--folder', oak, '--dry-run');
  assert.equal(dry.code, 1);
  assert.match(dry.out, /^row 3 {5}new {7}Core switch \(EPS-0101\): Switch, Server cupboard\.$/m);
  assert.match(dry.out, /^58 new, 2 errors\. .* This was a dry run: nothing is written\.\n$/m);
  assert.deepEqual(everything(folder), before);
  const real = await run('import', 'assets', list, '--folder', oak, '--format', 'json');
  assert.equal(real.code, 1);
  const answer = JSON.parse(real.out) as { counts: Record<string, number>; files: string[]; written: boolean };
  assert.deepEqual(answer.counts, { new: 58, adds: 0, same: 0, left_out: 0, error: 2 });
  assert.equal(answer.written, true);
  assert.deepEqual(
    answer.files.map(file => path.basename(file)),
    ['assets.fits.yaml', 'places.fits.yaml', 'suppliers.fits.yaml'],
  );
  assert.deepEqual(Object.keys(everything(folder)).length, 5, 'no file is left beside them');
  assert.match((await run('check', oak)).out, /: 0 errors, 0 warnings/);
  const again = await run('import', 'assets', list, '--folder', folder);
  assert.match(again.out, /58 as recorded, 2 errors\.\n$/);
});

test('columns and dates by hand; what is left out and what is uncertain is told', async () => {
  const folder = folderWith({
    'oak/school.fits.yaml': school,
    'shared/s.fits.yaml': 'kind: supplier\nid: SUP-01\ntitle: Example Ltd\n',
    'list.csv': 'Thing,Colour,Bought,Password,From\nLaptop,red,03/04/2021,x,Example\n',
  });
  const [oak, list] = [path.join(folder, 'oak'), path.join(folder, 'list.csv')];
  const options = ['--map', 'Thing=title,Colour=notes', '--map', 'From=supplier'];
  const asked = await run('import', 'assets', list, '--folder', oak, ...options, '--dry-run', '--format', 'json');
  assert.equal(asked.code, 0);
  assert.match(asked.err, /^Column “Bought”: 03\/04\/2021: 3 April or 4 March\? Taken as day first; --dates us/m);
  assert.match(asked.err, /^Column “Password” is left out: passwords/m);
  const { code, err } = await run('import', 'assets', list, '--folder', oak, ...options, '--dates', 'us');
  assert.deepEqual([code, /April/.test(err)], [0, false]);
  assert.equal(
    fs.readFileSync(path.join(oak, 'assets.fits.yaml'), 'utf8'),
    'kind: asset\nid: LAP-01\ntitle: Laptop\ntype: laptop\nlocation: unknown\nsupplier: SUP-01\nbought: 2021-03-04\nnotes: red\n',
  );
  assert.match((await run('check', folder)).out, /: 0 errors/);
});

test('fits import incidents: people are left out, and a longer list adds what is new', async () => {
  const rows =
    'Ticket ID,Created,Resolved,Subject,Room,Device,Requester\n4711,23/09/2026 08:10,,Printer jams,Hall,PRN-03,Jane Smith\n4712,,,No day,,,Jane Smith\n';
  const folder = folderWith({
    'oak/school.fits.yaml': school,
    'oak/assets.fits.yaml': 'kind: asset\nid: PRN-03\ntitle: Printer\ntype: printer\nlocation: unknown\n',
    'list.csv': rows,
    'longer.csv': `${rows.replace('23/09/2026 08:10,,', '23/09/2026 08:10,24/09/2026,')}4713,24/09/2026,,Screen dark,,,\n`,
  });
  const at = (name: string) => path.join(folder, name);
  const before = everything(folder);
  const dry = await run('import', 'incidents', at('list.csv'), '--folder', at('oak'), '--dry-run');
  assert.equal(dry.code, 1, 'a row is left out');
  assert.match(dry.err, /^Column “Requester” is left out: names of people are left out\.$/m);
  assert.match(
    dry.out,
    /^row 2 {5}new {7}Printer jams \(INC-4711\): 23 September 2026, Printer, not resolved yet\. “Hall” is no place/m,
  );
  assert.match(
    dry.out,
    /^row 3 {5}error {5}No day: There is no day on which it was reported\.$|^row 3 {5}error {5}There is no day/m,
  );
  assert.match(dry.out, /^1 new, 1 error\. Names of people are left out\. This was a dry run/m);
  assert.deepEqual(everything(folder), before);
  await run('import', 'incidents', at('list.csv'), '--folder', at('oak'));
  const more = await run('import', 'incidents', at('longer.csv'), '--folder', at('oak'), '--format', 'json');
  assert.deepEqual((JSON.parse(more.out) as { counts: unknown }).counts, {
    new: 1,
    adds: 1,
    same: 0,
    left_out: 0,
    error: 1,
  });
  assert.equal(
    everything(folder)['oak/incidents-2026.fits.yaml'],
    'kind: incident\nid: INC-4711\ntitle: Printer jams\nref: 4711\non: 2026-09-23 08:10\nasset: PRN-03\nresolved: 2026-09-24\nnotes: "Place: Hall"\n' +
      '---\nkind: incident\nid: INC-4713\ntitle: Screen dark\nref: 4713\non: 2026-09-24\n',
  );
  assert.match((await run('check', at('oak'))).out, /: 0 errors/);
  const mapped = await run(
    'import',
    'incidents',
    at('list.csv'),
    '--folder',
    at('oak'),
    '--map',
    'Subject=tag',
    '--dry-run',
  );
  assert.match(mapped.err, /no field “tag”\. The fields are: ref, on, resolved/);
});

test('what cannot run ends with 2 and says why', async () => {
  const folder = folderWith({
    'oak/school.fits.yaml': school,
    'elm/school.fits.yaml': school.replace('SCH-1', 'SCH-2'),
    'list.csv': 'Name,Room\nLaptop,Hall\n',
    'empty.csv': '',
  });
  const at = (name: string) => path.join(folder, name);
  for (const [args, words] of [
    [['import'], /what can be imported is assets and incidents/],
    [['import', 'assets'], /name the list/],
    [['import', 'assets', at('none.csv')], /none\.csv cannot be read: it is not there/],
    [['import', 'assets', at('empty.csv')], /is empty/],
    [['import', 'assets', at('list.csv'), '--folder', folder], /there are 2 schools below/],
    [['import', 'assets', at('list.csv'), '--folder', at('none')], /cannot be read: it is not there/],
    [
      ['import', 'assets', at('list.csv'), '--folder', at('oak'), '--map', 'Nme=title'],
      /no column “Nme”\. The columns are: Name, Room/,
    ],
    [['import', 'assets', at('list.csv'), '--folder', at('oak'), '--map', 'Name=colour'], /no field “colour”/],
    [['import', 'assets', at('list.csv'), '--folder', at('oak'), '--dates', 'eu'], /uk \(day first\)/],
    [['new', 'schools', at('list.csv')], /two folders/],
    [['new', 'schools', at('list.csv'), '--template', folder, '--into', folder], /several schools in the template/],
    [['new', 'schools', at('list.csv'), '--template', at('oak'), '--into', at('none')], /cannot be read/],
  ] as const) {
    const { code, out, err } = await run(...args);
    assert.deepEqual([code, out], [2, ''], `${args.join(' ')}: ${err}`);
    assert.match(err, words);
  }
});

test('files are written together or not at all', () => {
  const folder = folderWith({ 'a.fits.yaml': 'a', 'b.fits.yaml': 'b', 'c/x': '' });
  const at = (name: string) => path.join(folder, name);
  const before = everything(folder);
  const write = (...files: [name: string, before: string | undefined, text: string][]) =>
    writeTogether(files.map(([name, old, text]) => ({ file: at(name), before: old, text })))?.why;
  assert.match(write(['a.fits.yaml', 'a', 'A'], ['b.fits.yaml', 'changed', 'B']) ?? '', /changed in the meantime/);
  assert.match(write(['a.fits.yaml', 'a', 'A'], ['b.fits.yaml', undefined, 'B']) ?? '', /there already/);
  assert.ok(write(['new/deep/d.fits.yaml', undefined, 'D'], ['c/x/y', undefined, 'E']));
  fs.chmodSync(at('b.fits.yaml'), 0o444);
  assert.match(write(['a.fits.yaml', 'a', 'A'], ['b.fits.yaml', 'b', 'B']) ?? '', /read-only/);
  fs.chmodSync(at('b.fits.yaml'), 0o640);
  assert.deepEqual(everything(folder), before);
  assert.ok(!fs.existsSync(at('new')), 'no folder is left over');
  fs.symlinkSync(at('a.fits.yaml'), at('link.fits.yaml'));
  assert.equal(
    write(['link.fits.yaml', 'a', 'A'], ['b.fits.yaml', 'b', 'B'], ['new/d.fits.yaml', undefined, 'D']),
    undefined,
  );
  assert.ok(fs.lstatSync(at('link.fits.yaml')).isSymbolicLink());
  if (process.platform !== 'win32') assert.equal(fs.statSync(at('b.fits.yaml')).mode & 0o777, 0o640);
  assert.deepEqual(
    [fs.readFileSync(at('a.fits.yaml'), 'utf8'), fs.readFileSync(at('new/d.fits.yaml'), 'utf8')],
    ['A', 'D'],
  );
});

test('fits new schools: a folder for each row; what is there stays', async () => {
  const folder = folderWith({
    'oak/school.fits.yaml': school,
    'all/elm-school/x.txt': 'here already',
    'list.csv':
      'School,Phase,Domain,Pupils\nElm School,primary,,1\nAsh Primary School,Primary,www.ash.example,"1,240"\nAsh primary school,Primary,,\n',
  });
  const args = [
    'new',
    'schools',
    path.join(folder, 'list.csv'),
    '--template',
    path.join(folder, 'oak'),
    '--into',
    path.join(folder, 'all'),
  ];
  const before = everything(folder);
  const dry = await run(...args, '--dry-run');
  assert.deepEqual(everything(folder), before);
  assert.match(dry.out, /^1 new school, 1 left out, 1 with errors\. This was a dry run/m);
  const { code, out } = await run(...args);
  assert.equal(code, 1);
  assert.match(out, /Elm School: The folder elm-school is there already/);
  assert.match(out, /Rows 3 and 4 would both become the folder ash-primary-school/);
  assert.match((await run('check', path.join(folder, 'all'))).out, /: 0 errors/);
  const text = fs.readFileSync(path.join(folder, 'all/ash-primary-school/school.fits.yaml'), 'utf8');
  assert.match(text, /^kind: school\nid: SCH-APS\ntitle: Ash Primary School\nphase: primary\ndomain: ash\.example\n/);
  assert.match(text, /^pupils: 1240$/m);
});
