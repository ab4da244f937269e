import type { FieldProblem } from '../estate/interpret.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { RecordFix } from '../model/finding.ts';
import { fieldsBelow, type Path } from '../model/paths.ts';
import type { Span, TextEdit } from '../model/text-edit.ts';
import { nodeAt } from '../yaml/node.ts';
import type { NewValue } from '../yaml/edit-text.ts';
import { appendToList, insertKey, setValue } from '../yaml/edit.ts';
import type { Remark } from './rule.ts';

/** Puts a text in the place of another. */
export function replace(span: Span, text: string, title: string, preferred = false): RecordFix {
  return { title, edits: [{ start: span.start, end: span.end, text }], ...(preferred ? { preferred } : {}) };
}

/**
 * Answers the fields with `unknown`, each in its declared place: an empty line would leave the record as it was, and “not known yet” is an
 * answer that stays on the list of things to find out. None where the text of the record cannot be read.
 */
export function addKeys(record: RecordEntry, paths: readonly string[], title: string): RecordFix[] {
  const keys = paths.map(path => ({ path: firstOf(path), value: 'unknown' }));
  return setFields(record, keys, `${title}, unknown for now`);
}

/** Adds empty lines to be filled in, for what is only wanted: to say that it is not known would say nothing new. */
export function addLines(record: RecordEntry, paths: readonly string[], title: string): RecordFix[] {
  const edits = keyEdits(
    record,
    paths.map(path => ({ path: firstOf(path), value: null })),
  );
  return edits && edits.length > 0 ? [{ title, edits }] : [];
}

/** Gives several fields their texts: an empty line is filled, a new one goes to its declared place. */
export function setFields(
  record: RecordEntry,
  keys: readonly { readonly path: Path; readonly value: string }[],
  title: string,
): RecordFix[] {
  const [there, fresh] = [true, false].map(wanted => keys.filter(({ path }) => isKeyThere(record, path) === wanted));
  const filled = (there ?? []).map(({ path, value }) => setValue(record.source, path, value) ?? []);
  const added = keyEdits(record, fresh ?? []);
  if (!added || filled.some(one => one.length === 0)) return [];
  const edits = [...filled.flat(), ...added];
  return edits.length > 0 ? [{ title, edits }] : [];
}

/** Of `a|b` either will do: the first is proposed. */
export function firstOf(path: string): string[] {
  return (path.split('|')[0] ?? path).split('.');
}

/** A field to be added, with what is to stand there. */
export interface NewKey {
  readonly path: Path;
  readonly value: NewValue;
}

/** The edits that add the fields which are not there yet, each in its declared place; undefined where the text forbids it. */
export function keyEdits(record: RecordEntry, keys: readonly NewKey[]): TextEdit[] | undefined {
  const { declaration } = record;
  if (!declaration) return undefined;
  const order = (path: Path) => Object.keys(fieldsBelow(declaration, path) ?? {});
  // A field that is there, but empty, needs no second line.
  const fresh = keys.filter(
    ({ path }) => nodeAt(record.text.root, path).found < path.length && !isKeyThere(record, path),
  );
  const edits = fresh.map(
    ({ path, value }) => insertKey(record.source, path.slice(0, -1), String(path.at(-1) ?? ''), value, { order }) ?? [],
  );
  if (edits.some(one => one.length === 0)) return undefined;
  const placed = edits.flatMap((one, i) =>
    one.map(edit => ({ edit, at: order([]).indexOf(String(fresh[i]?.path[0] ?? '')) })),
  );
  return inDeclaredOrder(placed);
}

/** Adds items to the list at the path, which is made where there is none. None where its text does not take them. */
export function addItems(
  record: RecordEntry,
  path: readonly string[],
  items: readonly string[],
  title: string,
): RecordFix[] {
  const isThere = isKeyThere(record, path);
  const own = nodeAt(record.text.root, path).node;
  if (isThere && own?.type === 'list' && own.items.length === 0) return [];
  const edits = isThere
    ? items.map(item => appendToList(record.source, path, item, { order: [] }) ?? [])
    : [keyEdits(record, [{ path, value: items }]) ?? []];
  if (items.length === 0 || edits.some(one => one.length === 0)) return [];
  return [{ title, edits: inDeclaredOrder(edits.flat().map(edit => ({ edit, at: 0 }))), preferred: true }];
}

/** Edits of a record other than the one that the finding is about. They name the record, because it may move in its file. */
export function elsewhere(record: RecordEntry, edits: readonly TextEdit[]): RecordFix['edits'] {
  return edits.map(edit => ({ ...edit, record }));
}

function isKeyThere(record: RecordEntry, path: Path): boolean {
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
export function misreadRemark(problem: FieldProblem, of: string): Remark & { readonly fixes: readonly RecordFix[] } {
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

/** Gives a field its text, be it there or not. None where the text of the record cannot be read. */
export function setField(record: RecordEntry, path: Path, value: string, title: string): RecordFix[] {
  return setFields(record, [{ path, value }], title).map(fix => ({ ...fix, preferred: true }));
}
