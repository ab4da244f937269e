import { isKind, spanAt } from '../../estate/record.ts';
import { accuracyOf, type Audit } from '../../facts/audits.ts';
import { daysBetween, sayDay } from '../../model/day.ts';
import { example } from '../examples.ts';
import { replace } from '../fix.ts';
import type { Remark, Rule } from '../rule.ts';

const mostDays = 30;
/** What rounding may make. */
const rounding = 0.05;

const audit = (more: Readonly<Record<string, string>>) =>
  example('audit', 'AUD-01', 'Sample of the autumn', {
    method: 'sample',
    scope: 'sample',
    done: '2026-10-12',
    by: 'ict-owner',
    signed_off: '{ by: ict-owner, on: 2026-10-13 }',
    ...more,
  });
const difference = (status: string) => ({ differences: `[{ field: location, cause: moved, status: ${status} }]` });

export const cfg015: Rule = {
  code: 'CFG-015',
  kind: 'audit',
  title: 'What an audit finds is settled within a month, and its sums are right',
  why: 'An audit that is not followed up is a walk round the school. Figures that do not add up make readers doubt the rest.',
  bad: audit(difference('open')),
  good: audit(difference('closed')),
  cases: { open: 'warning', sum: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'audit')) return;
    yield* checkSum(record);
    const { done, differences = [] } = record.values;
    const days = done === undefined ? 0 : daysBetween(done, estate.today(record.file));
    if (done === undefined || days <= mostDays) return;
    for (const [i, { asset, status }] of differences.entries())
      if (status !== 'closed')
        yield {
          ...spanAt(record, ['differences', i, ...(status === undefined ? [] : ['status'])]),
          case: 'open',
          message: `${asset === undefined ? 'This difference' : `What was found at ${asset}`} has been open since the audit of ${sayDay(done)}, ${days} days ago. Correct the record or the thing, and write closed.`,
        };
  },
};

function* checkSum(record: Audit): Generator<Remark> {
  const [right, written] = [accuracyOf(record), record.values.accuracy_percent];
  if (right === undefined || written === undefined || Math.abs(written - right) <= rounding) return;
  const { recorded = 0, incorrect_records: wrong = 0 } = record.values;
  const span = spanAt(record, ['accuracy_percent']);
  yield {
    ...span,
    case: 'sum',
    message: `${wrong} wrong of ${recorded} are ${right} per cent right, not ${written}. Correct the share, or the numbers that it follows from.`,
    fixes: () => [replace(span, String(right), `Change to ${right}`, true)],
  };
}
