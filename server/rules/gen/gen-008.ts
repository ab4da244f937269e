import { clearStatus } from '../../estate/past.ts';
import { isWritten, spanAt, statusOf, type RecordEntry } from '../../estate/record.ts';
import type { Estate } from '../../estate/estate.ts';
import { isOtherProfile, limitOn, limitOnStatus, stepsFrom, wayBetween } from '../../facts/life.ts';
import { compareMoments } from '../../model/day.ts';
import type { StepLimit } from '../../model/declaration.ts';
import type { RecordFix } from '../../model/finding.ts';
import type { Span } from '../../model/text-edit.ts';
import type { ChoiceField } from '../../model/field.ts';
import { labelAt } from '../../model/paths.ts';
import { listed } from '../../model/words.ts';
import { replace } from '../fix.ts';
import { missingAt } from '../missing.ts';
import { noteMissing, sayStatus as say } from '../next-step.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

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
  bad: 'kind: problem\nid: PRB-2026-001\ntitle: Printer jams\nassets: unknown\nimpact: one_room\nstatus: closed\nhistory:\n  - { on: 2026-11-10, from: logged, to: closed }\n',
  good: 'kind: problem\nid: PRB-2026-001\ntitle: Printer jams\nassets: unknown\nimpact: one_room\nresolver: unknown\nmanager: unknown\nstatus: assigned\nhistory:\n  - { on: 2026-11-10, from: logged, to: assigned }\n',
  cases: {
    chain: 'error',
    step: 'error',
    order: 'error',
    end: 'error',
    path: 'error',
    type: 'error',
    unlisted: 'warning',
    profile: 'information',
  },
  *check(record, estate) {
    if (!record.declaration?.life) return;
    const steps = stepsOf(record);
    const way = wayFromPast(record, estate, steps);
    const said = [...checkHistory(record, steps, estate)];
    // No missing step could make this end right: the last remark says so.
    yield* way?.case === 'path' ? said.filter(remark => remark.case !== 'end') : said;
    if (!said.some(remark => remark.case === 'type')) yield* checkStatus(record, estate);
    // A history that is wrong in itself comes first: once that is mended, it may well list the steps.
    if (way && (said.length === 0 || way.case === 'path')) yield way;
  },
};

/** A status that such a record, or such a school, does not have. */
function* checkStatus(record: RecordEntry, estate: Estate): Generator<Remark> {
  const status = statusOf(record);
  const limit = isWritten(record, 'status') ? limitOnStatus(record, status) : undefined;
  const place = spanAt(record, ['status']);
  if (limit) {
    const { label, wanted, found } = limitWords(record, limit);
    yield {
      ...place,
      case: 'type',
      message: `“${say(record, status)}” is a step of a record whose “${label}” is “${wanted}”; here it is “${found}”. Correct one of the two.`,
    };
  } else if (isOtherProfile(record, status, estate)) yield otherProfile(record, estate);
}

function otherProfile(record: RecordEntry, estate: Estate): Remark {
  const school = estate.schoolOf(record.file);
  const status = statusOf(record);
  // The short way has one step that the long one has not; all others are of the long way.
  const isLong = status !== 'approved';
  const [own, other] = isLong ? ['simple', 'full'] : ['full', 'simple'];
  const how = isLong ? 'the ICT owner approves a change once' : 'a change is approved in two steps';
  return {
    ...spanAt(record, ['status']),
    case: 'profile',
    message: `In this school ${how}, and “${say(record, status)}” is no step of that way. If you work as this change does, write approvals: ${other} in the school’s record.`,
    related: school ? [placeOf(school, spanAt(school, ['approvals']), `Approvals here: ${own}`)] : [],
  };
}

