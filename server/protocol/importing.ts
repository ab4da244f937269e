/** Lists that a school has already: its equipment, and a list of schools. */
import type { RecordChanges } from './changes.ts';

/** A file of this computer, or a text that was pasted. */
export interface ListSource {
  /** URI. Only what the person picked is read. */
  readonly file?: string;
  readonly text?: string;
  /** Of a workbook; absent = the first sheet with a table. */
  readonly sheet?: string;
}

/** What a person has made of the columns, one for each. */
export interface ChosenColumn {
  /** Null = left out. */
  readonly field: string | null;
  readonly dateOrder?: 'uk' | 'us';
}

/** client → server, request: what the columns are taken for, and what would become of the rows. Nothing is written. */
export const planList = 'fits/import/assets';
/** The same of the help desk's list of incidents. */
export const planIncidentList = 'fits/import/incidents';
export interface PlanListParams {
  /** The school's id; empty = the only school there is. */
  readonly school: string;
  readonly source: ListSource;
  /** Absent = as they are guessed. */
  readonly columns?: readonly ChosenColumn[];
  /** What the answer holds beside the columns and the counts. */
  readonly want?: 'rows' | 'changes';
}

export interface ListColumn extends ChosenColumn {
  readonly heading: string;
  /** What a form calls the field; empty where it is left out. */
  readonly label: string;
  readonly samples: readonly string[];
  /** Why it is never taken: passwords, people's names. */
  readonly because?: string;
  /** "03/04/2021: 3 April or 4 March?" */
  readonly question?: string;
}

export interface ListRow {
  /** As the spreadsheet counts. */
  readonly number: number;
  readonly outcome: 'new' | 'adds' | 'same' | 'left_out' | 'error';
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
}

export type PlanListAnswer =
  | { readonly ok: false; readonly sentence: string }
  | {
      readonly ok: true;
      readonly columns: readonly ListColumn[];
      /** Every field that a column may be. */
      readonly fields: readonly { readonly field: string; readonly label: string }[];
      readonly sheet: string;
      readonly sheets: readonly string[];
      readonly counts: Readonly<Record<ListRow['outcome'], number>>;
      /** "46 new, 8 add something, 4 errors. 12 places are made." */
      readonly summary: string;
      readonly rows?: readonly ListRow[];
      readonly changes?: RecordChanges;
    };

/** client → server, request: the schools that a list and a template make. Nothing is written. */
export const planSchoolList = 'fits/import/schools';
export interface PlanSchoolListParams {
  readonly source: ListSource;
  /** URIs of folders: the school whose records each starts with, and where theirs are made. */
  readonly template: string;
  readonly into: string;
  readonly want?: 'rows' | 'changes';
}

export type PlanSchoolListAnswer =
  | { readonly ok: false; readonly sentence: string }
  | {
      readonly ok: true;
      /** How many schools are made. */
      readonly made: number;
      readonly summary: string;
      /** "Name, Phase and Pupils are taken." */
      readonly columns: string;
      readonly rows?: readonly ListRow[];
      readonly changes?: RecordChanges;
    };
