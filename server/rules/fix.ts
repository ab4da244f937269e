import type { FieldProblem } from '../estate/interpret.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { RecordFix } from '../model/finding.ts';
import type { Span } from '../model/text-edit.ts';
import { insertKey } from '../yaml/edit.ts';
import type { Remark } from './rule.ts';

/** Puts a text in the place of another. */
export function replace(span: Span, text: string, title: string, preferred = false): RecordFix {
  return { title, edits: [{ start: span.start, end: span.end, text }], ...(preferred ? { preferred } : {}) };
}

/** Adds empty lines for the fields, each in its declared place. None where the text of the record cannot be read. */
export function addKeys(record: RecordEntry, paths: readonly string[], title: string): RecordFix[] {
  const order = Object.keys(record.declaration?.fields ?? {});
  const plain = paths.filter(
    path => !path.includes('.') && !record.text.root?.entries.some(entry => entry.key.text === path),
  );
  const edits = plain.flatMap(path => insertKey(record.source, [], path, null, { order }) ?? []);
  return edits.length > 0 && edits.length >= plain.length
    ? [{ title, edits: inDeclaredOrder(edits, plain, order) }]
    : [];
}

/** Several keys may go to the same place: they become one edit, in the declared order. */
function inDeclaredOrder(
  edits: readonly (Span & { text: string })[],
  paths: readonly string[],
  order: readonly string[],
): (Span & { text: string })[] {
  const sorted = edits
    .map((edit, i) => ({ edit, at: order.indexOf(paths[i] ?? '') }))
    .sort((a, b) => a.edit.start - b.edit.start || a.at - b.at);
  const merged: { start: number; end: number; text: string }[] = [];
  for (const { edit } of sorted) {
    const last = merged[merged.length - 1];
    if (last?.start === edit.start && last.end === edit.end) last.text += edit.text;
    else merged.push({ ...edit });
  }
  return merged;
}

/** A value that does not read, with the texts that would. */
export function misreadRemark(problem: FieldProblem, of: string): Remark {
  const { start, end, message, severity } = problem;
  return {
    start,
    end,
    case: of,
    message,
    severity,
    fixes: problem.fixes.map(fix => replace(problem, fix.text, fix.title, fix.preferred)),
  };
}
