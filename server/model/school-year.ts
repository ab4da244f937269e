import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

/** First and last day, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

export interface Term extends DaySpan {
  readonly name: string;
  readonly halfTerm?: DaySpan;
}

/** A school year as a calendar record holds it. */
export interface SchoolYear {
  readonly terms: readonly Term[];
  readonly insetDays: readonly Day[];
  readonly bankHolidays: readonly Day[];
}

/** The calendar year in which the school year of this day began: from August on it is this year's. */
export function schoolYearOf(day: Day): number {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month >= 8 ? year : year - 1;
}

/** Whether it is Monday to Friday. */
export function isWeekday(day: Day): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5;
}

/**
 * The terms that most schools in England have in the year that begins in `start`. Councils and academies differ by some days: a proposal
 * to be looked at, never a fact. Autumn half term is the last whole week of October, spring half term the third week of February,
 * summer half term the week of the spring bank holiday; two weeks at Christmas and at Easter.
 */
export function usualTerms(start: number): readonly Term[] {
  const next = start + 1;
  const easter = easterSunday(next);
  const holidays = easterHolidays(easter);
  return [
    {
      name: 'Autumn',
      from: onOrAfter(date(start, 9, 1), 3).toString(),
      to: onOrBefore(date(start, 12, 21), 5).toString(),
      halfTerm: week(onOrBefore(date(start, 10, 27), 1)),
    },
    {
      name: 'Spring',
      from: firstOpenDay(onOrAfter(date(next, 1, 3), 1)),
      to: holidays.lastDay,
      halfTerm: week(onOrAfter(date(next, 2, 12), 1)),
    },
    {
      name: 'Summer',
      from: holidays.firstDay,
      to: onOrAfter(date(next, 7, 18), 3).toString(),
      halfTerm: week(onOrBefore(date(next, 5, 31), 1)),
    },
  ];
}

/** The bank holidays of England and Wales that lie between these days; days given once only (a coronation) are not foreseen. */
export function bankHolidaysBetween({ from, to }: DaySpan): readonly Day[] {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, i) => first + i);
  return years.flatMap(bankHolidays).filter(day => from <= day && day <= to);
}

/** A preset for England: usual terms, and the bank holidays among them. */
export function usualSchoolYear(start: number): SchoolYear {
  const terms = usualTerms(start);
  return { terms, insetDays: [], bankHolidays: bankHolidaysBetween(spanOf(terms)) };
}

/** First day of the first term to last day of the last. */
export function spanOf(terms: readonly DaySpan[]): DaySpan {
  return {
    from: terms.map(term => term.from).sort()[0] ?? '',
    to:
      terms
        .map(term => term.to)
        .sort()
        .at(-1) ?? '',
  };
}

type PlainDate = Temporal.PlainDate;

function date(year: number, month: number, day: number): PlainDate {
  return new Temporal.PlainDate(year, month, day);
}

/** 1 = Monday … 7 = Sunday. */
function onOrAfter(day: PlainDate, weekday: number): PlainDate {
  return day.add({ days: (weekday - day.dayOfWeek + 7) % 7 });
}

function onOrBefore(day: PlainDate, weekday: number): PlainDate {
  return day.subtract({ days: (day.dayOfWeek - weekday + 7) % 7 });
}

function week(monday: PlainDate): DaySpan {
  return { from: monday.toString(), to: monday.add({ days: 4 }).toString() };
}

function firstOpenDay(day: PlainDate): Day {
  return bankHolidays(day.year).includes(day.toString()) ? firstOpenDay(day.add({ days: 1 })) : day.toString();
}

/** Last day of the spring term and first of the summer term, by how late Easter is. */
function easterHolidays(easter: PlainDate): { lastDay: Day; firstDay: Day } {
  const plus = (days: number): Day => easter.add({ days }).toString();
  if (easter.month === 3) return { lastDay: plus(-3), firstDay: plus(15) };
  return easter.day < 10 ? { lastDay: plus(-9), firstDay: plus(8) } : { lastDay: plus(-16), firstDay: plus(2) };
}

/** Gregorian Easter (Meeus, Jones and Butcher). */
function easterSunday(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return date(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Banking and Financial Dealings Act 1971, with the substitute days of gov.uk where one falls on a weekend. */
function bankHolidays(year: number): readonly Day[] {
  const easter = easterSunday(year);
  const christmas = date(year, 12, 25);
  const [christmasDay, boxingDay] = ({ 5: [0, 3], 6: [2, 3], 7: [2, 1] } as Readonly<Record<number, [number, number]>>)[
    christmas.dayOfWeek
  ] ?? [0, 1];
  const newYear = date(year, 1, 1);
  return [
    newYear.dayOfWeek > 5 ? onOrAfter(newYear, 1) : newYear,
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    onOrAfter(date(year, 5, 1), 1),
    onOrBefore(date(year, 5, 31), 1),
    onOrBefore(date(year, 8, 31), 1),
    christmas.add({ days: christmasDay }),
    christmas.add({ days: boxingDay }),
  ]
    .map(day => day.toString())
    .sort();
}
