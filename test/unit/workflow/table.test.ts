import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { To } from '../../../server/model/form.ts';
import { applyEdits } from '../../../server/model/text-edit.ts';
import { declarations, type KindName } from '../../../server/records/index.ts';
import type { Checker } from '../../../server/rules/checker.ts';
import { createChanges } from '../../../server/workflow/changes.ts';
import { answerField } from '../../../server/workflow/form-answer.ts';
import { changeCells, type CellChange } from '../../../server/workflow/table-change.ts';
import { tableOf } from '../../../server/workflow/table.ts';
import { setValue } from '../../../server/yaml/edit.ts';
import { checkerOf, school } from '../engine/school.ts';
import { isSaid } from './declared-record.ts';
import { anyText } from '../yaml/arbitrary-record.ts';

const folder = 'file:///school';
const network =
  '# switches\nkind: asset\nid: SW-01\ntitle: Hall switch\ntype: switch\nlocation: hall # behind the stage\nserial: unknown\n---\nkind: asset\nid: SW-02\ntitle: "Next: one"\ntype: swich\nlocation: nowhere\ncriticality: high\n';
const printers =
  'kind: asset\r\nid: PRN-01\r\ntitle: Printer\r\ntype: printer\r\nlocation: hall\r\nnotes: { see: folder }\r\n';
const places = 'kind: location\nid: hall\ntitle: Hall\n---\nkind: location\nid: store\ntitle: Store\n';

function newSchool(): Checker {
  return checkerOf({
    [`${folder}/school.fits.yaml`]: school,
    [`${folder}/network.fits.yaml`]: network,
    [`${folder}/printers.fits.yaml`]: printers,
    [`${folder}/places.fits.yaml`]: places,
  });
}

/** Applies the changes of cells as the extension does. */
function change(checker: Checker, cells: readonly CellChange[]) {
  const changes = createChanges(checker.estate);
  const left = changeCells(cells, checker.estate, changes);
  const files = changes.files();
  for (const { file, before, edits } of files) checker.setFile(file, applyEdits(before, edits));
  return { left, files };
}

function textOf(checker: Checker, name: string): string {
  return checker.estate.files.get(`${folder}/${name}.fits.yaml`)?.text ?? '';
}

test('the columns of a table: id and title, everyday, needed, wanted, and what any record has', () => {
  const { columns, rows, pools } = tableOf('asset', newSchool());
  assert.deepEqual(
    columns.map(column => column.path.join('.')),
    [
      'id',
      'title',
      'type',
      'location',
      'supplier',
      'make',
      'model',
      'serial',
      'end_of_support',
      'criticality',
      'notes',
    ],
  );
  assert.deepEqual(
    rows.map(row => [row.id, row.texts[4 - 1], row.texts[7]]),
    [
      ['SW-01', 'hall', 'unknown'],
      ['SW-02', 'nowhere', ''],
      ['PRN-01', 'hall', ''],
    ],
  );
  assert.deepEqual(pools[`location@${folder}`], [
    { id: 'hall', title: 'Hall' },
    { id: 'store', title: 'Store' },
  ]);
  const [, second, third] = rows;
  assert.equal(second?.marks.find(mark => mark.at === 2)?.severity, 'error');
  assert.match(second.marks.find(mark => mark.at === 3)?.messages?.[0] ?? '', /no place called/);
  assert.equal(third?.marks.find(mark => mark.at === 10)?.closed, true);
  assert.equal(tableOf('asset', newSchool(), 'SCH-2').rows.length, 0);
});

test('every kind has a table, of the samples too', () => {
  for (const sample of ['primary-school', 'neglected-school']) {
    const root = path.join('samples', sample);
    const names = fs
      .readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.fits\.ya?ml$/.test(name));
    const checker = checkerOf(
      Object.fromEntries(names.map(name => [`file:///s/${name}`, fs.readFileSync(path.join(root, name), 'utf8')])),
    );
    for (const kind of Object.keys(declarations) as KindName[]) {
      const table = tableOf(kind, checker);
      for (const row of table.rows) assert.equal(row.texts.length, table.columns.length);
    }
    assert.ok(tableOf('asset', checker).rows.length > 20);
  }
});

