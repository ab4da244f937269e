import type { Estate } from '../../estate/estate.ts';
import { isKind, nameOf, spanAt, statusOf, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import { itemsOf } from '../../facts/changes.ts';
import { compareMoments, hoursBetween, sayMoment, type Moment } from '../../model/day.ts';
import { listed } from '../../model/words.ts';
import { placeOf, type Rule } from '../rule.ts';
import { change } from './example.ts';

/** How fresh a copy must be before something is changed. */
const hours = 24;

const backup = (last: string) =>
  `${change({ items: '[SRV-01]', category: 'minor', status: 'in_progress', window: '{ from: 2026-11-23 07:00, to: 2026-11-23 09:00 }' })}---\nkind: asset\nid: SRV-01\ntitle: Server\ntype: server\nlocation: unknown\n---\nkind: backup_job\nid: BKP-01\ntitle: Server at night\nprotects: [SRV-01]\ntarget: unknown\ninterval_hours: 24\nlast_success: ${last}\nlast_restore_test: 2026-11-02\n`;

export const chg020: Rule = {
  code: 'CHG-020',
  kind: 'rfc',
  title: 'Before a change there is a fresh copy of what it touches',
  why: 'If it goes wrong, everything since the last good copy is lost.',
  bad: backup('2026-11-22 05:00'),
  good: backup('2026-11-23 02:00'),
  cases: { old: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'rfc') || !['scheduled', 'in_progress'].includes(statusOf(record))) return;
    const from = record.values.window?.from;
    const zone = estate.zoneOf(record.file);
    if (from === undefined || hoursBetween(estate.now(record.file), from, zone) > hours) return;
    const old = itemsOf(record, estate).flatMap(item => oldCopy(item, from, estate) ?? []);
    const [first] = old;
    if (!first) return;
    yield {
      ...spanAt(record, ['window', 'from']),
      case: 'old',
      message: `There is no good copy of ${listed(old.map(({ item }) => nameOf(item)))} from the day before this change; the last is of ${sayMoment(first.last, zone)}. Make one first, or everything since then is lost if it goes wrong.`,
      related: old.flatMap(({ jobs }) =>
        jobs.map(job => placeOf(job, spanAt(job, ['last_success']), `${job.id}: last good copy`)),
      ),
    };
  },
};

/** The item's backups, where all of them are known to be older than a day before; undefined where it has none, or one may be newer. */
function oldCopy(
  item: RecordEntry,
  from: Moment,
  estate: Estate,
): { item: RecordEntry; jobs: RecordOf<'backup_job'>[]; last: Moment } | undefined {
  const zone = estate.zoneOf(item.file);
  const jobs = estate
    .naming(item.id, item.file)
    .filter((one): one is RecordOf<'backup_job'> => isKind(one, 'backup_job') && isCopied(item, one));
  const newest = jobs.reduce<Moment | undefined>((best, { values: { last_success: on } }) => {
    return on !== undefined && (best === undefined || compareMoments(on, best, zone) > 0) ? on : best;
  }, undefined);
  if (newest === undefined || jobs.some(job => job.values.last_success === undefined)) return undefined;
  return hoursBetween(newest, from, zone) > (newest.length === 10 ? 2 * hours : hours)
    ? { item, jobs, last: newest }
    : undefined;
}

function isCopied(item: RecordEntry, { values }: RecordOf<'backup_job'>): boolean {
  const id = item.id.toLowerCase();
  return (values.protects ?? []).some(one => one.toLowerCase() === id) || values.source?.toLowerCase() === id;
}
