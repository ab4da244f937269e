import { isKind, spanAt, statusOf } from '../../estate/record.ts';
import { isOpen } from '../../facts/dependencies.ts';
import { lastWordOn, priorityOf } from '../../facts/problems.ts';
import { schoolDaysOf } from '../../facts/school-days.ts';
import { dayOf, sayDay } from '../../model/day.ts';
import type { Rule } from '../rule.ts';

/** Priority → school days after which nobody may believe any more that it is being worked on (precise.md 35). */
const patience = { critical: 5, high: 10, medium: 20, low: 40 } as const;

const jams = (more: string) =>
  `kind: problem\nid: PRB-2026-003\ntitle: Office printer jams\nassets: unknown\nimpact: several_classes\nurgency: high\nlogged: 2026-10-05 09:00\n${more}`;

export const prb005: Rule = {
  code: 'PRB-005',
  kind: 'problem',
  title: 'An open problem is not forgotten',
  why: 'A problem on which nobody writes anything for weeks is one that nobody works on, and its users stop reporting faults.',
  bad: jams(''),
  good: jams('updates:\n  - { on: 2026-11-16, text: The supplier has ordered new rollers. }\n'),
  cases: { quiet: 'warning' },
  *check(record, estate) {
    // What is put off has a day of its own on which it is looked at again.
    if (!isKind(record, 'problem') || !isOpen(record) || statusOf(record) === 'deferred') return;
    const priority = priorityOf(record);
    const last = lastWordOn(record, estate);
    if (priority === undefined || last === undefined) return;
    const day = dayOf(last, estate.zoneOf(record.file));
    const today = estate.today(record.file);
    const quiet = day < today ? schoolDaysOf(record.file, estate).count(day, today) : 0;
    if (quiet <= patience[priority]) return;
    const isSure = record.values.priority !== undefined || record.values.urgency !== undefined;
    yield {
      ...spanAt(record, ['status']),
      case: 'quiet',
      message: `Nobody has written anything on this problem since ${sayDay(day)}, ${quiet} school days ago; ${patience[priority]} are the most ${isSure ? `for one of ${priority} priority` : `even for one of ${priority} priority`}. Write under “Progress” where it stands, or put it off with a day to look again.`,
    };
  },
};
