import { momentIn, type Day, type Moment } from '../model/day.ts';
import type { KindName } from '../records/index.ts';
import type { Slip } from '../yaml/node.ts';
import { findConflictMarkers } from '../yaml/conflict.ts';
import { splitSegments, type Segment } from '../yaml/segments.ts';
import { createLookup, distinctKey, idKey, keysOf, kindKey, useKey } from './lookup.ts';
import { createPast, pastKey } from './past.ts';
import { isKind, parseRecord, type ParsedRecord, type RecordEntry, type RecordOf } from './record.ts';
import { folderOf, gatherSchools, inOrder, sees, type Schools } from './schools.ts';

/** A file as the estate keeps it: its text in segments, one record each. */
export interface FileEntry {
  readonly file: string;
  readonly segments: readonly Segment[];
  readonly records: readonly RecordEntry[];
  /** Merge-conflict markers: then nothing else is said of the file. */
  readonly conflict: Slip | undefined;
  readonly text: string;
}

export interface Clock {
  /** A day, or a day and time, where somebody sets it, else undefined (precise.md 5). */
  readonly pretended: Moment | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What one look at the index read: who must be looked at again when that changes. */
export type Reads = Set<string>;

interface MutableEntry extends ParsedRecord {
  file: string;
  index: number;
  values: Readonly<Record<string, unknown>>;
}

const schoolsKey = 'schools';
const firstKey = 'first without school';

/**
 * The index of all records: schools, ids, references. Incremental per file and, within a file, per record; after any sequence of
 * edits it is the same as one made from scratch. It reads nothing itself: texts are handed in.
 */
export class Estate {
  private readonly byFile = new Map<string, FileEntry>();
  private readonly lookup = createLookup();
  private readonly past = createPast();
  private schools: Schools = gatherSchools([]);
  private readonly withoutSchool = new Set<RecordEntry>();
  private first: RecordEntry | undefined;
  private reads: Reads | undefined;
  /** What was worked out already in the look that is going on, by what makes it and of which record. */
  private made: Map<unknown, Map<RecordEntry, unknown>> | undefined;
  /** What `visible` has found, by key and by who looks. */
  private readonly seen = new Map<string, Map<string, readonly RecordEntry[]>>();
  private readonly starts = new Map<string, readonly string[]>();
  private readonly clock: Clock;
  private readonly minutes = new Map<string, { minute: number; moment: Moment }>();
  /** Folders above the opened one exist but could not be read: what may be shared may stand there. */
  mayBeAbove = false;
  /** What `setPast` tells of, for messages. */
  pastName = 'the last commit';

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Takes a file's text (undefined: it is gone). Returns the keys that changed, for `dependsOn`. */
  setFile(file: string, text: string | undefined): ReadonlySet<string> {
    const before = this.byFile.get(file);
    const after = text === undefined ? undefined : readFile(file, text, before);
    const kept = new Set(after?.records);
    const old = new Set(before?.records);
    const changed = new Set<string>();
    const { first } = this;
    for (const record of old) if (!kept.has(record)) this.forget(record, changed);
    for (const record of kept) if (!old.has(record)) this.learn(record, changed);
    if (after) this.byFile.set(file, after);
    else this.byFile.delete(file);
    if (changed.has(kindKey('school'))) this.gatherSchools(changed);
    this.findFirst(first, changed);
    this.unsee(changed);
    return changed;
  }

  /** Takes what a file said at the revision compared with (undefined: nothing to compare). Returns the keys that changed. */
  setPast(file: string, text: string | undefined): ReadonlySet<string> {
    return this.past.setFile(file, text);
  }

  /** The statuses that the record had at that revision: none where it is new, several where its id stood twice. */
  pastStatuses(record: RecordEntry): readonly string[] {
    this.reads?.add(pastKey(record));
    const home = this.schools.folderOf(record.file);
    return this.past.statuses(record, file => this.schools.folderOf(file) === home);
  }

  private unsee(changed: ReadonlySet<string>): void {
    if (changed.has(schoolsKey)) this.seen.clear();
    for (const key of changed) this.seen.delete(key);
    if (changed.size > 0) this.starts.clear();
  }

  private forget(record: RecordEntry, changed: Set<string>): void {
    for (const key of keysOf(record)) changed.add(key);
    this.lookup.remove(record);
    this.withoutSchool.delete(record);
  }

