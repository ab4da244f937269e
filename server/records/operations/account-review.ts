import { boolean, date, decimal, group, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { doneBy } from '../common.ts';

/** A look at who may do what on a system: administrators, people who have left. */
export const accountReview = declareKind({
  kind: 'account_review',
  prefix: 'ACC',
  label: 'Review of accounts',
  plural: 'Reviews of accounts',
  about: 'A look at who may do what on a system: administrators, people who have left.',
  fields: {
    system: reference('System', 'Which service or device.', ['service', 'asset']),
    date: date('Date', 'When.', { done: true }),
    by: doneBy('By', 'Which role.'),
    privileged: list(
      'Administrators',
      'The accounts that may change everything; never a person’s name.',
      group(
        'Account',
        'One account.',
        {
          account: text('Account', 'What it is called: admin-1, backup-service.'),
          shared: boolean('Shared', 'Whether several people use it.'),
          mfa: boolean('Second factor', 'Whether it asks for a second proof besides the password.'),
        },
        { short: 'account' },
      ),
    ),
    leavers_found: integer('Leavers found', 'Accounts of people who have left.', { least: 0 }),
    leavers_removed: integer('Leavers removed', 'How many of them are gone now.', { least: 0 }),
    oldest_leaver_days: integer('Oldest of them', 'How long the longest of them had been left open.', {
      unit: 'days',
      least: 0,
    }),
    mfa_percent: decimal('With a second factor', 'Share of all staff accounts.', {
      unit: 'per cent',
      least: 0,
      most: 100,
    }),
    findings: text('Found', 'What else was found.'),
  },
  needs: [{ fields: ['system', 'date'] }],
  wanted: [{ fields: ['privileged', 'leavers_found'] }],
  everyday: ['kind', 'id', 'title', 'system', 'date'],
});
