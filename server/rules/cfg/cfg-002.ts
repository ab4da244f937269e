import { isRetired, nameOf, type RecordEntry } from '../../estate/record.ts';
import type { DistinctValue } from '../../estate/interpret.ts';
import type { Estate } from '../../estate/estate.ts';
import { inOrder } from '../../estate/schools.ts';
import { placeOf, type Rule } from '../rule.ts';

export const cfg002: Rule = {
  code: 'CFG-002',
  title: 'Serial numbers, host names and addresses belong to one device',
  why: 'Two devices with one address disturb each other; two with one serial number are one device written down twice, or a slip.',
  bad: 'kind: asset\nid: AP-03\ntitle: Hall\ntype: access_point\nlocation: unknown\nserial: W6-403\n---\nkind: asset\nid: AP-04\ntitle: Library\ntype: access_point\nlocation: unknown\nserial: W6-403\n',
  good: 'kind: asset\nid: AP-03\ntitle: Hall\ntype: access_point\nlocation: unknown\nserial: W6-403\n---\nkind: asset\nid: AP-04\ntitle: Library\ntype: access_point\nlocation: unknown\nserial: W6-404\n',
  cases: { same: 'error' },
  *check(record, estate) {
    if (isRetired(record)) return;
    for (const value of record.understood.distinct) {
      const other = firstOther(record, value, estate);
      if (!other) continue;
      const there = other.understood.distinct.find(one => one.index === value.index && one.key === value.key) ?? value;
      yield {
        start: value.start,
        end: value.end,
        case: 'same',
        message: `${other === record ? 'Another line of this record' : nameOf(other)} has the same ${value.index}, ${value.text}. Either one was typed wrongly, or the same device is here twice.`,
        related: [placeOf(other, there, `${other.id}: the same ${value.index}`)],
      };
    }
  },
};

/** The one that was written first; within one record, a member that repeats another. */
function firstOther(record: RecordEntry, value: DistinctValue, estate: Estate): RecordEntry | undefined {
  const within = record.understood.distinct.some(
    one => one !== value && one.index === value.index && one.key === value.key && one.start < value.start,
  );
  if (within) return record;
  return estate
    .sharing(value.index, value.key, record.file)
    .find(other => other !== record && !isRetired(other) && inOrder(other, record) < 0 && sameSort(other, record));
}

/** Serial numbers of cables and devices are counted apart. */
function sameSort(a: RecordEntry, b: RecordEntry): boolean {
  return a.kind === b.kind;
}