  private learn(record: RecordEntry, changed: Set<string>): void {
    for (const key of keysOf(record)) changed.add(key);
    this.lookup.add(record);
    this.noteSchoolless(record);
  }

  private noteSchoolless(record: RecordEntry): void {
    if (this.schools.folderOf(record.file) !== undefined) return;
    this.withoutSchool.add(record);
    if (record.text.root && (!this.first || inOrder(record, this.first) < 0)) this.first = record;
  }

  private gatherSchools(changed: Set<string>): void {
    const before = this.schools.folders;
    this.schools = gatherSchools(this.lookup.get(kindKey('school')));
    const { folders } = this.schools;
    // A school that says something else about itself belongs to the same files as before.
    if (folders.length === before.length && folders.every((folder, i) => folder === before[i])) return;
    changed.add(schoolsKey);
    this.withoutSchool.clear();
    this.first = undefined;
    for (const { records } of this.byFile.values()) for (const record of records) this.noteSchoolless(record);
  }

  /** A record that comes is compared as it comes; only when the first one goes must all be looked through. */
  private findFirst(before: RecordEntry | undefined, changed: Set<string>): void {
    if (this.first && !this.withoutSchool.has(this.first)) {
      this.first = undefined;
      for (const record of this.withoutSchool) this.noteSchoolless(record);
    }
    if (this.first !== before) changed.add(firstKey);
  }

  /** The first record that belongs to no school: where GEN-020 is said, once. */
  firstWithoutSchool(): RecordEntry | undefined {
    this.reads?.add(firstKey);
    return this.first;
  }

  get files(): ReadonlyMap<string, FileEntry> {
    return this.byFile;
  }

  /** Every record, files in order. */
  *all(): Generator<RecordEntry> {
    for (const file of [...this.byFile.keys()].sort()) yield* this.byFile.get(file)?.records ?? [];
  }

  /** Runs the look and tells which keys it read. */
  watch<T>(look: () => T): { result: T; reads: Reads } {
    const { reads: outer, made } = this;
    const reads: Reads = new Set([schoolsKey]);
    this.reads = reads;
    this.made = new Map();
    try {
      return { result: look(), reads };
    } finally {
      this.reads = outer;
      this.made = made;
    }
  }

  /** What `make` gives for the record, worked out once for the look that is going on: several rules ask the same. */
  once<R extends RecordEntry, T>(make: (record: R, estate: Estate) => T, record: R): T {
    if (!this.made) return make(record, this);
    const byRecord = this.made.get(make) ?? new Map<RecordEntry, unknown>();
    this.made.set(make, byRecord);
    // What stands there was made by the same function, so it is of its type.
    if (!byRecord.has(record)) byRecord.set(record, make(record, this));
    return byRecord.get(record) as T;
  }

  /** Records under a key that the file sees: shared ones first, then in their order. Kept until the key changes. */
  private visible(key: string, from: string): readonly RecordEntry[] {
    this.reads?.add(key);
    return this.look(key, from);
  }

  private look(key: string, from: string): readonly RecordEntry[] {
    const scope = this.schools.folderOf(from) ?? `outside ${folderOf(from)}`;
    const known = this.seen.get(key)?.get(scope);
    if (known) return known;
    const found = [...this.lookup.get(key)].filter(record => sees(this.schools, from, record));
    found.sort((a, b) => this.rank(a) - this.rank(b) || inOrder(a, b));
    this.seen.set(key, (this.seen.get(key) ?? new Map<string, readonly RecordEntry[]>()).set(scope, found));
    return found;
  }

  private rank(record: RecordEntry): number {
    return this.schools.folderOf(record.file) === undefined ? 0 : 1;
  }

  /** Records of this id that the file may name, first written first. Case does not count. */
  find(id: string, from: string): readonly RecordEntry[] {
    return id ? this.visible(idKey(id), from) : [];
  }

  /** The record that the id names, if exactly so or first. */
  named(id: string | undefined, from: string): RecordEntry | undefined {
    return id === undefined ? undefined : this.find(id, from)[0];
  }

