import type { Span, TextEdit } from './text-edit.ts';

export type Severity = 'error' | 'warning' | 'information';

/** Something known to be wrong, due or not known yet. Offsets count from the start of the record's segment, unless said otherwise. */
export interface Finding extends Span {
  /** `GEN-003`: file name of the rule, setting key, documentation anchor. */
  readonly code: string;
  /** Which of the rule's cases (precise.md 23). */
  readonly case: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly Related[];
  readonly fixes: readonly RecordFix[];
  /** Set when an open problem or an accepted risk names it (precise.md 7). */
  readonly acknowledgedBy?: string;
  readonly originalSeverity?: Severity;
}

/** Another place that belongs to the finding: offsets count in that record, wherever in its file it now stands. */
export interface Related extends Span {
  readonly record: { readonly file: string; readonly index: number };
  readonly message: string;
}

/** A way to mend a finding. Offsets of an edit count in the finding's own record, or in the record that the edit names. */
export interface RecordFix {
  readonly title: string;
  readonly preferred?: boolean;
  readonly edits: readonly (TextEdit & { readonly record?: Related['record'] })[];
  /** Text to put at the end of that file, as a new record. */
  readonly append?: { readonly file: string; readonly text: string };
}
