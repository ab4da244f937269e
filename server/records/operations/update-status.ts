import { boolean, choice, date, decimal, group, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** An update that closes a hole: since when there is one, and whether it is in. */
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
