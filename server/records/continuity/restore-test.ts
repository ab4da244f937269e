import { choice, date, integer, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { doneBy } from '../common.ts';

/** Somebody tried to get something back from a backup. */
export const restoreTest = declareKind({
  kind: 'restore_test',
  prefix: 'RST',
  label: 'Trial restore',
  plural: 'Trial restores',
  about: 'Somebody got something back from a backup, to see that it can be done.',
  fields: {
    job: reference('Backup', 'From which backup.', ['backup_job'], { life: 'historic' }),
    date: date('Date', 'When.', { done: true }),
    what: text('What', 'What was got back.'),
    to: text('To', 'Where it was put.'),
    result: choice('Result', 'How it went.', {
      success: 'Everything came back',
      partial: 'Some of it came back',
      failed: 'Nothing came back',
    }),
    minutes: integer('Took', 'How long it took.', { unit: 'minutes', least: 0 }),
    checked_by: doneBy('Looked at by', 'The role that saw that it was right.'),
  },
  needs: [{ fields: ['job', 'date', 'result'] }],
  everyday: ['kind', 'id', 'title', 'job', 'date', 'result'],
});
