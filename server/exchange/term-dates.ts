import { readDay, type Day } from '../model/day.ts';
import {
  bankHolidaysBetween,
  schoolYearOf,
  spanOf,
  type DaySpan,
  type SchoolYear,
  type Term,
} from '../model/school-year.ts';

/** Terms as a person has them: pasted from the council's page or a letter, or as a calendar file. */
export type TermsReading =
  { readonly ok: true; readonly year: SchoolYear } | { readonly ok: false; readonly sentence: string };

interface Event extends DaySpan {
  readonly label: string;
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const oneDate = new RegExp(
  String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months})[a-z]*\.?(?:,? \d{4})?`,
  'gi',
);

/**
 * Reads lines such as `Autumn term: 2 September 2026 to 18 December 2026 (half term 26 – 30 October)`. Dates without a year are
 * taken as those of the school year of `today`, unless the text names a year.
 */
export function readTermList(text: string, today: Day): TermsReading {
  const start = namedYear(text) ?? schoolYearOf(today);
  const events = text.split(/\r?\n|;/).flatMap(line => eventsOf(line, start));
  return gatherTerms(events);
}

/** `2026-27`, `2026/2027`: a year and the one after it. */
const yearPair = /\b(20\d{2})\s*[-–/]\s*(?:20)?(\d{2})\b(?![-/])/g;

function isPair(first: string, second: string): boolean {
  return (Number(first) + 1) % 100 === Number(second);
}

function namedYear(text: string): number | undefined {
  const found = [...text.matchAll(yearPair)].find(([, first = '', second = '']) => isPair(first, second));
  return found ? Number(found[1]) : undefined;
}

/** A line is one event, or two where a half term stands in the same line. */
function eventsOf(line: string, start: number): Event[] {
  return line
    .split(/(?=[([,;]?\s*half[- ]?term)/i)
    .reduce<string[]>((parts, part) => (/\d/.test(part) ? [...parts, part] : joined(parts, part)), [])
    .flatMap(part => eventOf(part, start));
}

/** A piece without a date is the name of what follows, or belongs to what stands before. */
function joined(parts: readonly string[], part: string): string[] {
  return parts.length === 0 ? [part] : [...parts.slice(0, -1), `${parts.at(-1) ?? ''}${part}`];
}

function eventOf(part: string, start: number): Event[] {
  const clear = part
    .replaceAll(/\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?=\d)/gi, '')
    .replaceAll(yearPair, (whole: string, first: string, second: string) => (isPair(first, second) ? ' ' : whole))
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    // "26 – 30 October": the month stands once for both.
    .replaceAll(
      new RegExp(String.raw`\b(\d{1,2})\s*(?:-|–|—|to|until)\s*(\d{1,2}) ((?:${months})[a-z]*)((?: \d{4})?)`, 'gi'),
      '$1 $3$4 to $2 $3$4',
    );
  const label = clear.replaceAll(oneDate, ' ');
  const days = [...clear.matchAll(oneDate)].flatMap(([written]) => dayOf(written, start));
  if (isTraining(label)) return days.map(day => ({ label, from: day, to: day }));
  const [from, to] = days;
  if (from === undefined) return [];
  return [{ label, from, to: to ?? from }];
}

function dayOf(written: string, start: number): Day[] {
  const plain = written
    .replace(/ of /i, ' ')
    .replaceAll(/[.,](?=\s|$)/g, '')
    .trim();
  const found = readDay(/\d{4}$|[/.-]\d{2}$/.test(plain) ? plain : `${plain} ${String(start)}`);
  if (found.is === 'day') return [found.day];
  if (found.is !== 'other form') return [];
  const [day] = found.meant;
  if (day === undefined) return [];
  const [, month = ''] = day.split('-');
  return /\d{4}$|[/.-]\d{2}$/.test(plain) || Number(month) >= 8 ? [day] : [`${String(start + 1)}${day.slice(4)}`];
}

const isHalfTerm = (label: string): boolean => /half[- ]?term|mid[- ]?term/i.test(label);
const isTraining = (label: string): boolean => /inset|training|staff day|non[- ]?pupil|closed to pupils/i.test(label);
const isTerm = (label: string): boolean => /\bterm\b|autumn|spring|summer/i.test(label);
const isHoliday = (label: string): boolean => /holiday|christmas|easter|bank|break|closed/i.test(label);
const isStart = (label: string): boolean =>
  /(starts|begins|first day|start of|term start|re-?open|return)/i.test(label);
const isEnd = (label: string): boolean => /(ends|last day|end of|term end|break up|breaks up|close)/i.test(label);

/** The events of a calendar file (RFC 5545): whole days; the end is the day after the last. */
export function readTermCalendar(text: string): TermsReading {
  const unfolded = text.replaceAll(/\r?\n[ \t]/g, '');
  const blocks = [...unfolded.matchAll(/^BEGIN:VEVENT[ \t]*\r?$([\s\S]*?)^END:VEVENT/gim)];
  const events = blocks.flatMap(([, lines = '']) => calendarEvent(propertiesOf(lines)));
  if (events.length === 0 && !/BEGIN:VCALENDAR/i.test(text))
    return {
      ok: false,
      sentence:
        'This is not a calendar file. Such a file ends in .ics; the council’s page of term dates often has one.',
    };
  return gatherTerms(events);
}

/** `DTSTART;VALUE=DATE:20260902` → DTSTART: 20260902; of a property that stands twice the first. */
function propertiesOf(lines: string): Record<string, string> {
  const found = [...lines.matchAll(/^([A-Z-]+)(?:;[^:\r\n]*)?:(.*?)\r?$/gim)].reverse();
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name.toUpperCase(), value]));
}

function calendarEvent({ SUMMARY = '', DTSTART = '', DTEND = '' }: Record<string, string>): Event[] {
  const from = calendarDay(DTSTART);
  if (from === undefined) return [];
  const end = calendarDay(DTEND);
  const wholeDays = DTSTART.length === 8;
  const to = end === undefined || end <= from ? from : wholeDays ? dayBefore(end) : end;
  return [{ label: SUMMARY.replaceAll(/\\([,;\\])/g, '$1'), from, to }];
}

function calendarDay(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? [];
  const written = `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
  return readDay(written).is === 'day' ? written : undefined;
}

