import { date, decimal, group, hours, integer, list, money, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** A firm that supplies, leases, supports or runs something. */
export const supplier = declareKind({
  kind: 'supplier',
  prefix: 'SUP',
  label: 'Supplier',
  plural: 'Suppliers',
  about: 'A firm that supplies, leases, supports or runs something for the school, and its contract.',
  fields: {
    support_phone: text('Support telephone', 'Whom to ring.'),
    support_email: text('Support e-mail', 'Where to write.'),
    support_hours: hours('Support hours', 'When someone answers.', { example: '08:00-17:00 school days' }),
    account_ref: text('Account number', 'What they ask for first.'),
    contract: group('Contract', 'What was agreed.', {
      ref: text('Number', 'The contract’s number.'),
      from: date('From', 'First day.'),
      to: date('To', 'Last day, included.'),
      response_hours: decimal('Response within', 'How soon they react.', { unit: 'hours', least: 0 }),
      fix_hours: decimal('Fixed within', 'How soon it works again.', { unit: 'hours', least: 0 }),
      hours: hours('Service hours', 'When the contract’s clock runs.', { example: '08:00-17:00 school days' }),
      notice_days: integer('Notice', 'How many days before the end one must decide.', { unit: 'days', least: 0 }),
      cost_gbp_year: money('Cost a year', 'What it costs each year.', { unit: '£' }),
    }),
    provides: list(
      'Provides',
      'The services and assets that come from them.',
      reference('Provides', 'A service or an asset.', ['service', 'asset'], { life: 'historic' }),
    ),
    dpa_signed: date('Data agreement signed', 'When the agreement on personal data was signed.'),
  },
  orders: [{ from: 'contract.from', to: 'contract.to' }],
  everyday: ['kind', 'id', 'title', 'support_phone'],
  shared: true,
});
