/** A record as a form, and the records of a kind as a table. */
import type { FormModel, Question, TableModel, To } from '../model/form.ts';
import type { Path } from '../model/paths.ts';
import type { RecordChanges } from './changes.ts';

/** client → server, request: a record as a form. */
export const askForm = 'fits/form';
export interface FormParams {
  readonly uri: string;
  /** The record to be shown; without either the first. A record that has moved is found by its id. */
  readonly place?: number;
  readonly id?: string;
  /** Instead: the record on this line of the file, counted from 0. */
  readonly line?: number;
}
export interface FormAnswer {
  /** `fingerprint` of the file's text that the form was made of. */
  readonly text: string;
  /** Which record is shown; absent where the file holds none. */
  readonly place?: number;
  readonly model?: FormModel;
  /** Said where there is no form at all. */
  readonly sentence?: string;
  /** Every record of the file, in order. */
  readonly records: readonly FormRecord[];
}
export interface FormRecord {
  readonly place: number;
  readonly id: string;
  readonly title: string;
  readonly kindLabel: string;
  /** Where it begins, counted from 0. */
  readonly line: number;
}

/** client → server, request: the edits that change one field of a form. */
export const changeForm = 'fits/form/change';
export interface FormChangeParams {
  readonly uri: string;
  readonly text: string;
  readonly place: number;
  readonly path: Path;
  readonly to: To;
}
export type FormChangeAnswer =
  | { readonly edits: RecordChanges['files'][number]['edits'] }
  | Question
  | { readonly refusal: string }
  /** The file is another than the form was made of: ask for the form again. */
  | { readonly stale: true };

/** client → server, request: all records of a kind. */
export const askTable = 'fits/table';
export interface TableParams {
  readonly kind: string;
  /** Id of a school; absent or empty = all schools. */
  readonly school?: string;
}

/** client → server, request: the changes that put these texts into these cells. */
export const changeTable = 'fits/table/change';
export interface TableChangeParams {
  readonly cells: readonly {
    readonly uri: string;
    readonly place: number;
    readonly id: string;
    readonly path: Path;
    readonly to: To;
  }[];
}
export interface TableChangeAnswer {
  readonly changes: RecordChanges;
  /** Cells that stay as they are, by their number in what was asked. */
  readonly left: readonly ({ readonly at: number } & (Question | { readonly refusal: string }))[];
}
/** How many records there are of each kind, those with none as well. */
export const countKinds = 'fits/kinds';
export interface KindCount {
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  readonly about: string;
  readonly records: number;
}

export type { FormModel, TableModel };
