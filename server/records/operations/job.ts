import { choice, dateTime, group, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** A program that runs by itself: what it does, when, and who looks when it fails. */
export const job = declareKind({
  kind: 'job',
  prefix: 'JOB',
  label: 'Scheduled job',
  plural: 'Scheduled jobs',
  about: 'A program that runs by itself: what it does, when, and who looks when it fails.',
  fields: {
    what: text('Does', 'What it does.'),
    on: reference('Runs on', 'Which device.', ['asset']),
    schedule: text('When', 'A time of day, with days: 02:00 every day, 18:00 fri.'),
    minutes: integer('Takes', 'How long it takes.', { unit: 'minutes', least: 0 }),
    depends_on: list('After', 'The jobs that must have ended before.', reference('Job', 'A job.', ['job'])),
    owner: reference('Looked after by', 'Which role.', ['role', 'supplier']),
    on_failure: text('If it fails', 'What is done then.'),
    last_results: list(
      'Last runs',
      'Newest last.',
      group('Run', 'One run.', {
        on: dateTime('On', 'When.', { done: true }),
        result: choice('Result', 'How it went.', { success: 'It worked', failed: 'It failed' }),
      }),
    ),
  },
  needs: [{ fields: ['what'] }],
  wanted: [{ fields: ['on', 'schedule'] }],
  acyclic: ['depends_on'],
  everyday: ['kind', 'id', 'title', 'what', 'on', 'schedule'],
});
