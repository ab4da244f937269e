import { boolean, choice, date, decimal, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** Registers of storage management: data, the volumes that hold them, disks and tapes. */

export const dataSet = declareKind({
  kind: 'data_set',
  prefix: 'DAT',
  label: 'Data',
  plural: 'Data',
  about:
    'A body of data that the school answers for: whose it is, where it is, how long it is kept, where the copies are.',
  fields: {
    owner: reference('Owner', 'The role that answers for it.', ['role']),
    classification: choice('Sort', 'How careful one must be.', {
      public: 'Public',
      internal: 'Internal',
      personal: 'Personal data',
      special_category: 'Personal data of a special category: health, religion, special needs …',
    }),
    volume: reference('Kept on', 'The volume that holds it.', ['volume']),
    service: reference('Service', 'The service that it belongs to.', ['service']),
    size_gb: decimal('Size', 'How large it is.', { unit: 'GB', least: 0 }),
    growth_gb_month: decimal('Grows by', 'How fast.', { unit: 'GB a month' }),
    retention: text('Kept for', 'How long, and why.'),
    legal_basis_ref: text('Allowed by', 'Where the school has written down why it may hold it.'),
    archive: text('Put away', 'Where old parts go.'),
    backup: list('Copies', 'The backups that copy it.', reference('Backup', 'A backup.', ['backup_job'])),
  },
  needs: [],
  everyday: ['kind', 'id', 'title', 'owner', 'classification'],
});

export const volume = declareKind({
  kind: 'volume',
  prefix: 'VOL',
  label: 'Volume',
  plural: 'Volumes',
  about: 'A disk or a share that fills up: how large it is, how full it was when somebody last looked.',
  fields: {
    asset: reference('Device', 'The device that has it.', ['asset']),
    name: text('Name', 'What the device calls it.', { example: 'D:' }),
    capacity_gb: decimal('Size', 'How much fits.', { unit: 'GB', least: 0 }),
    used_gb: decimal('Used', 'How much was used.', { unit: 'GB', least: 0 }),
    used_on: date('Read on', 'When that was read.', { done: true }),
    raid: text('Disks joined as', 'How many disks may fail before data are lost.'),
    quota: text('Shares', 'How much each user may use.'),
  },
  needs: [{ fields: ['asset'] }],
  wanted: [{ fields: ['capacity_gb'] }],
  orders: [],
  everyday: ['kind', 'id', 'title', 'asset', 'capacity_gb'],
});

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
