import { writeTogether } from '../host/write-files.ts';
import { applyEdits } from '../model/text-edit.ts';
import type { FileChange } from '../workflow/changes.ts';
import { nameOf } from './compare.ts';
import { CannotRun } from './run.ts';

/** Writes the changed files together, or none of them. */
export function writeChanges(files: readonly FileChange[]): void {
  const failed = writeTogether(
    files.map(({ file, isNew, before, edits }) => ({
      file,
      before: isNew ? undefined : before,
      text: applyEdits(before, edits),
    })),
  );
  if (failed) throw new CannotRun(`${nameOf(failed.file)} could not be written: ${failed.why}. Nothing was changed.`);
}
