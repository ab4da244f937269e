import type { Estate } from '../estate/estate.ts';
import { isKind, statusOf, type RecordOf } from '../estate/record.ts';
import { addDays, addMonths, daysBetween, type Day } from '../model/day.ts';
import { isWeekday } from '../model/school-year.ts';
import { isLiveAsset } from './dependencies.ts';
import { tellingOf, type Telling, type Told } from './newest.ts';
import { schoolDaysOf } from './school-days.ts';
import { fits } from './selector.ts';

/** A length of time as servicing counts it (precise.md 16). */
export interface Period {
  readonly months: number;
  readonly days: number;
}

const periods: Readonly<Record<string, Period>> = {
  daily: { months: 0, days: 1 },
  weekly: { months: 0, days: 7 },
  fortnightly: { months: 0, days: 14 },
  monthly: { months: 1, days: 0 },
  half_termly: { months: 0, days: 49 },
  termly: { months: 3, days: 0 },
  six_monthly: { months: 6, days: 0 },
  annual: { months: 12, days: 0 },
};

/** Entries of a task, as its maintenance log. */
const taskLogs: Telling = { kind: 'maintenance_log', names: 'task', day: 'date' };

/** What follows for a maintenance task from its record and its log. */
export interface Servicing {
  readonly period: Period | undefined;
  /** All entries, the newest first. */
  readonly log: readonly Told[];
  /** The newest entry that says it was done, else what the task says itself. */
  readonly lastDone: Day | undefined;
  /** What last done and period give, before it is moved to a day on which the task may be done. */
  readonly plain: Day | undefined;
  /** The same, moved. Undefined where no calendar says which days those are. */
  readonly computed: Day | undefined;
  /** When it is due: the day written down, if it lies after the last time; else the computed one. */
  readonly due: Day | undefined;
}

/**
 * When a task is due (precise.md 16). An entry that it was left out settles that time: then it is due one period later, or on the day it
 * was moved to. A written day that the last time has overtaken counts no longer. A shared task is judged by the entries of the
 * school whose file is `from`.
 */
export function servicingOf(task: RecordOf<'maintenance_task'>, estate: Estate, from = task.file): Servicing {
  const log = tellingOf(task, taskLogs, estate, from);
  const period = periodOf(task);
  const lastDone = log.find(isDone)?.day ?? task.values.last_done;
  const { begins, movedTo } = lastSettled(log, lastDone);
  if (movedTo !== undefined) return { period, log, lastDone, plain: movedTo, computed: movedTo, due: movedTo };
  const plain = begins !== undefined && period ? addPeriod(begins, period) : undefined;
  const computed = plain === undefined ? undefined : allowedFrom(plain, task, { from, estate });
  return { period, log, lastDone, plain, computed, due: writtenDue(task, begins) ?? computed };
}

/** The day written down, unless the last time has overtaken it. */
function writtenDue({ values }: RecordOf<'maintenance_task'>, begins: Day | undefined): Day | undefined {
  const { next_due: written } = values;
  return written !== undefined && (begins === undefined || written > begins) ? written : undefined;
}

/** The day from which the next time counts, and the day to which the last one was moved. */
function lastSettled(log: readonly Told[], lastDone: Day | undefined): { begins?: Day; movedTo?: Day } {
  const settled = log.find(one => isDone(one) || resultOf(one) === 'skipped');
  const begins = later(settled?.day, lastDone);
  if (begins === undefined) return {};
  const movedTo = settled?.day === begins && !isDone(settled) ? movedDay(settled) : undefined;
  return movedTo === undefined ? { begins } : { begins, movedTo };
}

/** How often it comes. */
export function periodOf({ values }: RecordOf<'maintenance_task'>): Period | undefined {
  const { frequency, every } = values;
  const period = frequency === undefined ? readPeriod(every ?? '') : periods[frequency];
  return period && period.months + period.days > 0 ? period : undefined;
}

