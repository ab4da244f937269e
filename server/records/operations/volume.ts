import { date, decimal, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** A disk or a share that fills up: how large it is, how full it was when somebody last looked. */
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
