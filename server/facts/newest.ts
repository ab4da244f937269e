import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import { dayOf, type Day } from '../model/day.ts';
import type { KindName } from '../records/index.ts';

/** Which records tell of a thing, by which field they name it, and which of their fields is the day. */
export interface Telling {
  readonly kind: KindName;
  readonly names: string;
  readonly day: string;
}

export interface Told {
  readonly record: RecordEntry;
  readonly day: Day;
}

/**
 * The records that tell of the thing, the newest first; those without a day are left out. Of one day the last written comes first. Looked for
 * where the thing stands, or from a school's file: each school tells of its own of a thing that is shared.
 */
export function tellingOf(
  thing: RecordEntry,
  { kind, names, day }: Telling,
  estate: Estate,
  from = thing.file,
): Told[] {
  if (!thing.id) return [];
  const id = thing.id.toLowerCase();
  const zone = estate.zoneOf(from);
  return estate
    .naming(thing.id, from)
    .flatMap(record => {
      const value = record.kind === kind ? record.values[day] : undefined;
      const named = record.values[names];
      const isTold = typeof value === 'string' && typeof named === 'string' && named.toLowerCase() === id;
      return isTold ? [{ record, day: dayOf(value, zone) }] : [];
    })
    .reverse()
    .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}
