import type { Severity } from './finding.ts';

/** What a field's text says: a value, or what is wrong with it in plain words, with texts that would be right. */
export type Reading = { readonly ok: true; readonly value: unknown } | Misread;

export interface Misread {
  readonly ok: false;
  /** GEN-005: a date that does not exist. GEN-014: any other form than the field's. */
  readonly code: 'GEN-005' | 'GEN-014';
  readonly case: 'date' | 'type' | 'choice' | 'range' | 'form' | 'length';
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly Replacement[];
}

/** A text that may stand in place of the present one. */
export interface Replacement {
  readonly title: string;
  readonly text: string;
  readonly preferred?: boolean;
}

export function read(value: unknown): Reading {
  return { ok: true, value };
}

export function misread(
  problem: Misread['case'],
  message: string,
  fixes: readonly Replacement[] = [],
  code: Misread['code'] = 'GEN-014',
): Misread {
  return { ok: false, code, case: problem, severity: 'error', message, fixes };
}

/** The usual replacement: "Change to switch". */
export function changeTo(text: string, preferred = false): Replacement {
  return { title: `Change to ${text}`, text, ...(preferred ? { preferred } : {}) };
}
