import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import { knowing } from '../facts/accepted.ts';
import type { Finding, RecordFix } from '../model/finding.ts';
import { addItems, elsewhere } from './fix.ts';

/**
 * What makes a finding known (precise.md 7): its code is added to an open problem, or to an accepted risk, that names the record.
 * Offered where a person asks what can be done, and not with each finding: most records have no such problem.
 */
export function knownAlready(record: RecordEntry, finding: Finding, estate: Estate): RecordFix[] {
  if (finding.code.startsWith('GEN-') || finding.acknowledgedBy !== undefined) return [];
  return knowing(record, estate).flatMap(one =>
    addItems(one, ['acknowledges'], [finding.code], '').map(({ edits }) => ({
      title: `Known already: add ${finding.code} to ${one.id}`,
      edits: elsewhere(one, edits),
    })),
  );
}
