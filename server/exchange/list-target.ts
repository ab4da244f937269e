import type { Day } from '../model/day.ts';
import type { Headings } from './plain-heading.ts';

/** What a list becomes, as far as its columns go: equipment, incidents. */
export interface ListTarget<F extends string> {
  /** What a column can be, with what it is called. */
  readonly fields: Readonly<Record<F, string>>;
  readonly headings: Headings<F>;
  readonly isHeading: (cell: string) => boolean;
  readonly evidence: (field: F, values: readonly string[], known: KnownWords) => Evidence;
  /** Whether its cells are dates, so that the order of day and month matters. */
  readonly isDated: (field: F) => boolean;
  /** Fields of which one is enough. */
  readonly either: readonly (readonly F[])[];
}

/** What helps to tell the contents of a column. */
export interface KnownWords {
  readonly today: Day;
  /** Ids and titles of the recorded places, in plain form. */
  readonly places: ReadonlySet<string>;
}

/** What the values of a column say for a field: added to what its heading says, and by themselves. */
export interface Evidence {
  readonly withHeading: number;
  readonly alone: number;
}

export function isFieldOf<F extends string>(list: ListTarget<F>, name: string): name is F {
  return Object.hasOwn(list.fields, name);
}
