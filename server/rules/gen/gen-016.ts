import type { Estate } from '../../estate/estate.ts';
import type { Use } from '../../estate/interpret.ts';
import { nameOf, type RecordEntry } from '../../estate/record.ts';
import type { Remark, Rule } from '../rule.ts';

/** Ways longer than this are not followed: no school has them, and a chain must end. */
const longest = 200;

/** The records on the way from `record` through the field back to it, or undefined. */
function wayBack(record: RecordEntry, field: string, estate: Estate): RecordEntry[] | undefined {
  const cameFrom = new Map<RecordEntry, RecordEntry | undefined>([[record, undefined]]);
  const queue: RecordEntry[] = [record];
  for (let next = queue.shift(); next && cameFrom.size < longest; next = queue.shift()) {
    for (const use of usesOf(next, field)) {
      const other = estate.named(use.text, next.file);
      if (other === record) return trail(next, cameFrom);
      if (!other || cameFrom.has(other) || other.kind !== record.kind) continue;
      cameFrom.set(other, next);
      queue.push(other);
    }
  }
  return undefined;
}

function usesOf(record: RecordEntry, field: string): Use[] {
  return record.understood.uses.filter(use => use.path[0] === field);
}

function trail(last: RecordEntry, cameFrom: ReadonlyMap<RecordEntry, RecordEntry | undefined>): RecordEntry[] {
  const way: RecordEntry[] = [];
  for (let at: RecordEntry | undefined = last; at; at = cameFrom.get(at)) way.unshift(at);
  return way;
}

/** One remark on the record's first step of the circle. */
export function* circleRemark(record: RecordEntry, field: string, estate: Estate, words: string): Generator<Remark> {
  const way = wayBack(record, field, estate);
  if (!way) return;
  const second = way[1] ?? record;
  const use = usesOf(record, field).find(one => estate.named(one.text, record.file) === second);
  if (!use) return;
  const names = [...way, record].map(one => one.id).join(' → ');
  const message =
    way.length === 1
      ? `${nameOf(record)} names itself here. ${words}`
      : `This goes round in a circle: ${names}. ${words}`;
  yield { start: use.start, end: use.end, case: 'circle', message };
}

export const gen016: Rule = {
  code: 'GEN-016',
  title: 'No chain leads back to its beginning',
  why: 'A room inside itself, or two devices that each get their power from the other, cannot be: one of the steps is wrong.',
  bad: 'kind: location\nid: hall\ntitle: Hall\nparent: main\n---\nkind: location\nid: main\ntitle: Main block\nparent: hall\n',
  good: 'kind: location\nid: hall\ntitle: Hall\nparent: main\n---\nkind: location\nid: main\ntitle: Main block\n',
  cases: { circle: 'error' },
  *check(record, estate) {
    for (const field of record.declaration?.acyclic ?? [])
      yield* circleRemark(record, field, estate, 'One of these steps is wrong.');
  },
};
