import { isKind, spanAt, statusOf } from '../../estate/record.ts';
import { approvedBy, isUnclear, profileOf } from '../../facts/approvals.ts';
import { categoryOf, sortOf } from '../../facts/changes.ts';
import type { Rule } from '../rule.ts';
import { change } from './example.ts';

const school =
  'kind: school\nid: SCH-9\ntitle: Exampleton High School\nphase: secondary\n---\nkind: role\nid: ict-owner\ntitle: Deputy head\nfunction: ict_owner\n---\nkind: role\nid: head\ntitle: Head teacher\nfunction: final_approver\n---\n';
const yes = (more: string) =>
  `[{ stage: proceed, by: ict-owner, on: 2026-11-03 }, ${more}{ stage: implement, by: head, on: 2026-11-10 }]`;

export const chg016: Rule = {
  code: 'CHG-016',
  kind: 'rfc',
  title: 'The plan of a larger change is looked over by a second pair of eyes',
  why: 'Whoever wrote the plan no longer sees what is missing in it. Another technician or the supplier does, in ten minutes.',
  bad: `${school}${change({ category: 'significant', approvals: yes('') })}`,
  good: `${school}${change({ category: 'significant', approvals: yes('{ stage: peer_review, by: unknown, on: 2026-11-05 }, ') })}`,
  cases: { missing: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'rfc') || sortOf(record) !== 'normal') return;
    const late = ['peer_reviewed', 'approved_to_implement', 'scheduled', 'in_progress', 'implemented', 'closed'];
    if (!late.includes(statusOf(record)) || profileOf(record.file, estate) !== 'full') return;
    const category = categoryOf(record, estate);
    if (category === 'minor' || isUnclear(record, 'peer_review') || approvedBy(record, 'peer_review')) return;
    yield {
      ...spanAt(record, ['status']),
      case: 'missing',
      message: `This is a ${category} change, and nobody but its author has looked over the plan. Ask another technician or the supplier whether it is sound, before it is carried out.`,
    };
  },
};
