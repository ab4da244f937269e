import type { Estate } from '../estate/estate.ts';
import { isKind, statusOf, type RecordEntry, type RecordOf } from '../estate/record.ts';

/** The recovery plan that counts: of the approved ones the newest (precise.md, Terms: the current plan). */
export function currentPlan(file: string, estate: Estate): RecordOf<'dr_plan'> | undefined {
  return estate
    .ofKind('dr_plan', file)
    .filter(plan => statusOf(plan) === 'approved')
    .reduce<RecordOf<'dr_plan'> | undefined>(
      (best, plan) => (best && (best.values.approved ?? '') >= (plan.values.approved ?? '') ? best : plan),
      undefined,
    );
}

/** Whether the plan rests on the device, or brings back the service. */
export function planNames(plan: RecordOf<'dr_plan'>, record: RecordEntry): boolean {
  const { assets = [], recovery_order = [] } = plan.values;
  const ids = isKind(record, 'service') ? recovery_order.flatMap(({ service }) => service ?? []) : assets;
  return ids.some(id => id.toLowerCase() === record.id.toLowerCase());
}
