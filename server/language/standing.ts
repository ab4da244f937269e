import type { Path } from '../model/paths.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { Entry, Node } from '../yaml/node.ts';
import { covers } from './place.ts';

/** What stands at an offset: a key or a value, with its path. */
export interface Standing {
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly node: Node;
}

export function standingAt(record: RecordEntry, offset: number): Standing | undefined {
  return record.text.root ? inNode(record.text.root, offset, []) : undefined;
}

function inNode(node: Node, offset: number, path: Path): Standing | undefined {
  if (node.type === 'scalar') return covers(node, offset) ? { path, at: 'value', node } : undefined;
  if (node.type === 'map') return first(node.entries, entry => inEntry(entry, offset, [...path, entry.key.text]));
  return first([...node.items.entries()], ([i, item]) => (item ? inNode(item, offset, [...path, i]) : undefined));
}

function inEntry(entry: Entry, offset: number, path: Path): Standing | undefined {
  if (covers(entry.key, offset)) return { path, at: 'key', node: entry.key };
  return entry.value ? inNode(entry.value, offset, path) : undefined;
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
