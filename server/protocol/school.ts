/** A new school out of five answers. */
import type { RecordChanges } from './changes.ts';

/** Where the term dates come from. */
export type TermSource =
  | { readonly from: 'usual' }
  /** A list as a person pastes it. */
  | { readonly from: 'list'; readonly text: string }
  /** The text of an .ics file. */
  | { readonly from: 'calendar'; readonly text: string };

/** client → server, request with a TermSource: the terms in words, to be looked at before they are taken. */
export const readTerms = 'fits/school/terms';
export type TermsAnswer =
  /** "Autumn: 2 September to 18 December 2026, half term 26 to 30 October" */
  { readonly ok: true; readonly lines: readonly string[] } | { readonly ok: false; readonly sentence: string };

/** client → server, request: the files of the new school, as changes below the folder. */
export const makeSchool = 'fits/school/new';
export interface NewSchoolParams {
  readonly name: string;
  readonly phase: string;
  readonly ictOwner: string;
  readonly maintenance: { readonly by: 'own' | 'provider'; readonly title: string };
  readonly terms: TermSource;
  /** URI of the school's folder. */
  readonly folder: string;
}
export type NewSchoolAnswer =
  { readonly ok: true; readonly changes: RecordChanges } | { readonly ok: false; readonly sentence: string };
