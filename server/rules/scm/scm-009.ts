import { isKind, nameOf, spanAt, statusOf } from '../../estate/record.ts';
import { isFinalApprover } from '../../facts/approvals.ts';
import { dayOf, sayDay } from '../../model/day.ts';
import { together } from '../examples.ts';
import { needsRule } from '../needs.ts';
import type { Rule } from '../rule.ts';
import { plan } from './example.ts';

const head = 'kind: role\nid: head\ntitle: Head teacher\nfunction: final_approver\n';

const approval = needsRule({
  code: 'SCM-009',
  kind: 'dr_plan',
  title: 'The head teacher has approved the recovery plan as it stands',
  why: 'In an emergency people do only what the head stands behind, and a plan that was changed afterwards is another plan.',
  bad: together(plan({ approved_by: 'ict-owner' }), head),
  good: together(plan({ approved_by: 'head' }), head),
  onStatus: true,
  say: missing =>
    `This plan counts as approved, but it does not say ${missing}. Ask the head teacher, and write down who approved it and when.`,
});

export const scm009: Rule = {
  ...approval,
  cases: { ...approval.cases, other: 'error', changed: 'error' },
  *check(record, estate) {
    yield* approval.check(record, estate);
    if (!isKind(record, 'dr_plan') || statusOf(record) !== 'approved') return;
    const { approved_by: by, approved, last_changed: changed } = record.values;
    if (isFinalApprover(by, record.file, estate) === false) {
      const role = estate.named(by, record.file);
      yield {
        ...spanAt(record, ['approved_by']),
        case: 'other',
        message: `This plan was approved by ${role ? nameOf(role) : (by ?? '')}, who does not decide for the whole school. Ask the head teacher to approve it.`,
      };
    }
    const day = changed === undefined ? undefined : dayOf(changed, estate.zoneOf(record.file));
    if (approved === undefined || day === undefined || day <= approved) return;
    yield {
      ...spanAt(record, ['approved']),
      case: 'changed',
      message: `This plan was approved on ${sayDay(approved)} and changed on ${sayDay(day)}, so the approval is of another text. Have it approved as it is now.`,
    };
  },
};
