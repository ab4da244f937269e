import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, type RecordOf } from '../../estate/record.ts';
import { effectiveChecks } from '../../facts/effective-checks.ts';
import { sayDay } from '../../model/day.ts';
import { addressBytes } from '../../model/read-address.ts';
import { checkTypeFacts } from '../../records/check-types.data.ts';
import { example } from '../examples.ts';
import type { Rule } from '../rule.ts';

const subnet = (used: number) =>
  example('subnet', 'pupils', 'Pupils’ wireless', {
    cidr: '192.168.40.0/24',
    dhcp_scope: `{ from: 192.168.40.101, to: 192.168.40.200, in_use: ${used}, in_use_on: 2026-11-20 }`,
  });

export const mon011: Rule = {
  code: 'MON-011',
  kind: 'subnet',
  title: 'There are addresses left for new devices',
  why: 'When all addresses are handed out, the next device simply does not get on – and it looks like a wireless fault.',
  bad: subnet(81),
  good: subnet(79),
  cases: { soon: 'warning', full: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'subnet')) return;
    const { in_use: used, in_use_on: on } = record.values.dhcp_scope ?? {};
    const size = sizeOf(record);
    if (used === undefined || size === undefined || size <= 0) return;
    const percent = (100 * used) / size;
    const { warn, critical } = limitsFor(record, estate);
    if (percent < warn) return;
    const full = percent >= critical;
    yield {
      ...spanAt(record, ['dhcp_scope', 'in_use']),
      case: full ? 'full' : 'soon',
      message: `${used} of ${size} addresses here are taken${on === undefined ? '' : ` (${sayDay(on)})`}, ${Math.floor(percent)} per cent. ${
        full ? 'Soon the next device will not get on: make' : 'Before none is left, make'
      } the range larger, or let addresses go back sooner.`,
    };
  },
};

/** What the network's own check says, else the table. */
function limitsFor(record: RecordOf<'subnet'>, estate: Estate): { warn: number; critical: number } {
  const { settings } = effectiveChecks(record, estate).find(({ type }) => type === 'dhcp_scope') ?? {};
  const { warn = 80, critical = 90 } = checkTypeFacts.dhcp_scope;
  return { warn: settings?.warn?.value ?? warn, critical: settings?.critical?.value ?? critical };
}

/** As written, else counted from first to last. */
function sizeOf({ values }: RecordOf<'subnet'>): number | undefined {
  const { size, from, to } = values.dhcp_scope ?? {};
  if (size !== undefined || from === undefined || to === undefined) return size;
  const [first, last] = [numberOf(from), numberOf(to)];
  return first === undefined || last === undefined ? undefined : last - first + 1;
}

function numberOf(address: string): number | undefined {
  return addressBytes(address)?.reduce((sum, byte) => sum * 256 + byte, 0);
}
