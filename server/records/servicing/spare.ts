import { choice, date, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { assetTypes } from '../vocabulary.data.ts';

/** Parts and devices on the shelf, to put in the place of what fails. */
export const spare = declareKind({
  kind: 'spare',
  prefix: 'SPR',
  label: 'Spare',
  plural: 'Spares',
  about: 'Parts and devices on the shelf, to put in the place of what fails.',
  fields: {
    for_types: list('Stands in for', 'Sorts of device.', choice('Type', 'A sort of device.', assetTypes)),
    for_assets: list(
      'For these',
      'Single devices, where it fits only them.',
      reference('Device', 'A device.', ['asset']),
    ),
    quantity: integer('How many', 'How many there are.', { least: 0 }),
    minimum: integer('At least', 'How many there should be.', { least: 0 }),
    location: reference('Place', 'Where they are kept.', ['location']),
    tested: date('Tested', 'When somebody last saw that it works.', { done: true }),
    supplier: reference('Supplier', 'Where to buy more.', ['supplier']),
    part_number: text('Part number', 'What to order.'),
  },
  needs: [{ fields: ['for_types', 'for_assets'], oneOf: true }, { fields: ['quantity'] }],
  wanted: [{ fields: ['location', 'minimum'] }],
  everyday: ['kind', 'id', 'title', 'for_types', 'quantity'],
});
