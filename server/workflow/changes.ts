import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import { applyEdits, type TextEdit } from '../model/text-edit.ts';
import { appendRecord } from '../yaml/edit-file.ts';

/** What is to be done to one file: offsets count in its present text. */
export interface FileChange {
  /** The file's name in the estate. */
  readonly file: string;
  /** The file is not there yet. */
  readonly isNew: boolean;
  /** The text that the edits were made for; empty for a new file. */
  readonly before: string;
  /** In order, none overlapping. */
  readonly edits: readonly TextEdit[];
}

/**
 * Gathers what a workflow does to records, as minimal edits of their files. Several edits of one record may follow one another:
 * each sees the text that the one before left. Nothing is written; whoever asked applies them and can take them back.
 */
export interface Changes {
  /** Edits a record's own text; false (and nothing done) where `edit` refuses by undefined. */
  readonly edit: (record: RecordEntry, edit: (text: string) => readonly TextEdit[] | undefined) => boolean;
  /** Adds a record (lines without dashes) at the end of a file, which is made if it is not there. */
  readonly append: (file: string, text: string) => void;
  /** Files in order of their names; those that stay as they are are left out. */
  readonly files: () => readonly FileChange[];
}

export function createChanges(estate: Estate): Changes {
  const edited = new Map<RecordEntry, string>();
  const added = new Map<string, string[]>();
  return {
    edit: (record, edit) => {
      const text = edited.get(record) ?? record.source;
      const edits = edit(text);
      if (edits === undefined) return false;
      edited.set(record, applyEdits(text, edits));
      return true;
    },
    append: (file, text) => {
      const known = added.get(file);
      if (known === undefined) added.set(file, [text]);
      else known.push(text);
    },
    files: () => {
      const names = new Set([...[...edited.keys()].map(record => record.file), ...added.keys()]);
      return [...names]
        .sort()
        .map(file => changeOf(file, estate, edited, added.get(file) ?? []))
        .filter(change => change.isNew || change.edits.length > 0);
    },
  };
}

function changeOf(
  file: string,
  estate: Estate,
  edited: ReadonlyMap<RecordEntry, string>,
  added: readonly string[],
): FileChange {
  const entry = estate.files.get(file);
  const before = entry?.text ?? '';
  const edits = [...edited].flatMap(([record, text]) => {
    const segment = record.file === file ? entry?.segments[record.index] : undefined;
    return segment ? smallest(segment.text, text, segment.start) : [];
  });
  edits.sort((a, b) => a.start - b.start);
  const grown = appended(before, added);
  return { file, isNew: entry === undefined, before, edits: [...edits, ...grown] };
}

/** The one edit that makes `after` of `before`: what both begin and end with stays untouched. Offsets count from `offset`. */
export function smallest(before: string, after: string, offset = 0): TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [{ start: offset + start, end: offset + before.length - end, text: after.slice(start, after.length - end) }];
}

/** All new records as one edit, each below a line of dashes. */
function appended(before: string, added: readonly string[]): TextEdit[] {
  let text = before;
  for (const record of added) text = applyEdits(text, appendRecord(text, record));
  return smallest(before, text);
}
