import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FormField, FormModel } from '../../../server/model/form.ts';
import { applyEdits } from '../../../server/model/text-edit.ts';
import { answerField } from '../../../server/workflow/form-answer.ts';
import { formOf } from '../../../server/workflow/form.ts';
import { checkerOf, school } from '../engine/school.ts';

const places =
  'kind: location\nid: KS1-store\ntitle: KS1 store\n---\nkind: location\nid: library-cupboard\ntitle: Library cupboard\n---\nkind: location\nid: LIB-2\ntitle: Library\n';
const devices =
  'kind: asset\nid: UPS-01\ntitle: UPS\ntype: ups\nlocation: KS1-store\n---\nkind: asset\nid: UPS-02\ntitle: Old UPS\ntype: ups\nstatus: retired\nlocation: KS1-store\n';

function formFor(text: string): {
  model: FormModel;
  answer: (
    path: (string | number)[],
    to: Parameters<typeof answerField>[0]['to'],
  ) => string | ReturnType<typeof answerField>;
} {
  const checker = checkerOf({
    'school.fits.yaml': school,
    'places.fits.yaml': places,
    'devices.fits.yaml': devices,
    'it.fits.yaml': text,
  });
  const record = checker.estate.files.get('it.fits.yaml')?.records[0];
  assert.ok(record);
  return {
    model: formOf(record, checker),
    answer: (path, to) => {
      const answer = answerField({ record, path, to }, checker.estate);
      return 'edits' in answer ? applyEdits(text, answer.edits) : answer;
    },
  };
}

function field(model: FormModel, key: string): FormField {
  const found = model.sections.flatMap(section => section.fields).find(one => one.path[0] === key);
  assert.ok(found, key);
  return found;
}

const small = 'kind: asset\nid: SW-06\ntitle: Small switch\ntype: switch\nlocation: unknown\n';

test('what is needed and wanted stands first, then what is written, then what its type has', () => {
  const { model } = formFor(`${small}address: 192.168.10.6\n`);
  const keys = (name: string) =>
    model.sections.find(section => section.name === name)?.fields.map(one => String(one.path[0])) ?? [];
  assert.deepEqual(keys('toFill'), ['location', 'make', 'model', 'serial', 'end_of_support']);
  assert.deepEqual(keys('written'), ['id', 'title', 'type', 'address']);
  assert.ok(keys('more').includes('powered_by'));
  assert.ok(!keys('more').includes('battery_fitted'), 'a switch has no battery');
  assert.ok(!keys('more').includes('runs_on'));
  assert.equal(field(model, 'location').state, 'unknown');
  assert.equal(field(model, 'status').assumed, 'In use');
  assert.match(
    formFor('kind: asset\nid: X\ntitle: Y\ntype: switch\nbattery_fitted: 2026-01-01\nlocation: unknown\n')
      .model.sections[1]?.fields.map(one => one.path[0])
      .join(' ') ?? '',
    /battery_fitted/,
  );
});

test('records are picked by title: of the right kind, not retired unless chosen, never the record itself', () => {
  const { model } = formFor(`${small}powered_by: UPS-02\n`);
  const pool = model.pools[field(model, 'powered_by').pool ?? ''];
  assert.deepEqual(pool, [{ id: 'UPS-01', title: 'UPS' }]);
  assert.equal(field(model, 'powered_by').chosen, 'Old UPS');
  assert.deepEqual(
    model.pools[field(model, 'location').pool ?? '']?.map(one => one.title),
    ['KS1 store', 'Library', 'Library cupboard'],
  );
});

test('findings stand beside their field, those of the record on top', () => {
  const { model } = formFor(
    `${small.replace('type: switch', 'type: swich')}members:\n  - tag: a\n    location: nowhere\n`,
  );
  assert.deepEqual(
    field(model, 'type').findings.map(one => [one.code, one.severity, one.fixes]),
    [['GEN-014', 'error', ['Change to switch']]],
  );
  const inside = field(model, 'members').items?.[0]?.fields?.find(one => one.path.at(-1) === 'location');
  assert.deepEqual(
    inside?.findings.map(one => one.code),
    ['GEN-003'],
  );
  assert.equal(inside.findings[0]?.range.start.line, 7);
  assert.deepEqual(formFor(small).model.findings, [], 'what is not known yet has a section of its own');
  const critical = formFor(`${small}criticality: critical\n`).model.findings;
  assert.ok(critical.some(one => one.code === 'GEN-023' && one.severity === 'warning'));
});

test('short forms are shown in full, and what no form can show is shown as it stands', () => {
  const { model } = formFor(
    `${small}checks: [ping, { type: disk, warn: 80 }]\nconnected_to: SW-01 port 4\nnotes: { see: folder }\n`,
  );
  const [ping, disk] = field(model, 'checks').items ?? [];
  assert.equal(ping?.fields?.[0]?.text, 'ping');
  assert.deepEqual(
    disk?.fields?.filter(one => !one.folded).map(one => one.text),
    ['disk', '80'],
  );
  assert.deepEqual(
    field(model, 'connected_to').items?.map(one => one.text),
    ['SW-01 port 4'],
  );
  assert.equal(field(model, 'notes').widget, 'closed');
  assert.equal(field(model, 'notes').text, '{ see: folder }');
});

