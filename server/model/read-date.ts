import { readDay, sayDay, type Day, type DayReading } from './day.ts';
import { changeTo, misread, read, type Misread, type Reading } from './reading.ts';

/** `2026-11-23`; every other way people write a date is recognised, named and offered in the right form. */
export function readDate(text: string): Reading {
  const found = readDay(text);
  return found.is === 'day' ? read(found.day) : misreadDate(found, text, day => day);
}

const spelled =
  /^(?<day>.+?)(?:[T ]|,\s*| at )(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?<half>am|pm)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i;

/** `2026-11-25 16:30`, in the school's time or with an offset; a date alone will do. */
export function readDateTime(text: string): Reading {
  const parts = spelled.exec(text)?.groups;
  if (!parts) return readDate(text);
  const { day = '', hour = '', minute = '' } = parts;
  const clock = clockOf(hour, minute, parts['half'] ?? '');
  if (!clock)
    return misread('range', `There is no ${hour}:${minute} on the clock. Write the time as hours and minutes: 16:30.`);
  const found = readDay(day);
  if (found.is !== 'day') return misreadDate(found, text, meant => `${meant} ${clock}`);
  const standard = /^.{10}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/.test(text);
  if (standard) return read(text.replace(' ', 'T'));
  return misread('form', `Write date and time as year-month-day hours:minutes: ${found.day} ${clock}.`, [
    changeTo(`${found.day} ${clock}`, true),
  ]);
}

function clockOf(hourText: string, minutes: string, half: string): string | undefined {
  const twelve = half.toLowerCase();
  const hour = (Number(hourText) % (twelve ? 12 : 24)) + (twelve === 'pm' ? 12 : 0);
  const real = Number(hourText) < 24 && Number(minutes) < 60;
  return real ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined;
}

function misreadDate(found: Exclude<DayReading, { is: 'day' }>, text: string, complete: (day: Day) => string): Misread {
  if (found.is === 'impossible') return misread('date', `${found.words} Look up the right day.`, [], 'GEN-005');
  if (found.is === 'no date')
    return misread('type', `“${text}” is not a date. Write it as year-month-day: 2026-11-23.`);
  const [first, second] = found.meant;
  if (first && second) {
    const [a, b] = [shortDay(first), shortDay(second)];
    const fixes = found.meant.map(day => ({ title: sayDay(day), text: complete(day) }));
    return misread('form', `${a}, or ${b}? Write the date as year-month-day: ${first}.`, fixes);
  }
  const meant = first ?? text;
  return misread('form', `Write the date as year-month-day: ${complete(meant)}.`, [
    { title: `Change ${text} to ${complete(meant)}`, text: complete(meant), preferred: true },
  ]);
}

function shortDay(day: Day): string {
  return sayDay(day).replace(/ \d{4}$/, '');
}

/** `08:00` */
export function readTime(text: string): Reading {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return read(text);
  const loose = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/i.exec(text);
  const clock = loose && clockOf(loose[1] ?? '', loose[2] ?? '00', loose[3] ?? '');
  if (!clock) return misread('type', `“${text}” is not a time of day. Write hours and minutes: 08:00.`);
  return misread('form', `Write the time as hours and minutes: ${clock}.`, [changeTo(clock, true)]);
}
