import { isWritten, spanAt, type RecordEntry } from '../../estate/record.ts';
import { effectiveChecks, hasAddress } from '../../facts/effective-checks.ts';
import { keyEdits } from '../fix.ts';
import { device } from '../examples.ts';
import type { Rule } from '../rule.ts';

/** Where the address of such a thing stands; a service has none, and its checks name a host. */
const addressFields: Readonly<Record<string, readonly string[]>> = {
  asset: ['address', 'hostname'],
  subnet: ['gateway'],
};

export const mon003: Rule = {
  code: 'MON-003',
  title: 'A check that asks over the network has an address to ask',
  why: 'A check that cannot run looks like a device without faults.',
  bad: device('AP-04', 'Library', 'access_point', { checks: '[ping]' }),
  good: device('AP-04', 'Library', 'access_point', { hostname: 'ap-04', checks: '[ping]' }),
  cases: { no_address: 'error' },
  *check(record, estate) {
    if (record.values['checks'] === undefined || record.kind === 'monitoring_policy' || hasAddress(record)) return;
    const fields = addressFields[record.kind] ?? [];
    if (fields.some(key => isWritten(record, key))) return; // unknown: to be found out
    // What a policy asks for in general waits until there is an address.
    const [first] = effectiveChecks(record, estate).filter(
      ({ askedBy, state }) => askedBy.record === record && state === 'no address',
    );
    if (!first) return;
    yield {
      ...spanAt(record, first.askedBy.path),
      case: 'no_address',
      message:
        fields.length > 0
          ? 'This is to be looked at over the network, but has no address, so the check never runs. Add the address, or take the check out.'
          : 'This is to be looked at over the network, but the check does not say where. Add the line host with the address to ask.',
      fixes: () => (fields.length > 0 ? unknownAddress(record, fields[0] ?? '') : []),
    };
  },
};

function unknownAddress(record: RecordEntry, key: string) {
  const edits = keyEdits(record, [{ path: [key], value: 'unknown' }]);
  return edits ? [{ title: `Add the line ${key}: unknown for now`, edits }] : [];
}
