import { boolean, choice, date, dateTime, decimal, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { checks } from '../common.ts';

/** A copy that is made again and again, and where it goes. */
export const backupJob = declareKind({
  kind: 'backup_job',
  prefix: 'BKP',
  label: 'Backup',
  plural: 'Backups',
  about: 'A copy that is made again and again: of what, where to, how often, and when it last worked.',
  fields: {
    protects: list(
      'Copies',
      'What is copied.',
      reference('Thing', 'A device, a service or data.', ['asset', 'service', 'data_set']),
    ),
    source: reference('From', 'The device that holds what is copied.', ['asset']),
    target: reference('To', 'Where the copy goes.', ['asset', 'location', 'supplier']),
    copy_type: choice('Copy', 'How far away it is.', {
      second_device: 'On a second device',
      second_building: 'In another building',
      off_site: 'Away from the school',
      offline: 'On something that is unplugged afterwards',
    }),
    media: choice('On', 'What it is written on.', {
      disk: 'Disk',
      tape: 'Tape',
      usb_disk: 'USB disk',
      cloud: 'A supplier’s computers',
    }),
    interval_hours: decimal('Every', 'How often it runs.', { unit: 'hours', least: 0 }),
    retention_days: integer('Kept for', 'How far back one can go.', { unit: 'days', least: 0 }),
    encrypted: boolean('Encrypted', 'Whether it is unreadable without the password.'),
    offline: boolean('Unplugged', 'Whether it is out of reach of anything on the network.'),
    immutable: boolean('Cannot be changed', 'Whether nobody can change or delete it before its time.'),
    performed_by: reference('Done by', 'The role or supplier that looks after it.', ['role', 'supplier']),
    separate_account: boolean(
      'Own account',
      'Whether it has an administrator of its own, so that a stolen password does not reach it.',
    ),
    last_success: dateTime('Last good', 'When it last worked.', { done: true }),
    last_result: choice('Last result', 'How the newest run went.', {
      success: 'It worked',
      warning: 'It worked, with warnings',
      failed: 'It failed',
    }),
    size_gb: decimal('Size', 'How large it is.', { unit: 'GB', least: 0 }),
    last_restore_test: date('Last trial restore', 'When somebody last got something back from it.', { done: true }),
    tool: text('Program', 'What makes it.'),
    checks,
  },
  needs: [{ fields: ['protects', 'target'] }],
  wanted: [{ fields: ['interval_hours', 'media', 'last_success', 'copy_type'] }],
  everyday: ['kind', 'id', 'title', 'protects', 'target', 'interval_hours'],
});