test('what a person types is taken kindly', () => {
  const { answer } = formFor(small);
  const cases: readonly (readonly [string, string, string])[] = [
    ['bought', '23/11/2026', 'bought: 2026-11-23'],
    ['cost_gbp', '£1,240', 'cost_gbp: 1240'],
    ['owned', 'n', 'owned: no'],
    ['location', 'Library cupboard (library-cupboard)', 'location: library-cupboard'],
    ['location', 'ks1 STORE', 'location: KS1-store'],
    ['location', 'lib-2', 'location: LIB-2'],
    ['serial', '007', 'serial: "007"'],
    ['serial', 'Not known', 'serial: unknown'],
    ['warranty_until', 'none', 'warranty_until: none'],
    ['notes', 'one\ntwo', 'notes: |-\n  one\n  two'],
  ];
  for (const [key, typed, line] of cases) {
    const after = answer([key], { text: typed });
    assert.ok(typeof after === 'string' && after.includes(`\n${line}\n`), `${key} ${typed}: ${JSON.stringify(after)}`);
  }
  assert.equal(
    answer(['connected_to', 0], { text: 'UPS (UPS-01) port 2' }),
    `${small}connected_to:\n  - UPS-01 port 2\n`,
  );
});

test('two meanings are a question, nonsense is refused in plain words, and nothing is written', () => {
  const { answer } = formFor(small);
  const date = answer(['bought'], { text: '03/04/2026' });
  assert.ok(typeof date !== 'string' && 'answers' in date);
  assert.deepEqual(
    date.answers.map(one => [one.title, one.to]),
    [
      ['3 April 2026', { text: '2026-04-03' }],
      ['4 March 2026', { text: '2026-03-04' }],
    ],
  );
  const place = answer(['location'], { text: 'librar' });
  assert.ok(typeof place !== 'string' && 'answers' in place);
  assert.equal(place.question, 'There is no place called “librar” yet.');
  assert.deepEqual(
    place.answers.map(one => one.title),
    ['Use Library (LIB-2)', 'Use Library cupboard (library-cupboard)', 'Write “librar” all the same'],
  );
  assert.equal(
    answer(['location'], { text: 'Room 7', sure: true }),
    small.replace('location: unknown', 'location: Room 7'),
  );
  const sorted = (answer(['quantity'], { text: 'many' }) as { refusal: string }).refusal;
  assert.match(sorted, /“many” is not a number/);
  assert.deepEqual(answer(['title'], { clear: true }), { refusal: 'Every record needs a title.' });
  assert.deepEqual(answer(['id'], { answer: 'unknown' }), { refusal: 'Every record needs an id.' });
  assert.ok('refusal' in (answer(['kind'], { text: 'problem' }) as object));
  assert.ok('refusal' in (answer(['serial'], { answer: 'none' }) as object));
});

test('lists and groups: added to, changed, taken out, with nothing left empty', () => {
  const listed = `${small}members:\n  - tag: a # first\n  - tag: b\n    serial: x\nchecks: [ping] # all\n`;
  const { answer } = formFor(listed);
  assert.equal(answer(['members', 2, 'tag'], { text: 'c' }), listed.replace('serial: x\n', 'serial: x\n  - tag: c\n'));
  assert.equal(answer(['members', 0], { clear: true }), listed.replace('  - tag: a # first\n', ''));
  assert.equal(answer(['checks', 0, 'warn'], { text: '20' }), listed.replace('[ping]', '[{type: ping, warn: 20}]'));
  assert.equal(answer(['checks', 1, 'type'], { text: 'disk' }), listed.replace('[ping]', '[ping, {type: disk}]'));
  assert.equal(answer(['checks', 0], { clear: true }), listed.replace('checks: [ping] # all\n', ''));
  assert.ok('refusal' in (answer(['members'], { answer: 'unknown' }) as object), 'entries are not lost to an answer');
});

test('a record that cannot be read is a sentence, with its findings; an unknown kind as well', () => {
  const broken = formFor(`${small}notes: "open\n`);
  assert.match(broken.model.unreadable ?? '', /slip in the writing/);
  assert.ok(broken.model.findings.some(one => one.code === 'GEN-012' && one.fixes.length > 0));
  assert.ok('refusal' in (broken.answer(['serial'], { text: 'x' }) as object));
  assert.match(formFor('kind: swich\nid: a\ntitle: b\n').model.unreadable ?? '', /no kind of record called “swich”/);
});

test('an id that others name says what a change would mean', () => {
  const checker = checkerOf({ 'school.fits.yaml': school, 'places.fits.yaml': places, 'devices.fits.yaml': devices });
  const record = checker.estate.files.get('places.fits.yaml')?.records[0];
  assert.ok(record);
  assert.equal(
    field(formOf(record, checker), 'id').note,
    '2 other records name it by this id, and would have to follow.',
  );
});

test('no file is too broken for a form: the hand-made ones, and any text', () => {
  const show = (text: string) => {
    const checker = checkerOf({ 'school.fits.yaml': school, 'it.fits.yaml': text });
    for (const record of checker.estate.files.get('it.fits.yaml')?.records ?? []) {
      const model = formOf(record, checker);
      assert.ok(JSON.stringify(model).length > 0);
      for (const key of ['title', 'location', 'notes'])
        answerField({ record, path: [key], to: { text: 'x', sure: true } }, checker.estate);
    }
  };
  for (const name of fs.readdirSync('test/fixtures/hostile'))
    show(fs.readFileSync(`test/fixtures/hostile/${name}`, 'utf8'));
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), text => show(text)),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(
      fc.nat(),
      fc.constantFrom('\t', ':', '"', "'", '---\n', '[', '{', '&a ', '*a', '!x ', '#', '\n ', '\n- ', '{}', 'null'),
      (at, sign) => show(devices.slice(0, at % devices.length) + sign + devices.slice(at % devices.length)),
    ),
    { numRuns: 300 },
  );
});
