import { isKind, isWritten, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { addKeys } from '../fix.ts';
import type { Rule } from '../rule.ts';
import { change } from './example.ts';

const failed = {
  status: 'implemented',
  window: '{ from: 2026-11-18 16:30, to: 2026-11-18 18:00 }',
  implemented: '2026-11-18 17:20',
  outcome: 'failed',
};

export const chg012: Rule = {
  code: 'CHG-012',
  kind: 'rfc',
  title: 'A change that failed is explained, and followed up',
  why: 'It will be tried again. What went wrong is then worth more than all that went right.',
  bad: change(failed),
  good: change({ ...failed, review: '{ text: The new battery did not fit., incidents: [INC-2301] }' }),
  cases: { failed: 'error' },
  *check(record) {
    if (!isKind(record, 'rfc')) return;
    const { outcome } = record.values;
    if (outcome !== 'failed' && outcome !== 'backed_out') return;
    const missing = missingIn(record);
    if (missing.length === 0) return;
    const what = [
      ...(missing.includes('review.text') ? ['what went wrong'] : []),
      ...(missing.includes('problems') ? ['which problem or fault follows from it'] : []),
    ].join(', and ');
    yield {
      ...spanAt(record, ['outcome']),
      case: 'failed',
      message: `This change ${outcome === 'failed' ? 'failed' : 'was put back'}, and nobody wrote down ${what}. Write it down now, or the next try fails in the same way.`,
      fixes: () =>
        addKeys(record, missing, missing.length === 1 ? `Add the line ${missing[0] ?? ''}` : 'Add the 2 lines'),
    };
  },
};

function missingIn(record: RecordOf<'rfc'>): string[] {
  // Once it is closed, CHG-011 asks for the words.
  const words = isWritten(record, 'review.text') || statusOf(record) === 'closed';
  const followed = isWritten(record, 'problems') || isWritten(record, 'review.incidents');
  return [...(followed ? [] : ['problems']), ...(words ? [] : ['review.text'])];
}
