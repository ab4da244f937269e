import { choice, date, group, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** The records as they stood on a day and were agreed: what changes are measured against. */
export const baseline = declareKind({
  kind: 'baseline',
  prefix: 'BAS',
  label: 'Baseline',
  plural: 'Baselines',
  about: 'The records as they stood on a day and were agreed: what later changes are measured against.',
  byCommand: 'It is made from a checkpoint of the records.',
  fields: {
    taken: date('Taken', 'When.', { done: true }),
    reason: choice('Because', 'Why just then.', {
      initial: 'The first one',
      annual: 'The yearly one',
      before_major_change: 'Before a major change',
      after_major_change: 'After a major change',
    }),
    commit: text('Checkpoint', 'The checkpoint that holds the records of that day.'),
    counts: list(
      'Counts',
      'How many records of each kind.',
      group('Count', 'One kind.', {
        kind: text('Kind', 'Which kind.'),
        count: integer('How many', 'How many.', { least: 0 }),
      }),
    ),
    agreed_by: reference('Agreed by', 'The role that agreed; usually the ICT owner.', ['role'], { life: 'historic' }),
    agreed: date('Agreed on', 'When.', { done: true }),
  },
  needs: [{ fields: ['taken'] }],
  wanted: [{ fields: ['agreed_by', 'commit'] }],
  orders: [{ from: 'taken', to: 'agreed' }],
  everyday: ['kind', 'id', 'title', 'taken', 'agreed_by'],
});
