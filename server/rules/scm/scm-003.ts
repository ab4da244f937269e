import { spanAt } from '../../estate/record.ts';
import { protecting } from '../../facts/backups.ts';
import { isLiveService } from '../../facts/dependencies.ts';
import { count } from '../../model/words.ts';
import { together } from '../examples.ts';
import { placeOf, type Rule } from '../rule.ts';
import { backup, keeper } from './example.ts';

export const scm003: Rule = {
  code: 'SCM-003',
  kind: 'service',
  title: 'Copies are made as often as the promise needs',
  why: 'Who may lose four hours of work at most needs a copy every four hours.',
  bad: together(keeper({ rpo_hours: '4' }), backup('BKP-01')),
  good: together(keeper({ rpo_hours: '24' }), backup('BKP-01')),
  cases: { rare: 'error' },
  *check(record, estate) {
    if (!isLiveService(record) || record.values.holds_data === false) return;
    const { rpo_hours: least = 0 } = record.values;
    if (least === 0) return; // nothing at all may be lost: no copy made at times can promise that
    const jobs = protecting(record, estate);
    const every = jobs.flatMap(job => job.values.interval_hours ?? []);
    const [first] = jobs;
    if (!first || every.length < jobs.length || Math.min(...every) <= least) return;
    const best = jobs.find(job => job.values.interval_hours === Math.min(...every)) ?? first;
    yield {
      ...spanAt(record, ['rpo_hours']),
      case: 'rare',
      message: `At most ${count(least, 'hour')} of work may be lost here, but the most frequent copy is made every ${count(Math.min(...every), 'hour')}. Copy more often, or promise less.`,
      related: [placeOf(best, spanAt(best, ['interval_hours']), best.title)],
    };
  },
};
