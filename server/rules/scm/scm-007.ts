import { isKind, spanAt } from '../../estate/record.ts';
import { newestTrial, type Trial } from '../../facts/backups.ts';
import { addDays, addMonths, sayDay, type Day } from '../../model/day.ts';
import { draftRecord } from '../new-record.ts';
import { placeOf, type Rule } from '../rule.ts';
import { backup } from './example.ts';

/** A term, as an age. */
const term = 122;

const copy = (tested: string) =>
  `kind: service\nid: SVC-03\ntitle: Shared files\nstatus: proposed\n---\n${backup('BKP-01', { last_restore_test: tested })}`;

export const scm007: Rule = {
  code: 'SCM-007',
  kind: 'backup_job',
  title: 'Each term somebody gets something back from each backup',
  why: 'A backup is worth only what can be got back from it, and only a trial shows that.',
  bad: copy('2025-10-30'),
  good: copy('2026-10-30'),
  cases: { never: 'error', year: 'error', failed: 'error', term: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'backup_job')) return;
    const trial = newestTrial(record, estate);
    // Of a backup that is only being written down, nothing is asked yet.
    if (!trial && (record.values.last_success === undefined || record.understood.answers.has('last_restore_test')))
      return;
    const said = judge(trial, estate.today(record.file));
    if (!said) return;
    yield {
      ...spanAt(record, [trial ? 'last_restore_test' : 'last_success']),
      ...said,
      related: trial?.record
        ? [placeOf(trial.record, spanAt(trial.record, ['date']), `The newest trial: ${sayDay(trial.on)}`)]
        : [],
      // It counts once somebody has tried, and writes down how it went.
      fixes: () => [
        {
          title: 'Record a trial restore',
          edits: [],
          append: draftRecord('restore_test', `Trial restore: ${record.title}`.slice(0, 80), record, estate, {
            job: record.id,
            date: 'unknown',
            what: 'unknown',
            result: 'unknown',
          }),
        },
      ],
    };
  },
};

function judge(trial: Trial | undefined, today: Day): { case: string; message: string } | undefined {
  if (!trial)
    return {
      case: 'never',
      message: 'Nobody has ever tried to get anything back from this backup. Try one file: about 20 minutes.',
    };
  const on = sayDay(trial.on);
  if (trial.failed)
    return {
      case: 'failed',
      message: `On ${on} nothing could be got back from this backup, so it is worth nothing until that is mended. Mend it, and try again.`,
    };
  const isYear = addMonths(trial.on, 12) < today;
  if (!isYear && addDays(trial.on, term) >= today) return undefined;
  return {
    case: isYear ? 'year' : 'term',
    message: `Something was last got back from this backup on ${on}, more than a ${isYear ? 'year' : 'term'} ago. Try one file: about 20 minutes.`,
  };
}
