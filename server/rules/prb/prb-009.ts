import { isKind, isRetired, nameOf, spanAt, type RecordOf } from '../../estate/record.ts';
import type { RecordFix } from '../../model/finding.ts';
import { appendToList } from '../../yaml/edit.ts';
import { elsewhere } from '../fix.ts';
import { placeOf, type Rule } from '../rule.ts';

const both = (problems: string) =>
  `kind: problem\nid: PRB-2026-003\ntitle: Office printer jams\nassets: unknown\nimpact: one_room\nrfc: [RFC-2026-019]\n---\nkind: rfc\nid: RFC-2026-019\ntitle: New rollers\nitems: unknown\nreason: It jams.\n${problems}`;

export const prb009: Rule = {
  code: 'PRB-009',
  kind: 'problem',
  title: 'A problem and the change that mends it name each other',
  why: 'Whoever approves the change must see what it is for, and whoever closes it, what is solved by it.',
  bad: both(''),
  good: both('problems: [PRB-2026-003]\n'),
  cases: { one_way: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'problem') || !record.id || isRetired(record)) return;
    for (const [i, id] of (record.values.rfc ?? []).entries()) {
      const change = estate.named(id, record.file);
      if (!isKind(change, 'rfc') || isRetired(change) || namesBack(change, record.id)) continue;
      yield {
        ...spanAt(record, ['rfc', i]),
        case: 'one_way',
        message: `${nameOf(change)} does not say that it mends this problem, so whoever approves it cannot see why it is needed. Add ${record.id} to its problems.`,
        related: [placeOf(change, spanAt(change, ['problems']), `${change.id}: its problems`)],
        fixes: () => nameBack(change, record),
      };
    }
  },
};

function namesBack(change: RecordOf<'rfc'>, problem: string): boolean {
  // What is not known may well be this one.
  if (change.understood.answers.get('problems') === 'unknown') return true;
  return (change.values.problems ?? []).some(id => id.toLowerCase() === problem.toLowerCase());
}

function nameBack(change: RecordOf<'rfc'>, problem: RecordOf<'problem'>): RecordFix[] {
  const order = Object.keys(change.declaration?.fields ?? {});
  const edits = appendToList(change.source, ['problems'], problem.id, { order });
  return edits
    ? [{ title: `Add ${problem.id} to ${change.id}`, edits: elsewhere(change, edits), preferred: true }]
    : [];
}
