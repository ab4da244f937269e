import type { Estate } from '../../estate/estate.ts';
import { headingOf, isKind, isWritten, nameOf, spanAt } from '../../estate/record.ts';
import { schoolDaysOf } from '../../facts/school-days.ts';
import {
  addPeriod,
  criticalAmong,
  isActiveTask,
  latestDay,
  servicingOf,
  sharedTasks,
  type Period,
} from '../../facts/servicing.ts';
import { addDays, daysBetween, sayDay, type Day } from '../../model/day.ts';
import type { RecordFix } from '../../model/finding.ts';
import { count, inWords } from '../../model/words.ts';
import { isSchool, placeOf, type Rule } from '../rule.ts';
import { entryFix, type Task } from './entry-fix.ts';

/** So long a task may wait without being grave. */
const graceDays = 7;

const task = (last: string) =>
  `kind: maintenance_task\nid: TSK-01\ntitle: Alert test\napplies_to: [FW-01]\nfrequency: monthly\nperformer: ict-owner\nlast_done: ${last}\n`;
const firewall = '---\nkind: asset\nid: FW-01\ntitle: Firewall\ntype: firewall\nlocation: unknown\n';

export const pm001: Rule = {
  code: 'PM-001',
  title: 'Servicing is done when it is due',
  why: 'Things that are cleaned, tested and looked at in time fail less often. What is left out without a word is forgotten.',
  bad: task('2026-10-12') + firewall,
  good: task('2026-10-23') + firewall,
  cases: { due: 'warning', long: 'error' },
  *check(record, estate) {
    if (isKind(record, 'maintenance_task') && isActiveTask(record)) {
      const late = lateness(record, record.file, estate);
      const place = spanAt(record, isWritten(record, 'next_due') ? ['next_due'] : ['last_done']);
      if (late) yield { ...place, ...remarkOf('This', late), fixes: () => fixesFor(record, estate) };
    }
    // What holds for all schools is done in each: its school says so, by its own entries.
    if (!isSchool(record, estate)) return;
    for (const task of sharedTasks(record.file, estate)) {
      const late = lateness(task, record.file, estate);
      if (!late) continue;
      const related = [placeOf(task, headingOf(task), nameOf(task))];
      yield { ...headingOf(record), ...remarkOf(`${nameOf(task)}, which is done in all schools,`, late), related };
    }
  },
};

interface Lateness {
  readonly due: Day;
  /** "seven school days ago" */
  readonly ago: string;
  /** A sentence on why it cannot wait any longer. */
  readonly reason: string | undefined;
}

function lateness(task: Task, from: string, estate: Estate): Lateness | undefined {
  const { due, period } = servicingOf(task, estate, from);
  const today = estate.today(from);
  if (due === undefined || latestDay(due) >= today) return undefined;
  return { due, ago: sayAgo(from, due, estate), reason: whyGrave(task, due, { from, period, estate }) };
}

function remarkOf(what: string, { due, ago, reason }: Lateness): { case: string; message: string } {
  return {
    case: reason === undefined ? 'due' : 'long',
    message: `${what} was due on ${sayDay(due)}, ${ago}.${reason ?? ''} Do it and write it down, move it, or say why it is left out.`,
  };
}

/** A sentence on why it cannot wait any longer; undefined while it can. */
function whyGrave(
  record: Task,
  due: Day,
  { from, period, estate }: { from: string; period: Period | undefined; estate: Estate },
): string | undefined {
  const today = estate.today(from);
  if (addDays(due, graceDays) >= today) return undefined;
  const critical = criticalAmong(record, estate, from);
  if (critical) return ` The whole school rests on ${nameOf(critical)}.`;
  return period && addPeriod(due, period) < today ? ' By now it has been left out at least once.' : undefined;
}

/** "seven school days ago"; in days where no calendar covers them. */
function sayAgo(file: string, due: Day, estate: Estate): string {
  const today = estate.today(file);
  const days = schoolDaysOf(file, estate);
  const worked = days.covers(due) && days.covers(today) ? days.count(due, today) : 0;
  if (worked === 0) return `${count(daysBetween(due, today), 'day')} ago`;
  return `${inWords(worked)} school ${worked === 1 ? 'day' : 'days'} ago`;
}

function fixesFor(record: Task, estate: Estate): RecordFix[] {
  const today = estate.today(record.file);
  const next = schoolDaysOf(record.file, estate).after(today, 1) ?? addDays(today, 1);
  const moved = { result: 'skipped', moved_to: next };
  return [
    ...entryFix(record, { title: 'Done today', preferred: true, fields: { result: 'done' } }, estate),
    ...entryFix(
      record,
      {
        title: 'Done today, and something was found',
        fields: { result: 'done_with_findings', findings: 'unknown', problem: 'unknown' },
      },
      estate,
    ),
    ...entryFix(record, { title: `Move it to ${sayDay(next)}`, fields: moved }, estate),
    ...entryFix(
      record,
      { title: 'Leave it out this time, because …', fields: { result: 'skipped', skipped_reason: 'unknown' } },
      estate,
    ),
  ];
}
