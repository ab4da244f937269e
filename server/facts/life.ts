import type { Estate } from '../estate/estate.ts';
import { isKind, isWritten, type RecordEntry } from '../estate/record.ts';
import type { StepLimit } from '../model/declaration.ts';
import { profileOf } from './approvals.ts';
import { holds } from './where.ts';

/** The limit that forbids the step to a record with these values, whatever its school. */
export function limitOn(record: RecordEntry, from: string, to: string): StepLimit | undefined {
  return limitsOf(record, from, to).find(limit => forbids(limit, record));
}

/** The limits of the status itself: of every step that leads there. */
export function limitOnStatus(record: RecordEntry, status: string): StepLimit | undefined {
  return limitsOf(record, undefined, status).find(limit => forbids(limit, record));
}

/** What is written and cannot be read, or is `unknown`, forbids nothing. */
function forbids({ where = {} }: StepLimit, record: RecordEntry): boolean {
  const isClear = Object.keys(where).every(key => record.values[key] !== undefined || !isWritten(record, key));
  return isClear && !holds(where, record);
}

/** Whether the status belongs to another way of approving than the school's; undefined where that cannot be told. */
export function isOtherProfile(record: RecordEntry, status: string, estate: Estate): boolean {
  const profile = isKind(record, 'rfc') ? profileOf(record.file, estate) : undefined;
  return (
    profile !== undefined &&
    limitsOf(record, undefined, status).some(limit => limit.profile !== undefined && limit.profile !== profile)
  );
}

function limitsOf(record: RecordEntry, from: string | undefined, to: string): StepLimit[] {
  return (record.declaration?.life?.only ?? []).filter(
    limit => limit.to === to && (limit.from === undefined || limit.from === from),
  );
}

/** The statuses that may follow, for such a record. */
export function stepsFrom(record: RecordEntry, from: string): string[] {
  return (record.declaration?.life?.steps[from] ?? []).filter(to => !limitOn(record, from, to));
}

/** The statuses that may follow, in the way of approving that the school has. */
export function nextSteps(record: RecordEntry, from: string, estate: Estate): string[] {
  return stepsFrom(record, from).filter(to => !isOtherProfile(record, to, estate));
}

/** The statuses that must come between; undefined where no steps lead there. The school's own way first. */
export function wayBetween(
  record: RecordEntry,
  from: string,
  to: string,
  estate: Estate,
): readonly string[] | undefined {
  return (
    shortestWay(from, to, status => nextSteps(record, status, estate)) ??
    shortestWay(from, to, status => stepsFrom(record, status))
  );
}

function shortestWay(
  from: string,
  to: string,
  next: (status: string) => readonly string[],
): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[from, []]]);
  // A map is walked in the order in which it grows, so the first way to each status is a shortest one.
  for (const [status, way] of ways) {
    if (status === to) return way.slice(0, -1);
    for (const step of next(status)) if (!ways.has(step)) ways.set(step, [...way, step]);
  }
  return undefined;
}
