import { statusOf, type RecordEntry } from '../estate/record.ts';

/** A condition on a record's values, written as a table: every key must have one of the texts. */
export type Where = Readonly<Record<string, readonly string[]>>;

/** Whether every key of the table has one of its texts (`wanted` true), or none has (`wanted` false). */
export function holds(table: Where | undefined, record: RecordEntry, wanted = true): boolean {
  return Object.entries(table ?? {}).every(([key, texts]) => texts.includes(textOf(record, key)) === wanted);
}

/** The value as its text; of a field that is not written, what that means. */
function textOf(record: RecordEntry, key: string): string {
  if (key === 'status') return statusOf(record);
  const value = record.values[key];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  const assumed = record.declaration?.fields[key]?.default ?? '';
  return assumed === 'yes' ? 'true' : assumed === 'no' ? 'false' : assumed;
}
