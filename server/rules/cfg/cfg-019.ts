import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, spanAt, type RecordOf } from '../../estate/record.ts';
import { hasServices } from '../../facts/begun.ts';
import { chainOf, isLiveAsset } from '../../facts/dependencies.ts';
import { device, example, liveService, together } from '../examples.ts';
import type { Rule } from '../rule.ts';

const kept = ['server', 'switch', 'firewall', 'storage'];

const school = (more: Readonly<Record<string, string>>) =>
  together(
    example('location', 'cupboard', 'Server cupboard', {}),
    device('UPS-01', 'UPS', 'ups'),
    device('SW-01', 'Core switch', 'switch', { location: 'cupboard', criticality: 'critical', ...more }),
    liveService('SVC-01', 'Wireless', { depends_on: '[SW-01]' }),
    example('maintenance_task', 'TSK-01', 'Dusting', {
      applies_to: '[cupboard]',
      frequency: 'termly',
      performer: 'ict-owner',
      last_done: '2026-10-12',
    }),
  );

export const cfg019: Rule = {
  code: 'CFG-019',
  kind: 'asset',
  title: 'Servers, stores, firewalls and switches that all rest on stand behind a UPS',
  why: 'A short power cut is no trouble for what a UPS carries. Without one a server loses what it was writing, and everybody waits until all is up again.',
  bad: school({}),
  good: school({ powered_by: 'UPS-01' }),
  cases: { none: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'asset') || record.values.criticality !== 'critical' || !isLiveAsset(record)) return;
    const { type = '', powered_by: source } = record.values;
    if (!kept.includes(type) || !hasServices(record.file, estate) || isOpen(record, estate)) return;
    if ([...chainOf(record, estate)].some(one => isKind(one, 'asset') && one.values.type === 'ups')) return;
    yield {
      ...spanAt(record, [source === undefined ? 'criticality' : 'powered_by']),
      case: 'none',
      message:
        'The whole school rests on this device, and no UPS carries it. Plug it into one and write powered_by, or plan one.',
    };
  },
};

/** Unknown is to be found out, and that something is not recorded GEN-003 says. */
function isOpen(record: RecordOf<'asset'>, estate: Estate): boolean {
  const source = record.values.powered_by;
  return source === undefined ? isWritten(record, 'powered_by') : !estate.named(source, record.file);
}
