import { isKind, spanAt, type RecordOf } from '../../estate/record.ts';
import { isNewestReview } from '../../facts/account-reviews.ts';
import { addDays, sayDay } from '../../model/day.ts';
import { example, together } from '../examples.ts';
import type { Remark, Rule } from '../rule.ts';

/** A term, as an age. */
const term = 122;

const review = (account: string) =>
  together(
    example('account_review', 'ACC-01', 'Administrators of the directory', {
      system: 'SVC-02',
      date: '2026-11-02',
      privileged: `[${account}]`,
      leavers_found: '0',
    }),
    example('service', 'SVC-02', 'Logging on', { status: 'proposed' }),
  );

export const om003: Rule = {
  code: 'OM-003',
  kind: 'account_review',
  title: 'Each term somebody looks at who may change everything',
  why: 'One stolen administrator’s password is enough to lose all that the school has.',
  bad: review('{ account: admin, shared: yes, mfa: yes }'),
  good: review('{ account: admin-1, shared: no, mfa: yes }'),
  cases: { old: 'warning', shared: 'warning', factor: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'account_review') || !isNewestReview(record, estate)) return;
    const { date } = record.values;
    if (date !== undefined && addDays(date, term) < estate.today(record.file))
      yield {
        ...spanAt(record, ['date']),
        case: 'old',
        message: `Nobody has looked at these accounts since ${sayDay(date)}, more than a term ago. Look who may change everything, who has left, and record it as a new review.`,
      };
    yield* accounts(record);
  },
};

function* accounts(review: RecordOf<'account_review'>): Generator<Remark> {
  for (const [i, { account = 'This account', shared, mfa }] of (review.values.privileged ?? []).entries()) {
    if (shared)
      yield {
        ...spanAt(review, ['privileged', i, 'shared']),
        case: 'shared',
        message: `Several people use ${account}, so nobody can tell who did what, and a leaver still knows the password. Give each administrator an account of their own.`,
      };
    if (mfa === false)
      yield {
        ...spanAt(review, ['privileged', i, 'mfa']),
        case: 'factor',
        message: `${account} may change everything with a password alone. Switch on a second proof for it: an app, a key or a code.`,
      };
  }
}
