import { writeNew, type NewValue } from './edit-text.ts';

/** The lines of a new record, in the order given; a field without a value is left out. */
export function writeRecord(fields: Readonly<Record<string, NewValue | undefined>>): string {
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : writeNew(key, value, 0, { step: 2, eol: '\n', style: undefined }),
  );
  return lines.map(line => `${line}\n`).join('');
}
