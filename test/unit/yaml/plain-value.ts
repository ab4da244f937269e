import type { Node } from '../../../server/yaml/node.ts';

/** A tree as plain data, for comparing what a record holds without its offsets. */
export function plainValue(node: Node | null): unknown {
  if (!node) return null;
  if (node.type === 'scalar') return node.text;
  if (node.type === 'list') return node.items.map(plainValue);
  return Object.fromEntries(node.entries.map(entry => [entry.key.text, plainValue(entry.value)]));
}

export function assertDefined<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('expected a value');
  return value;
}
