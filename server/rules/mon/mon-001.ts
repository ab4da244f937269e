import type { Estate } from '../../estate/estate.ts';
import { spanAt } from '../../estate/record.ts';
import { checksIn, effectiveChecks, type CheckPlace, type CheckSettings } from '../../facts/effective-checks.ts';
import type { RecordFix } from '../../model/finding.ts';
import { checkTypeFacts, type CheckType } from '../../records/check-types.data.ts';
import { nodeAt } from '../../yaml/node.ts';
import { device } from '../examples.ts';
import type { Remark, Rule } from '../rule.ts';

const example = (check: string) =>
  device('SRV-01', 'Server', 'server', { hostname: 'srv-01', checks: `\n  - ${check}` });

export const mon001: Rule = {
  code: 'MON-001',
  title: 'A check warns before it is critical',
  why: 'A warning that comes with the alarm or after it leaves no time to act.',
  bad: example('{ type: disk, warn: 95, critical: 90 }'),
  good: example('{ type: disk, warn: 80, critical: 90 }'),
  cases: { order: 'error' },
  *check(record, estate) {
    const places = checksIn(record);
    if (places.length === 0) return;
    for (const place of places) yield* checkOrder(place, settingsOf(place, estate));
  },
};

/** With what it inherits; a policy's own checks inherit from the table alone. */
function settingsOf(place: CheckPlace, estate: Estate): CheckSettings {
  const checks = effectiveChecks(place.record, estate);
  return (
    checks.find(({ askedBy }) => askedBy.path[1] === place.path[1] && askedBy.record === place.record)?.settings ?? {}
  );
}

interface Pair {
  readonly low: 'warn' | 'loss_warn';
  readonly high: 'critical' | 'loss_critical';
  readonly unit: string;
  /** Low is bad. */
  readonly below: boolean;
}

/** The pairs of limits that the type has. */
function pairsOf(type: CheckType): Pair[] {
  const { direction, unit = '' } = checkTypeFacts[type];
  if (!direction) return [];
  const own: Pair = { low: 'warn', high: 'critical', unit, below: direction === 'below' };
  return [own, { low: 'loss_warn', high: 'loss_critical', unit: 'per cent lost', below: false }];
}

function* checkOrder(place: CheckPlace, settings: CheckSettings): Generator<Remark> {
  for (const pair of place.check.type === undefined ? [] : pairsOf(place.check.type)) {
    const [warn, critical] = [settings[pair.low], settings[pair.high]];
    if (!warn || !critical || isRight(warn.value, critical.value, pair.below)) continue;
    // Two inherited numbers are not this record's to mend.
    const own = [warn, critical].filter(({ from }) => from.is === 'check').length;
    if (own === 0) continue;
    yield {
      ...spanAt(place.record, [...place.path, warn.from.is === 'check' ? pair.low : pair.high]),
      case: 'order',
      message: wordsFor(warn.value, critical.value, pair),
      fixes: () => (own === 2 && warn.value !== critical.value ? swap(place, pair) : []),
    };
  }
}

function isRight(warn: number, critical: number, below: boolean): boolean {
  return below ? warn > critical : warn < critical;
}

function wordsFor(warn: number, critical: number, { unit, below }: Pair): string {
  const what = warn === critical ? 'there is no time between the two' : 'the warning comes too late';
  return `This warns at ${warn} and is critical at ${critical} (${unit}), so ${what}. Here ${
    below ? 'low is bad: the warning must be the higher' : 'high is bad: the warning must be the lower'
  } number.`;
}

function swap({ record, path }: CheckPlace, { low, high }: Pair): RecordFix[] {
  const [a, b] = [low, high].map(key => nodeAt(record.text.root, [...path, key]).node);
  if (a?.type !== 'scalar' || b?.type !== 'scalar') return [];
  const edits = [
    { start: a.start, end: a.end, text: record.source.slice(b.start, b.end) },
    { start: b.start, end: b.end, text: record.source.slice(a.start, a.end) },
  ];
  return [{ title: 'Swap the two', preferred: true, edits: edits.sort((one, other) => one.start - other.start) }];
}
