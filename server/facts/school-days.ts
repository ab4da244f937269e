import type { Estate } from '../estate/estate.ts';
import type { RecordOf } from '../estate/record.ts';
import type { Day } from '../model/day.ts';
import { createSchoolDays, type SchoolDays } from '../model/school-days.ts';
import type { SchoolYear, Term } from '../model/school-year.ts';

/** Lists of calendars are the same object until one of them changes (Estate.visible). */
const known = new WeakMap<readonly RecordOf<'calendar'>[], SchoolDays>();

/** The school days of the school that the file belongs to, out of all its calendars. */
export function schoolDaysOf(file: string, estate: Estate): SchoolDays {
  const calendars = estate.ofKind('calendar', file);
  const made = known.get(calendars) ?? createSchoolDays(calendars.map(yearOf));
  known.set(calendars, made);
  return made;
}

function yearOf(calendar: RecordOf<'calendar'>): SchoolYear {
  const { terms = [], inset_days = [], bank_holidays = [] } = calendar.values;
  return {
    terms: terms.flatMap(({ name = '', from, to, half_term: half }): Term[] => {
      if (from === undefined || to === undefined) return [];
      const halfTerm = half?.from !== undefined && half.to !== undefined ? { from: half.from, to: half.to } : undefined;
      return [{ name, from, to, ...(halfTerm ? { halfTerm } : {}) }];
    }),
    insetDays: inset_days,
    bankHolidays: bank_holidays,
  };
}

/** A time in which nothing may be changed. */
export interface Freeze {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  /** Where it is written. */
  readonly calendar: RecordOf<'calendar'>;
  readonly at: number;
}

/** The freezes of the school that share a day with the span. */
export function freezesIn(span: { from: Day; to: Day }, file: string, estate: Estate): Freeze[] {
  return estate
    .ofKind('calendar', file)
    .flatMap(calendar => (calendar.values.freezes ?? []).map((freeze, at) => ({ ...freeze, calendar, at })))
    .flatMap(({ name = '', from, to, calendar, at }) =>
      from !== undefined && to !== undefined ? [{ name, from, to, calendar, at }] : [],
    )
    .filter(freeze => freeze.from <= span.to && span.from <= freeze.to);
}
