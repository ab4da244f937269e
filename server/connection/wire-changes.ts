import { fingerprint } from '../model/fingerprint.ts';
import type { RecordChanges } from '../protocol/changes.ts';
import type { FileChange } from '../workflow/changes.ts';
import { indexLines, placeAt } from '../yaml/lines.ts';

/** File changes in the form that goes to the extension. The lines of a file are counted once, however many its edits are. */
export function wireChanges(files: readonly FileChange[]): RecordChanges {
  return {
    files: files.map(({ file, isNew, before, edits }) => {
      const lines = indexLines(before);
      return {
        uri: file,
        isNew,
        before: fingerprint(before),
        edits: edits.map(({ start, end, text }) => ({
          range: { start: placeAt(lines, start), end: placeAt(lines, end) },
          newText: text,
        })),
      };
    }),
  };
}
