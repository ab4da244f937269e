import { clearStatus } from '../../estate/past.ts';
import { spanAt, statusOf, type RecordEntry } from '../../estate/record.ts';
import type { Estate } from '../../estate/estate.ts';
import { compareMoments } from '../../model/day.ts';
import type { ChoiceField } from '../../model/field.ts';
import { listed } from '../../model/words.ts';
import type { Remark, Rule } from '../rule.ts';

interface Step {
  readonly on?: string;
  readonly from?: string;
  readonly to?: string;
}

/** From which status to which, and the name of the revision that has the first. */
interface Change {
  readonly before: string;
  readonly now: string;
  readonly at: string;
}

export const gen008: Rule = {
  code: 'GEN-008',
  title: 'A record takes its steps one after the other',
  why: 'A step that was left out is a step nobody agreed to or looked at.',
  bad: 'kind: problem\nid: PRB-2026-001\ntitle: Printer jams\nassets: unknown\nimpact: one_room\nstatus: closed\nhistory:\n  - { on: 2026-09-10, from: logged, to: closed }\n',
  good: 'kind: problem\nid: PRB-2026-001\ntitle: Printer jams\nassets: unknown\nimpact: one_room\nresolver: unknown\nmanager: unknown\nstatus: assigned\nhistory:\n  - { on: 2026-09-10, from: logged, to: assigned }\n',
  cases: { chain: 'error', step: 'error', order: 'error', end: 'error', path: 'error', unlisted: 'warning' },
  *check(record, estate) {
    if (!record.declaration?.life) return;
    const steps = stepsOf(record);
    const way = wayFromPast(record, estate, steps);
    let clean = true;
    for (const remark of checkHistory(record, steps, estate.zoneOf(record.file))) {
      clean = false;
      // No missing step could make this end right: the remark below says so.
      if (way?.case !== 'path' || remark.case !== 'end') yield remark;
    }
    // A history that is wrong in itself comes first: once that is mended, it may well list the steps.
    if (way && (clean || way.case === 'path')) yield way;
  },
};

function stepsOf(record: RecordEntry): readonly Step[] {
  const history = record.values['history'];
  return Array.isArray(history) ? (history as readonly Step[]) : [];
}

function* checkHistory(record: RecordEntry, steps: readonly Step[], zone: string): Generator<Remark> {
  for (const [i, step] of steps.entries()) yield* checkStep(record, step, steps[i - 1], i, zone);
  const last = steps[steps.length - 1]?.to;
  if (last === undefined || last === statusOf(record)) return;
  yield {
    ...spanAt(record, ['status']),
    case: 'end',
    message: `The history ends with “${say(record, last)}”, but the status says “${say(record, statusOf(record))}”. Add the missing step, or put the status back.`,
  };
}

/**
 * How the record came here from what it was at the revision compared with (precise.md 20): nothing to say where that is one step, or
 * where the history lists a way. Where the past can be read in two ways, one that is right is enough.
 */
function wayFromPast(record: RecordEntry, estate: Estate, steps: readonly Step[]): Remark | undefined {
  const now = clearStatus(record);
  if (now === undefined) return undefined;
  const remarks = estate
    .pastStatuses(record)
    .map(before => (isListed(steps, before, now) ? undefined : judgeWay(record, { before, now, at: estate.pastName })));
  return remarks.includes(undefined) ? undefined : remarks[0];
}

function judgeWay(record: RecordEntry, change: Change): Remark | undefined {
  const { before, now } = change;
  const between = shortestWay(record, before, now);
  if (between?.length === 0) return undefined;
  const place = spanAt(record, ['status']);
  if (!between) return { ...place, case: 'path', message: noWay(record, change) };
  const missing = listed(between.map(status => `“${say(record, status)}”`));
  return {
    ...place,
    case: 'unlisted',
    message: `Between “${say(record, before)}”, where this stood at ${change.at}, and “${say(record, now)}” ${between.length === 1 ? 'comes' : 'come'} ${missing}. Write into the history when each step was taken, or put the status back.`,
  };
}

function noWay(record: RecordEntry, { before, now, at }: Change): string {
  const next = record.declaration?.life?.steps[before] ?? [];
  const why = next.length === 0 ? 'nothing comes after that' : `no steps lead from there to “${say(record, now)}”`;
  return `At ${at} this was “${say(record, before)}”, and ${why}. Put the status back${next.length === 0 ? ', or begin a new record' : ''}.`;
}

/** Whether the history's last steps lead from the one status to the other. That each is legal is looked at elsewhere. */
function isListed(steps: readonly Step[], before: string, now: string): boolean {
  if (steps[steps.length - 1]?.to !== now) return false;
  for (let i = steps.length - 1; i >= 0; i--) {
    if (steps[i]?.from === before) return true;
    if (i > 0 && steps[i - 1]?.to !== steps[i]?.from) return false;
  }
  return false;
}

/** The statuses that must come between; undefined where no steps lead there. */
function shortestWay(record: RecordEntry, from: string, to: string): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[from, []]]);
  // A map is walked in the order in which it grows, so the first way to each status is a shortest one.
  for (const [status, way] of ways) {
    if (status === to) return way.slice(0, -1);
    for (const next of record.declaration?.life?.steps[status] ?? [])
      if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return undefined;
}

function* checkStep(
  record: RecordEntry,
  step: Step,
  before: Step | undefined,
  i: number,
  zone: string,
): Generator<Remark> {
  const at = (key: string) => spanAt(record, ['history', i, key]);
  const broken = before && brokenChain(record, step, before);
  if (broken) yield { ...at('from'), case: 'chain', message: broken };
  if (before && isEarlier(step, before, zone)) {
    yield {
      ...at('on'),
      case: 'order',
      message: 'This step is dated before the one above it. Steps go from the oldest to the newest.',
    };
  }
  const illegal = illegalStep(record, step);
  if (illegal) yield { ...at('to'), case: 'step', message: illegal };
}

function brokenChain(record: RecordEntry, { from }: Step, { to }: Step): string | undefined {
  if (to === undefined || from === undefined || to === from) return undefined;
  return `The step before ended with “${say(record, to)}”, so this one begins there, not with “${say(record, from)}”.`;
}

function isEarlier({ on }: Step, before: Step, zone: string): boolean {
  return on !== undefined && before.on !== undefined && compareMoments(before.on, on, zone) > 0;
}

function illegalStep(record: RecordEntry, { from, to }: Step): string | undefined {
  const next = from === undefined ? undefined : record.declaration?.life?.steps[from];
  if (from === undefined || to === undefined || !next || next.includes(to)) return undefined;
  const legal =
    next.length === 0
      ? 'nothing comes after that'
      : `after that comes ${listed(
          next.map(status => `“${say(record, status)}”`),
          'or',
        )}`;
  return `There is no step from “${say(record, from)}” to “${say(record, to)}”: ${legal}.`;
}

function say(record: RecordEntry, status: string): string {
  const field = record.declaration?.fields['status'] as ChoiceField | undefined;
  return field?.choices[status] ?? status;
}
