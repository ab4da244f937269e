import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { answersOf, approvedBy, firstQuestions, isIctOwner, isUnclear, type Answer } from '../../facts/approvals.ts';
import { sortOf } from '../../facts/changes.ts';
import type { RecordFix } from '../../model/finding.ts';
import { replace } from '../fix.ts';
import { sayStatus } from '../next-step.ts';
import { change } from './example.ts';
import { nameOfRole } from './words.ts';
import type { Rule } from '../rule.ts';

/** What is going on with a change that ought to have been approved before. */
const goingOn: Readonly<Record<string, string>> = {
  approved: 'counts as approved',
  approved_to_proceed: 'counts as approved',
  planned: 'is being planned',
  peer_reviewed: 'is being planned',
  approved_to_implement: 'is about to be done',
  scheduled: 'has its day and time',
  in_progress: 'is being done',
  implemented: 'has been done',
  closed: 'has been done',
};

export const chg001: Rule = {
  code: 'CHG-001',
  kind: 'rfc',
  title: 'A change is approved before it is planned',
  why: 'The ICT owner decides what the school spends its money and its time on – before anything is bought or prepared, because afterwards a no costs both.',
  bad: change({ approvals: '' }),
  good: change(),
  cases: { missing: 'error', by: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'rfc') || sortOf(record) !== 'normal') return;
    const what = goingOn[statusOf(record)];
    if (what === undefined) return;
    const yes = ownersAnswer(record, estate);
    if (yes === 'unclear') return;
    if (!yes) {
      yield {
        ...spanAt(record, ['status']),
        case: 'missing',
        message: `This change ${what}, but nobody has approved it. The ICT owner must say yes before anything is planned or bought.`,
        fixes: () => askFirst(record, estate),
      };
    } else if (isIctOwner(yes.by, record.file, estate) === false) {
      yield {
        ...spanAt(record, [...yes.path, 'by']),
        case: 'by',
        message: `This change ${what}, and the only yes is from ${nameOfRole(yes.by, record.file, estate)}, who cannot give it. The ICT owner or the deputy must say yes before anything is planned or bought.`,
      };
    }
  },
};

/** The yes that lets it be planned: of two the one that counts. */
function ownersAnswer(record: RecordOf<'rfc'>, estate: Estate): Answer | 'unclear' | undefined {
  const stages = firstQuestions(record.file, estate);
  if (stages.some(stage => isUnclear(record, stage))) return 'unclear';
  const given = stages.flatMap(stage => approvedBy(record, stage) ?? []);
  return given.find(one => isIctOwner(one.by, record.file, estate) !== false) ?? given[0];
}

/** Back to where it was sent for approval: only where that is a step from what was there before. */
function askFirst(record: RecordOf<'rfc'>, estate: Estate): RecordFix[] {
  const isEarly = ['approved', 'approved_to_proceed', 'planned'].includes(statusOf(record));
  const past = estate.pastStatuses(record).every(status => status === 'draft' || status === 'submitted');
  if (!isEarly || !past || record.values.history !== undefined || answersOf(record).length > 0) return [];
  return [replace(spanAt(record, ['status']), 'submitted', `Put it to “${sayStatus(record, 'submitted')}”`)];
}
