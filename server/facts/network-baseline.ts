import type { Estate } from '../estate/estate.ts';
import { isKind, statusOf, type RecordEntry, type RecordOf } from '../estate/record.ts';
import { dayOf } from '../model/day.ts';

/** The newest network baseline of the school. */
export function networkBaselineOf(file: string, estate: Estate): RecordOf<'network_baseline'> | undefined {
  return estate
    .ofKind('network_baseline', file)
    .reduce<RecordOf<'network_baseline'> | undefined>(
      (best, one) => ((one.values.taken ?? '') > (best?.values.taken ?? '') ? one : best),
      undefined,
    );
}

/** A major change, done since the baseline was taken, of a device that the baseline names (precise.md, Terms). */
export function majorChangeSince(
  baseline: RecordOf<'network_baseline'>,
  estate: Estate,
): { change: RecordOf<'rfc'>; device: string } | undefined {
  const zone = estate.zoneOf(baseline.file);
  const { taken = '', values = [] } = baseline.values;
  const devices = values.flatMap(({ asset, check }) => asset ?? check?.split('/')[0] ?? []);
  for (const device of devices) {
    const change = estate.naming(device, baseline.file).find(one => {
      const done = isMajorChangeOf(one, device) ? one.values.implemented : undefined;
      return done !== undefined && dayOf(done, zone) > taken;
    });
    if (isKind(change, 'rfc')) return { change, device };
  }
  return undefined;
}

/** Major, done, and the thing is among what it changed. */
function isMajorChangeOf(record: RecordEntry, id: string): record is RecordOf<'rfc'> {
  return (
    isKind(record, 'rfc') &&
    record.values.category === 'major' &&
    ['implemented', 'closed'].includes(statusOf(record)) &&
    (record.values.items ?? []).some(item => item.toLowerCase() === id.toLowerCase())
  );
}
