import { date, group, list, reference, text, time, weekday } from '../../model/field.ts';
import { declareKind, period } from '../../model/declaration.ts';

/** The school year: terms, holidays, days on which nothing may be changed. */
export const calendar = declareKind({
  kind: 'calendar',
  prefix: 'CAL',
  label: 'Calendar',
  plural: 'Calendars',
  about: 'The school year: terms, half terms, and the days on which nothing may be changed.',
  fields: {
    terms: list(
      'Terms',
      'The terms of the year.',
      group(
        'Term',
        'One term.',
        {
          name: text('Name', 'Autumn, spring, summer.'),
          from: date('From', 'First school day.'),
          to: date('To', 'Last school day.'),
          half_term: group(
            'Half term',
            'The week off in the middle.',
            { from: date('From', 'First day off.'), to: date('To', 'Last day off.') },
            { needs: ['from', 'to'] },
          ),
        },
        { needs: ['from', 'to'] },
      ),
    ),
    inset_days: list('Training days', 'Days without pupils.', date('Day', 'A day without pupils.')),
    bank_holidays: list('Bank holidays', 'Public holidays.', date('Day', 'A public holiday.')),
    freezes: list(
      'No changes',
      'Times in which nothing may be changed.',
      period('No changes', 'A time in which nothing may be changed.'),
    ),
    standing_windows: list(
      'Standing windows',
      'Hours agreed once for work that interrupts.',
      group('Window', 'One regular time.', {
        name: text('Name', 'What people call it.'),
        weekday: weekday('Day', 'Which day of the week.'),
        from: time('From', 'Start.'),
        to: time('To', 'End.'),
        agreed_by: reference('Agreed by', 'The role that agreed.', ['role']),
      }),
    ),
  },
  needs: [{ fields: ['terms'] }],
  orders: [
    { from: 'terms[].from', to: 'terms[].to' },
    { from: 'terms[].half_term.from', to: 'terms[].half_term.to' },
    { from: 'freezes[].from', to: 'freezes[].to' },
  ],
  everyday: ['kind', 'id', 'title', 'terms'],
});
