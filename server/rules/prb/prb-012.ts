import type { Estate } from '../../estate/estate.ts';
import { isKind, statusOf, headingOf, nameOf, spanAt, type RecordOf } from '../../estate/record.ts';
import { incidentsOn } from '../../facts/incidents.ts';
import { addDays, dayOf, daysBetween, type Day } from '../../model/day.ts';
import { inWords, sentenceCase } from '../../model/words.ts';
import { draftRecord } from '../new-record.ts';
import { placeOf, type Rule } from '../rule.ts';

/** So many faults within so many days are more than chance. */
const [many, within] = [3, 30];
/** Older ones tell of something that is over: a term. */
const recent = 122;

const printer = 'kind: asset\nid: PRN-01\ntitle: Office printer\ntype: printer\nlocation: unknown\n';
const reported = (...days: readonly string[]) =>
  days
    .map((day, i) => `---\nkind: incident\nid: INC-230${i}\ntitle: Paper stuck\non: ${day}\nasset: PRN-01\n`)
    .join('');

export const prb012: Rule = {
  code: 'PRB-012',
  kind: 'asset',
  title: 'Faults that keep coming back become a problem',
  why: 'Three faults in a month have a cause. Putting each right takes longer than removing it.',
  bad: `${printer}${reported('2026-11-02', '2026-11-10', '2026-11-20')}`,
  good: `${printer}${reported('2026-10-02', '2026-11-10', '2026-11-20')}`,
  cases: { again: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'asset') || !record.id) return;
    const group = lastGroup(incidentsOn(record, estate), record, estate);
    const [first] = group;
    if (!first || isTakenUp(record, group, estate)) return;
    yield {
      ...headingOf(record),
      case: 'again',
      message: `${sentenceCase(inWords(group.length))} faults of ${nameOf(record)} were reported within ${within} days, and no problem asks why. Open one, so that the cause is looked for.`,
      related: group.map(one => placeOf(one, spanAt(one, ['on']), `${one.id}: ${one.title}`)),
      fixes: () => [
        {
          title: 'Open a problem for them',
          edits: [],
          append: draftRecord('problem', `Faults that keep coming back: ${record.title}`, record, estate, {
            assets: [record.id],
            impact: 'unknown',
            source: 'incident_trend',
            logged: estate.today(record.file),
            incidents: group.map(one => one.values.ref ?? one.id),
          }),
        },
      ],
    };
  },
};

type Incident = RecordOf<'incident'>;

/** The newest faults that lie so close together, and not too long ago; none where there are not enough of them. */
function lastGroup(all: readonly Incident[], asset: RecordOf<'asset'>, estate: Estate): readonly Incident[] {
  const zone = estate.zoneOf(asset.file);
  const days = all.map(one => dayOf(one.values.on ?? '', zone));
  const today = estate.today(asset.file);
  const earliest = addDays(today, -recent);
  for (let end = all.length - 1; end >= many - 1; end--) {
    const day = days[end] ?? '';
    if (day < earliest) return [];
    if (day > today) continue; // a slip of the pen, or looked at as of an earlier day
    const start = days.findIndex(one => daysBetween(one, day) <= within);
    if (end - start + 1 >= many) return all.slice(start, end + 1);
  }
  return [];
}

/** Whether a problem is there that can be about them: open, or of that time. */
function isTakenUp(asset: RecordOf<'asset'>, group: readonly Incident[], estate: Estate): boolean {
  if (group.some(one => one.values.problem !== undefined)) return true;
  const zone = estate.zoneOf(asset.file);
  const first: Day = dayOf(group[0]?.values.on ?? '', zone);
  return estate
    .naming(asset.id, asset.file)
    .some(
      one =>
        isKind(one, 'problem') &&
        statusOf(one) !== 'cancelled' &&
        isAsset(one, asset.id) &&
        (one.declaration?.life?.open.includes(statusOf(one)) === true || lastDayOf(one, zone) >= first),
    );
}

function isAsset({ values }: RecordOf<'problem'>, id: string): boolean {
  return (values.assets ?? []).some(one => one.toLowerCase() === id.toLowerCase());
}

/** The day until which a solved problem was about what happened then; of an unknown day the last one there is. */
function lastDayOf({ values: { closed, resolved } }: RecordOf<'problem'>, zone: string): Day {
  const end = closed ?? resolved;
  return end === undefined ? '9999-12-31' : dayOf(end, zone);
}
