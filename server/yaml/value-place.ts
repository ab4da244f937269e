import type { ValuePlace } from './value.ts';

export function endOfRow(place: ValuePlace, index: number): number {
  return place.rows[index]?.end ?? place.rest.end;
}

/** The row between the value's own and `last` that an offset stands on. */
export function rowHolding(place: ValuePlace, offset: number, last: number): number {
  let until = place.index;
  while (until < last && endOfRow(place, until) <= offset) until += 1;
  return until;
}
