import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { approvedBy, isFinalApprover, isUnclear, profileOf } from '../../facts/approvals.ts';
import { categoryOf, isCostly, sortOf, windowOf } from '../../facts/changes.ts';
import type { Rule } from '../rule.ts';
import { change } from './example.ts';
import { nameOfRole, sayWindow } from './words.ts';

const set: readonly string[] = ['scheduled', 'in_progress', 'implemented', 'closed'];

const head = '---\nkind: role\nid: head\ntitle: Head teacher\nfunction: final_approver\n';
const proceed = '{ stage: proceed, by: ict-owner, on: 2026-11-03 }';

export const chg002: Rule = {
  code: 'CHG-002',
  kind: 'rfc',
  title: 'The last word on a change is spoken outside technical support',
  why: 'Somebody who answers for the whole school agrees that it may be done as planned. Where the ICT owner approves once, that is so for major changes and costly ones.',
  bad: `${change({ category: 'major' })}${head}`,
  good: `${change({ category: 'major', approvals: `[${proceed}, { stage: implement, by: head, on: 2026-11-10 }]` })}${head}`,
  cases: { missing: 'error', by: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'rfc') || sortOf(record) !== 'normal') return;
    const why = whyTwice(record, estate);
    if (why === undefined || isUnclear(record, 'implement')) return;
    const yes = approvedBy(record, 'implement');
    if (!yes) {
      yield {
        ...spanAt(record, ['status']),
        case: 'missing',
        message: `${whatNow(record, estate)} ${why}: ask the head teacher, or whoever has the last word here.`,
      };
    } else if (isFinalApprover(yes.by, record.file, estate) === false) {
      yield {
        ...spanAt(record, [...yes.path, 'by']),
        case: 'by',
        message: `${nameOfRole(yes.by, record.file, estate)} has not the last word on a change in this school. ${why}: ask the head teacher, or whoever has it.`,
      };
    }
  },
};

/** Why a second yes is needed now; undefined where none is. */
function whyTwice(record: RecordOf<'rfc'>, estate: Estate): string | undefined {
  const profile = profileOf(record.file, estate);
  if (profile === 'full')
    return [...set, 'approved_to_implement'].includes(statusOf(record))
      ? 'The plan needs a yes from outside technical support'
      : undefined;
  if (profile === undefined || !set.includes(statusOf(record))) return undefined;
  if (isCostly(record, estate)) return 'It costs as much as a major change';
  if (categoryOf(record, estate) !== 'major') return undefined;
  return record.values.category === undefined ? 'What it touches makes it a major change' : 'It is a major change';
}

function whatNow(record: RecordOf<'rfc'>, estate: Estate): string {
  const window = windowOf(record);
  if (statusOf(record) === 'scheduled' && window)
    return `This is to be done on ${sayWindow(window, estate.zoneOf(record.file))}, and nobody outside technical support has agreed to it.`;
  return 'Nobody outside technical support has agreed that this may be done as planned.';
}
