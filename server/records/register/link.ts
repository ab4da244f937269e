import { choice, date, decimal, group, integer, list, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

const end = (label: string) =>
  group(
    label,
    'A device, and the port on it.',
    {
      asset: reference('Device', 'Which device.', ['asset']),
      port: text('Port', 'As printed on the device.'),
    },
    { short: 'asset', needs: ['asset'] },
  );

/** A cable, fibre or radio link between two devices, where both ends, patching or test results matter. */
export const link = declareKind({
  kind: 'link',
  prefix: 'LNK',
  label: 'Link',
  plural: 'Links',
  about: 'A cable, fibre or radio link between two devices, where both ends, the patching or test results matter.',
  fields: {
    a: end('One end'),
    b: end('Other end'),
    medium: choice('Medium', 'What it is made of.', {
      copper: 'Copper cable',
      fibre_om3: 'Fibre OM3',
      fibre_om4: 'Fibre OM4',
      fibre_os2: 'Fibre OS2, for long ways',
      dac: 'Short fixed cable within a cabinet',
      wireless: 'Radio',
      circuit: 'A line of a supplier',
    }),
    category: choice('Category', 'Class of a copper cable.', { cat5e: 'Cat 5e', cat6: 'Cat 6', cat6a: 'Cat 6A' }),
    speed_mbps: integer('Speed', 'How fast it runs.', { unit: 'Mbit/s', least: 1 }),
    vlans: list(
      'Virtual networks',
      'VLAN numbers that it carries.',
      integer('Number', 'VLAN number.', { least: 1, most: 4094 }),
    ),
    patch: group('Patch panel', 'Where it is patched.', {
      panel: text('Panel', 'Which panel.'),
      port: text('Port', 'Which port of it.'),
    }),
    tested: date('Tested', 'When it was last tested.', { done: true }),
    test_result: text('Test result', 'What the tester said.'),
    length_m: decimal('Length', 'How long it is.', { unit: 'm', least: 0 }),
    serial: text('Serial number', 'Of the cable or the module.', { distinct: 'serial number' }),
  },
  needs: [{ fields: ['a', 'b'] }],
  wanted: [{ fields: ['medium'] }],
  everyday: ['kind', 'id', 'title', 'a', 'b'],
});
