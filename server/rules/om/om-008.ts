import { isKind, spanAt } from '../../estate/record.ts';
import { daysBetween, sayDay } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import { example } from '../examples.ts';
import type { Rule } from '../rule.ts';

/** Days before the end. */
const now = 7;
const soon = 30;

const certificate = (end: string) =>
  example('certificate', 'CRT-01', 'Certificate of the web page', {
    host: 'www.exampleton.example',
    owner: 'unknown',
    not_after: end,
  });

export const om008: Rule = {
  code: 'OM-008',
  kind: 'certificate',
  title: 'No certificate ends unnoticed',
  why: 'On the day after, browsers warn everybody of the page, and devices stop talking to each other.',
  bad: certificate('2026-11-28'),
  good: certificate('2096-11-28'),
  cases: { ended: 'error', now: 'error', soon: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'certificate') || record.values.not_after === undefined) return;
    const { not_after: end, renewal } = record.values;
    const left = daysBetween(estate.today(record.file), end);
    if (left > soon) return;
    const what =
      renewal === 'automatic'
        ? 'It should have renewed itself: see whether it did, and write the new date.'
        : 'Renew it, and write the new date.';
    yield {
      ...spanAt(record, ['not_after']),
      case: left < 0 ? 'ended' : left < now ? 'now' : 'soon',
      message:
        left < 0
          ? `This certificate ended on ${sayDay(end)}, so browsers and devices refuse what it stands for. ${what}`
          : `This certificate ends on ${sayDay(end)}, in ${count(left, 'day')}. ${what}`,
    };
  },
};
