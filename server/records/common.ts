import { boolean, choice, decimal, group, integer, list, reference, text, date } from '../model/field.ts';
import { assetTypes, checkTypes, criticalities } from './vocabulary.data.ts';

/** Fields that several kinds share word for word. */

export const criticality = choice('How much depends on it', 'Who loses something when it fails.', criticalities, {
  default: 'normal',
});

export const checks = list(
  'Checks',
  'What the tool looks at regularly. One word takes everything from the monitoring policy: ping, disk.',
  group(
    'Check',
    'One regular look at the thing.',
    {
      type: choice('Type', 'What is looked at; it decides the unit and which way is bad.', checkTypes),
      id: text('Short name', 'A name of its own, where two checks of one type stand here.'),
      every_minutes: integer('Every', 'How often.', { unit: 'minutes', least: 1 }),
      warn: decimal('Warn at', 'From here on it deserves a look.'),
      critical: decimal('Critical at', 'From here on it must be acted on.'),
      loss_warn: decimal('Warn at loss of', 'Lost pings from which it deserves a look.', {
        unit: 'per cent',
        least: 0,
        most: 100,
      }),
      loss_critical: decimal('Critical at loss of', 'Lost pings from which it must be acted on.', {
        unit: 'per cent',
        least: 0,
        most: 100,
      }),
      alert_after: integer('Alert after', 'How many times running before anyone is told.', {
        least: 1,
        default: '3',
        unit: 'times',
      }),
      volume: text('Disk', 'Which disk.', { example: 'D:' }),
      interface: text('Port', 'Which network port of the device.'),
      host: text('Host', 'Another address to look at than the device’s own.'),
      port: integer('Port number', 'Which TCP or UDP port.', { least: 1, most: 65535 }),
      name: text('Name', 'Which sensor, supply, share or name.'),
      expect: text('Expect', 'Text that must be in the answer.'),
      forecast: boolean('Forecast', 'Whether to say when it will be full.'),
      credential: text('Credential', 'Name of a stored password; never the password itself.'),
      raise: choice(
        'Raise',
        'What is proposed when it stays bad.',
        { problem: 'A problem', incident: 'An incident for the service desk', none: 'Nothing' },
        { default: 'problem' },
      ),
      enabled: boolean('Switched on', 'Whether it runs.', { default: 'yes' }),
      paused: group('Paused', 'Not run for a while.', {
        reason: text('Because', 'Why.'),
        until: date('Until', 'Last day of the pause, included.'),
      }),
    },
    { short: 'type', needs: ['type'] },
  ),
);

export const supplierReference = reference('Supplier', 'Who supplies, leases or supports it.', ['supplier']);

/** Role or supplier that did something: it may be gone by now. */
export const doneBy = (label: string, about: string) =>
  reference(label, about, ['role', 'supplier'], { life: 'historic' });

/** Many things at once: by sort, by how much depends on them, by place. All that is given must fit; a place holds what is inside it. */
export const selector = (label: string, about: string) =>
  group(
    label,
    about,
    {
      type: list('Types', 'Sorts of device.', choice('Type', 'A sort of device.', assetTypes)),
      criticality: list(
        'How much depends on them',
        'How much depends on the device.',
        choice('How much depends on it', 'Who loses something when it fails.', criticalities),
      ),
      location: list(
        'Places',
        'Where they are; what is inside a place counts, too.',
        reference('Place', 'A place.', ['location']),
      ),
    },
    { short: 'type' },
  );
