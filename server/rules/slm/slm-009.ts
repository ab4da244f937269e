import { spanAt } from '../../estate/record.ts';
import { isLiveService } from '../../facts/dependencies.ts';
import { addMonths, sayDay } from '../../model/day.ts';
import { liveService } from '../examples.ts';
import type { Rule } from '../rule.ts';

const guess = (on: string) => liveService('SVC-01', 'Printing', { level_basis: 'estimate', levels_on: on });

export const slm009: Rule = {
  code: 'SLM-009',
  kind: 'service',
  title: 'An estimate of what users may expect becomes a measured or an agreed figure',
  why: 'To begin with a good guess is right; after a year of keeping records there is something better.',
  bad: guess('2025-09-14'),
  good: guess('2026-09-14'),
  cases: { old: 'information' },
  *check(record, estate) {
    if (!isLiveService(record) || record.values.level_basis !== 'estimate') return;
    const { levels_on: since, reviewed } = record.values;
    const yearAgo = addMonths(estate.today(record.file), -12);
    if (since === undefined || since >= yearAgo) return;
    if (reviewed !== undefined && reviewed < yearAgo) return; // SLM-004 asks for the whole entry
    yield {
      ...spanAt(record, ['level_basis']),
      case: 'old',
      message: `These promises have been an estimate since ${sayDay(since)}. Compare them with the past year, and agree them with the users.`,
    };
  },
};