function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function gatherTerms(events: readonly Event[]): TermsReading {
  const insetDays = events.filter(({ label }) => isTraining(label)).flatMap(({ from }) => from);
  const rest = events.filter(({ label }) => !isTraining(label));
  const halves = rest.filter(({ label }) => isHalfTerm(label) && !isStart(label) && !isEnd(label));
  const whole = rest.filter(
    event => isTerm(event.label) && !isHalfTerm(event.label) && !isHoliday(event.label) && event.from < event.to,
  );
  const spans = whole.length > 0 ? whole : fromFirstAndLastDays(rest);
  const terms = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1)).map(event => termOf(event, halves));
  if (terms.length === 0)
    return {
      ok: false,
      sentence:
        'No term was found in it. Write one line for each, such as “Autumn term: 2 September 2026 to 18 December 2026”.',
    };
  return {
    ok: true,
    year: { terms, insetDays: [...new Set(insetDays)].sort(), bankHolidays: bankHolidaysBetween(spanOf(terms)) },
  };
}

/** Calendars often say only when a term begins and when it ends. */
function fromFirstAndLastDays(events: readonly Event[]): Event[] {
  const sorted = [...events].filter(({ label }) => !isHalfTerm(label)).sort((a, b) => (a.from < b.from ? -1 : 1));
  const spans: Event[] = [];
  let open: Event | undefined;
  for (const event of sorted) {
    if (isStart(event.label)) open = event;
    else if (open && isEnd(event.label)) {
      spans.push({ label: open.label, from: open.from, to: event.to });
      open = undefined;
    }
  }
  return spans;
}

function termOf({ label, from, to }: Event, halves: readonly Event[]): Term {
  const half = halves.find(one => from < one.from && one.to < to);
  return { name: nameOf(label, from), from, to, ...(half ? { halfTerm: { from: half.from, to: half.to } } : {}) };
}

/** "Autumn", "Term 3" as the school calls it; else by its season. */
function nameOf(label: string, from: Day): string {
  const [said] = /\b(?:autumn|spring|summer)(?: \d)?\b|\bterm \d\b/i.exec(label) ?? [];
  if (said !== undefined) return said.charAt(0).toUpperCase() + said.slice(1).toLowerCase();
  const month = Number(from.slice(5, 7));
  return month >= 8 ? 'Autumn' : month < 4 ? 'Spring' : 'Summer';
}
