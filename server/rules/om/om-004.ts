import { isKind, spanAt } from '../../estate/record.ts';
import { isNewestReview } from '../../facts/account-reviews.ts';
import { schoolDaysOf } from '../../facts/school-days.ts';
import { addDays, sayDay } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import { example, together } from '../examples.ts';
import type { Rule } from '../rule.ts';

const review = (removed: number) =>
  together(
    example('account_review', 'ACC-01', 'Administrators of the directory', {
      system: 'SVC-02',
      date: '2026-11-02',
      privileged: '[admin-1]',
      leavers_found: '2',
      leavers_removed: String(removed),
    }),
    example('service', 'SVC-02', 'Logging on', { status: 'proposed' }),
  );

export const om004: Rule = {
  code: 'OM-004',
  kind: 'account_review',
  title: 'Who leaves can log on no longer than the next school day',
  why: 'An account that nobody uses is the one whose misuse nobody notices.',
  bad: review(1),
  good: review(2),
  cases: { open: 'warning', late: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'account_review') || !isNewestReview(record, estate)) return;
    const { date, leavers_found: found = 0, leavers_removed: removed, oldest_leaver_days: days } = record.values;
    if (removed !== undefined && removed < found)
      yield {
        ...spanAt(record, ['leavers_removed']),
        case: 'open',
        message: `${count(found - removed, 'account')} of people who have left can still be used. Close them today, and correct the number.`,
      };
    if (date === undefined || days === undefined) return;
    const left = addDays(date, -days);
    const open = schoolDaysOf(record.file, estate).count(left, date);
    if (open <= 1) return;
    yield {
      ...spanAt(record, ['oldest_leaver_days']),
      case: 'late',
      message: `Somebody who left on ${sayDay(left)} could log on for ${count(open, 'school day')} more. Ask the office to tell you of each leaver on the last day.`,
    };
  },
};
