import { boolean, choice, date, decimal, group, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { doneBy } from '../common.ts';
import { assetTypes } from '../vocabulary.data.ts';

/** Registers of security administration: accounts, certificates, firewall rules, updates, filtering. */

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

export const certificate = declareKind({
  kind: 'certificate',
  prefix: 'CRT',
  label: 'Certificate',
  plural: 'Certificates',
  about: 'What proves to browsers and devices that a service is the right one; it ends on a day.',
  fields: {
    host: text('Name', 'The name that it stands for.', { example: 'mail.exampleton.example' }),
    service: reference('Service', 'Which service uses it.', ['service']),
    asset: reference('Device', 'Which device has it.', ['asset']),
    issuer: text('From', 'Who issued it.'),
    not_after: date('Ends', 'Its last day.'),
    renewal: choice('Renewed', 'How it is renewed.', { automatic: 'By itself', manual: 'By hand' }),
    owner: reference('Looked after by', 'Which role.', ['role', 'supplier']),
  },
  needs: [{ fields: ['not_after'] }],
  wanted: [{ fields: ['host', 'owner'] }],
  everyday: ['kind', 'id', 'title', 'host', 'not_after'],
});

export const firewallRule = declareKind({
  kind: 'firewall_rule',
  prefix: 'FWR',
  label: 'Firewall rule',
  plural: 'Firewall rules',
  about: 'What the firewall lets through, why, and until when that was agreed.',
  fields: {
    firewall: reference('Firewall', 'On which firewall.', ['asset']),
    direction: choice('Direction', 'Which way.', {
      inbound: 'In: from the internet to the school',
      outbound: 'Out: from the school to the internet',
      internal: 'Between networks of the school',
    }),
    service: text('What', 'Which service or port is let through.', { example: 'https 443' }),
    source: text('From', 'From where.'),
    destination: text('To', 'To where.'),
    reason: text('Reason', 'Why.'),
    approved_by: reference('Approved by', 'The role that agreed.', ['role'], { life: 'historic' }),
    approved: date('Approved on', 'When.', { done: true }),
    review_due: date('Look again by', 'Until when that holds.'),
  },
  needs: [{ fields: ['direction'] }],
  wanted: [{ fields: ['service', 'source', 'destination'] }],
  everyday: ['kind', 'id', 'title', 'direction', 'reason'],
});

export const updateStatus = declareKind({
  kind: 'update_status',
  prefix: 'UPD',
  label: 'Security update',
  plural: 'Security updates',
  about: 'An update that closes a hole: since when there is one, and whether it is in.',
  fields: {
    asset: reference('Device', 'The device or group that needs it.', ['asset'], { life: 'historic' }),
    product: text('Program', 'What is updated.'),
    released: date('There since', 'When the maker made it.', { done: true }),
    severity: choice('How grave', 'What the maker says.', {
      critical: 'Critical',
      high: 'High',
      medium: 'Medium',
      low: 'Low',
    }),
    cvss: decimal('Score', 'The common score of the hole, 0 to 10.', { least: 0, most: 10 }),
    installed: date('Installed', 'When it was put in everywhere.', { done: true }),
    rfc: reference('Change', 'The request for change that puts it in.', ['rfc'], { life: 'historic' }),
    exception: group('Exception', 'Why it is not put in, and until when.', {
      reason: text('Because', 'Why, and what protects the device meanwhile.'),
      isolated: boolean('Kept apart', 'Whether the device is kept apart from the others.'),
      until: date('Until', 'Last day of the exception.'),
      approved_by: reference('Approved by', 'The role that agreed.', ['role'], { life: 'historic' }),
    }),
  },
  needs: [{ fields: ['asset', 'released'] }],
  orders: [{ from: 'released', to: 'installed' }],
  everyday: ['kind', 'id', 'title', 'asset', 'released', 'severity'],
});

export const filteringCheck = declareKind({
  kind: 'filtering_check',
  prefix: 'FLT',
  label: 'Filtering check',
  plural: 'Filtering checks',
  about: 'A test that the web filter works on each sort of device, or the yearly review of filtering and monitoring.',
  fields: {
    sort: choice('Sort', 'A test or the yearly review.', {
      test: 'Test: does it block what it must?',
      review: 'Review: with the safeguarding lead and a governor',
    }),
    date: date('Date', 'When.', { done: true }),
    by: doneBy('By', 'Which role.'),
    device_types: list('On', 'Sorts of device.', choice('Type', 'A sort of device.', assetTypes)),
    service: reference('Filter', 'Which service filters.', ['service'], { life: 'historic' }),
    result: choice('Result', 'How it went.', { passed: 'It works', failed: 'Something gets through' }),
    action: text('Done about it', 'What was done.'),
    signed_by: reference('Agreed by', 'The safeguarding lead or another leader.', ['role'], { life: 'historic' }),
  },
  needs: [{ fields: ['sort', 'date', 'result'] }],
  everyday: ['kind', 'id', 'title', 'sort', 'date', 'result'],
});
