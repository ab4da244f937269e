import { dayOf, sayDay } from '../../model/day.ts';
import type { Rule } from '../rule.ts';

export const gen009: Rule = {
  code: 'GEN-009',
  title: 'What is done lies in the past',
  why: 'A date of something done that lies ahead is a slip of the pen – mostly the wrong year – and hides that it is not done yet.',
  bad: 'kind: licence\nid: LIC-01\ntitle: Antivirus\nbought: 10\nproof: PO-1\ninstalled: 9\ncounted: 2096-01-10\n',
  good: 'kind: licence\nid: LIC-01\ntitle: Antivirus\nbought: 10\nproof: PO-1\ninstalled: 9\ncounted: 2026-01-10\n',
  cases: { future: 'warning' },
  *check(record, estate) {
    if (record.understood.done.length === 0) return;
    const today = estate.today(record.file);
    const zone = estate.zoneOf(record.file);
    for (const { value, start, end } of record.understood.done) {
      const day = dayOf(value, zone);
      if (day > today)
        yield {
          start,
          end,
          case: 'future',
          message: `${sayDay(day)} has not come yet. This is the day on which it was done; correct it, or leave it out until then.`,
        };
    }
  },
};
