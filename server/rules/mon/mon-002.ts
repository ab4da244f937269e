import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt } from '../../estate/record.ts';
import { hasServices } from '../../facts/begun.ts';
import { isLiveAsset } from '../../facts/dependencies.ts';
import { runningChecks } from '../../facts/effective-checks.ts';
import { device, example, liveService, together } from '../examples.ts';
import { setField } from '../fix.ts';
import type { Rule } from '../rule.ts';

const school = (checks: string) =>
  together(
    example('location', 'cupboard', 'Server cupboard', {}),
    example('subnet', 'all', 'All devices', { cidr: '192.168.10.0/24' }),
    device('PRN-01', 'Printer of the office', 'printer', {
      location: 'cupboard',
      criticality: 'critical',
      address: '192.168.10.4',
      checks,
    }),
    liveService('SVC-01', 'Printing', { depends_on: '[PRN-01]' }),
    example('maintenance_task', 'TSK-01', 'Clean the printers', {
      for_all: '{ type: printer }',
      frequency: 'termly',
      performer: 'ict-owner',
      last_done: '2026-10-12',
    }),
  );

export const mon002: Rule = {
  code: 'MON-002',
  kind: 'asset',
  title: 'What the whole school rests on is watched',
  why: 'Where nobody looks, users are the alarm.',
  bad: school(''),
  good: school('[ping]'),
  cases: { none: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'asset') || record.values.criticality !== 'critical' || !isLiveAsset(record)) return;
    if (record.values.address === undefined || !isWatching(record.file, estate)) return;
    if (runningChecks(record, estate).length > 0) return;
    const written = record.values.checks !== undefined;
    yield {
      ...spanAt(record, [written ? 'checks' : 'criticality']),
      case: 'none',
      message: `The whole school rests on this device, and ${
        written ? 'all its checks are switched off or paused' : 'no check looks at it'
      }. Let at least a ping run, so that you know before the classes do.`,
      fixes: () => (written ? [] : setField(record, ['checks'], 'ping', 'Add the line checks: ping')),
    };
  },
};

/** A school that only keeps a register is asked for no checks. */
function isWatching(file: string, estate: Estate): boolean {
  return hasServices(file, estate) || estate.ofKind('monitoring_policy', file).length > 0;
}
