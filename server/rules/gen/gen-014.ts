import { misreadRemark } from '../fix.ts';
import type { Rule } from '../rule.ts';

export const gen014: Rule = {
  code: 'GEN-014',
  title: 'Each value has its form',
  why: 'A date, a sum or a choice that is written in another way cannot be counted, sorted or reminded of.',
  bad: 'kind: asset\nid: SW-06\ntitle: Switch\ntype: swich\nlocation: unknown\nbought: 23/11/2026\n',
  good: 'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: unknown\nbought: 2026-11-23\n',
  cases: { type: 'error', choice: 'error', range: 'error', form: 'error', length: 'information', date: 'error' },
  *check(record) {
    for (const problem of record.understood.problems)
      if (problem.code === 'GEN-014') yield misreadRemark(problem, problem.case);
  },
};
