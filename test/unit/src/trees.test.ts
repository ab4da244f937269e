import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assetTree, fits } from '../../../src/asset-tree.ts';
import { problemTree } from '../../../src/problem-tree.ts';
import { inEnglish } from '../../../src/translate.ts';
import type { TreeNode } from '../../../src/tree-node.ts';
import { asset, problem } from './rows.ts';

const all = { grouping: 'location', filter: '' } as const;

function ids(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap(node => [node.id, ...ids(node.children)]);
}

test('assets stand in their places, sorted as people sort, and what has no place last', () => {
  const rows = [
    asset('A', { title: 'Laptop 10', location: '', locationTitle: '' }),
    asset('B', { title: 'Laptop 10', location: 'C10', locationTitle: 'Class 10' }),
    asset('C', { title: 'Laptop 9', location: 'C10', locationTitle: 'Class 10' }),
    asset('D', { location: 'C9', locationTitle: 'Class 9' }),
  ];
  const tree = assetTree(inEnglish, rows, all);
  assert.deepEqual(
    tree.map(node => node.label),
    ['Class 9', 'Class 10', 'No place recorded'],
  );
  assert.deepEqual(
    tree[1]?.children.map(node => node.label),
    ['Laptop 9', 'Laptop 10'],
  );
});

test('a place without a record of its own is shown by its id', () => {
  assert.equal(assetTree(inEnglish, [asset('A', { locationTitle: '' })], all)[0]?.label, 'KS1-store');
});

test('several schools stand above their groups, one school does not', () => {
  const rows = [asset('A'), asset('B', { school: 'SCH-02', schoolTitle: 'Ash Lane' })];
  assert.deepEqual(
    assetTree(inEnglish, rows, all).map(node => node.label),
    ['Ash Lane', 'Oak Tree Primary'],
  );
  const filtered = assetTree(inEnglish, rows, { grouping: 'type', filter: 'oak' });
  assert.deepEqual(filtered, []);
  assert.equal(assetTree(inEnglish, [asset('A')], all)[0]?.label, 'KS1 store');
});

test('the state is said in words, not only by the icon', () => {
  const checked = { state: 'down', summary: 'No answer to five pings.', at: '2026-11-23T08:12:00Z' } as const;
  const [group] = assetTree(inEnglish, [asset('SW-06', { checked, errors: 2, warnings: 1 })], all);
  const [node] = group?.children ?? [];
  assert.equal(node?.description, 'SW-06 · does not answer · 2 errors');
  assert.equal(node.icon, 'error');
  assert.equal(group?.description, '1 asset · 1 does not answer');
  assert.ok(node.tooltip.includes('Last check: No answer to five pings.'));
});

test('ids are unique, and do not change with what is said', () => {
  const twice = [asset('A'), asset('A', { title: 'Other' })];
  const before = ids(assetTree(inEnglish, twice, all));
  assert.equal(new Set(before).size, before.length);
  const checked = { state: 'ok', summary: '', at: '' } as const;
  const after = ids(
    assetTree(inEnglish, [asset('A', { checked, statusLabel: 'Retired' }), asset('A', { title: 'Other' })], all),
  );
  assert.deepEqual(after, before);
});

test('only what has an address can be probed', () => {
  const [group] = assetTree(inEnglish, [asset('A', { address: '' }), asset('B')], all);
  assert.deepEqual(
    group?.children.map(node => node.kind),
    ['asset', 'device'],
  );
});

test('the filter wants all its words, anywhere, in any case', () => {
  const row = asset('PRN-02', { title: 'Library printer', typeLabel: 'Printer', address: '192.0.2.70' });
  for (const words of ['', 'PRINTER library', 'prn-02', '2.70', 'ks1', 'in use']) assert.ok(fits(row, words), words);
  for (const words of ['library scanner', 'answers']) assert.ok(!fits(row, words), words);
});

test('problems stand by priority, the most urgent first, and say what they are about', () => {
  const tree = problemTree(inEnglish, [problem('PRB-2', 'low'), problem('PRB-1', 'critical'), problem('PRB-3', 'low')]);
  assert.deepEqual(
    tree.map(node => [node.label, node.description, node.children.length]),
    [
      ['Critical', '1 problem', 1],
      ['Lower', '2 problems', 2],
    ],
  );
  assert.equal(tree[0]?.children[0]?.description, 'PRB-1 · Logged · Library switch');
});
