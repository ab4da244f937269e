import { date, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** A small change that is always done in the same way and approved once a year for all times. */
export const standardChange = declareKind({
  kind: 'standard_change',
  prefix: 'STD',
  label: 'Standard change',
  plural: 'Standard changes',
  about:
    'A small change that is always done in the same way. The ICT owner approves its recipe once a year, not each time.',
  fields: {
    procedure: list('Steps', 'What is done, one after the other.', text('Step', 'One step.')),
    conditions: text('Only if', 'When the recipe may be used.'),
    max_outage_minutes: integer('Off at most', 'How long users may be without something.', {
      unit: 'minutes',
      least: 0,
    }),
    approved_by: reference('Approved by', 'The role that approved it; the ICT owner.', ['role']),
    approved: date('Approved on', 'When.', { done: true }),
    review_due: date('Look again by', 'A year later at most.'),
  },
  needs: [{ fields: ['procedure'] }],
  wanted: [{ fields: ['approved_by', 'approved', 'review_due', 'max_outage_minutes'] }],
  orders: [{ from: 'approved', to: 'review_due' }],
  everyday: ['kind', 'id', 'title', 'procedure', 'approved'],
  shared: true,
});
