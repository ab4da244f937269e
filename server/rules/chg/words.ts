import type { Estate } from '../../estate/estate.ts';
import { nameOf } from '../../estate/record.ts';
import type { Window } from '../../facts/changes.ts';
import { dayOf, localOf, sayMoment } from '../../model/day.ts';

/** What people call the role or supplier of this id. */
export function nameOfRole(id: string | undefined, file: string, estate: Estate): string {
  const role = estate.named(id, file);
  return role ? nameOf(role) : (id ?? 'somebody');
}

/** "2 December 2026, 16:30 to 18:00" */
export function sayWindow({ from, to }: Window, zone: string): string {
  const isOneDay = dayOf(from, zone) === dayOf(to, zone);
  const end = isOneDay && to.length > 10 ? localOf(to, zone).slice(11, 16) : sayMoment(to, zone);
  return from === to ? sayMoment(from, zone) : `${sayMoment(from, zone)} to ${end}`;
}
