import { choice, date, decimal, group, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { doneBy } from '../common.ts';

/** Somebody walked round and compared the things with the records. */
export const audit = declareKind({
  kind: 'audit',
  prefix: 'AUD',
  label: 'Audit',
  plural: 'Audits',
  about: 'A comparison of the things with the records, by somebody who does not keep them.',
  fields: {
    method: choice('Way', 'How it was done.', {
      physical: 'By walking round',
      network: 'By looking at the network',
      licence: 'By counting licences',
      sample: 'By looking at a few',
    }),
    scope: choice('Of', 'What was looked at.', {
      all: 'Everything',
      location: 'One place',
      type: 'One sort of device',
      sample: 'A few, picked by chance',
    }),
    scope_note: text('Which', 'Which place, which sort, how many.'),
    planned: date('Planned for', 'When it is to be done.'),
    done: date('Done', 'When it was done.', { done: true }),
    by: doneBy('Done by', 'The role that looked; not the one that keeps the asset list.'),
    recorded: integer('In the records', 'How many the records had.', { least: 0 }),
    found: integer('Found', 'How many were found.', { least: 0 }),
    incorrect_records: integer('Wrong records', 'How many records were wrong.', { least: 0 }),
    accuracy_percent: decimal('Right', 'Share of the records that were right; follows from the numbers above.', {
      unit: 'per cent',
      least: 0,
      most: 100,
    }),
    differences: list(
      'Differences',
      'What was not as recorded.',
      group('Difference', 'One difference.', {
        asset: reference('Device', 'Which device.', ['asset'], { life: 'historic' }),
        field: text('Field', 'What of it.'),
        recorded: text('Recorded', 'What the records said.'),
        found: text('Found', 'What was there.'),
        cause: choice('Because', 'How it came about.', {
          moved: 'Moved',
          missing: 'Missing',
          disposed_not_recorded: 'Gone, and not recorded',
          new_not_recorded: 'New, and not recorded',
          swapped: 'Swapped',
          typing: 'Typed wrongly',
          unauthorised_change: 'Changed without being asked for',
        }),
        action: text('Done about it', 'What was done.'),
        rfc: reference('Change', 'The change asked for because of it.', ['rfc'], { life: 'historic' }),
        status: choice('Stands', 'Whether it is settled.', { open: 'Open', closed: 'Settled' }, { default: 'open' }),
        closed: date('Settled on', 'When.', { done: true }),
      }),
    ),
    signed_off: group('Signed', 'Who confirmed the result.', {
      by: reference('By', 'The role that signed; usually the ICT owner.', ['role'], { life: 'historic' }),
      on: date('On', 'When.', { done: true }),
    }),
  },
  needs: [{ fields: ['method', 'planned'], oneOf: true }],
  wanted: [{ fields: ['scope', 'by'] }],
  orders: [{ from: 'done', to: 'signed_off.on' }],
  everyday: ['kind', 'id', 'title', 'method', 'done'],
});
