import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, nameOf, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { soleProcedure } from '../../facts/recovery.ts';
import { addMonths, sayDay } from '../../model/day.ts';
import { example, together } from '../examples.ts';
import { setField } from '../fix.ts';
import type { Remark, Rule } from '../rule.ts';
import { plan } from './example.ts';

const rest = together(
  example('service', 'SVC-02', 'Logging on', { status: 'proposed' }),
  example('recovery_procedure', 'DRX-02', 'Logging on again', {
    service: 'SVC-02',
    steps: '[Start SRV-01]',
    check: 'Log on.',
    minutes: '60',
    last_reviewed: '2026-09-01',
  }),
);

export const scm014: Rule = {
  code: 'SCM-014',
  title: 'Every step of the recovery plan has a sheet that says how, and the sheet is right',
  why: 'The person who wrote the plan may be the one who cannot come.',
  bad: together(plan({ recovery_order: '\n  - { service: SVC-02 }' }), rest),
  good: together(plan({ recovery_order: '\n  - { service: SVC-02, procedure: DRX-02 }' }), rest),
  cases: { none: 'error', old: 'warning' },
  *check(record, estate) {
    if (isKind(record, 'dr_plan') && statusOf(record) === 'approved') yield* withoutSheet(record, estate);
    if (!isKind(record, 'recovery_procedure')) return;
    const { last_reviewed: reviewed } = record.values;
    if (reviewed === undefined || addMonths(reviewed, 12) >= estate.today(record.file)) return;
    yield {
      ...spanAt(record, ['last_reviewed']),
      case: 'old',
      message: `This sheet was last looked over on ${sayDay(reviewed)}, more than a year ago. Go through it as if the device were broken, correct it, and print it again.`,
    };
  },
};

function* withoutSheet(plan: RecordOf<'dr_plan'>, estate: Estate): Generator<Remark> {
  for (const [i, { service: id }] of (plan.values.recovery_order ?? []).entries()) {
    const path = ['recovery_order', i, 'procedure'];
    const service = estate.named(id, plan.file);
    if (isWritten(plan, path) || !isKind(service, 'service')) continue;
    const sheet = soleProcedure(service, estate);
    yield {
      ...spanAt(plan, ['recovery_order', i, 'service']),
      case: 'none',
      message: `Nothing says how ${nameOf(service)} is brought back. Write a recovery sheet that somebody else could follow, and name it here.`,
      fixes: () => (sheet ? setField(plan, path, sheet.id, `Name ${nameOf(sheet)}`) : []),
    };
  }
}
