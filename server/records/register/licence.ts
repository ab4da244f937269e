import { boolean, choice, date, integer, list, money, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { supplierReference } from '../common.ts';

/** The right to use software, and how much of it is used. */
export const licence = declareKind({
  kind: 'licence',
  prefix: 'LIC',
  label: 'Licence',
  plural: 'Licences',
  about: 'The right to use a piece of software: how many were bought, how many are in use, and where the proof is.',
  fields: {
    product: text('Product', 'Its full name, where the title is shorter.'),
    vendor: text('Maker', 'Who makes it.'),
    metric: choice('What one licence covers', 'Users, devices, or the whole site: how it is counted.', {
      user: 'A user',
      device: 'A device',
      core_pack: 'A pack of processor cores',
      socket: 'A processor',
      concurrent: 'A user at the same time',
      site: 'The whole site',
      named_user: 'A named user',
      pupil_fte: 'A pupil',
    }),
    model: choice('Sort', 'How it is paid.', {
      perpetual: 'Bought once',
      subscription: 'Paid until a date',
      oem: 'Came with the device',
      free: 'Free of charge',
    }),
    bought: integer('Bought', 'How many.', { least: 0 }),
    installed: integer('Installed', 'How many are in use.', { least: 0 }),
    counted: date('Counted on', 'When the installed ones were counted.', { done: true }),
    counted_by: reference('Counted by', 'The role that counted.', ['role', 'supplier'], { life: 'historic' }),
    on: list('Installed on', 'The devices that have it.', reference('Device', 'A device or a group.', ['asset'])),
    from: date('From', 'First day.'),
    until: date('Until', 'Last day, included.', { none: 'it has no end' }),
    end_of_support: date('End of support', 'Until when the maker delivers security updates for it.', {
      none: 'the maker gives no date',
    }),
    notice_days: integer('Notice', 'How many days before the end one must decide.', { unit: 'days', least: 0 }),
    proof: text('Proof', 'Where the order, contract or key is kept; never the key itself.'),
    reassignable: boolean('May be moved', 'Whether it may go to another device or user.'),
    cost_gbp: money('Cost', 'What it cost.', { unit: '£' }),
    supplier: supplierReference,
    contact: text('Contact', 'Whom to ask.'),
  },
  needs: [{ fields: ['bought'] }, { fields: ['until'], where: { model: ['subscription'] } }],
  wanted: [
    // Once it is known to be in use, CFG-012 asks for the proof.
    { fields: ['proof'], where: { installed: ['', '0'] } },
    { fields: ['proof'], code: 'CFG-012' },
    { fields: ['metric', 'installed', 'counted'] },
  ],
  orders: [{ from: 'from', to: 'until' }],
  everyday: ['kind', 'id', 'title', 'bought', 'proof'],
});
