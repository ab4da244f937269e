import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matching } from '../../../media/page/matching.ts';
import { arrange, keepOrder, readRows, sameAs, widths } from '../../../media/table-parts/rows.ts';
import { tableOf } from '../../../server/workflow/table.ts';
import { checkerOf, school } from '../engine/school.ts';

const words = { notKnown: 'Not known', none: 'None', yes: 'Yes', no: 'No' };
const folder = 'file:///school';
const asset = (id: string, rest: string) => `kind: asset\nid: ${id}\ntitle: Device ${id}\ntype: switch\n${rest}`;
const table = tableOf(
  'asset',
  checkerOf({
    [`${folder}/school.fits.yaml`]: school,
    [`${folder}/places.fits.yaml`]: 'kind: location\nid: hall\ntitle: Main hall\n',
    [`${folder}/assets.fits.yaml`]: [
      asset('SW-10', 'location: hall\nowned: true\n'),
      asset('SW-2', 'location: unknown\nwarranty_until: none\n'),
      asset('SW-1', ''),
      asset('SW-1', 'location: hall\nowned: no\n'),
    ].join('---\n'),
  }),
);
const rows = readRows(table, words);
const column = (key: string) => table.columns.findIndex(one => one.path[0] === key);

test('cells are shown as people read them: titles, words of choices, answers', () => {
  const shown = (at: number, key: string) => rows[at]?.shown[column(key)];
  assert.deepEqual([shown(0, 'location'), shown(1, 'location'), shown(2, 'location')], ['Main hall', 'Not known', '']);
  assert.deepEqual([shown(0, 'owned'), shown(3, 'owned'), shown(1, 'warranty_until')], ['Yes', 'No', 'None']);
  assert.equal(shown(0, 'type'), 'Switch');
  assert.equal(new Set(rows.map(row => row.key)).size, 4, 'two records of one id are two rows');
});

test('rows are sorted as people count, what says nothing last either way, and filtered by words', () => {
  const ids = (found: readonly { row: { id: string } }[]) => found.map(one => one.row.id);
  assert.deepEqual(ids(arrange(rows, '', { column: column('id'), down: false })), ['SW-1', 'SW-1', 'SW-2', 'SW-10']);
  assert.deepEqual(ids(arrange(rows, '', { column: column('location'), down: false })).at(-1), 'SW-1');
  assert.deepEqual(ids(arrange(rows, '', { column: column('location'), down: true })), [
    'SW-2',
    'SW-10',
    'SW-1',
    'SW-1',
  ]);
  assert.deepEqual(ids(arrange(rows, 'main DEVICE', undefined)), ['SW-10', 'SW-1']);
  assert.deepEqual(ids(arrange(rows, 'nowhere', undefined)), []);
});

test('a row that was edited stays where it is; what is new and fits comes last, what is gone goes', () => {
  const [a, b, c] = rows;
  assert.ok(a && b && c);
  const order = [c.key, a.key];
  const known = new Set([a.key, c.key, 'gone']);
  assert.deepEqual(
    keepOrder([a, b, c], [...order, 'gone'], known, 'device').map(row => row.key),
    [c.key, a.key, b.key],
  );
  assert.deepEqual(
    keepOrder([a, b, c], order, known, 'something else').map(row => row.key),
    order,
  );
});

test('filling down says the same: an answer is an answer, nothing is nothing', () => {
  const place = table.columns[column('location')];
  assert.ok(place);
  assert.deepEqual(sameAs('unknown', place), { answer: 'unknown' });
  assert.deepEqual(sameAs('', place), { clear: true });
  assert.deepEqual(sameAs('hall', place), { text: 'hall', sure: true });
  assert.ok(widths(table.columns, rows).every(width => width >= 8 && width <= 38));
});

test('a list is searched by every word, in titles and ids; what begins so comes first', () => {
  const options = [
    { text: 'LIB-2', title: 'Old library' },
    { text: 'library-cupboard', title: 'Library cupboard' },
    { text: 'hall', title: 'Hall', detail: 'by the library' },
  ];
  const found = (typed: string) => matching(options, typed).map(one => one.text);
  assert.deepEqual(found('library'), ['library-cupboard', 'LIB-2', 'hall']);
  assert.deepEqual(found('cup lib'), ['library-cupboard']);
  assert.deepEqual(found('lib-2'), ['LIB-2']);
  assert.deepEqual(found(''), ['LIB-2', 'library-cupboard', 'hall']);
  assert.deepEqual(found('x'), []);
});
