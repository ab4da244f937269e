import { isKind, spanAt } from '../../estate/record.ts';
import { device, example, together } from '../examples.ts';
import type { Rule } from '../rule.ts';

const queue = (pages: number) =>
  together(
    example('print_queue', 'PRQ-01', 'Office colour printer', {
      printer: 'PRN-01',
      pages_month: String(pages),
      allowance_month: '4000',
    }),
    device('PRN-01', 'Office printer', 'printer'),
  );

export const om015: Rule = {
  code: 'OM-015',
  kind: 'print_queue',
  title: 'Printing stays within what the contract covers',
  why: 'Pages above the allowance cost several times as much, and the bill comes at the end of the year.',
  bad: queue(5200),
  good: queue(4000),
  cases: { over: 'warning' },
  *check(record) {
    if (!isKind(record, 'print_queue')) return;
    const { pages_month: pages, allowance_month: allowed } = record.values;
    if (pages === undefined || allowed === undefined || pages <= allowed) return;
    const [said, paid] = [pages, allowed].map(n => n.toLocaleString('en-GB'));
    yield {
      ...spanAt(record, ['pages_month']),
      case: 'over',
      message: `${said ?? ''} pages a month are printed here, and the contract covers ${paid ?? ''}. Print less in colour, or ask for another contract before the bill comes.`,
    };
  },
};
