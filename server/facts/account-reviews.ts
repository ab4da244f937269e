import type { Estate } from '../estate/estate.ts';
import type { RecordOf } from '../estate/record.ts';
import { tellingOf } from './newest.ts';

/** Whether no newer review looked at the same system: the older ones are history. One without a system stands alone. */
export function isNewestReview(review: RecordOf<'account_review'>, estate: Estate): boolean {
  const system = estate.named(review.values.system, review.file);
  if (!system) return true;
  const told = tellingOf(system, { kind: 'account_review', names: 'system', day: 'date' }, estate);
  return told[0]?.record === review;
}
