import type { Estate, FileEntry, Reads } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { Finding } from '../model/finding.ts';
import { checkRecord, findingOf, silence, type CheckOptions } from './check.ts';
import { gen022, remarkOf } from './gen/gen-text.ts';

/** A finding in its record; `record` is undefined for one about the whole file, whose offsets count in the file. */
export interface Placed {
  readonly record: RecordEntry | undefined;
  readonly finding: Finding;
}

interface Checked {
  readonly findings: readonly Finding[];
  readonly reads: Reads;
  /** Folder of the school that it was checked in. */
  readonly school: string | undefined;
}

/**
 * Keeps the findings of all records true with the least work: each check notes which keys of the index it read, and a record is
 * checked again only when one of them has changed.
 */
export class Checker {
  private readonly checked = new Map<RecordEntry, Checked>();
  /** By key, and by the school of those who looked. */
  private readonly watchers = new Map<string, Map<string | undefined, Set<RecordEntry>>>();
  private options: CheckOptions;
  readonly estate: Estate;

  constructor(estate: Estate, options: CheckOptions) {
    this.estate = estate;
    this.options = options;
  }

  /** Takes a file's text (undefined: gone). Returns the files whose findings may have changed. */
  setFile(file: string, text: string | undefined): ReadonlySet<string> {
    const before = this.estate.files.get(file)?.records ?? [];
    const changed = this.estate.setFile(file, text);
    const after = new Set(this.estate.files.get(file)?.records);
    for (const record of before) if (!after.has(record)) this.drop(record);
    const touched = new Set([file]);
    if (changed.has('schools')) this.recheckAll(touched);
    else if (changed.has('kind:school')) this.recheckSchool(this.estate.schoolFolderOf(file), touched);
    return this.dropWatchers(file, changed, touched);
  }

  /** Takes what a file said at the revision compared with. Returns the files whose findings may have changed. */
  setPast(file: string, text: string | undefined): ReadonlySet<string> {
    return this.dropWatchers(file, this.estate.setPast(file, text), new Set());
  }

  /** What stands in a school's own files is seen in that school only; what is shared, or belongs to none, may be seen by all. */
  private dropWatchers(file: string, changed: ReadonlySet<string>, touched: Set<string>): ReadonlySet<string> {
    const school = this.estate.schoolFolderOf(file);
    for (const key of changed) {
      const looked = this.watchers.get(key);
      const records =
        school === undefined ? [...(looked?.values() ?? [])].flatMap(set => [...set]) : looked?.get(school);
      for (const record of [...(records ?? [])]) touched.add(this.drop(record).file);
    }
    return touched;
  }

  /** Forgets every finding: the day or the settings changed. */
  recheckAll(touched = new Set<string>(), options = this.options): ReadonlySet<string> {
    this.options = options;
    for (const record of [...this.checked.keys()]) touched.add(this.drop(record).file);
    return touched;
  }

  /** What the school says of itself – its time zone, its working day – counts for all its records. */
  private recheckSchool(school: string | undefined, touched: Set<string>): void {
    for (const [record, checked] of [...this.checked])
      if (checked.school === school) touched.add(this.drop(record).file);
  }

  private drop(record: RecordEntry): RecordEntry {
    const { reads, school } = this.checked.get(record) ?? { reads: [], school: undefined };
    for (const key of reads) {
      const looked = this.watchers.get(key);
      const set = looked?.get(school);
      set?.delete(record);
      if (set?.size === 0) looked?.delete(school);
      if (looked?.size === 0) this.watchers.delete(key);
    }
    this.checked.delete(record);
    return record;
  }

  /** Findings of one record, checked now if they are not known. */
  findingsOf(record: RecordEntry): readonly Finding[] {
    const known = this.checked.get(record);
    if (known) return known.findings;
    const { result, reads } = this.estate.watch(() => checkRecord(record, this.estate, this.options));
    reads.delete('schools'); // every record reads them: a change of schools checks everything anew
    const school = this.estate.schoolFolderOf(record.file);
    this.checked.set(record, { findings: result, reads, school });
    for (const key of reads) {
      const looked = this.watchers.get(key) ?? new Map<string | undefined, Set<RecordEntry>>();
      const set = looked.get(school) ?? new Set();
      this.watchers.set(key, looked.set(school, set.add(record)));
    }
    return result;
  }

  /** All findings of a file, in the order of its records. */
  inFile(file: string): Placed[] {
    const entry = this.estate.files.get(file);
    if (!entry) return [];
    if (entry.conflict)
      return findingOf(gen022, remarkOf(entry.conflict), this.options.settings).map(finding => ({
        record: undefined,
        finding,
      }));
    return this.withoutSilenced(
      entry,
      entry.records.flatMap(record => this.findingsOf(record).map(finding => ({ record, finding }))),
    );
  }

  /** `# fits-ignore-file` reaches over all records of its file. */
  private withoutSilenced(entry: FileEntry, placed: Placed[]): Placed[] {
    const comments = entry.records.flatMap(record =>
      record.text.ignores.filter(comment => comment.reach === 'file').map(comment => ({ record, comment })),
    );
    if (comments.length === 0) return placed;
    const owner = new Map(placed.map(one => [one.finding, one.record]));
    const left = silence(
      [...owner.keys()],
      comments.map(one => one.comment),
      () => true,
      this.options,
    );
    const home = comments[0]?.record;
    return left.map(finding => ({ record: owner.get(finding) ?? home, finding }));
  }
}
