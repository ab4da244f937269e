import { spanAt, statusOf, type RecordEntry } from '../estate/record.ts';
import { compareMoments } from '../model/day.ts';
import type { ChoiceField } from '../model/field.ts';
import { listed } from '../model/words.ts';
import type { Remark, Rule } from './rule.ts';

interface Step {
  readonly on?: string;
  readonly from?: string;
  readonly to?: string;
}

export const gen008: Rule = {
  code: 'GEN-008',
  title: 'A record takes its steps one after the other',
  why: 'A step that was left out is a step nobody agreed to or looked at.',
  bad: 'kind: problem\nid: PRB-2026-001\ntitle: Printer jams\nassets: unknown\nimpact: one_room\nstatus: closed\nhistory:\n  - { on: 2026-09-10, from: logged, to: closed }\n',
  good: 'kind: problem\nid: PRB-2026-001\ntitle: Printer jams\nassets: unknown\nimpact: one_room\nresolver: unknown\nmanager: unknown\nstatus: assigned\nhistory:\n  - { on: 2026-09-10, from: logged, to: assigned }\n',
  cases: { chain: 'error', step: 'error', order: 'error', end: 'error' },
  *check(record, estate) {
    const history = record.values['history'];
    if (!record.declaration?.life || !Array.isArray(history) || history.length === 0) return;
    const steps = history as readonly Step[];
    for (const [i, step] of steps.entries())
      yield* checkStep(record, step, steps[i - 1], i, estate.zoneOf(record.file));
    const last = steps[steps.length - 1]?.to;
    if (last === undefined || last === statusOf(record)) return;
    yield {
      ...spanAt(record, ['status']),
      case: 'end',
      message: `The history ends with “${say(record, last)}”, but the status says “${say(record, statusOf(record))}”. Add the missing step, or put the status back.`,
    };
  },
};

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
