import { spanAt } from '../../estate/record.ts';
import { addDays, daysBetween, sayDay } from '../../model/day.ts';
import type { Rule } from '../rule.ts';

/** A copy older than this is no help when the computer is gone. */
const mostDays = 7;

export const gen025: Rule = {
  code: 'GEN-025',
  title: 'The copy of the records is not older than a week',
  why: 'When the computer that holds the records is stolen or broken, the copy in another place is what the school can work from.',
  bad: 'kind: school\nid: SCH-1\ntitle: Exampleton Primary School\nphase: primary\nrecords_copy:\n  made: 2020-11-01\n  to: stick in the fire safe\n',
  good: 'kind: school\nid: SCH-1\ntitle: Exampleton Primary School\nphase: primary\nict_owner: head\nmaintenance: head\nrecords_copy:\n  made: 2026-11-20\n  to: stick in the fire safe\n---\nkind: role\nid: head\ntitle: Head teacher\nfunction: ict_owner\n---\nkind: calendar\nid: CAL-26\ntitle: 2020 to 2096\nterms:\n  - { name: all, from: 2020-09-01, to: 2096-07-21 }\n',
  cases: { old: 'warning' },
  kind: 'school',
  *check(record, estate) {
    const copy = record.values['records_copy'] as { made?: string; to?: string } | undefined;
    if (copy?.made === undefined) return;
    const today = estate.today(record.file);
    if (addDays(copy.made, mostDays) >= today) return;
    const where = copy.to === undefined ? '' : ` (${copy.to})`;
    yield {
      ...spanAt(record, ['records_copy', 'made']),
      case: 'old',
      message: `The last copy of the records is from ${sayDay(copy.made)}${where}, ${String(daysBetween(copy.made, today))} days ago. Make a new one, so that the school can work if this computer is lost.`,
    };
  },
};
