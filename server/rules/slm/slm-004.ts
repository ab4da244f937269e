import { spanAt } from '../../estate/record.ts';
import { isLiveService } from '../../facts/dependencies.ts';
import { addMonths, sayDay } from '../../model/day.ts';
import { liveService } from '../examples.ts';
import type { Rule } from '../rule.ts';

export const slm004: Rule = {
  code: 'SLM-004',
  kind: 'service',
  title: 'What users are told of a service is gone over each year',
  why: 'A catalogue that nobody looks at tells of printers that are gone and promises that nobody keeps.',
  bad: liveService('SVC-01', 'Printing', { reviewed: '2025-09-14' }),
  good: liveService('SVC-01', 'Printing', { reviewed: '2026-09-14' }),
  cases: { old: 'warning' },
  *check(record, estate) {
    if (!isLiveService(record) || record.values.reviewed === undefined) return;
    const { reviewed } = record.values;
    if (addMonths(reviewed, 12) >= estate.today(record.file)) return;
    yield {
      ...spanAt(record, ['reviewed']),
      case: 'old',
      message: `This entry was last gone over on ${sayDay(reviewed)}, more than a year ago. Read it with the ICT owner, correct what has changed, and write the new date.`,
    };
  },
};
