import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, nameOf, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { example, together } from '../examples.ts';
import { addKeys } from '../fix.ts';
import type { Remark, Rule } from '../rule.ts';
import { plan } from './example.ts';

const head = (lines: Readonly<Record<string, string>>) =>
  example('role', 'head', 'Head teacher', { function: 'final_approver', ...lines });

export const scm015: Rule = {
  code: 'SCM-015',
  kind: 'dr_plan',
  title: 'Who decides and who does the work have a deputy',
  why: 'The one who knows may be on the beach, or in the accident.',
  bad: together(plan({ invoke: '{ authority: [head] }' }), head({})),
  good: together(plan({ invoke: '{ authority: [head] }' }), head({ deputy: 'ict-owner' })),
  cases: { authority: 'warning', technician: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'dr_plan') || statusOf(record) !== 'approved') return;
    yield* authority(record, estate);
    yield* technician(record, estate);
  },
};

function* authority(plan: RecordOf<'dr_plan'>, estate: Estate): Generator<Remark> {
  const { authority: ids = [] } = plan.values.invoke ?? {};
  const role = estate.named(ids[0], plan.file);
  if (ids.length !== 1 || !isKind(role, 'role')) return;
  if (isWritten(plan, 'invoke.deputy') || isWritten(role, 'deputy')) return;
  yield {
    ...spanAt(plan, ['invoke', 'authority']),
    case: 'authority',
    message: `Only ${nameOf(role)} may start this plan, and nobody stands in. Name a deputy, or the plan waits until that one person is found.`,
    fixes: () => addKeys(plan, ['invoke.deputy'], 'Add the line deputy'),
  };
}

/** A firm sends somebody else; of the school’s own technician there may be one. */
function* technician(plan: RecordOf<'dr_plan'>, estate: Estate): Generator<Remark> {
  const team = (plan.values.team ?? []).map(member => estate.named(member.role, plan.file));
  const able = team.filter(role => isKind(role, 'role') && role.values.function === 'maintenance');
  const [role] = able;
  const i = team.indexOf(role);
  if (!isKind(role, 'role') || able.length > 1 || role.values.held_by !== undefined) return;
  if (isWritten(plan, ['team', i, 'deputy']) || isWritten(role, 'deputy')) return;
  yield {
    ...spanAt(plan, ['team', i, 'role']),
    case: 'technician',
    message: `Only ${nameOf(role)} knows how to bring things back, and nobody stands in. Name a deputy here: a colleague, or the firm that would come.`,
  };
}
