import { isKind, isWritten, nameOf, spanAt, statusOf } from '../../estate/record.ts';
import { isSet, planBehind } from '../../facts/changes.ts';
import { setField } from '../fix.ts';
import { placeOf, type Rule } from '../rule.ts';
import { change } from './example.ts';

const plan =
  '---\nkind: asset\nid: SRV-01\ntitle: Server\ntype: server\nlocation: unknown\n---\nkind: dr_plan\nid: DRP-01\ntitle: Recovery plan\nstatus: approved\nowner: unknown\napproved_by: unknown\napproved: 2026-09-01\nreview_due: 2096-09-01\nstored: unknown\ninvoke: { authority: unknown }\nrecovery_order: unknown\ncontacts: unknown\nassets: [SRV-01]\n';
const second = { category: 'minor', items: '[SRV-01]' };

export const chg013: Rule = {
  code: 'CHG-013',
  kind: 'rfc',
  title: 'A change of what the recovery plan rests on is carried into the plan',
  why: 'A plan that describes last year’s server is found out to be wrong on the one day on which it is needed.',
  bad: `${change(second)}${plan}`,
  good: `${change({ ...second, recovery_plan_checked: 'yes' })}${plan}`,
  cases: { unchecked: 'warning', closed: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'rfc') || record.values.recovery_plan_checked === true) return;
    if (!isSet(record) && statusOf(record) !== 'retrospectively_approved') return;
    const behind = planBehind(record, estate);
    if (!behind) return;
    const isClosed = statusOf(record) === 'closed' && !isWritten(record, 'recovery_plan_checked');
    yield {
      ...spanAt(record, ['recovery_plan_checked']),
      case: isClosed ? 'closed' : 'unchecked',
      message: `The recovery plan rests on ${nameOf(behind.item)}, and nobody has looked whether the plan still fits ${isClosed ? 'now that this change is closed' : 'after this change'}. Go over ${nameOf(behind.plan)}, and write that it was done.`,
      related: [placeOf(behind.plan, spanAt(behind.plan, ['assets']), `What ${behind.plan.id} rests on`)],
      fixes: () => setField(record, ['recovery_plan_checked'], 'yes', 'The plan was looked over, and fits'),
    };
  },
};
