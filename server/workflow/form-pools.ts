import type { Estate } from '../estate/estate.ts';
import { isRetired, type RecordEntry } from '../estate/record.ts';
import type { Field } from '../model/field.ts';
import type { RecordChoice } from '../model/form.ts';
import { declarationOf, type KindName } from '../records/index.ts';

/** Kinds of record that the field may name; undefined where it names none. */
export function kindsFor(field: Field): readonly string[] | undefined {
  if (field.kind === 'link-end') return ['asset'];
  return field.kind === 'reference' ? field.to.filter(kind => declarationOf(kind)) : undefined;
}

/** The name under which the records of these kinds are handed over, once for all fields that may name them. */
export function poolName(kinds: readonly string[]): string {
  return kinds.join(' ');
}

/** Records of these kinds that the file may name, by title. What is retired is left out: it is named only where it was before. */
export function recordsFor(kinds: readonly string[], file: string, estate: Estate): RecordChoice[] {
  return named(kinds, file, estate)
    .filter(record => !isRetired(record))
    .map(({ id, title }) => ({ id, title }))
    .sort((a, b) => byName.compare(a.title || a.id, b.title || b.id));
}

const byName = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** The first record of each id. */
function named(kinds: readonly string[], file: string, estate: Estate): RecordEntry[] {
  const found = new Map<string, RecordEntry>();
  for (const kind of kinds)
    for (const record of estate.ofKind(kind as KindName, file)) {
      const id = record.id.toLowerCase();
      if (id !== '' && !found.has(id)) found.set(id, record);
    }
  return [...found.values()];
}

/** What may be named in a field of a record. */
export type Picks = (field: Field, record: RecordEntry) => readonly RecordChoice[];

/** Looks each sort of record up once, however many fields ask. Retired ones are known by their id alone. */
export function createPicks(estate: Estate): Picks {
  const known = new Map<string, readonly RecordChoice[]>();
  return (field, record) => {
    const kinds = kindsFor(field);
    if (!kinds) return [];
    const name = `${poolName(kinds)}@${scopeOf(record.file, estate)}`;
    const picks = known.get(name) ?? [
      ...recordsFor(kinds, record.file, estate),
      ...named(kinds, record.file, estate).flatMap(one => (isRetired(one) ? [{ id: one.id, title: '' }] : [])),
    ];
    known.set(name, picks);
    return picks;
  };
}

/** Files of one scope see the same records. */
export function scopeOf(file: string, estate: Estate): string {
  return estate.schoolFolderOf(file) ?? file.slice(0, Math.max(0, file.lastIndexOf('/')));
}
