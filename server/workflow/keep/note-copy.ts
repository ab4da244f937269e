import type { RecordOf } from '../../estate/record.ts';
import type { Day } from '../../model/day.ts';
import { isWritten } from '../../estate/record.ts';
import { insertKey, setValue } from '../../yaml/edit.ts';
import type { Changes } from '../changes.ts';

/** Writes into the school's record when and where the newest copy of the records was made. */
export function noteCopy(
  school: RecordOf<'school'>,
  copy: { readonly made: Day; readonly to: string },
  changes: Changes,
): void {
  const order = Object.keys(school.declaration?.fields ?? {});
  if (!isWritten(school, 'records_copy')) {
    changes.edit(school, text => insertKey(text, [], 'records_copy', { ...copy }, { order }));
    return;
  }
  for (const [key, value] of Object.entries(copy))
    changes.edit(
      school,
      text =>
        setValue(text, ['records_copy', key], value) ??
        insertKey(text, ['records_copy'], key, value, { order: ['made', 'to'] }),
    );
}
