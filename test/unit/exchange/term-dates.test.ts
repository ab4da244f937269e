import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readTermCalendar, readTermList, type TermsReading } from '../../../server/exchange/term-dates.ts';

const today = '2026-11-23';

function told(reading: TermsReading): string[] {
  if (!reading.ok) return [reading.sentence];
  const terms = reading.year.terms.map(
    ({ name, from, to, halfTerm }) => `${name} ${from} ${to}${halfTerm ? ` (${halfTerm.from} ${halfTerm.to})` : ''}`,
  );
  return [...terms, ...reading.year.insetDays.map(day => `inset ${day}`)];
}

const year = [
  'Autumn 2026-09-02 2026-12-18 (2026-10-26 2026-10-30)',
  'Spring 2027-01-05 2027-03-25 (2027-02-15 2027-02-19)',
  'Summer 2027-04-12 2027-07-21 (2027-05-31 2027-06-04)',
];

describe('a pasted list of terms', () => {
  it('as a council prints it', () => {
    const text = `School term dates 2026-27

Autumn term 2026
`.concat(`Autumn term: Wednesday 2 September 2026 to Friday 18 December 2026
Half term: Monday 26 October 2026 to Friday 30 October 2026
Christmas holiday: Monday 21 December 2026 to Monday 4 January 2027
Spring term: Tuesday 5 January 2027 – Thursday 25 March 2027
Half-term: Monday 15 February 2027 – Friday 19 February 2027
Summer term: Monday 12 April 2027 - Wednesday 21 July 2027
Half term holiday: 31 May 2027 - 4 June 2027
Bank holiday: Monday 3 May 2027
INSET days: 2 September 2026, 5 January 2027`);
    assert.deepEqual(told(readTermList(text, today)), [...year, 'inset 2026-09-02', 'inset 2027-01-05']);
  });

  it('in short lines, without years, half terms in brackets', () => {
    const text = `Autumn: 2nd Sept - 18th December (half term 26 - 30 October)
Spring 5 Jan to 25 March, half term 15-19 February
Summer: 12 April until 21 July; half-term: 31 May to 4 June`;
    assert.deepEqual(told(readTermList(text, today)), year);
  });

  it('with dates in figures, and six terms', () => {
    const text = `Term 1: 02/09/2026 - 23/10/2026\nTerm 2: 02/11/2026 - 18/12/2026\nTerm 3: 5/1/27 - 12/2/27`;
    assert.deepEqual(told(readTermList(text, today)), [
      'Term 1 2026-09-02 2026-10-23',
      'Term 2 2026-11-02 2026-12-18',
      'Term 3 2027-01-05 2027-02-12',
    ]);
  });

  it('that holds none says what to write', () => {
    assert.match(told(readTermList('see the website', today))[0] ?? '', /No term was found/);
    assert.match(told(readTermList('', today))[0] ?? '', /No term was found/);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => void readTermList(text, today)));
    fc.assert(
      fc.property(fc.string(), text => void readTermCalendar(`BEGIN:VCALENDAR\nBEGIN:VEVENT\n${text}\nEND:VEVENT`)),
    );
  });
});

function calendar(events: readonly [string, string, string?][]): string {
  const written = events.map(
    ([summary, from, to]) =>
      `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${from}\r\n${to ? `DTEND;VALUE=DATE:${to}\r\n` : ''}SUMMARY:${summary}\r\nEND:VEVENT\r\n`,
  );
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${written.join('')}END:VCALENDAR\r\n`;
}

describe('a calendar file', () => {
  it('with terms as events; the end is the day after', () => {
    const text = calendar([
      ['Autumn Term', '20260902', '20261219'],
      ['Half term', '20261026', '20261031'],
      ['Spring Term', '20270105', '20270326'],
      ['Half term', '20270215', '20270220'],
      ['Summer\r\n  Term', '20270412', '20270722'],
      ['Half term', '20270531', '20270605'],
      ['INSET day', '20260902'],
    ]);
    assert.deepEqual(told(readTermCalendar(text)), [...year, 'inset 2026-09-02']);
  });

  it('with first and last days', () => {
    const text = calendar([
      ['Term starts', '20260902'],
      ['Half term holiday', '20261026', '20261031'],
      ['Last day of term', '20261218'],
      ['Christmas holiday', '20261221', '20270105'],
      ['First day of term', '20270105'],
      ['School breaks up', '20270325'],
    ]);
    assert.deepEqual(told(readTermCalendar(text)), [
      'Autumn 2026-09-02 2026-12-18 (2026-10-26 2026-10-30)',
      'Spring 2027-01-05 2027-03-25',
    ]);
  });

  it('that is something else', () => {
    assert.match(told(readTermCalendar('<html>'))[0] ?? '', /not a calendar file/);
    assert.match(told(readTermCalendar(calendar([])))[0] ?? '', /No term was found/);
  });
});
