import type { Declaration } from './declaration.ts';
import type { Field, Fields } from './field.ts';

/** A way into a record: keys, and indexes of list items. */
export type Path = readonly (string | number)[];

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

/** What a form calls the field at the path; list items are skipped. */
export function labelAt(declaration: Declaration | undefined, path: Path): string {
  const keys = path.filter(step => typeof step === 'string');
  return fieldAt(declaration, withItems(declaration, keys))?.label ?? keys.at(-1) ?? '';
}

/** The keys of a path with an index wherever it goes into a list. */
function withItems(declaration: Declaration | undefined, keys: readonly string[]): Path {
  const path: (string | number)[] = [];
  for (const key of keys) {
    if (fieldAt(declaration, path)?.kind === 'list') path.push(0);
    path.push(key);
  }
  return path;
}
