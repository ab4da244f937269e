import type { Estate } from '../../estate/estate.ts';
import { isKind, nameOf, type RecordOf } from '../../estate/record.ts';
import { isActiveTask, latestDay, servicingOf } from '../../facts/servicing.ts';
import { count } from '../../model/words.ts';
import type { TodayLine } from './today.ts';

/** A tooltip that can still be read. */
const mostDetails = 30;

/** Servicing that is to be done today, folded into one line; what is overdue PM-001 says. */
export function dueToday(estate: Estate, files: readonly string[]): TodayLine[] {
  const tasks = files
    .flatMap(file => estate.files.get(file)?.records ?? [])
    .filter(one => isKind(one, 'maintenance_task') && isActiveTask(one) && isDueToday(one, estate));
  const [first, ...others] = tasks;
  if (!first) return [];
  return [
    {
      id: 'servicing',
      group: 'due',
      text:
        others.length === 0
          ? `${nameOf(first)} is due today`
          : `${count(tasks.length, 'maintenance task')} are due today`,
      details: tasks.slice(0, mostDetails).map(nameOf),
      severity: 'information',
      next:
        others.length === 0
          ? { is: 'record', file: first.file, index: first.index }
          : { is: 'table', kind: 'maintenance_task' },
    },
  ];
}

function isDueToday(task: RecordOf<'maintenance_task'>, estate: Estate): boolean {
  const { due } = servicingOf(task, estate);
  return due !== undefined && latestDay(due) === estate.today(task.file);
}
