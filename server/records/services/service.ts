import { boolean, choice, date, decimal, group, hours, list, money, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { checks, criticality, supplierReference } from '../common.ts';

/** What users receive, in their words: printing, internet, e-mail. */
export const service = declareKind({
  kind: 'service',
  prefix: 'SVC',
  label: 'Service',
  plural: 'Services',
  about:
    'Something that users receive, in their words: printing, internet, e-mail. The ICT owner makes the service catalogue of these.',
  statuses: { proposed: 'Proposed', live: 'Live', retired: 'Retired' },
  life: {
    start: 'live',
    steps: { proposed: ['live', 'retired'], live: ['retired'], retired: [] },
    retired: ['retired'],
    open: ['live'],
  },
  fields: {
    user_description: text('What it is for', 'One or two sentences that a class teacher understands.', {
      longest: 300,
    }),
    users: text('Users', 'Who has it.'),
    hours: hours('Hours', 'When it must work.', { example: '08:00-16:00 school days' }),
    criticality,
    owner: reference('Owner', 'The role that answers for it; usually the ICT owner.', ['role']),
    support_contact: reference('Ask', 'The role to ask when it does not work.', ['role', 'supplier']),
    depends_on: list(
      'Depends on',
      'What must work so that it works.',
      reference('Depends on', 'A device, a service or a network.', ['asset', 'service', 'subnet']),
    ),
    licences: list('Licences', 'What it is licensed by.', reference('Licence', 'A licence.', ['licence'])),
    supplier: supplierReference,
    data: choice('Data', 'What sort of data it holds about people.', {
      none: 'None about people',
      personal: 'Personal data',
      special_category: 'Personal data of a special category: health, religion, special needs …',
    }),
    holds_data: boolean('Holds data', 'Whether anything would be lost with it.'),
    rto_hours: decimal('Back within', 'The longest it may be away.', { unit: 'hours', least: 0 }),
    rpo_hours: decimal('Lose at most', 'The most work that may be lost.', { unit: 'hours', least: 0 }),
    service_levels: group('What users may expect', 'The promised levels.', {
      availability_percent: decimal('Working', 'Share of its hours in which it works.', {
        unit: 'per cent',
        least: 0,
        most: 100,
      }),
      incident_response_hours: decimal('A fault is looked at within', 'How soon someone reacts.', {
        unit: 'hours',
        least: 0,
      }),
      fix_hours: decimal('A fault is mended within', 'How soon it works again.', { unit: 'hours', least: 0 }),
      request_days: decimal('A request is met within', 'How soon a wish is met.', { unit: 'school days', least: 0 }),
    }),
    level_basis: choice('These levels are', 'What they rest on.', {
      estimate: 'An estimate',
      measured: 'Measured',
      agreed: 'Agreed with the users',
    }),
    levels_on: date('Since', 'Since when these levels stand.', { done: true }),
    excluded: text('Not included', 'What technical support does not do.'),
    how_to_ask: text('How to ask', 'How a user asks for it or reports a fault.'),
    planned_downtime: text('Planned breaks', 'When it may be away for maintenance.'),
    approved_by: reference('Approved by', 'The role that approved this entry.', ['role']),
    reviewed: date('Reviewed', 'When this entry was last gone over.', { done: true }),
    safeguarding: boolean('Safeguarding', 'Whether pupils’ safety rests on it, as with filtering.'),
    for_pupils: boolean('For pupils', 'Whether pupils use it.'),
    cost_gbp_year: money('Cost a year', 'What it costs each year.', { unit: '£' }),
    checks,
  },
  needs: [
    {
      fields: [
        'user_description',
        'users',
        'hours',
        'owner',
        'support_contact',
        'data',
        'holds_data',
        'service_levels.incident_response_hours',
        'level_basis',
        'reviewed',
      ],
      at: ['live'],
    },
    { fields: ['rto_hours'], at: ['live'], where: { criticality: ['critical', 'high'] }, code: 'SCM-002' },
    {
      fields: ['rpo_hours'],
      at: ['live'],
      where: { criticality: ['critical', 'high'], holds_data: ['true'] },
      code: 'SCM-002',
    },
  ],
  everyday: ['kind', 'id', 'title', 'status', 'depends_on'],
});
