import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, type RecordEntry } from '../../estate/record.ts';
import { addDays, hoursBetween, sayMoment, type Moment } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import type { Rule } from '../rule.ts';
import { backup } from './example.ts';

const copy = (last: string) =>
  `kind: service\nid: SVC-03\ntitle: Shared files\nstatus: proposed\n---\n${backup('BKP-01', { last_success: last })}`;

export const scm006: Rule = {
  code: 'SCM-006',
  kind: 'backup_job',
  title: 'Backups run when they should',
  why: 'A backup that stopped without a word is found on the day on which it is needed.',
  bad: copy('2026-11-19 23:00'),
  good: copy('2026-11-22 23:00'),
  cases: { old: 'error', late: 'warning', failed: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'backup_job')) return;
    const { last_success: last, last_result: result, interval_hours: every } = record.values;
    if (result === 'failed') {
      const good =
        last === undefined ? '' : `; the last good copy is from ${sayMoment(last, estate.zoneOf(record.file))}`;
      const message = `The newest run failed${good}. Find out why, run it again, and write down how it went.`;
      yield { ...spanAt(record, ['last_result']), case: 'failed', message };
      return;
    }
    if (last === undefined || every === undefined || every === 0) return; // GEN-023 asks for what is not known
    const age = hoursSince(last, record, estate);
    if (age <= every * 1.25) return;
    yield {
      ...spanAt(record, ['last_success']),
      case: age > every * 2 ? 'old' : 'late',
      message: `The last good copy is from ${sayMoment(last, estate.zoneOf(record.file))}, ${sayAge(age)} ago; it should be made every ${sayInterval(every)}. What has changed since would be lost: see why it did not run.`,
    };
  },
};

/** A day without a time: the copy may have been made in its last minute. */
function hoursSince(last: Moment, record: RecordEntry, estate: Estate): number {
  const from = last.length === 10 ? `${addDays(last, 1)}T00:00` : last;
  return hoursBetween(from, estate.now(record.file), estate.zoneOf(record.file));
}

function sayAge(hours: number): string {
  return hours < 48 ? count(Math.floor(hours), 'hour') : count(Math.floor(hours / 24), 'day');
}

/** "day", "2 weeks", "6 hours": behind "every". */
function sayInterval(hours: number): string {
  const [size, unit] = hours % 168 === 0 ? [168, 'week'] : hours % 24 === 0 ? [24, 'day'] : [1, 'hour'];
  return hours === size ? unit : count(hours / size, unit);
}
