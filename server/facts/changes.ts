import type { Estate } from '../estate/estate.ts';
import { isKind, isRetired, statusOf, type RecordEntry, type RecordOf } from '../estate/record.ts';
import { addDays, compareMoments, dayOf, localOf, weekdayOf, type Day, type Moment } from '../model/day.ts';
import { weekdays } from '../model/hours.ts';
import { isLiveService, isOpen, restingOn, dependentsOf } from './dependencies.ts';
import { currentPlan, planNames } from './recovery-plan.ts';
import { schoolDaysOf } from './school-days.ts';

type Change = RecordOf<'rfc'>;

/** The recorded things that the change is made to. */
export function itemsOf(rfc: Change, estate: Estate): RecordEntry[] {
  return (rfc.values.items ?? []).flatMap(id => estate.named(id, rfc.file) ?? []);
}

/** normal, standard or emergency. */
export function sortOf(rfc: Change): 'normal' | 'standard' | 'emergency' {
  return rfc.values.change_type ?? 'normal';
}

/** Day and time of a change, both ends. */
export interface Window {
  readonly from: Moment;
  readonly to: Moment;
}

export function windowOf(rfc: Change): Window | undefined {
  const { from, to } = rfc.values.window ?? {};
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** First and last day of the window. */
export function daysOf({ from, to }: Window, zone: string): { from: Day; to: Day } {
  return { from: dayOf(from, zone), to: dayOf(to, zone) };
}

/** Whether the two share a moment; ends that only touch do not. */
export function overlap(a: Window, b: Window, zone: string): boolean {
  const isBefore = (end: Moment, start: Moment) => {
    const order = compareMoments(end, start, zone);
    return end.length > 10 && start.length > 10 ? order <= 0 : order < 0;
  };
  return !isBefore(a.to, b.from) && !isBefore(b.to, a.from);
}

/** Requests that still ask for work: not closed, rejected or withdrawn. */
export function openChanges(file: string, estate: Estate): Change[] {
  return estate.ofKind('rfc', file).filter(isOpen);
}

/** The recovery plan that counts, where it rests on one of the items. */
export function planBehind(rfc: Change, estate: Estate): { plan: RecordOf<'dr_plan'>; item: RecordEntry } | undefined {
  const plan = currentPlan(rfc.file, estate);
  const item = plan && itemsOf(rfc, estate).find(one => planNames(plan, one));
  return plan && item ? { plan, item } : undefined;
}

/** Whether the cost reaches the sum from which on a change is a major one. */
export function isCostly({ values, file }: Change, estate: Estate): boolean {
  const limit = estate.schoolOf(file)?.values.purchase_limit_gbp;
  return limit !== undefined && values.cost_gbp !== undefined && values.cost_gbp >= limit;
}

/** How many notice the change: as written, else as follows from what is changed. */
export function categoryOf(rfc: Change, estate: Estate): 'minor' | 'significant' | 'major' {
  if (rfc.values.category !== undefined) return rfc.values.category;
  const weights = itemsOf(rfc, estate).map(item => item.values['criticality']);
  if (isCostly(rfc, estate) || weights.includes('critical') || planBehind(rfc, estate)) return 'major';
  return rfc.values.outage?.expected === true || weights.includes('high') ? 'significant' : 'minor';
}

/** The live services that depend on the items: directly, and only through others. */
export function servicesOn(
  rfc: Change,
  estate: Estate,
): { direct: RecordOf<'service'>[]; further: RecordOf<'service'>[] } {
  const items = itemsOf(rfc, estate).filter(item => !isRetired(item));
  const direct = new Set(items.flatMap(item => restingOn(item, estate)).filter(isLiveService));
  const all = items.flatMap(item => [...dependentsOf(item, estate)]).filter(isLiveService);
  const isItem = (one: RecordEntry) => items.includes(one);
  return {
    direct: [...direct].filter(one => !isItem(one)),
    further: [...new Set(all)].filter(one => !direct.has(one) && !isItem(one)),
  };
}

/** Who uses what the change concerns, in the services’ own words; empty where that is not written. */
export function usersOf(rfc: Change, estate: Estate): string[] {
  const services = (rfc.values.services_affected ?? []).map(id => estate.named(id, rfc.file));
  const users = services.flatMap(one => (isKind(one, 'service') ? (one.values.users ?? []) : []));
  return [...new Set(users)];
}

/** Statuses in which the change is decided, and its day is set or past. */
export function isSet(rfc: Change): boolean {
  return ['scheduled', 'in_progress', 'implemented', 'closed'].includes(statusOf(rfc));
}

/** Whether the window takes time from a school day, in its working hours. What has no times cannot be told. */
export function inSchoolHours(rfc: Change, estate: Estate): boolean {
  const hours = estate.schoolOf(rfc.file)?.values.working_day;
  const days = schoolDaysOf(rfc.file, estate);
  return partsOf(rfc, estate).some(
    ({ day, from, to }) =>
      days.isSchoolDay(day) === true && from < (hours?.to ?? '16:00') && to > (hours?.from ?? '08:00'),
  );
}

/** Whether the window lies in hours that were agreed once for such work. */
export function inStandingWindow(rfc: Change, estate: Estate): boolean {
  const standing = estate.ofKind('calendar', rfc.file).flatMap(calendar => calendar.values.standing_windows ?? []);
  const parts = partsOf(rfc, estate);
  return (
    parts.length > 0 &&
    parts.every(part =>
      standing.some(
        ({ weekday, from, to, agreed_by: by }) =>
          by !== undefined &&
          weekday === weekdays[weekdayOf(part.day)] &&
          from !== undefined &&
          to !== undefined &&
          from <= part.from &&
          part.to <= to,
      ),
    )
  );
}

/** The window day by day, on the school's clock; none where it has no times, or is longer than any work. */
function partsOf(rfc: Change, estate: Estate): { day: Day; from: string; to: string }[] {
  const window = windowOf(rfc);
  if (!window || window.from.length === 10 || window.to.length === 10) return [];
  const zone = estate.zoneOf(rfc.file);
  const [from, to] = [localOf(window.from, zone), localOf(window.to, zone)];
  const parts: { day: Day; from: string; to: string }[] = [];
  for (let day = from.slice(0, 10); day <= to.slice(0, 10) && parts.length < 60; day = addDays(day, 1))
    parts.push({
      day,
      from: day === from.slice(0, 10) ? from.slice(11, 16) : '00:00',
      to: day === to.slice(0, 10) ? to.slice(11, 16) : '24:00',
    });
  return parts;
}
