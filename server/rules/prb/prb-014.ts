import { isKind, isWritten, spanAt } from '../../estate/record.ts';
import { computedPriority } from '../../facts/problems.ts';
import { addKeys, replace } from '../fix.ts';
import type { Rule } from '../rule.ts';

const jams = (more: string) =>
  `kind: problem\nid: PRB-2026-003\ntitle: Office printer jams\nassets: unknown\nimpact: one_room\nurgency: low\n${more}`;

export const prb014: Rule = {
  code: 'PRB-014',
  kind: 'problem',
  title: 'A priority of one’s own has a reason',
  why: 'The priority follows from who is hit and how soon it must be mended. Whoever departs from that owes the others the reason.',
  bad: jams('priority: high\n'),
  good: jams('priority: high\npriority_reason: The report goes to parents on Friday.\n'),
  cases: { differs: 'warning' },
  *check(record) {
    if (!isKind(record, 'problem') || isWritten(record, 'priority_reason')) return;
    const computed = computedPriority(record);
    const { priority } = record.values;
    if (computed === undefined || priority === undefined || priority === computed) return;
    yield {
      ...spanAt(record, ['priority']),
      case: 'differs',
      message: `Impact and urgency give a ${computed} priority, but here it is ${priority}, without a reason. Say why, or leave it at ${computed}.`,
      fixes: () => [
        replace(spanAt(record, ['priority']), computed, `Change to ${computed}`),
        ...addKeys(record, ['priority_reason'], 'Add the line priority_reason'),
      ],
    };
  },
};
