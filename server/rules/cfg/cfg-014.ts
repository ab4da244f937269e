import { headingOf, nameOf, spanAt } from '../../estate/record.ts';
import { isFullAudit, isSample, lastAudit } from '../../facts/audits.ts';
import { hasServices } from '../../facts/begun.ts';
import { addMonths, daysBetween, sayDay } from '../../model/day.ts';
import { example, schoolInUse } from '../examples.ts';
import { isSchool, placeOf, type Rule } from '../rule.ts';

/** A term (precise.md, Terms). */
const termDays = 122;

const audit = (id: string, method: string, scope: string, done: string) =>
  example('audit', id, `Audit ${id}`, { method, scope, done, by: 'head', signed_off: `{ by: head, on: ${done} }` });

export const cfg014: Rule = {
  code: 'CFG-014',
  kind: 'school',
  title: 'The records are held against the things: all once a year, a few each term',
  why: 'Records drift away from what is there by themselves. A sample each term shows how far; once a year everything is found again.',
  bad: schoolInUse(audit('AUD-01', 'physical', 'all', '2025-07-12'), audit('AUD-02', 'sample', 'sample', '2026-10-12')),
  good: schoolInUse(
    audit('AUD-01', 'physical', 'all', '2026-07-12'),
    audit('AUD-02', 'sample', 'sample', '2026-10-12'),
  ),
  cases: { full: 'warning', sample: 'warning', never: 'information' },
  *check(record, estate) {
    if (!isSchool(record, estate) || !hasServices(record.file, estate)) return;
    const today = estate.today(record.file);
    const [full, sample] = [isFullAudit, isSample].map(sort => lastAudit(sort, record.file, estate));
    if (!sample)
      yield {
        ...headingOf(record),
        case: 'never',
        message:
          'Nobody has held these records against what is really there yet. Begin with twenty devices picked by chance: an hour, and you know how far the list can be trusted.',
      };
    if (full && addMonths(full.day, 12) < today)
      yield {
        ...headingOf(record),
        case: 'full',
        message: `Everything was last looked at on ${sayDay(full.day)}, more than a year ago. Plan a walk round all rooms, best in the summer, by somebody who does not keep the list.`,
        related: [placeOf(full.audit, spanAt(full.audit, ['done']), nameOf(full.audit))],
      };
    if (sample && daysBetween(sample.day, today) > termDays)
      yield {
        ...headingOf(record),
        case: 'sample',
        message: `No sample of the records was looked at since ${sayDay(sample.day)}, more than a term ago. Take twenty devices by chance and see whether they are where the list says.`,
        related: [placeOf(sample.audit, spanAt(sample.audit, ['done']), nameOf(sample.audit))],
      };
  },
};
