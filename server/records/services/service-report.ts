import { date, decimal, group, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

const count = (label: string, about: string) => integer(label, about, { least: 0 });

/** What was done and how well the services worked, for the ICT owner and the governors. */
export const serviceReport = declareKind({
  kind: 'service_report',
  prefix: 'SRP',
  label: 'Service report',
  plural: 'Service reports',
  about: 'What was done and how well the services worked in a term, for the ICT owner and the governors.',
  byCommand: 'It is made from the records of its weeks.',
  fields: {
    period: group(
      'Of',
      'Which weeks.',
      { from: date('From', 'First day.'), to: date('To', 'Last day, included.') },
      { needs: ['from', 'to'] },
    ),
    reactive: group('Faults and requests', 'What users asked for.', {
      incidents: count('Faults', 'How many were reported.'),
      requests: count('Requests', 'How many were made.'),
      percent_in_target: decimal('In time', 'Share that was answered in time.', {
        unit: 'per cent',
        least: 0,
        most: 100,
      }),
    }),
    proactive: group('Prevented', 'What was done before users noticed.', {
      problems_opened: count('Problems opened', 'How many.'),
      problems_closed: count('Problems closed', 'How many.'),
      maintenance_due: count('Servicing due', 'How many times.'),
      maintenance_done: count('Servicing done', 'How many times.'),
      checks_breached: count('Checks that warned', 'How many times.'),
    }),
    changes: group('Changes', 'The five measures of change.', {
      total: count('Asked for', 'How many.'),
      approved: count('Approved', 'How many.'),
      rejected: count('Rejected', 'How many.'),
      success: count('Worked', 'How many.'),
      failed: count('Failed', 'How many.'),
      new_services: count('New services', 'How many.'),
    }),
    availability: list(
      'How well they worked',
      'Each service.',
      group(
        'Service',
        'One service.',
        {
          service: reference('Service', 'Which.', ['service'], { life: 'historic' }),
          percent: decimal('Worked', 'Share of its hours in which it worked.', {
            unit: 'per cent',
            least: 0,
            most: 100,
          }),
          minutes_lost: count('Lost', 'Minutes in which it did not.'),
          planned_minutes: count('Agreed', 'Minutes of agreed breaks.'),
        },
        { needs: ['service'] },
      ),
    ),
    actions: list('To do', 'What follows from it.', text('Action', 'One thing.')),
  },
  needs: [{ fields: ['period'] }],
  orders: [{ from: 'period.from', to: 'period.to' }],
  everyday: ['kind', 'id', 'title', 'period'],
});
