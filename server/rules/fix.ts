import type { FieldProblem } from '../estate/interpret.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { RecordFix } from '../model/finding.ts';
import { fieldsBelow, type Path } from '../model/paths.ts';
import type { Span, TextEdit } from '../model/text-edit.ts';
import { nodeAt } from '../yaml/node.ts';
import { insertKey } from '../yaml/edit.ts';
import type { Remark } from './rule.ts';

/** Puts a text in the place of another. */
export function replace(span: Span, text: string, title: string, preferred = false): RecordFix {
  return { title, edits: [{ start: span.start, end: span.end, text }], ...(preferred ? { preferred } : {}) };
}

/** Adds empty lines for the fields, each in its declared place. None where the text of the record cannot be read. */
export function addKeys(record: RecordEntry, paths: readonly string[], title: string): RecordFix[] {
  const { declaration } = record;
  if (!declaration) return [];
  const order = (path: Path) => Object.keys(fieldsBelow(declaration, path) ?? {});
  // Of `a|b` either will do: the first is proposed. A field that is there, but empty, needs no second line.
  const steps = paths
    .map(path => (path.split('|')[0] ?? path).split('.'))
    .filter(path => nodeAt(record.text.root, path).found < path.length && !isKeyThere(record, path));
  const edits = steps.map(
    path => insertKey(record.source, path.slice(0, -1), path.at(-1) ?? '', null, { order }) ?? [],
  );
  if (edits.length === 0 || edits.some(one => one.length === 0)) return [];
  const placed = edits.flatMap((one, i) => one.map(edit => ({ edit, at: order([]).indexOf(steps[i]?.[0] ?? '') })));
  return [{ title, edits: inDeclaredOrder(placed) }];
}

function isKeyThere(record: RecordEntry, path: readonly string[]): boolean {
  const parent = nodeAt(record.text.root, path.slice(0, -1));
  return (
    parent.found === path.length - 1 &&
    parent.node?.type === 'map' &&
    parent.node.entries.some(entry => entry.key.text === path.at(-1))
  );
}

/** Several keys may go to the same place: they become one edit, in the declared order. */
function inDeclaredOrder(placed: readonly { edit: TextEdit; at: number }[]): TextEdit[] {
  const sorted = [...placed].sort((a, b) => a.edit.start - b.edit.start || a.at - b.at);
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
