import { isRealDay, readDay, sayDay, type Day } from '../model/day.ts';
import type { DateOrder } from './columns.ts';

/** What a cell of a date column says. */
export type DayCell = { readonly is: 'day'; readonly day: Day } | { readonly is: 'unread' };

const numeric = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;

/** The date alone: a spreadsheet's export often has a time behind it, or the day of the week before it. */
function bare(text: string): string {
  return text
    .trim()
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i, '')
    .replace(/[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?Z?$/i, '');
}

/** Two figures stand for the year that is nearest, not more than 25 years ahead. */
function fullYear(text: string, today: Day): number {
  if (text.length === 4) return Number(text);
  const year = 2000 + Number(text);
  return year > Number(today.slice(0, 4)) + 25 ? year - 100 : year;
}

/** Reads a date as the column writes its dates. A month alone is its first day; a year alone is no date. */
export function readDayCell(cell: string, order: DateOrder, today: Day): DayCell {
  const text = bare(cell);
  const parts = numeric.exec(text);
  if (parts) return readNumeric(parts, order, today);
  const monthOnly = readMonth(text, today);
  if (monthOnly !== undefined) return monthOnly;
  const found = readDay(text);
  if (found.is === 'day') return found;
  const meant = found.is === 'other form' && found.meant.length === 1 ? found.meant[0] : undefined;
  return meant === undefined ? { is: 'unread' } : { is: 'day', day: meant };
}

const clockBehind = /[T ,]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]m)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** Reads a date with the time behind it, if there is one: `2026-11-23 08:10`. Midnight is what a program writes for "no time". */
export function readMomentCell(cell: string, order: DateOrder, today: Day): DayCell {
  const text = cell.trim();
  const clock = clockBehind.exec(text);
  const read = readDayCell(clock ? text.slice(0, clock.index) : text, order, today);
  const time = clock && timeOf(clock);
  return read.is === 'day' && time !== null && time !== undefined ? { is: 'day', day: `${read.day} ${time}` } : read;
}

function timeOf([, hours, minutes = '', half = '', zone = '']: readonly (string | undefined)[]): string | undefined {
  const afternoon = half.toLowerCase();
  const hour = afternoon === '' ? Number(hours) : (Number(hours) % 12) + (afternoon === 'pm' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || (hour === 0 && minutes === '00')) return undefined;
  const offset = zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase();
  return `${String(hour).padStart(2, '0')}:${minutes}${offset}`;
}

/** In a mixed column, what cannot be a month is a day. */
function readNumeric(
  [, first, second, last = '']: readonly (string | undefined)[],
  order: DateOrder,
  today: Day,
): DayCell {
  const [a, b, year] = [Number(first), Number(second), fullYear(last, today)];
  const [date, month] = order === 'uk' ? [a, b] : [b, a];
  return dayOf(year, month, date) ?? dayOf(year, date, month) ?? { is: 'unread' };
}

function dayOf(year: number, month: number, date: number): DayCell | undefined {
  if (!isRealDay(year, month, date)) return undefined;
  const two = (n: number) => String(n).padStart(2, '0');
  return { is: 'day', day: `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` };
}

/** `Sept 2021`, `Sep-21`, `09/2021`. */
function readMonth(text: string, today: Day): DayCell | undefined {
  const named = /^([a-z]{3,9})\.?[ \-/’']+(\d{4}|\d{2})$/i.exec(text);
  if (named) {
    const found = readDay(`1 ${named[1] ?? ''} ${fullYear(named[2] ?? '', today)}`);
    return found.is === 'other form' && found.meant[0] !== undefined ? { is: 'day', day: found.meant[0] } : undefined;
  }
  const plain = /^(\d{1,2})[/.\-](\d{4})$/.exec(text);
  return plain ? dayOf(Number(plain[2]), Number(plain[1]), 1) : undefined;
}

export function isDayCell(cell: string, today: Day): boolean {
  return readDayCell(cell, 'uk', today).is === 'day';
}

/** How a column writes its dates, learnt from those that can be read one way only. */
export interface LearntOrder {
  readonly order: DateOrder;
  /** False: every date can be read both ways, or the column has none of this form. */
  readonly isSettled: boolean;
  /** The first date that can be read both ways. */
  readonly example: string | undefined;
}

export function learnDateOrder(cells: readonly string[]): LearntOrder {
  let [uk, us] = [0, 0];
  let example: string | undefined;
  for (const cell of cells) {
    const parts = numeric.exec(bare(cell));
    if (!parts) continue;
    const [a, b] = [Number(parts[1]), Number(parts[2])];
    if (a > 12 && b <= 12) uk += 1;
    else if (b > 12 && a <= 12) us += 1;
    else if (a !== b) example ??= bare(cell);
  }
  return { order: us > uk ? 'us' : 'uk', isSettled: uk + us > 0, example };
}

/** "03/04/2021: 3 April or 4 March?" */
export function askOrder(example: string, today: Day): string {
  const [uk, us] = (['uk', 'us'] as const).map(order => {
    const read = readDayCell(example, order, today);
    return read.is === 'day' ? sayDay(read.day).replace(/ \d{4}$/, '') : '';
  });
  return `${example}: ${uk ?? ''} or ${us ?? ''}?`;
}
