import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, statusOf, type RecordEntry } from '../../estate/record.ts';
import { windowOf } from '../../facts/changes.ts';
import { compareMoments, sayMoment } from '../../model/day.ts';
import { needsRule } from '../needs.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { change } from './example.ts';
import { sayWindow } from './words.ts';

const past = '{ from: 2026-11-18 16:30, to: 2026-11-18 18:00 }';

const needs = needsRule({
  code: 'CHG-010',
  kind: 'rfc',
  title: 'A change that is done says when, and how it went',
  why: 'Whether changes work is the one measure of how well they are planned; and a fault of that hour is explained by it.',
  bad: change({ status: 'implemented', window: past }),
  good: change({ status: 'implemented', window: past, implemented: '2026-11-18 17:20', outcome: 'success' }),
  onStatus: true,
  say: missing =>
    `This change is done, but ${missing} ${missing.includes(' and ') ? 'are' : 'is'} not written down. Say when it was done and how it went.`,
});

export const chg010: Rule = {
  ...needs,
  cases: { ...needs.cases, outside: 'warning' },
  *check(record, estate) {
    yield* needs.check(record, estate);
    yield* outside(record, estate);
  },
};

/** Done at another time than was agreed: those who were told of it were told wrongly. */
function* outside(record: RecordEntry, estate: Estate): Generator<Remark> {
  if (!isKind(record, 'rfc') || !['implemented', 'retrospectively_approved', 'closed'].includes(statusOf(record)))
    return;
  const window = windowOf(record);
  const { implemented: at } = record.values;
  const zone = estate.zoneOf(record.file);
  if (!window || at === undefined) return;
  if (compareMoments(at, window.from, zone) >= 0 && compareMoments(at, window.to, zone) <= 0) return;
  yield {
    ...spanAt(record, ['implemented']),
    case: 'outside',
    message: `This was done on ${sayMoment(at, zone)}, outside the time that was agreed (${sayWindow(window, zone)}). Correct one of the two, or write into “Looking back” why.`,
    related: [placeOf(record, spanAt(record, ['window']), 'The time that was agreed')],
  };
}
