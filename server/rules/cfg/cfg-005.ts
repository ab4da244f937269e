import { isKind, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { daysBetween, sayDay } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

const soon = 180;

export const cfg005: Rule = {
  code: 'CFG-005',
  kind: 'asset',
  title: 'Nothing in use is past its end of support',
  why: 'Without security updates a device is an open door; without spare parts it is a long failure. Replacing takes months, so the warning comes early.',
  bad: 'kind: asset\nid: DT-01\ntitle: Office desktops\ntype: desktop\nlocation: unknown\nend_of_support: 2020-10-14\n',
  good: 'kind: asset\nid: DT-01\ntitle: Office desktops\ntype: desktop\nlocation: unknown\nend_of_support: 2096-10-14\n',
  cases: { ended: 'error', soon: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'asset') || !['in_use', 'on_loan'].includes(statusOf(record))) return;
    const end = record.values.end_of_support;
    if (end === undefined) return;
    const left = daysBetween(estate.today(record.file), end);
    if (left > soon) return;
    const span = spanAt(record, ['end_of_support']);
    const what = record.values.os ?? record.title;
    const users = inUse(record);
    if (left < 0)
      yield {
        ...span,
        case: 'ended',
        message: `${what} has had no updates or support since ${sayDay(end)}.${users} Plan the replacement, or record who accepts the risk.`,
      };
    else
      yield {
        ...span,
        case: 'soon',
        message: `Support for ${what} ends on ${sayDay(end)}, in ${count(left, 'day')}.${users} Plan the replacement now.`,
      };
  },
};

function inUse(record: RecordOf<'asset'>): string {
  const quantity = record.values.quantity ?? 1;
  return quantity > 1 ? ` ${quantity} devices still use it.` : '';
}
