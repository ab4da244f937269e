import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { incidentsOn, isBehind } from '../../facts/incidents.ts';
import { addMonths, compareMoments, dayOf, sayDay, type Moment } from '../../model/day.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

const solved =
  'kind: problem\nid: PRB-2026-003\ntitle: Office printer jams\nstatus: resolved\nassets: [PRN-01]\nimpact: one_room\nresolver: unknown\nmanager: unknown\nanalysis: Looked at it.\ntheory: Worn rollers.\nroot_cause: Worn feed rollers.\nroot_cause_class: hardware\nresolution: Rollers replaced.\nresolved: 2026-09-24\n---\nkind: asset\nid: PRN-01\ntitle: Office printer\ntype: printer\nlocation: unknown\n';
const reported = (day: string) =>
  `---\nkind: incident\nid: INC-2301\ntitle: Paper stuck again\non: ${day}\nasset: PRN-01\n`;

export const prb010: Rule = {
  code: 'PRB-010',
  kind: 'problem',
  title: 'A problem that comes back is taken up again',
  why: 'If the same device fails again after its problem was solved, the cause may still be there.',
  bad: `${solved}${reported('2026-10-12')}`,
  good: `${solved}${reported('2026-09-14')}`,
  cases: { again: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'problem') || !['resolved', 'closed'].includes(statusOf(record))) return;
    const { resolved } = record.values;
    if (resolved === undefined || hasSuccessor(record, estate)) return;
    yield* namedAfter(record, resolved, estate);
    yield* reportedAfter(record, resolved, estate);
  },
};

/** A newer problem says that it is this one, come back: then it is taken up. */
function hasSuccessor(record: RecordOf<'problem'>, estate: Estate): boolean {
  return estate
    .naming(record.id, record.file)
    .some(one => isKind(one, 'problem') && one.values.recurrence_of?.toLowerCase() === record.id.toLowerCase());
}

/** Faults that the problem itself lists, dated after it was solved. */
function* namedAfter(record: RecordOf<'problem'>, resolved: Moment, estate: Estate): Generator<Remark> {
  for (const [i, { on, ref }] of (record.values.incidents ?? []).entries()) {
    if (on === undefined || compareMoments(on, resolved, estate.zoneOf(record.file)) <= 0) continue;
    yield {
      ...spanAt(record, ['incidents', i]),
      case: 'again',
      message: `${ref ?? 'This fault'} was reported on ${sayDay(on)}, after the problem counted as solved, so the cause is still there. Open a new problem that names this one as “Returned from”.`,
    };
  }
}

/** Faults of the same devices within a year that belong to no other problem: the newest of each device. */
function* reportedAfter(record: RecordOf<'problem'>, resolved: Moment, estate: Estate): Generator<Remark> {
  const zone = estate.zoneOf(record.file);
  const until = addMonths(dayOf(resolved, zone), 12);
  for (const [i, id] of (record.values.assets ?? []).entries()) {
    const after = incidentsOn({ id, file: record.file }, estate).filter(
      ({ values: { on = '', problem } }) =>
        problem === undefined && compareMoments(on, resolved, zone) > 0 && dayOf(on, zone) <= until,
    );
    const newest = after.at(-1);
    if (!newest || after.some(one => isBehind(one, record))) continue;
    const day = sayDay(dayOf(newest.values.on ?? '', zone));
    yield {
      ...spanAt(record, ['assets', i]),
      case: 'again',
      message: `${id} failed again on ${day} (${newest.id}), after this problem was solved. If it is the same fault, open a new problem that names this one as “Returned from”; if not, write the incident’s own problem into it.`,
      related: after.map(one => placeOf(one, spanAt(one, ['on']), `${one.id}: ${one.title}`)),
    };
  }
}
