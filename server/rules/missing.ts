import { isUnknown, isWritten, statusOf, type RecordEntry } from '../estate/record.ts';
import { holds } from '../facts/where.ts';
import type { Need } from '../model/declaration.ts';
import { labelAt } from '../model/paths.ts';
import { inSentence } from '../model/words.ts';
import { misspeltFields } from './gen/gen-010.ts';

/** Paths that the record needs by its present step and does not have, for the rule that reports them; `a|b` where one of them will do. */
export function missingFor(record: RecordEntry, code: string): string[] {
  const needs = (record.declaration?.needs ?? []).filter(need => (need.code ?? 'GEN-015') === code);
  const misspelt = misspeltFields(record);
  return needs.flatMap(need => missingOf(need, record, path => isWritten(record, path) || misspelt.has(path)));
}

/** Paths that the record would need in the status and does not have, whichever rule reports them. */
export function missingAt(record: RecordEntry, status: string): string[] {
  const paths = (record.declaration?.needs ?? []).flatMap(need =>
    missingOf(need, record, path => isWritten(record, path), status),
  );
  return [...new Set(paths)];
}

/** Paths that are wanted and not known yet; `unknown` counts as not known. */
export function notKnownYet(record: RecordEntry): string[] {
  const misspelt = misspeltFields(record);
  const known = (path: string) => (isWritten(record, path) && !isUnknown(record, path)) || misspelt.has(path);
  // That something is missing which another rule asks for, that rule says; that it is to be found out, this one.
  const wanted = (record.declaration?.wanted ?? []).flatMap(need =>
    missingOf(need, record, known).filter(path => need.code === undefined || isUnknown(record, path)),
  );
  // `unknown` is an answer to what is needed, too, and is to be found out one day.
  const asked = (record.declaration?.needs ?? []).flatMap(need => need.fields);
  const open = asked.filter(path => isUnknown(record, path));
  return [...new Set([...open, ...wanted])];
}

function missingOf(
  need: Need,
  record: RecordEntry,
  known: (path: string) => boolean,
  status = statusOf(record),
): readonly string[] {
  if (need.at && !need.at.includes(status)) return [];
  if (!holds(need.where, record) || !holds(need.whereNot, record, false)) return [];
  const missing = need.fields.filter(path => !known(path));
  if (!need.oneOf) return missing;
  return missing.length < need.fields.length ? [] : [missing.join('|')];
}

/** What a form calls the field at the path: “Place”; of several that would do: “Assets or services”. */
export function labelOf(record: RecordEntry, path: string): string {
  return path
    .split('|')
    .map(one => labelAt(record.declaration, one.split('.')))
    .map((label, i) => (i === 0 ? label : inSentence(label)))
    .join(' or ');
}
