import { date, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** Where the names of users and computers are kept: which servers hold it, when it was last restored. */
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
