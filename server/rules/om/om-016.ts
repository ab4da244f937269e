import { isKind, spanAt } from '../../estate/record.ts';
import { device, example, together } from '../examples.ts';
import type { Rule } from '../rule.ts';

const queue = (released: string) =>
  together(
    example('print_queue', 'PRQ-01', 'Office printer', {
      printer: 'PRN-01',
      personal_data: 'yes',
      secure_release: released,
    }),
    device('PRN-01', 'Office printer', 'printer'),
  );

export const om016: Rule = {
  code: 'OM-016',
  kind: 'print_queue',
  title: 'Pages about people come out only when their owner stands there',
  why: 'A report that lies in the tray is read by whoever comes first.',
  bad: queue('no'),
  good: queue('yes'),
  cases: { open: 'information' },
  *check(record) {
    if (!isKind(record, 'print_queue') || !record.values.personal_data) return;
    if (record.values.secure_release === true || record.understood.answers.has('secure_release')) return;
    yield {
      ...spanAt(record, ['personal_data']),
      case: 'open',
      message:
        'Pages about people are printed here and lie in the tray until somebody fetches them. Let them come out only when their owner stands at the printer, or put it where only staff go.',
    };
  },
};
