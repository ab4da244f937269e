import type { Estate } from '../../estate/estate.ts';
import { headingOf, isKind, spanAt, type RecordOf } from '../../estate/record.ts';
import { hasServices } from '../../facts/begun.ts';
import { addDays, addMonths, sayDay, type Day } from '../../model/day.ts';
import { example, liveService, together } from '../examples.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

type Check = RecordOf<'filtering_check'>;
type Sort = 'review' | 'test';

/** A term, as an age. */
const term = 122;

const year = (today: string) =>
  together(
    example('school', 'SCH-2', 'Hilltop Primary School', {
      phase: 'primary',
      ict_owner: 'unknown',
      maintenance: 'unknown',
    }),
    'kind: calendar\nid: CAL-2\ntitle: All years\nterms:\n  - { name: all, from: 2020-09-01, to: 2096-07-21 }\n',
    liveService('SVC-01', 'Internet'),
    example('filtering_check', 'FLT-01', 'Yearly review', { sort: 'review', date: today, result: 'passed' }),
    example('filtering_check', 'FLT-02', 'Test on tablets', { sort: 'test', date: '2026-11-02', result: 'passed' }),
  );

export const om012: Rule = {
  code: 'OM-012',
  kind: 'school',
  title: 'The web filter is tested each term and reviewed each year',
  why: 'The school must be able to show that pupils are safe online: statutory guidance asks for a yearly review and for checks that are written down.',
  bad: year('2025-09-14'),
  good: year('2026-09-14'),
  cases: { never: 'information', review: 'error', test: 'warning' },
  *check(record, estate) {
    const { file } = record;
    if (!isKind(record, 'school') || estate.schoolOf(file) !== record || !hasServices(file, estate)) return;
    const [review, test] = [newest('review', file, estate), newest('test', file, estate)];
    if (!review || !test) yield never(record, review, test);
    const today = estate.today(file);
    if (review && addMonths(review.on, 12) < today)
      yield lapsed(
        record,
        'review',
        review,
        'Sit down with the safeguarding lead and a governor, and record what you agree.',
      );
    if (test && addDays(test.on, term) < today)
      yield lapsed(record, 'test', test, 'Try it on each sort of device, and record what came through.');
  },
};

interface Newest {
  readonly on: Day;
  readonly record: Check;
}

function newest(sort: Sort, file: string, estate: Estate): Newest | undefined {
  return estate.ofKind('filtering_check', file).reduce<Newest | undefined>((best, record) => {
    const { sort: own, date: on } = record.values;
    return own !== sort || on === undefined || (best && best.on > on) ? best : { on, record };
  }, undefined);
}

function never(school: RecordOf<'school'>, review: Newest | undefined, test: Newest | undefined): Remark {
  const what = review
    ? 'No test of the web filter'
    : test
      ? 'No yearly review of filtering'
      : 'No look at the web filter';
  const message = `${what} is recorded yet. Test each term that it blocks what it must, and go over it once a year with the safeguarding lead and a governor.`;
  return { ...headingOf(school), case: 'never', message };
}

function lapsed(school: RecordOf<'school'>, sort: Sort, { on, record }: Newest, ask: string): Remark {
  const what =
    sort === 'review'
      ? `Filtering and monitoring were last reviewed on ${sayDay(on)}, more than a year ago.`
      : `The web filter was last tested on ${sayDay(on)}, more than a term ago.`;
  return {
    ...headingOf(school),
    case: sort,
    message: `${what} ${ask}`,
    related: [placeOf(record, spanAt(record, ['date']), record.title)],
  };
}
