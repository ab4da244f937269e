import { choice, decimal, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** A body of data that the school answers for: whose it is, where it is, how long it is kept, where the copies are. */
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
