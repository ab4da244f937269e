import type { Estate } from '../estate/estate.ts';
import { isKind, isRetired, statusOf, type RecordEntry, type RecordOf } from '../estate/record.ts';

/** Longer chains are not followed: no school has them, and a look must end. */
const most = 2000;

/** What the record rests on itself: a service on what it depends on, a device on its UPS and its server. */
export function restsOn(record: RecordEntry, estate: Estate): RecordEntry[] {
  return directIds(record).flatMap(id => estate.named(id, record.file) ?? []);
}

function directIds(record: RecordEntry): readonly string[] {
  if (isKind(record, 'service')) return record.values.depends_on ?? [];
  if (isKind(record, 'asset')) return [record.values.powered_by, record.values.runs_on].flatMap(id => id ?? []);
  return [];
}

/** All that the record rests on, directly or through others (precise.md, Terms: the chain); without itself. */
export function chainOf(record: RecordEntry, estate: Estate): ReadonlySet<RecordEntry> {
  return follow(record, one => restsOn(one, estate));
}

/** What rests on the record itself: services that depend on it, devices that it powers or carries. */
export function restingOn(record: RecordEntry, estate: Estate): RecordEntry[] {
  const id = record.id.toLowerCase();
  if (!id) return [];
  // By its id alone: whoever looked at all that those rest on would be looked at again with each of them.
  const naming = estate.naming(record.id, record.file);
  return naming.filter(
    one => directIds(one).some(text => text.toLowerCase() === id) && estate.named(record.id, one.file) === record,
  );
}

/** All that rests on the record, directly or through others; without itself. */
export function dependentsOf(record: RecordEntry, estate: Estate): ReadonlySet<RecordEntry> {
  return follow(record, one => restingOn(one, estate));
}

function follow(start: RecordEntry, next: (record: RecordEntry) => readonly RecordEntry[]): ReadonlySet<RecordEntry> {
  const found = new Set<RecordEntry>();
  const queue = [start];
  for (let at = queue.pop(); at && found.size < most; at = queue.pop()) {
    for (const one of next(at)) {
      if (one === start || found.has(one)) continue;
      found.add(one);
      queue.push(one);
    }
  }
  return found;
}

/** Live: a service that users have now. */
export function isLiveService(record: RecordEntry | undefined): record is RecordOf<'service'> {
  return isKind(record, 'service') && statusOf(record) === 'live';
}

/** Live: a device that does its work, or should (precise.md, Terms). */
export function isLiveAsset(record: RecordEntry | undefined): record is RecordOf<'asset'> {
  return isKind(record, 'asset') && ['in_use', 'on_loan', 'in_repair', 'missing'].includes(statusOf(record));
}

/** Whether it still asks for work: a problem, a change, a plan. */
export function isOpen(record: RecordEntry): boolean {
  return !isRetired(record) && (record.declaration?.life?.open.includes(statusOf(record)) ?? true);
}
