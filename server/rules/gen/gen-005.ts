import type { Estate } from '../../estate/estate.ts';
import { spanAt, type RecordEntry } from '../../estate/record.ts';
import { compareMoments, dayOf, sayDay } from '../../model/day.ts';
import { labelAt } from '../../model/paths.ts';
import { misreadRemark } from '../fix.ts';
import type { Remark, Rule } from '../rule.ts';

export const gen005: Rule = {
  code: 'GEN-005',
  title: 'Dates exist, and an end does not come before its beginning',
  why: 'A contract that ends before it begins is a slip of the pen, and every reminder that rests on it comes wrong.',
  bad: 'kind: supplier\nid: SUP-01\ntitle: Example Copiers\ncontract:\n  from: 2026-11-31\n  to: 2025-11-01\n',
  good: 'kind: supplier\nid: SUP-01\ntitle: Example Copiers\ncontract:\n  from: 2025-11-01\n  to: 2026-11-30\n',
  cases: { impossible: 'error', order: 'error' },
  *check(record, estate) {
    for (const problem of record.understood.problems)
      if (problem.code === 'GEN-005') yield misreadRemark(problem, 'impossible');
    const said = new Set<number>();
    for (const { from, to } of record.declaration?.orders ?? []) {
      for (const remark of compareAll(record, estate, from.split('.'), to.split('.'))) {
        if (!said.has(remark.start)) yield remark; // one word about a value is enough
        said.add(remark.start);
      }
    }
  },
};

type Steps = readonly (string | number)[];

function* compareAll(record: RecordEntry, estate: Estate, from: Steps, to: Steps): Generator<Remark> {
  for (const [a, b] of pairs(record.values, from, to)) {
    const [first, last] = [valueAt(record.values, a), valueAt(record.values, b)];
    if (typeof first !== 'string' || typeof last !== 'string') continue;
    const zone = estate.zoneOf(record.file);
    if (compareMoments(first, last, zone) <= 0) continue;
    const [label, before] = [labelAt(record.declaration, b), labelAt(record.declaration, a)];
    yield {
      ...spanAt(record, b),
      case: 'order',
      message: `“${label}”, ${sayDay(dayOf(last, zone))}, comes before “${before}”, ${sayDay(dayOf(first, zone))}. One of the two was typed wrongly.`,
    };
  }
}

/** `terms[].from` and `terms[].to` for each term. */
function* pairs(values: unknown, from: Steps, to: Steps): Generator<[Steps, Steps]> {
  const at = from.findIndex(step => String(step).endsWith('[]'));
  if (at < 0) {
    yield [from, to];
    return;
  }
  const head = [...from.slice(0, at), String(from[at]).slice(0, -2)];
  const items = valueAt(values, head);
  for (let i = 0; Array.isArray(items) && i < items.length; i++)
    yield* pairs(values, [...head, i, ...from.slice(at + 1)], [...head, i, ...to.slice(at + 1)]);
}

function valueAt(values: unknown, path: Steps): unknown {
  let value = values;
  for (const step of path)
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined;
  return value;
}
