import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldKinds, exampleOf, csvOf, jsonSchemaOf } from '../../../server/model/field-kinds.ts';
import type { Field } from '../../../server/model/field.ts';
import type { Reading } from '../../../server/model/reading.ts';
import { declarations } from '../../../server/records/index.ts';

function* fieldsOf(field: Field, name: string): Generator<[string, Field]> {
  yield [name, field];
  if (field.kind === 'list') yield* fieldsOf(field.of, `${name}[]`);
  if (field.kind === 'group')
    for (const [key, one] of Object.entries(field.fields)) yield* fieldsOf(one, `${name}.${key}`);
}

const all = Object.values(declarations).flatMap(({ kind, fields }) =>
  Object.entries(fields).flatMap(([key, field]) => [...fieldsOf(field, `${kind}.${key}`)]),
);

test('every field of every kind has words, an example that reads, suggestions that read, a schema and a widget', () => {
  assert.ok(all.length > 300);
  for (const [name, field] of all) {
    const kind = fieldKinds[field.kind];
    assert.ok(field.label && field.about.length > 3 && /[.?!…]$/.test(field.about), `${name}: words`);
    assert.ok(kind.widget, name);
    assert.ok(String(jsonSchemaOf(field)['description']).startsWith(field.about), name);
    if (field.kind === 'list' || field.kind === 'group') continue;
    const example = exampleOf(field);
    assert.ok(kind.read(example, field).ok, `${name}: its example “${example}” does not read`);
    for (const { text } of kind.suggest(field)) assert.ok(kind.read(text, field).ok, `${name}: ${text}`);
    if (field.default !== undefined) assert.ok(kind.read(field.default, field).ok, `${name}: default ${field.default}`);
  }
});

test('the statuses of a life are all choices, and its steps lead to choices', () => {
  for (const { kind, life, fields, needs } of Object.values(declarations)) {
    if (!life) continue;
    const status = fields['status'];
    assert.ok(status?.kind === 'choice', kind);
    const names = Object.keys(status.choices);
    assert.deepEqual(Object.keys(life.steps).sort(), [...names].sort(), kind);
    for (const name of [
      ...Object.values(life.steps).flat(),
      ...life.retired,
      ...life.open,
      life.start,
      ...needs.flatMap(need => need.at ?? []),
    ])
      assert.ok(names.includes(name), `${kind}: ${name}`);
  }
});

test('the paths of needs and orders are declared', () => {
  for (const { kind, fields, needs, wanted, orders } of Object.values(declarations)) {
    const known = new Set(
      [...Object.entries(fields).flatMap(([key, field]) => [...fieldsOf(field, key)])].map(([name]) => name),
    );
    for (const path of [...needs, ...wanted].flatMap(need => need.fields))
      assert.ok(known.has(path), `${kind}: ${path}`);
    for (const { from, to } of orders) assert.ok(known.has(from) && known.has(to), `${kind}: ${from}`);
  }
});

const base = { label: 'l', about: 'a' };
function read(kind: Field['kind'], text: string, more: object = {}): Reading {
  return fieldKinds[kind].read(text, { kind, ...base, ...more } as Field);
}
function fixesOf(reading: Reading): string[] {
  return reading.ok ? [] : reading.fixes.map(fix => fix.text);
}

test('dates: the right form reads; every other way is named and offered right; what does not exist is said so', () => {
  assert.deepEqual(read('date', '2026-11-23'), { ok: true, value: '2026-11-23' });
  const other: Record<string, string[]> = {
    '23/11/2026': ['2026-11-23'],
    '23.11.26': ['2026-11-23'],
    '23 Nov 2026': ['2026-11-23'],
    '23rd November 2026': ['2026-11-23'],
    'November 23, 2026': ['2026-11-23'],
    '2026/11/23': ['2026-11-23'],
    '11/23/2026': ['2026-11-23'],
    '03/04/2026': ['2026-04-03', '2026-03-04'],
    '05/05/2026': ['2026-05-05'],
    tomorrow: [],
  };
  for (const [text, meant] of Object.entries(other)) {
    const reading = read('date', text);
    assert.ok(!reading.ok && reading.code === 'GEN-014', text);
    assert.deepEqual(fixesOf(reading), meant, text);
  }
  for (const text of ['2026-11-31', '31/11/2026', '2026-02-29']) {
    const reading = read('date', text);
    assert.ok(!reading.ok && reading.code === 'GEN-005' && reading.message.startsWith('There is no '), text);
  }
  assert.ok(read('date', '2028-02-29').ok);
});

