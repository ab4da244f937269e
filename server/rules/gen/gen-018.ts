import { headingOf, type RecordEntry } from '../../estate/record.ts';
import type { Remark, Rule } from '../rule.ts';

/** Reported by the engine (check.ts) when a rule throws: our mistake, never the technician's. */
export const gen018: Rule = {
  code: 'GEN-018',
  title: 'A rule could not finish',
  why: 'That is a mistake in this program. The other rules have been looked at; please send the log to those who make it.',
  bad: '',
  good: '',
  cases: { failed: 'information' },
  check: () => [],
};

export function failedRemark(record: RecordEntry, code: string): Remark {
  const message = `Rule ${code} could not finish here; that is a mistake in this program, not in your record. “FITS: Copy Diagnostics for Support” collects what its makers need.`;
  return { ...headingOf(record), case: 'failed', message };
}
