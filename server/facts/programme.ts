import type { Estate } from '../estate/estate.ts';
import type { Day } from '../model/day.ts';
import type { RecordEntry, RecordOf } from '../estate/record.ts';
import { isActiveTask, servicingOf } from './servicing.ts';

/** A duty of the school that is done at times: the record that tells of it, and when it was last done. */
export interface LastTime {
  readonly record: RecordEntry;
  readonly day: Day | undefined;
}

/** More tasks for one duty than any school has; it bounds what a file made to do harm can cost. */
const mostTasks = 50;

type Purpose = NonNullable<RecordOf<'maintenance_task'>['values']['purpose']>;

/** The active tasks that count as this duty, the one done last first. */
export function tasksFor(purpose: Purpose, file: string, estate: Estate): LastTime[] {
  return estate
    .ofKind('maintenance_task', file)
    .filter(task => task.values.purpose === purpose && isActiveTask(task))
    .slice(0, mostTasks)
    .map(task => ({ record: task, day: servicingOf(task, estate).lastDone }))
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1));
}

/** When the maintenance programme was last gone over with the leaders of the school. */
export function programmeReview(file: string, estate: Estate): LastTime | undefined {
  const documents = estate
    .ofKind('document', file)
    .filter(({ values }) => values.kind_of_document === 'programme_review')
    .map(record => ({ record, day: record.values.reviewed }));
  return newestOf([...documents, ...tasksFor('programme_review', file, estate)]);
}

/** The one that was done last; one that never was counts last. */
function newestOf(times: readonly LastTime[]): LastTime | undefined {
  return times.reduce<LastTime | undefined>(
    (best, one) => (best === undefined || (one.day ?? '') > (best.day ?? '') ? one : best),
    undefined,
  );
}