test('dates with times', () => {
  assert.deepEqual(read('date-time', '2026-11-25 16:30'), { ok: true, value: '2026-11-25T16:30' });
  assert.ok(
    read('date-time', '2026-11-25').ok &&
      read('date-time', '2026-11-25T16:30:00Z').ok &&
      read('date-time', '2026-11-25 16:30+01:00').ok,
  );
  assert.deepEqual(fixesOf(read('date-time', '25/11/2026 4.30pm')), ['2026-11-25 16:30']);
  assert.deepEqual(fixesOf(read('date-time', '2026-11-25 4:30')), ['2026-11-25 04:30']);
  assert.ok(!read('date-time', '2026-11-25 25:30').ok);
});

test('numbers and money: digits; signs, thousands and units are named and taken off', () => {
  assert.deepEqual(read('money', '1240.50'), { ok: true, value: 1240.5 });
  for (const text of ['£1,240.50', '1,240.50', '£ 1240.50', 'GBP 1,240.50', '1 240.50'])
    assert.deepEqual(fixesOf(read('money', text)), ['1240.50'], text);
  assert.ok(!read('money', '-3').ok && !read('money', '12.345').ok && !read('money', 'lots').ok);
  assert.deepEqual(fixesOf(read('integer', '24 hours')), ['24']);
  assert.ok(
    !read('integer', '2.5').ok && !read('integer', '0', { least: 1 }).ok && !read('integer', '99999999999999999999').ok,
  );
});

test('choices: by name, spelled otherwise, by their sentence, nearly', () => {
  const choices = { access_point: 'Wireless access point', switch: 'Switch: joins wired devices', in_use: 'In use' };
  assert.deepEqual(read('choice', 'switch', { choices }), { ok: true, value: 'switch' });
  for (const [text, meant] of [
    ['Access Point', 'access_point'],
    ['SWITCH', 'switch'],
    ['In use', 'in_use'],
    ['swich', 'switch'],
    ['wireless access point', 'access_point'],
  ]) {
    assert.deepEqual(fixesOf(read('choice', text ?? '', { choices })), [meant], text);
  }
  assert.ok(!read('choice', 'toString', { choices }).ok);
});

test('yes and no, times, addresses, ranges, hardware addresses, ids', () => {
  for (const text of ['yes', 'no', 'true', 'False', 'YES']) assert.ok(read('boolean', text).ok, text);
  assert.deepEqual(fixesOf(read('boolean', 'y')), ['yes']);
  assert.deepEqual(fixesOf(read('time', '8.00')), ['08:00']);
  assert.deepEqual(fixesOf(read('time', '4pm')), ['16:00']);
  assert.ok(read('address', '192.168.10.12').ok && read('address', '2001:db8::1').ok);
  for (const text of ['192.168.10.256', '192.168.010.1', '0x7f.1', '192.168.1', 'printer'])
    assert.ok(!read('address', text).ok, text);
  assert.deepEqual(fixesOf(read('address', '192.168.10.12/24')), ['192.168.10.12']);
  assert.deepEqual(fixesOf(read('subnet', '192.168.10.7/24')), ['192.168.10.0/24']);
  assert.ok(!read('subnet', '192.168.10.0/33').ok);
  assert.deepEqual(fixesOf(read('mac', '001B2C3D4E5F')), ['00:1b:2c:3d:4e:5f']);
  assert.deepEqual(read('mac', '00-1B-2C-3D-4E-5F'), { ok: true, value: '00:1b:2c:3d:4e:5f' });
  assert.deepEqual(fixesOf(read('id', 'Room 7')), ['Room-7']);
  assert.ok(!read('zone', 'Europe/Londinium').ok && read('zone', 'Europe/London').ok);
  assert.deepEqual(fixesOf(read('address-range', '10.0.0.9-10.0.0.2')), ['10.0.0.2-10.0.0.9']);
});

test('text that a spreadsheet would run is guarded', () => {
  assert.equal(csvOf('=HYPERLINK("x")'), `'=HYPERLINK("x")`);
  assert.equal(csvOf('Printer'), 'Printer');
});