  /** Ids that begin so, of records that the file sees. Not watched: for proposals, not for findings. */
  idsStarting(start: string, file: string): readonly string[] {
    const name = `${start}\n${this.schools.folderOf(file) ?? folderOf(file)}`;
    const known = this.starts.get(name);
    if (known) return known;
    const keys = this.lookup.keys(idKey(start));
    const ids = keys.flatMap(key => this.look(key, file).map(record => record.id));
    this.starts.set(name, ids);
    return ids;
  }

  /** All records of a kind that the file sees. */
  ofKind<K extends KindName>(kind: K, from: string): readonly RecordOf<K>[] {
    // What stands under a kind's key is of that kind (lookup.ts): no need to look at each again.
    return this.visible(kindKey(kind), from) as readonly RecordOf<K>[];
  }

  /** All records of a kind, of every school. Not watched: for overviews and new ids, not for findings. */
  ofKindAnywhere<K extends KindName>(kind: K): readonly RecordOf<K>[] {
    const found = [...this.lookup.get(kindKey(kind))] as unknown as RecordOf<K>[];
    return found.sort(inOrder);
  }

  /** Records that name this id, seen from the file. */
  naming(id: string, from: string): readonly RecordEntry[] {
    return this.visible(useKey(id), from);
  }

  /** Records with the same value in a `distinct` field. */
  sharing(index: string, key: string, from: string): readonly RecordEntry[] {
    return this.visible(distinctKey(index, key), from);
  }

  /** The school's record above the file, or undefined. */
  schoolOf(file: string): RecordOf<'school'> | undefined {
    const folder = this.schools.folderOf(file);
    const record = folder === undefined ? undefined : this.schools.recordIn(folder);
    return isKind(record, 'school') ? record : undefined;
  }

  schoolFolderOf(file: string): string | undefined {
    return this.schools.folderOf(file);
  }

  /** Folders of the schools, in order. */
  get schoolFolders(): readonly string[] {
    return this.schools.folders;
  }

  zoneOf(file: string): string {
    return this.schoolOf(file)?.values.timezone ?? 'Europe/London';
  }

  today(file: string): Day {
    return this.now(file).slice(0, 10);
  }

  /** Day and time in the school's zone; of a day that somebody set, the start of the working day. */
  now(file: string): Moment {
    const zone = this.zoneOf(file);
    const { pretended } = this.clock;
    if (pretended === undefined) return this.clockIn(zone);
    if (pretended.length > 10) return pretended.replace(' ', 'T');
    return `${pretended}T${this.schoolOf(file)?.values.working_day?.from ?? '08:00'}`;
  }

  /** The clock's minute in the zone, worked out once a minute: every date rule asks. */
  private clockIn(zone: string): Moment {
    const minute = Math.floor(this.clock.now() / 60_000);
    const known = this.minutes.get(zone);
    if (known?.minute === minute) return known.moment;
    const moment = momentIn(zone, minute * 60_000);
    this.minutes.set(zone, { minute, moment });
    return moment;
  }

  get pretendedToday(): Moment | undefined {
    return this.clock.pretended;
  }
}

/** Splits the text; a record whose text is the same as before keeps its entry, wherever in the file it now stands. */
function readFile(file: string, text: string, before: FileEntry | undefined): FileEntry {
  const conflict = findConflictMarkers(text);
  if (conflict) return { file, segments: splitSegments(text), records: [], conflict, text };
  const segments = splitSegments(text);
  const left = new Map<string, RecordEntry[]>();
  for (const record of before?.records ?? []) left.set(record.source, [...(left.get(record.source) ?? []), record]);
  const kept = segments.map(segment => left.get(segment.text)?.shift());
  const stillInOrder = isRising(kept.flatMap(record => (record ? [record.index] : [])));
  const records = segments.map((segment, index) => {
    const record = kept[index];
    // Who comes first matters (the second of two same ids is the wrong one), so records that changed places are entered anew.
    return record && stillInOrder ? moveTo(record, index) : enter(file, index, record ?? parseRecord(segment.text));
  });
  return { file, segments, records, conflict, text };
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? -1));
}

function enter(file: string, index: number, parsed: ParsedRecord): RecordEntry {
  return { ...parsed, file, index, values: parsed.understood.values };
}

/** The one thing of an entry that may change: its place in the file. */
function moveTo(record: RecordEntry, index: number): RecordEntry {
  (record as MutableEntry).index = index;
  return record;
}
