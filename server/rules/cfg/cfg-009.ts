import { isKind, spanAt } from '../../estate/record.ts';
import { inWords } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

export const cfg009: Rule = {
  code: 'CFG-009',
  kind: 'licence',
  title: 'No more installed than bought',
  why: 'Using more than was bought is a breach of the licence, and an audit by the maker finds it.',
  bad: 'kind: licence\nid: LIC-07\ntitle: Animation suite\nmetric: device\nbought: 24\ninstalled: 27\nproof: PO-1\n',
  good: 'kind: licence\nid: LIC-07\ntitle: Animation suite\nmetric: device\nbought: 27\ninstalled: 27\nproof: PO-1\n',
  cases: { too_many: 'error' },
  *check(record) {
    if (!isKind(record, 'licence')) return;
    const { bought, installed, metric } = record.values;
    if (bought === undefined || installed === undefined || metric === 'site' || installed <= bought) return;
    const over = installed - bought;
    yield {
      ...spanAt(record, ['installed']),
      case: 'too_many',
      message: `${installed} installed, ${bought} bought: ${inWords(over)} too many. Remove ${inWords(over)}, or ask for ${inWords(over)} more.`,
    };
  },
};
