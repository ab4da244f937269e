import type { Estate } from '../estate/estate.ts';
import { isKind, type RecordEntry, type RecordOf } from '../estate/record.ts';
import type { Day } from '../model/day.ts';
import { chainOf, restsOn } from './dependencies.ts';

type Plan = RecordOf<'dr_plan'>;

/** A step of the order in which services come back. */
export interface Step {
  /** Where it is written in the list. */
  readonly index: number;
  /** Its place in the order: the written number, else counted from the top. */
  readonly place: number;
  readonly service: RecordOf<'service'>;
}

/** The steps of the plan whose services are recorded, first one first. */
export function stepsOf(plan: Plan, estate: Estate): Step[] {
  const steps = (plan.values.recovery_order ?? []).flatMap(({ step, service: id }, index): Step[] => {
    const service = estate.named(id, plan.file);
    return isKind(service, 'service') ? [{ index, place: step ?? index + 1, service }] : [];
  });
  return steps.sort((a, b) => a.place - b.place || a.index - b.index);
}

/** Why one service must be back before another. */
export interface Precedence {
  readonly first: Step;
  readonly then: Step;
  /** The second rests on the first – or the first keeps pupils safe who use the second. */
  readonly because: 'rests' | 'safeguarding';
}

/** What the order must keep to: nothing before what it rests on, no pupils online before the filter works. */
export function precedences(steps: readonly Step[], estate: Estate): Precedence[] {
  return steps.flatMap(then => {
    const below = chainOf(then.service, estate);
    const rests = steps
      .filter(first => first !== then && below.has(first.service))
      .map((first): Precedence => ({ first, then, because: 'rests' }));
    const safe = steps
      .filter(first => first !== then && !below.has(first.service) && guards(first.service, then.service, estate))
      .map((first): Precedence => ({ first, then, because: 'safeguarding' }));
    return [...rests, ...safe];
  });
}

/** Whether the first keeps pupils safe on the second: the second names it, or a device that it rests on, and can do without the other. */
export function guards(first: RecordOf<'service'>, then: RecordOf<'service'>, estate: Estate): boolean {
  if (!first.values.safeguarding || !then.values.for_pupils) return false;
  if (chainOf(first, estate).has(then)) return false; // it needs the other itself: it cannot come before
  const devices = new Set<RecordEntry>(restsOn(first, estate).filter(one => isKind(one, 'asset')));
  return restsOn(then, estate).some(one => one === first || devices.has(one));
}

/** The newest rehearsal of the school's plan, by its records, else by what the plan says. A new version needs no new one at once. */
export function newestRehearsal(plan: Plan, estate: Estate): { on: Day; record?: RecordOf<'dr_test'> } | undefined {
  const newest = estate
    .ofKind('dr_test', plan.file)
    .reduce<{ on: Day; record: RecordOf<'dr_test'> } | undefined>((best, record) => {
      const { done: on } = record.values;
      return on === undefined || (best && best.on > on) ? best : { on, record };
    }, undefined);
  const { last_test: field } = plan.values;
  return newest ?? (field === undefined ? undefined : { on: field });
}

/** The recovery sheet of a service, where there is just one. */
export function soleProcedure(
  service: RecordOf<'service'>,
  estate: Estate,
): RecordOf<'recovery_procedure'> | undefined {
  const sheets = estate
    .naming(service.id, service.file)
    .filter((one): one is RecordOf<'recovery_procedure'> => isKind(one, 'recovery_procedure'));
  return sheets.length === 1 ? sheets[0] : undefined;
}
