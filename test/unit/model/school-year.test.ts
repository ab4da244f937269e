import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  bankHolidaysBetween,
  isWeekday,
  schoolYearOf,
  usualSchoolYear,
  usualTerms,
} from '../../../server/model/school-year.ts';

describe('the school year', () => {
  it('begins in August', () => {
    assert.deepEqual(['2026-07-31', '2026-08-01', '2027-01-05'].map(schoolYearOf), [2025, 2026, 2026]);
  });

  // The days that gov.uk publishes for England and Wales.
  it('knows the bank holidays, with those moved from a weekend', () => {
    const of = (year: number) => bankHolidaysBetween({ from: `${String(year)}-01-01`, to: `${String(year)}-12-31` });
    const published = {
      2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
      2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
      2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
      2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
      2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
      2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
    };
    for (const [year, days] of Object.entries(published))
      assert.deepEqual(
        of(Number(year)),
        days.split(' ').map(day => `${year}-${day}`),
        year,
      );
  });

  it('has the terms that most schools in England have', () => {
    const [autumn, spring, summer] = usualTerms(2026);
    assert.deepEqual(autumn, {
      name: 'Autumn',
      from: '2026-09-02',
      to: '2026-12-18',
      halfTerm: { from: '2026-10-26', to: '2026-10-30' },
    });
    assert.deepEqual(spring, {
      name: 'Spring',
      from: '2027-01-04',
      to: '2027-03-25',
      halfTerm: { from: '2027-02-15', to: '2027-02-19' },
    });
    assert.deepEqual(summer, {
      name: 'Summer',
      from: '2027-04-12',
      to: '2027-07-21',
      halfTerm: { from: '2027-05-31', to: '2027-06-04' },
    });
    assert.deepEqual(
      usualTerms(2025).map(term => [term.from, term.to]),
      [
        ['2025-09-03', '2025-12-19'],
        ['2026-01-05', '2026-03-27'],
        ['2026-04-13', '2026-07-22'],
      ],
    );
    assert.deepEqual(usualTerms(2024)[2]?.from, '2025-04-22');
  });

  it('is in order and on weekdays, whatever the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2200 }), start => {
        const { terms, bankHolidays } = usualSchoolYear(start);
        const days = terms.flatMap(({ from, halfTerm, to }) => [from, halfTerm?.from ?? '', halfTerm?.to ?? '', to]);
        assert.deepEqual(days, [...days].sort());
        assert.ok(days.every(isWeekday), days.join(' '));
        for (const { from, to } of terms) assert.ok(!bankHolidays.includes(from) && !bankHolidays.includes(to), from);
      }),
    );
  });
});
