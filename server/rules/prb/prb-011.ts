import type { Estate } from '../../estate/estate.ts';
import { isKind, nameOf, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { isAccepted } from '../../facts/accepted.ts';
import { daysBetween, sayDay } from '../../model/day.ts';
import { count, listed } from '../../model/words.ts';
import { addKeys } from '../fix.ts';
import { labelOf, missingFor } from '../missing.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

const putOff = (more: string) =>
  `kind: problem\nid: PRB-2026-003\ntitle: Office printer jams\nstatus: deferred\nassets: unknown\nimpact: one_room\nresolver: unknown\nmanager: unknown\nanalysis: Looked at it.\ntheory: Worn rollers.\nworkaround: Use tray 1.\n${more}`;

export const prb011: Rule = {
  code: 'PRB-011',
  kind: 'problem',
  title: 'A problem is put off with an accepted risk and a day to look again',
  why: 'To live with a trouble is a decision: somebody takes it, and only for a time.',
  bad: putOff(''),
  good: putOff('risk: unknown\nreview_due: 2096-12-01\n'),
  cases: { missing: 'warning', risk: 'warning', past: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'problem') || statusOf(record) !== 'deferred') return;
    yield* notSaid(record);
    yield* notAccepted(record, estate);
    yield* past(record, estate);
  },
};

function* notSaid(record: RecordOf<'problem'>): Generator<Remark> {
  const missing = missingFor(record, 'PRB-011');
  if (missing.length === 0) return;
  const [are, lines] = missing.length === 1 ? ['is', `line ${missing[0] ?? ''}`] : ['are', `${missing.length} lines`];
  yield {
    ...spanAt(record, ['status']),
    case: 'missing',
    message: `This problem is put off, but ${listed(missing.map(path => `“${labelOf(record, path)}”`))} ${are} not written here. Name the risk that was accepted, and the day on which you look at it again.`,
    fixes: () => addKeys(record, missing, `Add the ${lines}`),
  };
}

function* notAccepted(record: RecordOf<'problem'>, estate: Estate): Generator<Remark> {
  const risk = estate.named(record.values.risk, record.file);
  if (!isKind(risk, 'risk') || isAccepted(risk, estate)) return;
  yield {
    ...spanAt(record, ['risk']),
    case: 'risk',
    message: `${nameOf(risk)} is not accepted, or no longer, so nobody has agreed to live with this problem. Have the risk accepted until a day, or take the problem up again.`,
    related: [placeOf(risk, spanAt(risk, ['status']), `${risk.id}: accepted or not, and until when`)],
  };
}

function* past(record: RecordOf<'problem'>, estate: Estate): Generator<Remark> {
  const { review_due: due } = record.values;
  const late = due === undefined ? 0 : daysBetween(due, estate.today(record.file));
  if (due === undefined || late <= 0) return;
  yield {
    ...spanAt(record, ['review_due']),
    case: 'past',
    message: `This problem was put off until ${sayDay(due)}, ${count(late, 'day')} ago. Take it up again, or agree on a new day.`,
  };
}