/** P5Y, P6M, P2W, P10D; hours do not count. */
function readPeriod(text: string): Period | undefined {
  const groups = /^P(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?/.exec(text)?.groups;
  if (!groups) return undefined;
  const of = (name: string) => Number(groups[name] ?? 0);
  return { months: of('years') * 12 + of('months'), days: of('weeks') * 7 + of('days') };
}

/** One period after the day; a month's end stays one. */
export function addPeriod(day: Day, { months, days }: Period): Day {
  return addDays(addMonths(day, months), days);
}

/** The period in days, counted from the day. */
export function periodDays(from: Day, period: Period): number {
  return daysBetween(from, addPeriod(from, period));
}

/** A day at the weekend is kept on Monday: before that nobody is late. */
export function latestDay(due: Day): Day {
  if (isWeekday(due)) return due;
  return isWeekday(addDays(due, 1)) ? addDays(due, 1) : addDays(due, 2);
}

/** The first day from this one on, itself included, on which the task may be done. */
function allowedFrom(
  day: Day,
  task: RecordOf<'maintenance_task'>,
  { from, estate }: { from: string; estate: Estate },
): Day | undefined {
  const { active_in: when = 'any' } = task.values;
  if (when === 'any') return day;
  let at = day;
  for (let n = 0; n < 400; n++, at = addDays(at, 1)) {
    const is = mayBeDone(at, when, from, estate);
    if (is !== false) return is ? at : undefined;
  }
  return undefined;
}

/** Whether such a task may be done on the day; undefined where no calendar says it. */
export function mayBeDone(
  day: Day,
  when: 'any' | 'term' | 'holiday',
  file: string,
  estate: Estate,
): boolean | undefined {
  if (when === 'any') return true;
  const days = schoolDaysOf(file, estate);
  return when === 'term' ? days.isSchoolDay(day) : days.isHoliday(day);
}

function resultOf({ record }: Told): string | undefined {
  return isKind(record, 'maintenance_log') ? record.values.result : undefined;
}

function isDone(told: Told): boolean {
  return ['done', 'done_with_findings'].includes(resultOf(told) ?? '');
}

function movedDay({ record }: Told): Day | undefined {
  return isKind(record, 'maintenance_log') ? record.values.moved_to : undefined;
}

function later(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

export function isActiveTask(task: RecordOf<'maintenance_task'>): boolean {
  return statusOf(task) === 'active';
}

/** Whether the task is done to the device: named, inside a place that is named, or of the sort. */
export function coversAsset(task: RecordOf<'maintenance_task'>, asset: RecordOf<'asset'>, estate: Estate): boolean {
  const { applies_to: names = [], for_all: sort } = task.values;
  const id = asset.id.toLowerCase();
  return (
    names.some(name => name.toLowerCase() === id) ||
    (names.length > 0 && fits({ location: names }, asset, estate)) ||
    (sort !== undefined && fits(sort, asset, estate))
  );
}

/** A device on which the whole school rests, among those that the task is done to in the school of the file. */
export function criticalAmong(
  task: RecordOf<'maintenance_task'>,
  estate: Estate,
  from = task.file,
): RecordOf<'asset'> | undefined {
  const assets = estate.ofKind('asset', from);
  const critical =
    criticals.get(assets) ?? assets.filter(one => one.values.criticality === 'critical' && isLiveAsset(one));
  criticals.set(assets, critical);
  return critical.find(asset => coversAsset(task, asset, estate));
}

/** The critical ones of each list: it is the same object until one of them changes (Estate.visible). */
const criticals = new WeakMap<readonly RecordOf<'asset'>[], readonly RecordOf<'asset'>[]>();

/** The active tasks that hold for all schools, as the school of the file sees them. */
export function sharedTasks(file: string, estate: Estate): RecordOf<'maintenance_task'>[] {
  return estate
    .ofKind('maintenance_task', file)
    .filter(task => isActiveTask(task) && estate.schoolFolderOf(task.file) === undefined);
}
