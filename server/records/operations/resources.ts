import { boolean, choice, date, dateTime, group, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { supplierReference } from '../common.ts';

/** Registers of technical resources: directory, remote access, print queues, jobs that run by themselves. */

export const directory = declareKind({
  kind: 'directory',
  prefix: 'DIR',
  label: 'Directory',
  plural: 'Directories',
  about: 'Where the names of users and computers are kept: which servers hold it, when it was last restored.',
  fields: {
    domain: text('Domain', 'Its name.'),
    service: reference('Service', 'Which service it is.', ['service']),
    controllers: list('Servers', 'The servers that hold it.', reference('Server', 'A server.', ['asset'])),
    functional_level: text('Version', 'Which version of it.'),
    naming: text('Names', 'How users and computers are named.'),
    policies: list('Settings', 'What is set for all.', text('Setting', 'One group of settings.')),
    backup: reference('Backup', 'Which backup copies it.', ['backup_job']),
    last_restore: date('Last trial restore', 'When it was last tried.', { done: true }),
    stale_accounts: integer('Unused accounts', 'Users and computers not seen for 90 days.', { least: 0 }),
    stale_on: date('Counted on', 'When they were counted.', { done: true }),
  },
  needs: [{ fields: ['controllers'] }],
  everyday: ['kind', 'id', 'title', 'domain', 'controllers'],
});

export const remoteAccess = declareKind({
  kind: 'remote_access',
  prefix: 'RMA',
  label: 'Remote access',
  plural: 'Remote access',
  about: 'A way into the school’s network from outside: who has it, how it is protected.',
  fields: {
    who: reference('Who', 'The role or supplier that has it.', ['role', 'supplier']),
    how: text('How', 'Which program or way.'),
    to: list(
      'To',
      'What can be reached.',
      reference('Thing', 'A device, network or service.', ['asset', 'subnet', 'service']),
    ),
    mfa: boolean('Second factor', 'Whether it asks for a second proof besides the password.'),
    logged: boolean('Logged', 'Whether one can see later who was in.'),
    on_request: boolean('Opened on request', 'Whether it is open only while somebody asked for it.'),
    approved_by: reference('Approved by', 'The role that agreed.', ['role'], { life: 'historic' }),
    review_due: date('Look again by', 'Until when that holds.'),
  },
  needs: [{ fields: ['who'] }],
  wanted: [{ fields: ['mfa', 'logged'] }],
  everyday: ['kind', 'id', 'title', 'who', 'how'],
});

export const printQueue = declareKind({
  kind: 'print_queue',
  prefix: 'PRQ',
  label: 'Print queue',
  plural: 'Print queues',
  about: 'What users print to: which printer, which rules, how many pages.',
  fields: {
    printer: reference('Printer', 'Which printer.', ['asset']),
    server: reference('Server', 'Which server runs it.', ['asset']),
    driver: text('Driver', 'Which driver.'),
    colour_policy: choice('Colour', 'Who may print in colour.', {
      all: 'Everyone',
      staff: 'Staff',
      none: 'Nobody',
    }),
    quota: text('Limit', 'How much each user may print.'),
    pages_month: integer('Pages a month', 'How many are printed.', { least: 0 }),
    allowance_month: integer('Pages paid for', 'How many the contract covers.', { least: 0 }),
    secure_release: boolean('Released at the printer', 'Whether a page comes only when its owner stands there.'),
    personal_data: boolean('Personal data', 'Whether pages about people are printed here.'),
    supplier: supplierReference,
  },
  needs: [{ fields: ['printer'] }],
  everyday: ['kind', 'id', 'title', 'printer'],
});

export const job = declareKind({
  kind: 'job',
  prefix: 'JOB',
  label: 'Scheduled job',
  plural: 'Scheduled jobs',
  about: 'A program that runs by itself: what it does, when, and who looks when it fails.',
  fields: {
    what: text('Does', 'What it does.'),
    on: reference('Runs on', 'Which device.', ['asset']),
    schedule: text('When', 'A time of day, with days: 02:00 every day, 18:00 fri.'),
    minutes: integer('Takes', 'How long it takes.', { unit: 'minutes', least: 0 }),
    depends_on: list('After', 'The jobs that must have ended before.', reference('Job', 'A job.', ['job'])),
    owner: reference('Looked after by', 'Which role.', ['role', 'supplier']),
    on_failure: text('If it fails', 'What is done then.'),
    last_results: list(
      'Last runs',
      'Newest last.',
      group('Run', 'One run.', {
        on: dateTime('On', 'When.', { done: true }),
        result: choice('Result', 'How it went.', { success: 'It worked', failed: 'It failed' }),
      }),
    ),
  },
  needs: [{ fields: ['what'] }],
  wanted: [{ fields: ['on', 'schedule'] }],
  acyclic: ['depends_on'],
  everyday: ['kind', 'id', 'title', 'what', 'on', 'schedule'],
});
