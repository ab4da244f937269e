import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, spanAt, type RecordOf } from '../../estate/record.ts';
import { daysOf, inSchoolHours, sortOf, windowOf, type Window } from '../../facts/changes.ts';
import { isOpen } from '../../facts/dependencies.ts';
import { freezesIn } from '../../facts/school-days.ts';
import { sayDay } from '../../model/day.ts';
import { addKeys } from '../fix.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { change } from './example.ts';
import { sayWindow } from './words.ts';

const day = (text: string) => ({
  window: `{ from: 2026-12-02 ${text}, to: 2026-12-02 18:00 }`,
  outage: '{ expected: yes, agreed_with: [{ who: office, on: 2026-11-20 }] }',
  notice: '{ sent: 2026-11-23 }',
});

export const chg007: Rule = {
  code: 'CHG-007',
  kind: 'rfc',
  title: 'A change is made when it disturbs least',
  why: 'In the week of the tests nothing may go wrong at all, and what is off while the school works takes lessons away.',
  bad: change(day('10:30')),
  good: change(day('16:00')),
  cases: { freeze: 'error', hours: 'warning' },
  *check(record, estate) {
    const window = isKind(record, 'rfc') && isOpen(record) ? windowOf(record) : undefined;
    // An emergency cannot choose its time.
    if (!isKind(record, 'rfc') || !window || sortOf(record) === 'emergency') return;
    yield* inFreeze(record, window, estate);
    yield* inHours(record, window, estate);
  },
};

function* inFreeze(record: RecordOf<'rfc'>, window: Window, estate: Estate): Generator<Remark> {
  const zone = estate.zoneOf(record.file);
  const [freeze] = freezesIn(daysOf(window, zone), record.file, estate);
  if (!freeze) return;
  const { name, from, to, calendar, at } = freeze;
  const until = from === to ? `on ${sayDay(from)}` : `from ${sayDay(from)} to ${sayDay(to)}`;
  yield {
    ...spanAt(record, ['window', 'from']),
    case: 'freeze',
    message: `This is to be done on ${sayWindow(window, zone)}, but ${until} nothing may be changed${name ? ` (${name})` : ''}. Choose another time.`,
    related: [placeOf(calendar, spanAt(calendar, ['freezes', at]), `No changes: ${name || until}`)],
  };
}

function* inHours(record: RecordOf<'rfc'>, window: Window, estate: Estate): Generator<Remark> {
  if (record.values.outage?.expected !== true || isWritten(record, 'window_reason')) return;
  if (!inSchoolHours(record, estate)) return;
  yield {
    ...spanAt(record, ['window', 'from']),
    case: 'hours',
    message: `Something will be off on ${sayWindow(window, estate.zoneOf(record.file))}, while the school works, and no reason is given. Choose a time outside school hours, or write why it must be then.`,
    fixes: () => addKeys(record, ['window_reason'], 'Add the line window_reason'),
  };
}
