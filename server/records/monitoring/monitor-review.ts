import { boolean, date, money, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { supplierReference } from '../common.ts';

/** The yearly look at the way the network is watched. */
export const monitorReview = declareKind({
  kind: 'monitor_review',
  prefix: 'MRV',
  label: 'Review of monitoring',
  plural: 'Reviews of monitoring',
  about: 'The yearly question, asked with the school’s leaders: does the way the network is watched still do its work?',
  byCommand: 'It is made by the yearly review.',
  fields: {
    on: date('Held on', 'When.', { done: true }),
    tool: text('Watched with', 'The program that watches.'),
    provided_by: { ...supplierReference, label: 'Provided by', about: 'The supplier that provides it, if one does.' },
    suitable: boolean('Suitable', 'Whether it still does its work.'),
    evidence: text('Seen by', 'What shows it: faults found before users did, faults missed.'),
    decision: text('Decision', 'What was decided.'),
    approved_by: reference('Agreed by', 'The role that agreed; usually the ICT owner.', ['role'], { life: 'historic' }),
    cost_gbp_year: money('Cost a year', 'What it costs each year.', { unit: '£' }),
  },
  needs: [{ fields: ['on', 'suitable'] }],
  everyday: ['kind', 'id', 'title', 'on', 'suitable'],
});