test('cells of several files change as one, and what cannot be done is told by its cell', () => {
  const checker = newSchool();
  const cell = (id: string, file: string, place: number, key: string, to: To): CellChange => ({
    file: `${folder}/${file}.fits.yaml`,
    place,
    id,
    path: [key],
    to,
  });
  const { left, files } = change(checker, [
    cell('SW-01', 'network', 0, 'location', { text: 'Store' }),
    cell('SW-01', 'network', 0, 'serial', { text: '00712' }),
    // It has moved to another place of its file meanwhile.
    cell('SW-02', 'network', 7, 'type', { text: 'switch' }),
    cell('PRN-01', 'printers', 0, 'location', { answer: 'unknown' }),
    cell('PRN-01', 'printers', 0, 'notes', { text: 'x' }),
    cell('PRN-09', 'printers', 0, 'title', { text: 'x' }),
    cell('SW-02', 'network', 1, 'location', { text: 'ha' }),
  ]);
  assert.equal(files.length, 2);
  assert.equal(
    textOf(checker, 'network'),
    network.replace('hall #', 'store #').replace('serial: unknown', 'serial: "00712"').replace('swich', 'switch'),
  );
  assert.equal(textOf(checker, 'printers'), printers.replace('location: hall', 'location: unknown'));
  assert.deepEqual(
    left.map(one => one.at),
    [4, 5, 6],
  );
  assert.ok(left[2] && 'answers' in left[2]);
});

test('form, text and table in turn: nothing but the fields that were changed', () => {
  const keys = ['title', 'location', 'serial', 'make', 'bought', 'owned'] as const;
  const value: Readonly<Record<(typeof keys)[number], fc.Arbitrary<string>>> = {
    title: anyText.filter(isSaid),
    serial: anyText.filter(isSaid),
    make: anyText.filter(isSaid),
    location: fc.constantFrom('hall', 'store', 'unknown'),
    bought: fc.constantFrom('2026-11-23', 'unknown'),
    owned: fc.constantFrom('yes', 'no'),
  };
  const step = fc.constantFrom(...keys).chain(key =>
    fc.record({
      key: fc.constant(key),
      text: value[key],
      by: fc.constantFrom('form', 'text', 'table'),
      row: fc.nat({ max: 2 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), steps => {
      const checker = newSchool();
      const rows = tableOf('asset', checker).rows.map(row => ({ file: row.uri, place: row.place, id: row.id }));
      const wanted = new Map<string, string>();
      for (const { key, text, by, row: at } of steps) {
        const row = rows[at];
        const record = row && checker.estate.files.get(row.file)?.records[row.place];
        assert.ok(record);
        const edits = by === 'text' ? setValue(record.source, [key], text) : undefined;
        if (by === 'form' || by === 'text') {
          const answer = edits ? { edits } : answerField({ record, path: [key], to: { text } }, checker.estate);
          assert.ok('edits' in answer, JSON.stringify([key, text, answer]));
          const file = checker.estate.files.get(row.file);
          const start = file?.segments[row.place]?.start ?? 0;
          checker.setFile(
            row.file,
            applyEdits(
              file?.text ?? '',
              answer.edits.map(edit => ({ ...edit, start: edit.start + start, end: edit.end + start })),
            ),
          );
        } else assert.deepEqual(change(checker, [{ ...row, path: [key], to: { text } }]).left, []);
        wanted.set(`${at} ${key}`, text);
      }
      // What was written is there, and without it every file is what it was.
      const { columns, rows: now } = tableOf('asset', checker);
      for (const [name, text] of wanted) {
        const [at = '', key] = name.split(' ');
        assert.equal(now[Number(at)]?.texts[columns.findIndex(column => column.path[0] === key)], text);
      }
      const plain = (text: string) =>
        text
          .split(/\r?\n/)
          .filter(line => !keys.some(key => line.startsWith(`${key}:`)))
          .join('\n');
      assert.equal(plain(textOf(checker, 'network')), plain(network));
      assert.equal(plain(textOf(checker, 'printers')), plain(printers));
      assert.equal(textOf(checker, 'places'), places);
      assert.ok(!/(^|[^\r])\n/.test(textOf(checker, 'printers')), 'line ends stay as they are');
    }),
    { numRuns: 300, endOnFailure: true },
  );
});

test('two thousand rows are made in a moment, and five hundred changed', () => {
  const many = Array.from(
    { length: 2000 },
    (_, i) => `kind: asset\nid: LAP-${i}\ntitle: Laptop ${i}\ntype: laptop\nlocation: hall\n`,
  ).join('---\n');
  const checker = checkerOf({
    [`${folder}/school.fits.yaml`]: school,
    [`${folder}/places.fits.yaml`]: places,
    [`${folder}/laptops.fits.yaml`]: many,
  });
  checker.inFile(`${folder}/laptops.fits.yaml`);
  const began = performance.now();
  const { rows } = tableOf('asset', checker);
  assert.equal(rows.length, 2000);
  const shown = performance.now();
  const cells = rows
    .slice(0, 500)
    .map(row => ({ file: row.uri, place: row.place, id: row.id, path: ['location'], to: { text: 'Store' } }));
  assert.deepEqual(change(checker, cells).left, []);
  const done = performance.now();
  // Ten times what it takes: a guard against what grows with the square.
  assert.ok(
    shown - began < 5000 && done - shown < 10_000,
    `${Math.round(shown - began)} and ${Math.round(done - shown)} ms`,
  );
});
