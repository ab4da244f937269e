import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interpret } from '../../../server/estate/interpret.ts';
import { declareKind, type ValuesOf } from '../../../server/model/declaration.ts';
import {
  boolean,
  choice,
  date,
  decimal,
  duration,
  group,
  integer,
  list,
  money,
  open,
  reference,
  text,
} from '../../../server/model/field.ts';
import { readRecord } from '../../../server/yaml/read-record.ts';

/** A kind of a later issue: the builder needs no change for it. */
const rehearsal = declareKind({
  kind: 'rehearsal',
  prefix: 'REH',
  label: 'Rehearsal',
  plural: 'Rehearsals',
  about: 'A rehearsal.',
  statuses: { planned: 'Planned', done: 'Done' },
  life: { start: 'planned', steps: { planned: ['done'], done: [] } },
  fields: {
    every: duration('Every', 'How often.'),
    type: choice('Type', 'Which sort.', { table: 'At the table', full: 'In full' }),
    steps: list('Steps', 'One after the other.', text('Step', 'One step.')),
    results: list(
      'Results',
      'What came out.',
      group(
        'Result',
        'One.',
        {
          service: reference('Service', 'Which.', ['service']),
          hours: decimal('Hours', 'How long.'),
          ok: boolean('Good', 'Whether.'),
        },
        { needs: ['service'] },
      ),
    ),
    people: integer('People', 'How many.'),
    cost: money('Cost', 'What.'),
    done: date('Done', 'When.', { done: true }),
    later: open('Later', 'What a later version reads.'),
  },
  everyday: ['kind', 'id', 'title'],
});

test('the types of the values follow from the fields', () => {
  const values: ValuesOf<typeof rehearsal> = {
    type: 'table',
    people: 3,
    steps: ['a'],
    results: [{ service: 'S', hours: 2.5, ok: true }],
    status: 'done',
    every: 'P6M',
  };
  // @ts-expect-error a choice is one of its choices
  const wrong: ValuesOf<typeof rehearsal> = { type: 'elsewhere' };
  assert.ok(values.results?.[0]?.hours === 2.5 && wrong);
});

test('a new kind is read by its declaration alone', () => {
  const source =
    'kind: rehearsal\nid: R\ntitle: T\nevery: P6M\ntype: full\nsteps: One step\nresults:\n  - { service: SVC-1, hours: 2.5, ok: no }\n  - hours: 3\ncost: 12.50\ndone: unknown\nlater: { any: [thing] }\nnonsense: 1\n';
  const { root } = readRecord(source);
  assert.ok(root);
  const { values, uses, strange, incomplete, answers, problems } = interpret(root, rehearsal, source);
  assert.deepEqual(values, {
    kind: 'rehearsal',
    id: 'R',
    title: 'T',
    every: 'P6M',
    type: 'full',
    steps: ['One step'],
    results: [{ service: 'SVC-1', hours: 2.5, ok: false }, { hours: 3 }],
    cost: 12.5,
  });
  assert.deepEqual(
    uses.map(use => [use.path, use.text]),
    [[['results', 0, 'service'], 'SVC-1']],
  );
  assert.deepEqual(
    strange.map(one => one.key),
    ['nonsense'],
  );
  assert.deepEqual(
    incomplete.map(one => one.missing),
    [['Service']],
  );
  assert.deepEqual([...answers], [['done', 'unknown']]);
  assert.deepEqual(problems, []);
});

test('text stays text', () => {
  const source = 'kind: asset\nid: 0123\ntitle: 12E4567\nmodel: 1.10\nserial: 007\nfirmware: 2.0\nhostname: yes\n';
  const { root } = readRecord(source);
  assert.deepEqual(
    root?.entries.map(entry => entry.value?.type === 'scalar' && entry.value.text),
    ['asset', '0123', '12E4567', '1.10', '007', '2.0', 'yes'],
  );
});
