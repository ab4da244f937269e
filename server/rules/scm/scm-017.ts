import { isKind, nameOf, spanAt } from '../../estate/record.ts';
import { names } from '../../facts/backups.ts';
import { example, together } from '../examples.ts';
import { needsRule } from '../needs.ts';
import { placeOf, type Rule } from '../rule.ts';
import { plan as planExample } from './example.ts';

const used = (by: string) =>
  together(
    example('dr_invocation', 'DRI-01', 'Fire in the server cupboard', {
      status: 'recovering',
      plan: 'DRP-01',
      declared: '2026-10-03 07:40',
      by,
    }),
    planExample({ invoke: '{ authority: [head], deputy: ict-owner }' }),
    example('role', 'head', 'Head teacher', { function: 'final_approver' }),
    example('role', 'technician', 'Technician', { function: 'maintenance' }),
  );

const told = needsRule({
  code: 'SCM-017',
  kind: 'dr_invocation',
  title: 'A recovery was started by whoever may, and it says when it was over',
  why: 'Starting the plan costs money and lessons, so one person decides; and until somebody says that it is over, nobody knows which rules hold.',
  bad: used('technician'),
  good: used('head'),
  say: missing =>
    `This recovery does not say ${missing}. Insurer, governors and police ask for it: write it down while it is remembered.`,
});

export const scm017: Rule = {
  ...told,
  cases: { ...told.cases, authority: 'error' },
  *check(record, estate) {
    yield* told.check(record, estate);
    if (!isKind(record, 'dr_invocation')) return;
    const by = estate.named(record.values.by, record.file);
    const plan = estate.named(record.values.plan, record.file);
    if (!isKind(plan, 'dr_plan') || !isKind(by, 'role')) return;
    const { authority = [], deputy } = plan.values.invoke ?? {};
    const deputies = authority.map(id => estate.named(id, plan.file)?.values['deputy'] as string | undefined);
    if (authority.length === 0 || names([...authority, deputy, ...deputies], by.id)) return;
    yield {
      ...spanAt(record, ['by']),
      case: 'authority',
      message: `${nameOf(by)} may not start ${nameOf(plan)}: it names others for that. Write who decided, or have the plan name this role.`,
      related: [placeOf(plan, spanAt(plan, ['invoke', 'authority']), 'Who may start it')],
    };
  },
};
