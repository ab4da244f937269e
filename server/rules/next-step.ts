import type { Estate } from '../estate/estate.ts';
import { isWritten, statusOf, type RecordEntry } from '../estate/record.ts';
import { nextSteps } from '../facts/life.ts';
import type { Day } from '../model/day.ts';
import type { ChoiceField } from '../model/field.ts';
import type { RecordFix } from '../model/finding.ts';
import type { TextEdit } from '../model/text-edit.ts';
import { appendToList, setValue } from '../yaml/edit.ts';
import { firstOf, keyEdits, type NewKey } from './fix.ts';
import { missingAt } from './missing.ts';

/** What a record becomes with its next step: the status, its words, and the fields that it asks for and that are not there. */
export interface NextStep {
  readonly status: string;
  readonly title: string;
  /** Paths of the fields to be added, `a|b` where one of them will do. */
  readonly missing: readonly string[];
}

/** The steps that a record may take now, in the order in which its kind declares them. */
export function nextStepsOf(record: RecordEntry, estate: Estate): NextStep[] {
  // A status that cannot be read is no place to go on from.
  if (isWritten(record, 'status') && record.values['status'] === undefined) return [];
  const now = statusOf(record);
  const statuses = Object.keys(statusChoices(record));
  return nextSteps(record, now, estate).map(status => ({
    status,
    title:
      statuses.indexOf(status) < statuses.indexOf(now)
        ? `Go back to “${sayStatus(record, status)}”`
        : `Move on to “${sayStatus(record, status)}”`,
    missing: missingAt(record, status),
  }));
}

/** Sets the status, notes the step in the history, and adds the lines that the new status needs. Undefined where the text forbids it. */
export function takeStep(record: RecordEntry, step: NextStep, estate: Estate): RecordFix | undefined {
  const change = setStatus(record, step.status);
  if (!change) return undefined;
  const today = estate.today(record.file);
  const noted = noteSteps(record, [{ on: today, from: statusOf(record), to: step.status }]);
  const missing = step.missing.map(path => ({ path: firstOf(path), value: null }));
  const added = noted && keyEdits(record, [...change.keys, ...missing, ...noted.keys]);
  return added ? { title: step.title, edits: inPlace([...change.edits, ...added, ...noted.edits]) } : undefined;
}

interface Parts {
  readonly edits: readonly TextEdit[];
  readonly keys: readonly NewKey[];
}

function setStatus(record: RecordEntry, status: string): Parts | undefined {
  if (!isWritten(record, 'status') && !record.text.root?.entries.some(({ key }) => key.text === 'status'))
    return { edits: [], keys: [{ path: ['status'], value: status }] };
  const edits = setValue(record.source, ['status'], status);
  return edits && { edits, keys: [] };
}

/** A step for the history; without a day where a person must say when it was taken. */
interface TakenStep {
  readonly on: Day | null;
  readonly from: string;
  readonly to: string;
}

/** Writes the steps at the end of the history, which is begun where there is none. */
function noteSteps(record: RecordEntry, steps: readonly TakenStep[]): Parts | undefined {
  const items = steps.map(({ on, from, to }) => ({ on, from, to }));
  if (!record.text.root?.entries.some(({ key }) => key.text === 'history'))
    return { edits: [], keys: [{ path: ['history'], value: items }] };
  const edits = items.map(item => appendToList(record.source, ['history'], item, { order: [] }));
  return edits.some(one => one === undefined) ? undefined : { edits: merge(edits.flatMap(one => one ?? [])), keys: [] };
}

/** The missing steps of the history, whose days are to be filled in; undefined where the text forbids it. */
export function noteMissing(record: RecordEntry, way: readonly string[]): RecordFix[] {
  const steps = way.slice(1).map((to, i) => ({ on: null, from: way[i] ?? '', to }));
  const noted = noteSteps(record, steps);
  const added = noted && keyEdits(record, noted.keys);
  if (!added) return [];
  const title = steps.length === 1 ? 'Add the step to the history' : `Add the ${steps.length} steps to the history`;
  return [{ title, edits: inPlace([...added, ...noted.edits]) }];
}

/** Several items that go to the same place become one edit. */
function merge(edits: readonly TextEdit[]): TextEdit[] {
  const merged: { start: number; end: number; text: string }[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last?.start === edit.start && last.end === edit.end) last.text += edit.text;
    else merged.push({ ...edit });
  }
  return merged;
}

function inPlace(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

function statusChoices(record: RecordEntry): Readonly<Record<string, string>> {
  return (record.declaration?.fields['status'] as ChoiceField | undefined)?.choices ?? {};
}

/** The status in words. */
export function sayStatus(record: RecordEntry, status: string): string {
  return statusChoices(record)[status] ?? status;
}
