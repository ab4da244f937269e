import type { Estate } from '../estate/estate.ts';
import { isKind, type RecordEntry, type RecordOf } from '../estate/record.ts';
import type { RecordFix, Related, Severity } from '../model/finding.ts';
import type { Span } from '../model/text-edit.ts';

/** One thing that a rule has to say about a record. */
export interface Remark extends Span {
  readonly case: string;
  readonly message: string;
  readonly related?: readonly Related[];
  /** Ways to mend it. As a function they are made when somebody asks for them, from what the index holds then: most are never asked for. */
  readonly fixes?: readonly RecordFix[] | (() => readonly RecordFix[]);
  /** Where it differs from the case's own. */
  readonly severity?: Severity;
}

/**
 * A rule of the framework: a table row and one function. Its words are its documentation (docs/rules.md is made of them), and its
 * examples are its first test.
 */
export interface Rule {
  /** `GEN-003`: file name, setting key, anchor in the documentation. */
  readonly code: string;
  /** What it looks for, in plain words. */
  readonly title: string;
  /** Why FITS, or common sense, asks for it. */
  readonly why: string;
  /** Records that break it, and the same mended. */
  readonly bad: string;
  readonly good: string;
  /** What it may say, and how grave that is by default. */
  readonly cases: Readonly<Record<string, Severity>>;
  /** The only kind it looks at; absent = every kind. */
  readonly kind?: string;
  /** True where an ignore comment does not silence it (precise.md 36). */
  readonly firm?: true;
  readonly check: (record: RecordEntry, estate: Estate) => Iterable<Remark>;
}

/** A place in another record, for `related`. */
export function placeOf(record: RecordEntry, span: Span, message: string): Related {
  return { record, start: span.start, end: span.end, message };
}

/** Last part of a file's name, for messages. */
export function fileName(file: string): string {
  return decodeURIComponent(file.slice(file.lastIndexOf('/') + 1));
}

/** The record of a school, where rules about the whole school speak; a second one in its folder is none (GEN-002 says so). */
export function isSchool(record: RecordEntry, estate: Estate): record is RecordOf<'school'> {
  return isKind(record, 'school') && estate.schoolOf(record.file)?.text === record.text;
}
