import { isKind, isWritten, spanAt } from '../../estate/record.ts';
import { isActiveTask, periodDays, periodOf, servicingOf } from '../../facts/servicing.ts';
import { daysBetween, sayDay, type Day } from '../../model/day.ts';
import { removeKey } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';
import type { Task } from './entry-fix.ts';

/** Share of the period by which the day may differ without a word. */
const tolerance = 0.15;

const task = (more: string) =>
  `kind: maintenance_task\nid: TSK-01\ntitle: Clean the printers\nfor_all: { type: printer }\nfrequency: monthly\nperformer: ict-owner\nlast_done: 2026-11-12\n${more}`;

export const pm002: Rule = {
  code: 'PM-002',
  kind: 'maintenance_task',
  title: 'The next servicing follows from the last, or there is a reason',
  why: 'A day that somebody wrote down once and nobody looked at again makes the plan say something else than what is agreed.',
  bad: task('next_due: 2027-02-12\n'),
  good: task('next_due: 2027-02-12\ndue_reason: The supplier comes in February.\n'),
  cases: { differs: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'maintenance_task') || !isActiveTask(record) || isWritten(record, 'due_reason')) return;
    const written = record.values.next_due;
    const { computed, lastDone } = servicingOf(record, estate);
    if (written === undefined || computed === undefined || lastDone === undefined) return;
    if (Math.abs(daysBetween(computed, written)) <= allowedDays(record, lastDone)) return;
    const edits = removeKey(record.source, ['next_due']);
    yield {
      ...spanAt(record, ['next_due']),
      case: 'differs',
      message: `Last done on ${sayDay(lastDone)}, this is due again on ${sayDay(computed)}, not on ${sayDay(written)}. Leave this line out, or write as due_reason why it differs.`,
      fixes: () => (edits ? [{ title: 'Leave the line out', edits, preferred: true }] : []),
    };
  },
};

function allowedDays(task: Task, lastDone: Day): number {
  const period = periodOf(task);
  return Math.max(1, period ? tolerance * periodDays(lastDone, period) : 0);
}
