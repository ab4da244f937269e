/** What the form's page and the extension say to one another. Types only. */
import type { FormFinding, Question, To } from '../model/form.ts';
import type { Path } from '../model/paths.ts';
import type { FormAnswer } from './form.ts';

export type ToFormPage =
  | { readonly type: 'words'; readonly words: FormWords }
  | {
      readonly type: 'form';
      readonly form: FormAnswer;
      /** Where the cursor goes: the first field that is to be filled in. */
      readonly focus?: 'first';
    }
  | { readonly type: 'result'; readonly n: number; readonly result: FieldResult };

/** What became of a change. */
export type FieldResult = { readonly done: true } | Question | { readonly refusal: string };

export type FromFormPage =
  | { readonly type: 'ready' }
  | {
      readonly type: 'change';
      readonly n: number;
      /** The record that the page shows: by now the form may be that of another. */
      readonly place: number;
      readonly id: string;
      readonly path: Path;
      readonly to: To;
    }
  | { readonly type: 'show'; readonly place: number }
  | { readonly type: 'text' }
  | { readonly type: 'fix'; readonly range: FormFinding['range']; readonly title: string };

/** The page's own words, in the person's language. */
export interface FormWords {
  readonly toFill: string;
  readonly written: string;
  readonly more: string;
  readonly moreFields: string;
  readonly needed: string;
  readonly wanted: string;
  readonly notKnown: string;
  readonly none: string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  /** {0}: what counts while nothing is written. */
  readonly assumed: string;
  /** {0}: an example. */
  readonly example: string;
  /** {0}: a label. */
  readonly add: string;
  readonly remove: string;
  readonly openText: string;
  readonly record: string;
  readonly error: string;
  readonly warning: string;
  readonly information: string;
  readonly noMatch: string;
  readonly keys: string;
  readonly keysLong: string;
}
