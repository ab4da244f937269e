import type { Path } from '../estate/interpret.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Field, Fields } from '../model/field.ts';
import type { Entry, Node } from '../yaml/node.ts';
import { covers } from './place.ts';

/** The field at a path of the declaration; a list's items are its `of`. */
export function fieldAt(declaration: Declaration | undefined, path: Path): Field | undefined {
  let field: Field | undefined;
  let fields: Fields | undefined = declaration?.fields;
  for (const step of path) {
    field = typeof step === 'number' ? itemOf(field) : ownField(fields, step);
    fields = partsOf(field);
  }
  return field;
}

function itemOf(field: Field | undefined): Field | undefined {
  return field?.kind === 'list' ? field.of : undefined;
}

function ownField(fields: Fields | undefined, key: string): Field | undefined {
  return fields && Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** The fields below a group, or below the groups of a list. */
function partsOf(field: Field | undefined): Fields | undefined {
  const inner = field?.kind === 'list' ? field.of : field;
  return inner?.kind === 'group' ? inner.fields : undefined;
}

/** The fields that may stand as keys below a path. */
export function fieldsBelow(declaration: Declaration, path: Path): Fields | undefined {
  if (path.length === 0) return declaration.fields;
  return partsOf(fieldAt(declaration, path));
}

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
