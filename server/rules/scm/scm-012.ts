import type { Estate } from '../../estate/estate.ts';
import { isKind, nameOf, spanAt, type RecordOf } from '../../estate/record.ts';
import { openProblem } from '../../facts/accepted.ts';
import { count } from '../../model/words.ts';
import { example, together } from '../examples.ts';
import { draftRecord } from '../new-record.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { plan } from './example.ts';

const test = (took: number) =>
  together(
    example('dr_test', 'DRT-01', 'Rehearsal', {
      plan: 'DRP-01',
      type: 'table_top',
      done: '2026-06-30',
      results: `\n  - { service: SVC-02, target_hours: 8, achieved_hours: ${took} }`,
    }),
    plan(),
    example('service', 'SVC-02', 'Logging on', { status: 'proposed' }),
  );

export const scm012: Rule = {
  code: 'SCM-012',
  kind: 'dr_test',
  title: 'What came back too late in a rehearsal is worked on',
  why: 'A rehearsal that shows a gap, and nothing follows, was an hour for nothing.',
  bad: test(11),
  good: test(7),
  cases: { slow: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'dr_test')) return;
    for (const [i, { service: id, target_hours, achieved_hours: took }] of (record.values.results ?? []).entries()) {
      const service = estate.named(id, record.file);
      if (!isKind(service, 'service')) continue;
      const target = target_hours ?? service.values.rto_hours;
      if (target === undefined || took === undefined || took <= target) continue;
      if (!isTakenUp(record, service, target, estate)) yield about(record, service, { i, took, target }, estate);
    }
  },
};

/** Somebody works on it, or it was back in time in a later rehearsal. */
function isTakenUp(test: RecordOf<'dr_test'>, service: RecordOf<'service'>, target: number, estate: Estate): boolean {
  if (openProblem(service, estate)) return true;
  const id = service.id.toLowerCase();
  return estate
    .ofKind('dr_test', test.file)
    .filter(({ values: { done } }) => done !== undefined && done > (test.values.done ?? '9'))
    .flatMap(later => later.values.results ?? [])
    .some(one => one.service?.toLowerCase() === id && one.achieved_hours !== undefined && one.achieved_hours <= target);
}

function about(
  test: RecordOf<'dr_test'>,
  service: RecordOf<'service'>,
  { i, took, target }: { i: number; took: number; target: number },
  estate: Estate,
): Remark {
  const append = draftRecord('problem', `${service.title} came back too late in a rehearsal`, test, estate, {
    services: [service.id],
    impact: 'unknown',
    symptoms: `It took ${count(took, 'hour')} in ${nameOf(test)}; ${count(target, 'hour')} are promised.`,
    source: 'dr_test',
  });
  return {
    ...spanAt(test, ['results', i, 'achieved_hours']),
    case: 'slow',
    message: `${nameOf(service)} took ${count(took, 'hour')} to come back, ${count(target, 'hour')} are promised, and nobody works on it. Raise a problem, or promise less.`,
    related: [placeOf(service, spanAt(service, ['rto_hours']), 'What is promised')],
    fixes: () => [{ title: 'Raise a problem', edits: [], append }],
  };
}
