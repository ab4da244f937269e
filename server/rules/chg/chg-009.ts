import type { Estate } from '../../estate/estate.ts';
import { isKind, nameOf, spanAt, statusOf, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import { itemsOf, openChanges, overlap, windowOf, type Window } from '../../facts/changes.ts';
import { chainOf, isOpen } from '../../facts/dependencies.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { change } from './example.ts';
import { sayWindow } from './words.ts';

const both = (window: string) =>
  `${change({ items: '[SW-01]' })}---\n${change({ id: 'RFC-2026-020', title: 'New software for the core switch', items: '[SW-01]', window })}---\nkind: asset\nid: SW-01\ntitle: Core switch\ntype: switch\nlocation: unknown\n`;

export const chg009: Rule = {
  code: 'CHG-009',
  kind: 'rfc',
  title: 'Two changes do not touch the same thing at the same time',
  why: 'When something fails meanwhile, nobody can tell which of the two did it, nor what to put back first.',
  bad: both('{ from: 2026-12-02 17:30, to: 2026-12-02 19:00 }'),
  good: both('{ from: 2026-12-03 17:30, to: 2026-12-03 19:00 }'),
  cases: { overlap: 'warning' },
  *check(record, estate) {
    const window = isKind(record, 'rfc') ? windowAhead(record) : undefined;
    if (!isKind(record, 'rfc') || !window) return;
    const others = openChanges(record.file, estate).filter(one => one !== record);
    for (const other of others) {
      const its = windowAhead(other);
      if (!its || !overlap(window, its, estate.zoneOf(record.file))) continue;
      const shared = sharedItem(record, other, estate);
      if (shared) yield atTheSameTime(record, other, { its, shared }, estate);
    }
  },
};

function atTheSameTime(
  record: RecordOf<'rfc'>,
  other: RecordOf<'rfc'>,
  { its, shared }: { its: Window; shared: RecordEntry },
  estate: Estate,
): Remark {
  return {
    ...spanAt(record, ['window']),
    case: 'overlap',
    message: `${nameOf(other)} is planned for ${sayWindow(its, estate.zoneOf(record.file))}, at the same time, and both touch ${nameOf(shared)}. If something fails, nobody knows which of the two did it: move one of them.`,
    related: [placeOf(other, spanAt(other, ['window']), `${other.id}: day and time`)],
  };
}

/** When it is to be done, while its work is still to come or going on. */
function windowAhead(record: RecordOf<'rfc'>): Window | undefined {
  const isDone = ['implemented', 'retrospectively_approved'].includes(statusOf(record));
  return isOpen(record) && !isDone ? windowOf(record) : undefined;
}

/** A thing that both change, or that one changes and what the other changes rests on. */
function sharedItem(a: RecordOf<'rfc'>, b: RecordOf<'rfc'>, estate: Estate): RecordEntry | undefined {
  const [own, its] = [itemsOf(a, estate), itemsOf(b, estate)];
  return (
    own.find(item => its.includes(item)) ??
    its.find(item => own.some(mine => chainOf(mine, estate).has(item))) ??
    own.find(item => its.some(other => chainOf(other, estate).has(item)))
  );
}
