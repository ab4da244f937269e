import { headingOf } from '../../estate/record.ts';
import { sayDay } from '../../model/day.ts';
import type { Rule } from '../rule.ts';

export const gen021: Rule = {
  code: 'GEN-021',
  title: 'The school year is recorded',
  why: 'What is due, and whether a day is a school day, can only be told inside the terms of a calendar.',
  bad: 'kind: school\nid: SCH-1\ntitle: Exampleton Primary School\nphase: primary\n',
  good: 'kind: school\nid: SCH-1\ntitle: Exampleton Primary School\nphase: primary\n---\nkind: calendar\nid: CAL-26\ntitle: 2020 to 2096\nterms:\n  - { name: all, from: 2020-09-01, to: 2096-07-21 }\n',
  cases: { calendar: 'information' },
  kind: 'school',
  *check(record, estate) {
    if (estate.schoolOf(record.file)?.text !== record.text) return; // a second school in one folder: GEN-002 says so
    const today = estate.today(record.file);
    const spans = estate.ofKind('calendar', record.file).flatMap(calendar => {
      const terms = calendar.values.terms ?? [];
      const from = terms
        .map(term => term.from ?? '')
        .filter(Boolean)
        .sort()[0];
      const to = terms
        .map(term => term.to ?? '')
        .sort()
        .pop();
      return from !== undefined && to ? [{ from, to: endOfHolidays(to) }] : [];
    });
    if (spans.some(({ from, to }) => from <= today && today <= to)) return;
    const message = `No calendar covers today, ${sayDay(today)}. Record this year’s terms, so that school days can be told from holidays.`;
    yield { ...headingOf(record), case: 'calendar', message };
  },
};

/** The summer holidays after the last term still belong to the year. */
function endOfHolidays(lastDay: string): string {
  const summer = lastDay.slice(5) >= '06-01' && lastDay.slice(5) < '09-01';
  return summer ? `${lastDay.slice(0, 4)}-08-31` : lastDay;
}
