import { headingOf, isKind, isWritten, spanAt } from '../../estate/record.ts';
import { daysBetween, sayDay } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import { example } from '../examples.ts';
import { addKeys } from '../fix.ts';
import type { Rule } from '../rule.ts';

const rule = (lines: Readonly<Record<string, string>>) =>
  example('firewall_rule', 'FWR-01', 'Door supplier’s remote help', {
    direction: 'inbound',
    service: 'https 443',
    source: 'the supplier',
    destination: 'the door controller',
    ...lines,
  });

export const om009: Rule = {
  code: 'OM-009',
  kind: 'firewall_rule',
  title: 'What may come in from the internet has a reason, and is looked at again',
  why: 'Every way in is used by strangers sooner or later. Ways that nobody needs any more stay open because nobody knows why they are there.',
  bad: rule({}),
  good: rule({ reason: 'The supplier mends the doors from outside.', review_due: '2096-08-31' }),
  cases: { reason: 'warning', review: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'firewall_rule') || record.values.direction !== 'inbound') return;
    if (!isWritten(record, 'reason'))
      yield {
        ...headingOf(record),
        case: 'reason',
        message:
          'This lets something in from the internet, and nothing says why. Write who needs it and for what, or close it.',
        fixes: () => addKeys(record, ['reason'], 'Add the line reason'),
      };
    const { review_due: due } = record.values;
    const today = estate.today(record.file);
    if (due === undefined || due >= today) return;
    yield {
      ...spanAt(record, ['review_due']),
      case: 'review',
      message: `This way in from the internet was agreed until ${sayDay(due)}, ${count(daysBetween(due, today), 'day')} ago. Ask whether it is still needed: close it, or agree on a new day.`,
    };
  },
};
