import { isKind, isRetired, isWritten, spanAt, type RecordOf } from '../../estate/record.ts';
import { addDays, daysBetween, sayDay, type Day } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import { device, example, together } from '../examples.ts';
import type { Rule } from '../rule.ts';

/** Days after which a hole must be closed: as Cyber Essentials and the Department for Education ask. */
const allowed = 14;
/** The score from which a hole counts as grave. */
const grave = 7;

const update = (released: string) =>
  together(
    example('update_status', 'UPD-01', 'November updates', { asset: 'SRV-01', released, severity: 'critical' }),
    device('SRV-01', 'Server', 'server'),
  );

export const om001: Rule = {
  code: 'OM-001',
  kind: 'update_status',
  title: 'Grave security holes are closed within fourteen days',
  why: 'From the day on which the update is there, criminals know the hole as well. One whose gravity nobody gives counts as grave.',
  bad: update('2026-11-08'),
  good: update('2026-11-09'),
  cases: { late: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'update_status') || !isGrave(record) || isWritten(record, 'installed')) return;
    const today = estate.today(record.file);
    const { released } = record.values;
    const asset = estate.named(record.values.asset, record.file);
    if (released === undefined || addDays(released, allowed) >= today) return;
    if ((asset && isRetired(asset)) || isExcepted(record, today)) return;
    yield {
      ...spanAt(record, ['released']),
      case: 'late',
      message: `This update has been there since ${sayDay(released)}, ${count(daysBetween(released, today), 'day')}; ${allowed} are allowed. Put it in, or write down as an exception why not, what protects the device, and until when.`,
    };
  },
};

function isGrave(update: RecordOf<'update_status'>): boolean {
  const { severity, cvss } = update.values;
  if (cvss !== undefined && cvss >= grave) return true;
  if (severity !== undefined) return severity === 'critical' || severity === 'high';
  return cvss === undefined && !update.understood.answers.has('severity');
}

/** Whether somebody wrote down why the update is not put in, and that still holds. */
export function isExcepted(update: RecordOf<'update_status'>, today: Day): boolean {
  const { reason, until } = update.values.exception ?? {};
  return reason !== undefined && until !== undefined && until >= today;
}
