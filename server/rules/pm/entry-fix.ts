import type { Estate } from '../../estate/estate.ts';
import { isWritten, type RecordOf } from '../../estate/record.ts';
import type { RecordFix } from '../../model/finding.ts';
import { sayDay, type Day } from '../../model/day.ts';
import type { TextEdit } from '../../model/text-edit.ts';
import type { NewValue } from '../../yaml/edit-text.ts';
import { removeKey, setValue } from '../../yaml/edit.ts';
import { draftRecord } from '../new-record.ts';

export type Task = RecordOf<'maintenance_task'>;

/** Writes an entry of today beside the other entries, and takes out of the task what the entry overtakes. */
export function entryFix(
  task: Task,
  { title, preferred, fields }: { title: string; preferred?: true; fields: Readonly<Record<string, NewValue>> },
  estate: Estate,
): RecordFix[] {
  const today = estate.today(task.file);
  const edits = overtaken(task, fields['result'] === 'skipped' ? undefined : today);
  if (!edits || !task.id) return [];
  const text = `${task.title.slice(0, 55)}, ${sayDay(today)}`;
  const append = draftRecord('maintenance_log', text, task, estate, {
    task: task.id,
    date: today,
    by: task.values.performer ?? 'unknown',
    ...fields,
  });
  return [{ title, edits, append, ...(preferred ? { preferred } : {}) }];
}

/** The written next day and its reason go; the written last day, if there is one, becomes the new one. Undefined where the text forbids it. */
function overtaken(task: Task, done: Day | undefined): TextEdit[] | undefined {
  const { source } = task;
  const spent = ['next_due', 'due_reason'].filter(key => isWritten(task, key));
  const edits = spent.map(key => removeKey(source, [key]));
  if (done !== undefined && isWritten(task, 'last_done')) edits.push(setValue(source, ['last_done'], done));
  return edits.includes(undefined) ? undefined : edits.filter(one => one !== undefined).flat();
}
