import { Temporal } from 'temporal-polyfill';

/** A date, `YYYY-MM-DD`: compares as text. */
export type Day = string;
/** A date or date-time as records hold it: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM[:SS]` (the school's time) or that with an offset. */
export type Moment = string;

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function addMonths(day: Day, count: number): Day {
  return Temporal.PlainDate.from(day).add({ months: count }).toString();
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'days' }).days;
}

/** Day of the week, 0 = Monday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek - 1;
}

/** "14 October 2025" */
export function sayDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${monthName(Number(month))} ${year}`;
}

function monthName(month: number): string {
  const name = months[month - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether the calendar has this day. */
export function isRealDay(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function formatDay(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The day of a moment, in the school's time zone (IANA name). */
export function dayOf(moment: Moment, zone: string): Day {
  if (!hasOffset(moment)) return moment.slice(0, 10);
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Orders two moments: as dates when either is a date, else as instants in the zone. */
export function compareMoments(a: Moment, b: Moment, zone: string): number {
  if (a.length === 10 || b.length === 10) return compareText(dayOf(a, zone), dayOf(b, zone));
  if (!hasOffset(a) && !hasOffset(b)) return compareText(a, b);
  return instantOf(a, zone) - instantOf(b, zone);
}

function instantOf(moment: Moment, zone: string): number {
  const instant = hasOffset(moment)
    ? Temporal.Instant.from(moment)
    : Temporal.PlainDateTime.from(moment).toZonedDateTime(zone).toInstant();
  return instant.epochMilliseconds;
}

function hasOffset(moment: Moment): boolean {
  return /T.*(Z|[+-]\d\d:?\d\d)$/.test(moment);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Day and minute in the zone, `YYYY-MM-DDTHH:MM`, from the clock given as milliseconds since 1970. */
export function momentIn(zone: string, epochMilliseconds: number): Moment {
  const at = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(zone).toPlainDateTime();
  return at.toString({ smallestUnit: 'minute' });
}

/** Hours from `a` to `b` in the zone; a day without a time counts from its beginning. */
export function hoursBetween(a: Moment, b: Moment, zone: string): number {
  return (instantOf(a, zone) - instantOf(b, zone)) / -3_600_000;
}

/** The moment on the school's clock, without an offset. */
export function localOf(moment: Moment, zone: string): Moment {
  return hasOffset(moment) ? momentIn(zone, instantOf(moment, zone)) : moment;
}

/** "25 November 2026, 16:30"; of a day without a time, the day. */
export function sayMoment(moment: Moment, zone: string): string {
  const day = sayDay(dayOf(moment, zone));
  if (moment.length === 10) return day;
  return `${day}, ${localOf(moment, zone).slice(11, 16)}`;
}

/** Whether the computer knows this IANA time zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return true;
  } catch {
    return false; // RangeError is how Intl says "no such zone"
  }
}

/** What a person may have meant by the text: the days it can stand for, or the words of an impossible one. */
export type DayReading =
  | { readonly is: 'day'; readonly day: Day }
  | { readonly is: 'other form'; readonly meant: readonly Day[] }
  | { readonly is: 'impossible'; readonly words: string }
  | { readonly is: 'no date' };

/** Reads `2026-11-23`, and recognises 23/11/2026, 23.11.26, 23 Nov 2026, 2026/11/23, Nov 23 2026 … without taking them. */
export function readDay(text: string): DayReading {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) {
    const [year, month, date] = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
    return isRealDay(year, month, date)
      ? { is: 'day', day: text }
      : { is: 'impossible', words: sayImpossible(year, month, date) };
  }
  const candidates = otherForms(text.trim());
  if (candidates.length === 0) return { is: 'no date' };
  const real = candidates.filter(([year, month, date]) => isRealDay(year, month, date));
  const [first] = candidates;
  if (real.length === 0 && first) return { is: 'impossible', words: sayImpossible(...first) };
  return { is: 'other form', meant: [...new Set(real.map(c => formatDay(...c)))] };
}

type Parts = [year: number, month: number, date: number];

function otherForms(text: string): Parts[] {
  return numericForm(text) ?? yearFirstForm(text) ?? namedForm(text) ?? [];
}

/** 23/11/2026: the day first, as in Britain; where both could be the month, both readings. */
function numericForm(text: string): Parts[] | undefined {
  const found = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})$/.exec(text);
  if (!found) return undefined;
  const [a, b, year] = [Number(found[1]), Number(found[2]), fullYear(found[3] ?? '')];
  const british: Parts = [year, b, a];
  const american: Parts = [year, a, b];
  if (a <= 12 && b > 12 && b <= 31) return [american];
  return a <= 12 && b <= 12 && a !== b ? [british, american] : [british];
}

function yearFirstForm(text: string): Parts[] | undefined {
  const found = /^(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})$/.exec(text);
  return found ? [[Number(found[1]), Number(found[2]), Number(found[3])]] : undefined;
}

/** 23 November 2026, 23rd Nov 26, November 23, 2026 */
function namedForm(text: string): Parts[] | undefined {
  const dayFirst = /^(?<date>\d{1,2})(?:st|nd|rd|th)?[ -](?<month>[a-z]{3,9})\.?,?[ -](?<year>\d{2}|\d{4})$/i.exec(
    text,
  );
  const groups = (dayFirst ?? /^(?<month>[a-z]{3,9})\.? (?<date>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i.exec(text))
    ?.groups;
  if (!groups) return undefined;
  const { date = '', month: word = '', year = '' } = groups;
  const month = months.findIndex(name => name.startsWith(word.toLowerCase())) + 1;
  return month > 0 ? [[fullYear(year), month, Number(date)]] : undefined;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function sayImpossible(year: number, month: number, date: number): string {
  return month >= 1 && month <= 12
    ? `There is no ${date} ${monthName(month)}${date === 29 && month === 2 ? ` in ${year}` : ''}.`
    : `There is no month ${month}.`;
}
