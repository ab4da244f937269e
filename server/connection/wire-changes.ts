import { fingerprint } from '../model/fingerprint.ts';
import type { RecordChanges } from '../protocol/changes.ts';
import { rangeInText } from '../rules/locate.ts';
import type { FileChange } from '../workflow/changes.ts';

/** File changes in the form that goes to the extension. */
export function wireChanges(files: readonly FileChange[]): RecordChanges {
  return {
    files: files.map(({ file, isNew, before, edits }) => ({
      uri: file,
      isNew,
      before: fingerprint(before),
      edits: edits.map(edit => ({ range: rangeInText(before, edit), newText: edit.text })),
    })),
  };
}
