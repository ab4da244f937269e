import { headingOf, nameOf, spanAt } from '../../estate/record.ts';
import { hasServices } from '../../facts/begun.ts';
import { programmeReview } from '../../facts/programme.ts';
import { addMonths, sayDay } from '../../model/day.ts';
import { isSchool, placeOf, type Rule } from '../rule.ts';
import { example, schoolInUse } from '../examples.ts';

const school = (day: string) =>
  schoolInUse(
    example('document', 'DOC-01', 'Look at the maintenance programme', {
      location_of_text: 'office',
      kind_of_document: 'programme_review',
      owner: 'head',
      reviewed: day,
    }),
    example('maintenance_task', 'TSK-01', 'Clean the printers', {
      for_all: '{ type: printer }',
      frequency: 'annual',
      performer: 'head',
      last_done: '2026-10-12',
    }),
  );

export const pm007: Rule = {
  code: 'PM-007',
  kind: 'school',
  title: 'The maintenance programme is gone over with the leaders each year',
  why: 'What is serviced, how often and by whom costs time and money. Once a year those who decide over both look whether it still fits.',
  bad: school('2025-10-01'),
  good: school('2026-10-01'),
  cases: { lapsed: 'warning', never: 'information' },
  *check(record, estate) {
    if (!isSchool(record, estate) || !hasServices(record.file, estate)) return;
    if (estate.ofKind('maintenance_task', record.file).length === 0) return;
    const last = programmeReview(record.file, estate);
    const ask = 'Ask them whether what is serviced, and how often, still fits, and write it down.';
    if (last?.day === undefined) {
      yield {
        ...headingOf(record),
        case: 'never',
        message: `The maintenance programme was never gone over with the leaders of the school. ${ask}`,
      };
      return;
    }
    if (addMonths(last.day, 12) >= estate.today(record.file)) return;
    yield {
      ...headingOf(record),
      case: 'lapsed',
      message: `The maintenance programme was last gone over on ${sayDay(last.day)}, more than a year ago. ${ask}`,
      related: [placeOf(last.record, spanAt(last.record, ['reviewed']), nameOf(last.record))],
    };
  },
};
