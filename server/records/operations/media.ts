import { boolean, choice, date, integer, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** A disk or tape that copies are kept on: how old it is, how often it was used, when it must go. */
export const media = declareKind({
  kind: 'media',
  prefix: 'MED',
  label: 'Disk or tape',
  plural: 'Disks and tapes',
  about: 'A disk or tape that copies are kept on: how old it is, how often it was used, when it must go.',
  fields: {
    type: choice('Sort', 'What it is.', {
      usb_disk: 'USB disk',
      tape: 'Tape',
      disk: 'Disk',
      optical: 'Disc',
    }),
    serial: text('Serial number', 'The maker’s number on its label.', { distinct: 'serial number' }),
    first_used: date('First used', 'When.', { done: true }),
    uses: integer('Used', 'How often.', { unit: 'times', least: 0 }),
    retire_at: date('Must go on', 'The day after which nothing is kept on it.'),
    location: reference('Place', 'Where it is.', ['location']),
    backup: reference('Backup', 'Which backup uses it.', ['backup_job']),
    last_verified: date('Last read', 'When somebody last saw that it can be read.', { done: true }),
    encrypted: boolean('Encrypted', 'Whether it is unreadable without the password.'),
  },
  needs: [{ fields: ['type'] }],
  wanted: [{ fields: ['location', 'first_used'] }],
  everyday: ['kind', 'id', 'title', 'type', 'location'],
});