function limitWords(record: RecordEntry, limit: StepLimit): { label: string; wanted: string; found: string } {
  const [[key, texts] = ['', []]] = Object.entries(limit.where ?? {});
  const field = record.declaration?.fields[key] as ChoiceField | undefined;
  const words = (text: string) => (field?.choices[text] ?? text).split(':')[0] ?? text;
  const value = record.values[key];
  return {
    label: labelAt(record.declaration, [key]),
    wanted: listed(texts.map(words), 'or'),
    found: words(typeof value === 'string' ? value : (field?.default ?? '')),
  };
}

function stepsOf(record: RecordEntry): readonly Step[] {
  const history = record.values['history'];
  return Array.isArray(history) ? (history as readonly Step[]) : [];
}

function* checkHistory(record: RecordEntry, steps: readonly Step[], estate: Estate): Generator<Remark> {
  const zone = estate.zoneOf(record.file);
  for (const [i, step] of steps.entries()) yield* checkStep(record, step, steps[i - 1], i, zone);
  const last = steps[steps.length - 1]?.to;
  if (last === undefined || last === statusOf(record)) return;
  yield {
    ...spanAt(record, ['status']),
    case: 'end',
    message: `The history ends with “${say(record, last)}”, but the status says “${say(record, statusOf(record))}”. Add the missing step, or put the status back.`,
    fixes: () => endFixes(record, last, estate),
  };
}

/** The steps between, with days to be filled in; and the status as the history has it. */
function endFixes(record: RecordEntry, last: string, estate: Estate): RecordFix[] {
  const way = clearStatus(record) === undefined ? undefined : wayBetween(record, last, statusOf(record), estate);
  return [...(way ? noteMissing(record, [last, ...way, statusOf(record)]) : []), ...putBack(record, last)];
}

/** Offered only where the record is whole in that status. */
function putBack(record: RecordEntry, status: string): RecordFix[] {
  if (!isWritten(record, 'status') || !record.declaration?.life?.steps[status]) return [];
  if (missingAt(record, status).length > 0) return [];
  return [replace(spanAt(record, ['status']), status, `Put the status back to “${say(record, status)}”`)];
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
    .map(before =>
      isListed(steps, before, now) ? undefined : judgeWay(record, { before, now, at: estate.pastName }, estate),
    );
  return remarks.includes(undefined) ? undefined : remarks[0];
}

function judgeWay(record: RecordEntry, change: Change, estate: Estate): Remark | undefined {
  const { before, now } = change;
  // Where the status itself cannot be, the way to it is not the trouble.
  const between = limitOnStatus(record, now) ? [] : wayBetween(record, before, now, estate);
  if (between?.length === 0) return undefined;
  const place = spanAt(record, ['status']);
  // A history that ends with the step would be wrong with the status put back.
  const isNoted = stepsOf(record).length > 0;
  const undo = isNoted ? [] : putBack(record, before);
  if (!between) return { ...place, case: 'path', message: noWay(record, change), fixes: undo };
  const missing = listed(between.map(status => `“${say(record, status)}”`));
  return {
    ...place,
    case: 'unlisted',
    message: `Between “${say(record, before)}”, where this stood at ${change.at}, and “${say(record, now)}” ${between.length === 1 ? 'comes' : 'come'} ${missing}. Write into the history when each step was taken, or put the status back.`,
    fixes: () => (isNoted ? [] : [...noteMissing(record, [before, ...between, now]), ...undo]),
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
  else if (step.from !== undefined && step.to !== undefined) yield* limitedStep(record, step.from, step.to, at('to'));
}

/** A step that is there, but not for such a record: straight from draft to scheduled goes a standard change only. */
function* limitedStep(record: RecordEntry, from: string, to: string, place: Span): Generator<Remark> {
  const limit = limitOn(record, from, to);
  if (!limit) return;
  const { label, wanted, found } = limitWords(record, limit);
  yield {
    ...place,
    case: 'type',
    message: `The step from “${say(record, from)}” to “${say(record, to)}” belongs to a record whose “${label}” is “${wanted}”; here it is “${found}”, and then comes ${listed(
      stepsFrom(record, from).map(status => `“${say(record, status)}”`),
      'or',
    )}.`,
  };
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
