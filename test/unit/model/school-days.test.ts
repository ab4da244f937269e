import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../server/model/day.ts';
import { createSchoolDays } from '../../../server/model/school-days.ts';
import { isWeekday, type SchoolYear } from '../../../server/model/school-year.ts';

const year2026: SchoolYear = {
  terms: [
    {
      name: 'Autumn',
      from: '2026-09-02',
      to: '2026-12-18',
      halfTerm: { from: '2026-10-26', to: '2026-10-30' },
    },
    { name: 'Spring', from: '2027-01-05', to: '2027-03-25', halfTerm: { from: '2027-02-15', to: '2027-02-19' } },
    { name: 'Summer', from: '2027-04-12', to: '2027-07-21', halfTerm: { from: '2027-05-31', to: '2027-06-04' } },
  ],
  insetDays: ['2026-09-02', '2027-01-05'],
  bankHolidays: ['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-05-03'],
};
const year2027: SchoolYear = {
  terms: [{ name: 'Autumn 2027', from: '2027-09-03', to: '2027-12-17' }],
  insetDays: [],
  bankHolidays: [],
};
const days = createSchoolDays([year2026]);
const both = createSchoolDays([year2027, year2026]);

const isSchoolDay: readonly (readonly [string, boolean | undefined, string])[] = [
  ['2026-09-01', undefined, 'before the first day of any year that is known'],
  ['2026-09-02', false, 'a training day, though the term has begun'],
  ['2026-09-03', true, 'the first day with pupils'],
  ['2026-10-23', true, 'the last day before half term'],
  ['2026-10-24', false, 'Saturday'],
  ['2026-10-26', false, 'half term'],
  ['2026-10-30', false, 'the last day of half term'],
  ['2026-11-02', true, 'the first day after half term'],
  ['2026-12-18', true, 'the last day of term'],
  ['2026-12-21', false, 'the Christmas holidays'],
  ['2027-05-03', false, 'a bank holiday within a term'],
  ['2027-05-04', true, 'the day after it'],
  ['2027-07-21', true, 'the last day of the year'],
  ['2027-08-31', false, 'the summer holidays belong to the year that ends'],
  ['2027-09-01', undefined, 'after the last day that is known'],
];

for (const [day, expected, why] of isSchoolDay)
  test(`${day}: ${why}`, () => {
    assert.equal(days.isSchoolDay(day), expected);
    assert.equal(days.covers(day), expected !== undefined);
  });

test('two calendars join: the days between them are holidays, whichever was written first', () => {
  assert.equal(both.isSchoolDay('2027-09-01'), false);
  assert.equal(both.isHoliday('2027-09-01'), true);
  assert.equal(both.isSchoolDay('2027-09-03'), true);
  assert.equal(both.after('2027-07-21', 1), '2027-09-03');
  assert.equal(both.before('2027-09-03', 2), '2027-07-20');
});

test('the n-th school day before and after crosses weekends, half terms, holidays and training days', () => {
  assert.equal(days.after('2026-10-23', 1), '2026-11-02');
  assert.equal(days.after('2026-12-18', 1), '2027-01-06', 'the holidays and a training day');
  assert.equal(days.after('2026-12-18', 3), '2027-01-08');
  assert.equal(days.before('2027-01-06', 1), '2026-12-18');
  assert.equal(days.before('2026-12-07', 2), '2026-12-03', 'two school days before a Monday: Thursday');
  assert.equal(days.before('2027-05-04', 1), '2027-04-30', 'over a weekend and a bank holiday');
  assert.equal(days.before('2026-09-03', 1), undefined, 'the calendar does not reach so far');
  assert.equal(days.after('2027-07-21', 1), undefined);
});

test('school days are counted after the first day and up to the last; where no calendar is, Monday to Friday', () => {
  assert.equal(days.count('2026-11-12', '2026-11-23'), 7);
  assert.equal(days.count('2026-10-23', '2026-11-02'), 1);
  assert.equal(days.count('2026-11-23', '2026-11-23'), 0);
  assert.equal(days.count('2026-08-24', '2026-08-31'), 5, 'before the calendar begins');
  assert.equal(createSchoolDays([]).count('2026-12-18', '2026-12-28'), 6, 'no calendar at all');
  assert.equal(createSchoolDays([{ ...year2026, terms: [] }]).isSchoolDay('2026-11-23'), undefined);
});

test('holidays are the days outside the terms and the half terms, not weekends and days off within a term', () => {
  assert.equal(days.isHoliday('2026-10-26'), true);
  assert.equal(days.isHoliday('2026-12-19'), true);
  assert.equal(days.isHoliday('2026-11-21'), false, 'a Saturday in term');
  assert.equal(days.isHoliday('2027-01-05'), false, 'a training day');
  assert.equal(days.isHoliday('2028-01-05'), undefined);
  assert.equal(days.termOf('2026-10-26'), 'Autumn');
  assert.equal(days.termOf('2026-12-21'), undefined);
});

const anyDay = fc.integer({ min: 0, max: 480 }).map(n => addDays('2026-08-25', n));

test('before and after are inverse, and count agrees with the single days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (day, n) => {
      const later = both.after(day, n);
      if (later !== undefined) {
        assert.equal(both.isSchoolDay(later), true);
        assert.ok(later > day);
        assert.equal(both.count(day, later), n);
        assert.equal(n === 1 ? undefined : both.before(later, n - 1), n === 1 ? undefined : both.after(day, 1));
        const back = both.before(later, n);
        if (both.isSchoolDay(day)) assert.equal(back, day);
        else assert.ok(back === undefined || back < day);
      }
      const earlier = both.before(day, n);
      if (earlier !== undefined) {
        assert.ok(earlier < day);
        assert.equal(both.count(addDays(earlier, -1), addDays(day, -1)), n);
      }
    }),
    { numRuns: 500 },
  );
});

test('a count is the sum of its days', () => {
  fc.assert(
    fc.property(anyDay, fc.nat({ max: 200 }), (from, length) => {
      const single = Array.from({ length }, (_, i) => addDays(from, i + 1));
      const expected = single.filter(day => both.isSchoolDay(day) ?? isWeekday(day)).length;
      assert.equal(both.count(from, addDays(from, length)), expected);
      assert.equal(daysBetween(from, addDays(from, length)), length);
    }),
    { numRuns: 200 },
  );
});
