import type { Estate } from '../estate/estate.ts';
import type { RecordOf } from '../estate/record.ts';
import type { Day } from '../model/day.ts';

export type Audit = RecordOf<'audit'>;

/** Everything was looked at, by walking round. */
export function isFullAudit({ values }: Audit): boolean {
  return values.method === 'physical' && values.scope === 'all';
}

/** A few were looked at; a full audit holds a sample, too. */
export function isSample(audit: Audit): boolean {
  return audit.values.method === 'sample' || audit.values.scope === 'sample' || isFullAudit(audit);
}

/** The audit of the sort that was done last. */
export function lastAudit(
  isSort: (audit: Audit) => boolean,
  file: string,
  estate: Estate,
): { audit: Audit; day: Day } | undefined {
  return estate
    .ofKind('audit', file)
    .flatMap(audit => (audit.values.done !== undefined && isSort(audit) ? [{ audit, day: audit.values.done }] : []))
    .reduce<{ audit: Audit; day: Day } | undefined>(
      (best, one) => (!best || one.day > best.day ? one : best),
      undefined,
    );
}

/** The share of right records, to one decimal: what follows from the numbers of the audit. */
export function accuracyOf({ values }: Audit): number | undefined {
  const { recorded, incorrect_records: wrong } = values;
  if (recorded === undefined || recorded === 0 || wrong === undefined || wrong > recorded) return undefined;
  return Math.round((1000 * (recorded - wrong)) / recorded) / 10;
}
