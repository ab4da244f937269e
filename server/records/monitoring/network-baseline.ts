import { date, decimal, group, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** What is normal on this network: the measure for everything that looks odd later. */
export const networkBaseline = declareKind({
  kind: 'network_baseline',
  prefix: 'NBL',
  label: 'Network baseline',
  plural: 'Network baselines',
  about: 'What is normal on the network in ordinary school weeks: what later measurements are compared with.',
  byCommand: 'It is made from measurements, once these have run for some weeks.',
  fields: {
    taken: date('Taken', 'When it was made.', { done: true }),
    period: group('Measured', 'The weeks that it rests on: two ordinary school weeks at least.', {
      from: date('From', 'First day.'),
      to: date('To', 'Last day, included.'),
    }),
    conditions: text('Conditions', 'What was special in those weeks, if anything.'),
    values: list(
      'Normal values',
      'What each check usually shows.',
      group(
        'Value',
        'One check.',
        {
          asset: reference('Device', 'Which device.', ['asset'], { life: 'historic' }),
          check: text('Check', 'Device and check: SRV-01/disk.'),
          typical: decimal('Typical', 'The usual value.'),
          p95: decimal('Seldom above', 'Nineteen of twenty measurements are below.'),
          max: decimal('Highest', 'The highest value measured.'),
        },
        { needs: ['check'] },
      ),
    ),
    valid_until: date('Valid until', 'After that, measure anew: a year at most, or the next major change.'),
    approved_by: reference('Agreed by', 'The role that agreed that this is normal.', ['role'], { life: 'historic' }),
  },
  needs: [{ fields: ['taken', 'values'] }],
  orders: [
    { from: 'period.from', to: 'period.to' },
    { from: 'taken', to: 'valid_until' },
  ],
  everyday: ['kind', 'id', 'title', 'taken', 'values'],
});
