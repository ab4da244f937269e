import { isKind, spanAt } from '../../estate/record.ts';
import { daysBetween, sayDay } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import { example, together } from '../examples.ts';
import type { Rule } from '../rule.ts';
import { plan } from './example.ts';

const test = (status: string) =>
  together(
    example('dr_test', 'DRT-01', 'Rehearsal', {
      plan: 'DRP-01',
      type: 'table_top',
      done: '2026-06-30',
      findings: `\n  - { text: Nobody knew where the key is, due: 2026-09-30, status: ${status} }`,
    }),
    plan(),
  );

export const scm013: Rule = {
  code: 'SCM-013',
  kind: 'dr_test',
  title: 'What a rehearsal taught is done by the day that was set',
  why: 'The next emergency will find the same gap.',
  bad: test('open'),
  good: test('closed'),
  cases: { overdue: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'dr_test')) return;
    const today = estate.today(record.file);
    for (const [i, { text, due, status = 'open' }] of (record.values.findings ?? []).entries()) {
      if (due === undefined || due >= today || status !== 'open') continue;
      yield {
        ...spanAt(record, ['findings', i, 'due']),
        case: 'overdue',
        message: `${text === undefined ? 'This' : `“${text}”`} should have been settled by ${sayDay(due)}, ${count(daysBetween(due, today), 'day')} ago. Do it and write status: closed, or set a new day with whoever owns it.`,
      };
    }
  },
};
