import { choice, date, group, money, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { supplierReference } from '../common.ts';

/** How a thing left the school, and what became of the data on it. */
export const disposal = declareKind({
  kind: 'disposal',
  prefix: 'DSP',
  label: 'Disposal',
  plural: 'Disposals',
  about: 'How a thing left the school, and what became of the data on it.',
  fields: {
    asset: reference('Device', 'What left.', ['asset'], { life: 'historic' }),
    date: date('Date', 'When.', { done: true }),
    method: choice('Way', 'How.', {
      returned_lease: 'Given back at the end of the lease',
      recycled: 'Recycled',
      sold: 'Sold',
      donated: 'Given away',
      destroyed: 'Destroyed',
    }),
    reason: text('Because', 'Why.'),
    data_wipe: group('Data wiped', 'How the data on it were destroyed.', {
      standard: text('Way', 'By which standard or program.'),
      by: text('By', 'Which firm or role.'),
      certificate: text('Certificate', 'Its number, and where it is kept.'),
    }),
    weee_note: text('Waste note', 'The note of the firm that took it away.'),
    supplier: { ...supplierReference, about: 'The firm that took it away.' },
    income_gbp: money('Brought in', 'What the school got for it.', { unit: '£' }),
    approved_by: reference('Approved by', 'The role that allowed it.', ['role'], { life: 'historic' }),
  },
  needs: [{ fields: ['asset', 'date', 'method'] }],
  wanted: [{ fields: ['approved_by'] }],
  everyday: ['kind', 'id', 'title', 'asset', 'date', 'method'],
});
