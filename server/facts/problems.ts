import type { Estate } from '../estate/estate.ts';
import type { RecordOf } from '../estate/record.ts';
import { compareMoments, type Moment } from '../model/day.ts';

type Priority = 'low' | 'medium' | 'high' | 'critical';

/** Impact → the priority at low, medium and high urgency (precise.md 34). */
const priorities: Readonly<Record<string, readonly [Priority, Priority, Priority]>> = {
  one_person: ['low', 'low', 'medium'],
  one_room: ['low', 'medium', 'high'],
  several_classes: ['medium', 'high', 'high'],
  whole_school: ['high', 'high', 'critical'],
};

/** What impact and urgency give; undefined where one of them is not known. */
export function computedPriority({ values }: RecordOf<'problem'>): Priority | undefined {
  const row = values.impact === undefined ? undefined : priorities[values.impact];
  return values.urgency === undefined ? undefined : row?.[['low', 'medium', 'high'].indexOf(values.urgency)];
}

/** The priority as written, else as computed; of an urgency that is not known the least, so that it is never said to be too high. */
export function priorityOf(problem: RecordOf<'problem'>): Priority | undefined {
  const { priority, impact } = problem.values;
  return priority ?? computedPriority(problem) ?? (impact === undefined ? undefined : priorities[impact]?.[0]);
}

/** Where something was found before it struck. */
const foundBefore: readonly string[] = [
  'network_monitoring',
  'preventative_maintenance',
  'audit',
  'security_advisory',
  'dr_test',
];

/** Whether it has not struck yet (precise.md 35): as written, else by how it came to light. */
export function isPotential({ values }: RecordOf<'problem'>): boolean {
  if (values.kind_of !== undefined) return values.kind_of === 'potential';
  return values.source !== undefined && foundBefore.includes(values.source);
}

/** When somebody last wrote something on it: logged, an entry of its progress, a step. */
export function lastWordOn({ values, file }: RecordOf<'problem'>, estate: Estate): Moment | undefined {
  const { logged, updates = [], history = [] } = values;
  const zone = estate.zoneOf(file);
  return [logged, ...updates.map(({ on }) => on), ...history.map(({ on }) => on)].reduce(
    (newest, on) => (on !== undefined && (newest === undefined || compareMoments(on, newest, zone) > 0) ? on : newest),
    undefined,
  );
}
