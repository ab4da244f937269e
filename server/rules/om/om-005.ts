import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, type RecordOf } from '../../estate/record.ts';
import { sayDay } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import { device, example, together } from '../examples.ts';
import type { Rule } from '../rule.ts';

/** Shares in per cent, and days ahead. */
const full = 90;
const filling = 80;
const ahead = 90;
const daysInMonth = 365.25 / 12;

const disk = (used: number) =>
  together(
    example('volume', 'VOL-01', 'Disk D of the server', {
      asset: 'SRV-01',
      capacity_gb: '1000',
      used_gb: String(used),
      used_on: '2026-11-20',
    }),
    device('SRV-01', 'Server', 'server'),
  );

export const om005: Rule = {
  code: 'OM-005',
  kind: 'volume',
  title: 'No disk fills up unnoticed',
  why: 'A disk that is full in the middle of a lesson stops everything that writes to it.',
  bad: disk(910),
  good: disk(640),
  cases: { full: 'error', filling: 'warning', forecast: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'volume')) return;
    const { capacity_gb: size, used_gb: used, used_on: on } = record.values;
    if (size === undefined || size === 0 || used === undefined || on === undefined) return;
    const said = judge(size, used, growthOf(record, estate));
    if (!said) return;
    const message = `${Math.floor((used / size) * 100)} per cent of this was used on ${sayDay(on)}${said.words}`;
    yield { ...spanAt(record, ['used_gb']), case: said.case, message };
  },
};

function judge(size: number, used: number, growth: number): { case: string; words: string } | undefined {
  const share = (used / size) * 100;
  if (share >= full) return { case: 'full', words: '. Make room now: move old files away, or add disks.' };
  if (share >= filling)
    return { case: 'filling', words: '. Move old files away, or plan more room, before it is full.' };
  const days = growth > 0 ? Math.floor(((size - used) / growth) * daysInMonth) : Infinity;
  if (days >= ahead) return undefined;
  const words = `, and its data grow so fast that it is full in about ${count(days, 'day')}. Plan more room now.`;
  return { case: 'forecast', words };
}

/** What the data that are kept on it grow by in a month. */
function growthOf(volume: RecordOf<'volume'>, estate: Estate): number {
  const kept = volume.id ? estate.naming(volume.id, volume.file) : [];
  return kept.reduce((sum, one) => sum + (isKind(one, 'data_set') ? (one.values.growth_gb_month ?? 0) : 0), 0);
}
