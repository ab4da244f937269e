/** As records write the days of the week. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** When something is open or works each week. Times as `HH:MM`, so they compare as texts; `24:00` is the end of the day. */
export interface Hours {
  /** Days of the week, 0 = Monday. */
  readonly days: ReadonlySet<number>;
  /** Only those of the days on which the school works. */
  readonly schoolDays: boolean;
  readonly from: string;
  readonly to: string;
}

const everyDay = new Set([0, 1, 2, 3, 4, 5, 6]);
const mondayToFriday = new Set([0, 1, 2, 3, 4]);

/** Words for days, as they may stand behind the times. */
const dayWords: Readonly<Record<string, Pick<Hours, 'days' | 'schoolDays'>>> = {
  'school days': { days: mondayToFriday, schoolDays: true },
  weekdays: { days: mondayToFriday, schoolDays: false },
  'every day': { days: everyDay, schoolDays: false },
};

/**
 * Reads `24x7`, `08:00-16:00 school days`, `weekdays`, `09:00-12:00 mon-sat` (precise.md 37). Days without times mean the working
 * day. Undefined for any other words: they stand in the record for people to read.
 */
export function readHours(text: string, workingDay: { readonly from: string; readonly to: string }): Hours | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === '24x7') return { days: everyDay, schoolDays: false, from: '00:00', to: '24:00' };
  const found = /^(?:(\d\d:\d\d) ?- ?(\d\d:\d\d) )?([a-z][a-z -]*)$/.exec(words);
  if (!found) return undefined;
  const [, from = workingDay.from, to = workingDay.to, dayWord = ''] = found;
  const days = readDays(dayWord);
  return days && isTime(from) && isTime(to) && from < to ? { ...days, from, to } : undefined;
}

/** Reads the days alone: `school days`, `weekdays`, `every day`, `fri`, `mon-fri`. */
export function readDays(words: string): Pick<Hours, 'days' | 'schoolDays'> | undefined {
  const known = dayWords[words];
  if (known) return known;
  const [first = '', last = first, ...more] = words.split('-').map(word => word.trim());
  const [from, to] = [first, last].map(word => weekdays.indexOf(word)) as [number, number];
  if (more.length > 0 || from < 0 || to < from) return undefined;
  return { days: new Set([...everyDay].filter(day => from <= day && day <= to)), schoolDays: false };
}

function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) || text === '24:00';
}

/** Whether every hour of `inner` is one of `outer`, too. */
export function contains(outer: Hours, inner: Hours): boolean {
  const days = outer.schoolDays ? inner.schoolDays : [...inner.days].every(day => outer.days.has(day));
  return days && outer.from <= inner.from && inner.to <= outer.to;
}
