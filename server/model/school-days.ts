import { addDays, type Day } from './day.ts';
import { isWeekday, type DaySpan, type SchoolYear } from './school-year.ts';

/** How far a school day is looked for: no holiday is longer. */
const farthest = 120;
/** Days between two school years that belong to the summer holidays even where the first ended early. */
const mostBetween = 21;

/**
 * The days on which a school works: Monday to Friday inside a term, outside half term, training days and bank holidays (precise.md,
 * Terms). Outside all terms that are known nothing is said: `undefined`.
 */
export interface SchoolDays {
  /** Whether the day lies in a school year that is known: from its first day to the end of its summer holidays. */
  readonly covers: (day: Day) => boolean;
  /** Undefined where no school year that is known covers the day. */
  readonly isSchoolDay: (day: Day) => boolean | undefined;
  /** Whether the day lies outside the terms or in a half term; a weekend or a day off within a term is no holiday. */
  readonly isHoliday: (day: Day) => boolean | undefined;
  /** Name of the term that the day lies in, be it a school day or not. */
  readonly termOf: (day: Day) => string | undefined;
  /** The n-th school day strictly before the day: n ≥ 1. Undefined where the calendar does not reach so far. */
  readonly before: (day: Day, n: number) => Day | undefined;
  /** The n-th school day strictly after the day. */
  readonly after: (day: Day, n: number) => Day | undefined;
  /** School days after `from` up to and with `to`; days that no calendar covers count as Monday to Friday. */
  readonly count: (from: Day, to: Day) => number;
}

export function createSchoolDays(years: readonly SchoolYear[]): SchoolDays {
  const terms = years.flatMap(year => year.terms);
  const spans = joined(years.filter(year => year.terms.length > 0).map(yearSpan));
  const off = new Set(years.flatMap(year => [...year.insetDays, ...year.bankHolidays]));
  const covers = (day: Day): boolean => spans.some(span => isIn(day, span));
  const term = (day: Day) => terms.find(one => isIn(day, one));
  const isSchoolDay = (day: Day): boolean | undefined => {
    if (!covers(day)) return undefined;
    const at = term(day);
    return at !== undefined && isWeekday(day) && !off.has(day) && !(at.halfTerm && isIn(day, at.halfTerm));
  };
  const walk = (day: Day, n: number, step: 1 | -1): Day | undefined => {
    let [at, left] = [day, n];
    for (let i = 0; i < farthest && left > 0; i++) {
      at = addDays(at, step);
      const is = isSchoolDay(at);
      if (is === undefined) return undefined;
      if (is) left--;
    }
    return left === 0 ? at : undefined;
  };
  return {
    covers,
    isSchoolDay,
    isHoliday: day => {
      const at = term(day);
      return covers(day) ? !at || (at.halfTerm !== undefined && isIn(day, at.halfTerm)) : undefined;
    },
    termOf: day => term(day)?.name,
    before: (day, n) => walk(day, n, -1),
    after: (day, n) => walk(day, n, 1),
    count: (from, to) => {
      let found = 0;
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
        if (isSchoolDay(day) ?? isWeekday(day)) found++;
      return found;
    },
  };
}

/** Holidays between two terms of a year belong to it, and so do the summer holidays after the last: nobody writes them down. */
function yearSpan(year: SchoolYear): DaySpan {
  const from = year.terms.map(term => term.from).reduce((a, b) => (a < b ? a : b));
  const to = year.terms.map(term => term.to).reduce((a, b) => (a > b ? a : b));
  const summer = to.slice(5) >= '06-01' && to.slice(5) < '09-01';
  return { from, to: summer ? `${to.slice(0, 4)}-08-31` : to };
}

/** A few days between two years that are known are holidays, too. */
function joined(spans: readonly DaySpan[]): DaySpan[] {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));
  const found: DaySpan[] = [];
  for (const span of sorted) {
    const last = found.at(-1);
    if (last && span.from <= addDays(last.to, mostBetween))
      found[found.length - 1] = { from: last.from, to: last.to > span.to ? last.to : span.to };
    else found.push(span);
  }
  return found;
}

function isIn(day: Day, { from, to }: DaySpan): boolean {
  return from <= day && day <= to;
}
