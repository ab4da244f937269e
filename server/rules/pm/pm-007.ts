import { headingOf, isKind, nameOf, spanAt } from '../../estate/record.ts';
import { hasServices } from '../../facts/begun.ts';
import { programmeReview } from '../../facts/programme.ts';
import { addMonths, sayDay } from '../../model/day.ts';
import { placeOf, type Rule } from '../rule.ts';
import { liveSchool } from '../school-example.ts';

const review = (day: string) =>
  `---\nkind: document\nid: DOC-01\ntitle: Look at the maintenance programme\nlocation_of_text: office\nkind_of_document: programme_review\nowner: head\nreviewed: ${day}\n`;

export const pm007: Rule = {
  code: 'PM-007',
  kind: 'school',
  title: 'The maintenance programme is gone over with the leaders each year',
  why: 'What is serviced, how often and by whom costs time and money. Once a year those who decide over both look whether it still fits.',
  bad: liveSchool + review('2025-10-01'),
  good: liveSchool + review('2026-10-01'),
  cases: { lapsed: 'warning', never: 'information' },
  *check(record, estate) {
    if (!isKind(record, 'school') || !hasServices(record.file, estate)) return;
    if (!estate.ofKind('maintenance_task', record.file).some(task => task.file !== '')) return;
    const last = programmeReview(record.file, estate);
    const ask = 'Go over what is serviced and how often with the leaders of the school, and write it down.';
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
