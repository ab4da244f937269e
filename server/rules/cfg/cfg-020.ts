import { isKind, spanAt } from '../../estate/record.ts';
import { replace } from '../fix.ts';
import type { Rule } from '../rule.ts';

export const cfg020: Rule = {
  code: 'CFG-020',
  kind: 'asset',
  title: 'A group’s number is the number of its members',
  why: 'When the list and the number differ, a device is missing – or was never written down.',
  bad: 'kind: asset\nid: LAP-01\ntitle: Trolley\ntype: laptop\nlocation: unknown\nquantity: 3\nmembers:\n  - LAP-01-1\n  - LAP-01-2\n',
  good: 'kind: asset\nid: LAP-01\ntitle: Trolley\ntype: laptop\nlocation: unknown\nquantity: 2\nmembers:\n  - LAP-01-1\n  - LAP-01-2\n',
  cases: { differs: 'error' },
  *check(record) {
    if (!isKind(record, 'asset')) return;
    const { quantity, members } = record.values;
    if (quantity === undefined || !members || members.length === 0 || members.length === quantity) return;
    const span = spanAt(record, ['quantity']);
    yield {
      ...span,
      case: 'differs',
      message: `The number says ${quantity}, the list below has ${members.length}. Count again: one of the two is wrong.`,
      fixes: () => [replace(span, String(members.length), `Change the number to ${members.length}`)],
    };
  },
};
