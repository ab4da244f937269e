import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contains, readHours, type Hours } from '../../../server/model/hours.ts';

const workingDay = { from: '08:00', to: '16:00' };

function hours(text: string): Hours {
  const read = readHours(text, workingDay);
  assert.ok(read, `“${text}” reads`);
  return read;
}

describe('hours', () => {
  it('reads times with days; days alone mean the working day; case and spaces do not count', () => {
    const table: readonly (readonly [string, string])[] = [
      ['24x7', '0123456 00:00-24:00'],
      ['08:30-17:00 weekdays', '01234 08:30-17:00'],
      ['08:30 - 17:00  Weekdays', '01234 08:30-17:00'],
      ['school days', '01234 08:00-16:00 school'],
      ['07:00-18:00 school days', '01234 07:00-18:00 school'],
      ['every day', '0123456 08:00-16:00'],
      ['00:00-24:00 every day', '0123456 00:00-24:00'],
      ['mon-fri', '01234 08:00-16:00'],
      ['09:00-12:00 Tue-Sat', '12345 09:00-12:00'],
      ['09:00-12:00 wed', '2 09:00-12:00'],
    ];
    for (const [text, expected] of table) {
      const { days, from, to, schoolDays } = hours(text);
      assert.equal(`${[...days].join('')} ${from}-${to}${schoolDays ? ' school' : ''}`, expected, text);
    }
  });

  it('says nothing of other words', () => {
    const others =
      '|always|08:00-16:00|8-4 weekdays|25:00-26:00 weekdays|22:00-06:00 every day|fri-mon|mon-wed-fri|ask';
    for (const text of others.split('|')) assert.equal(readHours(text, workingDay), undefined, text);
  });

  it('tells whether one lies within the other', () => {
    const table: readonly (readonly [string, string, boolean])[] = [
      ['24x7', '08:00-16:00 school days', true],
      ['08:00-16:00 weekdays', '08:00-16:00 school days', true],
      ['08:00-16:00 mon-fri', '08:00-16:00 weekdays', true],
      ['08:00-16:00 school days', '08:00-16:00 weekdays', false],
      ['09:00-16:00 weekdays', '08:00-16:00 school days', false],
      ['08:00-15:59 weekdays', '08:00-16:00 school days', false],
      ['08:00-16:00 every day', '24x7', false],
      ['00:00-24:00 every day', '24x7', true],
      ['08:00-16:00 mon-thu', '08:00-16:00 school days', false],
    ];
    for (const [outer, inner, expected] of table)
      assert.equal(contains(hours(outer), hours(inner)), expected, `${outer} ⊇ ${inner}`);
  });
});
