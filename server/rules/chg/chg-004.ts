import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, type RecordOf } from '../../estate/record.ts';
import { answersOf, firstApproval, profileOf, type Stage } from '../../facts/approvals.ts';
import { compareMoments, dayOf, sayDay, sayMoment, type Moment } from '../../model/day.ts';
import type { Path } from '../../model/paths.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { change } from './example.ts';

export const chg004: Rule = {
  code: 'CHG-004',
  kind: 'rfc',
  title: 'Approval comes after the request and before the act',
  why: 'A yes that is older than the question, or younger than the work, was not given to this change.',
  bad: change({ approvals: '[{ stage: proceed, by: ict-owner, on: 2026-10-20 }]' }),
  good: change({ approvals: '[{ stage: proceed, by: ict-owner, on: 2026-11-02 }]' }),
  cases: { early: 'error', late: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'rfc')) return;
    yield* tooEarly(record, estate);
    for (const act of actsOf(record, estate)) yield* tooLate(record, act, estate);
  },
};

function* tooEarly(record: RecordOf<'rfc'>, estate: Estate): Generator<Remark> {
  const { raised } = record.values;
  const zone = estate.zoneOf(record.file);
  for (const { on, path, decision } of answersOf(record)) {
    if (raised === undefined || on === undefined || decision !== 'approved' || dayOf(on, zone) >= raised) continue;
    yield {
      ...spanAt(record, [...path, 'on']),
      case: 'early',
      message: `This yes is of ${sayDay(dayOf(on, zone))}, but the change was asked for on ${sayDay(raised)}. One of the two days was typed wrongly.`,
      related: [placeOf(record, spanAt(record, ['raised']), 'Asked for on')],
    };
  }
}

/** What may happen only after a yes, and when it did. */
interface Act {
  readonly stages: readonly Stage[];
  readonly at: Moment;
  readonly words: string;
  readonly path: Path;
}

function actsOf(record: RecordOf<'rfc'>, estate: Estate): Act[] {
  const zone = estate.zoneOf(record.file);
  const from = record.values.window?.from;
  const isOnce = profileOf(record.file, estate) === 'simple';
  const begun = from === undefined ? [] : [{ at: from, path: ['window', 'from'] }];
  const work = begun.flatMap(({ at, path }): Act[] => [
    { stages: ['emergency'], at, path, words: 'the work began' },
    // A yes that is given on the day of the work is in time, whatever the hour.
    { stages: ['implement'], at: dayOf(at, zone), path, words: 'the work began' },
    ...(isOnce ? [{ stages: ['proceed'] as const, at: dayOf(at, zone), path, words: 'the work began' }] : []),
  ]);
  const planned = (record.values.history ?? []).flatMap(({ to, on }, i) =>
    to === 'planned' && on !== undefined ? [{ on, i }] : [],
  );
  const [first] = planned.sort((a, b) => compareMoments(a.on, b.on, zone));
  if (!first) return work;
  const path = ['history', first.i, 'on'];
  return [...work, { stages: ['proceed'], at: dayOf(first.on, zone), path, words: 'it was planned' }];
}

function* tooLate(record: RecordOf<'rfc'>, { stages, at, words, path }: Act, estate: Estate): Generator<Remark> {
  const zone = estate.zoneOf(record.file);
  const yes = firstApproval(record, stages, zone);
  if (yes?.on === undefined || compareMoments(yes.on, at, zone) <= 0) return;
  yield {
    ...spanAt(record, [...yes.path, 'on']),
    case: 'late',
    message: `This yes is of ${sayMoment(yes.on, zone)}, but ${words} on ${sayMoment(at, zone)}. Approval comes first; correct the day if it was typed wrongly.`,
    related: [placeOf(record, spanAt(record, path), 'What came before the yes')],
  };
}
