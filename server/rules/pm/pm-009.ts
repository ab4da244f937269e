import { isKind, spanAt } from '../../estate/record.ts';
import { inWords } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

export const pm009: Rule = {
  code: 'PM-009',
  kind: 'spare',
  title: 'There are as many spares as there should be',
  why: 'A spare on the shelf turns a week without into an hour. One that was used and not replaced is no spare.',
  bad: 'kind: spare\nid: SPR-01\ntitle: Access points\nfor_types: [access_point]\nquantity: 0\nminimum: 1\nlocation: unknown\n',
  good: 'kind: spare\nid: SPR-01\ntitle: Access points\nfor_types: [access_point]\nquantity: 1\nminimum: 1\nlocation: unknown\n',
  cases: { too_few: 'warning' },
  *check(record) {
    if (!isKind(record, 'spare')) return;
    const { quantity, minimum } = record.values;
    if (quantity === undefined || minimum === undefined || quantity >= minimum) return;
    const short = minimum - quantity;
    yield {
      ...spanAt(record, ['quantity']),
      case: 'too_few',
      message: `There should be ${inWords(minimum)}, and there ${quantity > 1 ? 'are' : 'is'} ${quantity === 0 ? 'none' : inWords(quantity)}. Order ${inWords(short)}, so that the next failure is mended the same day.`,
    };
  },
};
