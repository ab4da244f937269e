import { isKind, spanAt, statusOf } from '../../estate/record.ts';
import { answersOf, type Answer } from '../../facts/approvals.ts';
import { sayStatus } from '../next-step.ts';
import type { Rule } from '../rule.ts';
import { change } from './example.ts';
import { nameOfRole } from './words.ts';

const no = '{ stage: proceed, by: ict-owner, on: 2026-11-03, decision: rejected, comment: Not this year. }';

export const chg017: Rule = {
  code: 'CHG-017',
  kind: 'rfc',
  title: 'A no has a reason, and holds',
  why: 'Whoever asked must know what to do better; and a no that is passed over makes every yes worthless.',
  bad: change({ approvals: `[${no}]`, status: 'submitted' }),
  good: change({ approvals: `[${no}]`, status: 'rejected' }),
  cases: { passed_over: 'error', comment: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'rfc')) return;
    const answers = answersOf(record);
    for (const answer of answers.filter(one => one.decision === 'rejected')) {
      if (answer.comment === undefined && !record.understood.answers.has([...answer.path, 'comment'].join('.'))) {
        yield {
          ...spanAt(record, [...answer.path, 'decision']),
          case: 'comment',
          message: `${nameOfRole(answer.by, record.file, estate)} said no here, and not why. Write the reason, so that whoever asked knows what to do better.`,
        };
      }
      if (['rejected', 'draft', 'withdrawn'].includes(statusOf(record)) || isOvertaken(answer, answers)) continue;
      yield {
        ...spanAt(record, ['status']),
        case: 'passed_over',
        message: `${nameOfRole(answer.by, record.file, estate)} said no to this change, but it goes on: “${sayStatus(record, statusOf(record))}”. Put it to “${sayStatus(record, 'rejected')}”, or back to “${sayStatus(record, 'draft')}” and ask again.`,
      };
    }
  },
};

/** Asked again, and answered again: the last answer of a question counts. */
function isOvertaken(answer: Answer, answers: readonly Answer[]): boolean {
  const later = answers.slice(answers.indexOf(answer) + 1);
  // A yes to an earlier question begins the way anew; what cannot be read may be one.
  return later.some(one => one.stage === answer.stage || one.stage === 'proceed' || one.decision === undefined);
}
