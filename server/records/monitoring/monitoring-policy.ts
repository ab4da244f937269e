import { boolean, group, reference, time } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';
import { checks, selector } from '../common.ts';

/** Checks for many things at once, so that most devices need no line of their own. */
export const monitoringPolicy = declareKind({
  kind: 'monitoring_policy',
  prefix: 'MPO',
  wordsInId: true,
  label: 'Monitoring policy',
  plural: 'Monitoring policies',
  about: 'What is looked at on which sorts of device, unless a device says otherwise itself.',
  fields: {
    applies_to: selector(
      'Applies to',
      'Which devices; all of them where nothing is said. Everything that is given must fit.',
    ),
    checks,
    quiet_hours: group('Quiet hours', 'When nobody is told, unless the whole school is concerned.', {
      from: time('From', 'Start.'),
      to: time('To', 'End.'),
    }),
    alert_to: reference('Tell', 'The role that is told.', ['role']),
    term_only: boolean('In term only', 'Whether it runs in term time only.', { default: 'no' }),
  },
  needs: [{ fields: ['checks'] }],
  everyday: ['kind', 'id', 'title', 'applies_to', 'checks'],
  shared: true,
});
