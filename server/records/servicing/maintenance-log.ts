import { choice, date, integer, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { doneBy } from '../common.ts';

/** One time that a task was done, or not done. */
export const maintenanceLog = declareKind({
  kind: 'maintenance_log',
  prefix: 'TLG',
  label: 'Maintenance entry',
  plural: 'Maintenance entries',
  about: 'One time that a maintenance task was done, or was due and not done, with what was found.',
  fields: {
    task: reference('Task', 'Which task.', ['maintenance_task'], { life: 'historic' }),
    date: date('Date', 'When.', { done: true }),
    result: choice('Result', 'How it went.', {
      done: 'Done',
      done_with_findings: 'Done, and something was found',
      skipped: 'Skipped',
      failed: 'Tried, and failed',
    }),
    by: doneBy('By', 'The role or supplier that did it.'),
    findings: text('Found', 'What was found.'),
    problem: reference('Problem', 'The problem raised for it.', ['problem'], { life: 'historic' }),
    rfc: reference('Change', 'The change asked for because of it.', ['rfc'], { life: 'historic' }),
    incident: text('Incident', 'The service desk’s number.'),
    minutes: integer('Took', 'How long it took.', { unit: 'minutes', least: 0 }),
    skipped_reason: text('Skipped because', 'Why it was not done.'),
    moved_to: date('Moved to', 'The day it was moved to.'),
  },
  needs: [
    { fields: ['task', 'date', 'result'] },
    { fields: ['findings'], where: { result: ['done_with_findings', 'failed'] } },
    { fields: ['skipped_reason', 'moved_to'], oneOf: true, where: { result: ['skipped'] } },
  ],
  wanted: [{ fields: ['by'] }],
  everyday: ['kind', 'id', 'title', 'task', 'date', 'result'],
});
