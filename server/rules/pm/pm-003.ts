import { headingOf, isKind, isWritten, spanAt } from '../../estate/record.ts';
import { hasServices } from '../../facts/begun.ts';
import { isLiveAsset } from '../../facts/dependencies.ts';
import { coversAsset, isActiveTask } from '../../facts/servicing.ts';
import { typeGroups } from '../../records/vocabulary.data.ts';
import { device, example, liveService, together } from '../examples.ts';
import { draftRecord } from '../new-record.ts';
import type { Rule } from '../rule.ts';

const school = (type: string) =>
  together(
    device('UPS-01', 'UPS of the server cupboard', 'ups', { criticality: 'critical', location: 'cupboard' }),
    example('location', 'cupboard', 'Server cupboard', {}),
    liveService('SVC-01', 'Files', { depends_on: '[UPS-01]' }),
    example('maintenance_task', 'TSK-01', 'Self-test', {
      for_all: `{ type: ${type} }`,
      frequency: 'termly',
      performer: 'ict-owner',
      last_done: '2026-10-12',
    }),
  );

export const pm003: Rule = {
  code: 'PM-003',
  kind: 'asset',
  title: 'What the whole school rests on is serviced',
  why: 'Dust, worn batteries and full disks give notice to those who look. Where nobody looks, the first sign is the failure.',
  bad: school('printer'),
  good: school('ups'),
  cases: { none: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'asset') || record.values.criticality !== 'critical' || !isLiveAsset(record)) return;
    const { type } = record.values;
    if (type === undefined || !(typeGroups.powered as readonly string[]).includes(type)) return;
    const tasks = estate.ofKind('maintenance_task', record.file);
    if (tasks.length === 0 && !hasServices(record.file, estate)) return;
    if (tasks.some(task => isActiveTask(task) && coversAsset(task, record, estate))) return;
    yield {
      ...(isWritten(record, 'criticality') ? spanAt(record, ['criticality']) : headingOf(record)),
      case: 'none',
      message:
        'The whole school rests on this device, and no servicing is planned for it. Name it in a maintenance task, or make one for its sort.',
      fixes: () => [
        {
          title: 'Plan its servicing',
          edits: [],
          append: draftRecord('maintenance_task', `Servicing of ${record.title}`, record, estate, {
            applies_to: [record.id],
            frequency: 'unknown',
          }),
        },
      ],
    };
  },
};
