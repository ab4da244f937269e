import type { Severity } from './finding.ts';
import type { Path } from './paths.ts';

/** A record as a form and records as a table: plain data, made by the server and drawn by webviews. */

/** What a person wants a field to say. */
export type To =
  /** As typed. `sure`: written though no record of that name is there. */
  | { readonly text: string; readonly sure?: true }
  | { readonly answer: 'unknown' | 'none' }
  /** Taken out; of a list's item, the item. */
  | { readonly clear: true };

/** The answers to a question that a typed text raises: 3 April, or 4 March? */
export interface Question {
  readonly question: string;
  readonly answers: readonly { readonly title: string; readonly to: To }[];
}

interface LinePlace {
  readonly line: number;
  readonly character: number;
}

export interface FormFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where its fixes are asked for, in the file. */
  readonly range: { readonly start: LinePlace; readonly end: LinePlace };
  /** Titles of its fixes, best first. */
  readonly fixes: readonly string[];
}

export interface FormChoice {
  readonly text: string;
  /** The short word: "Switch". */
  readonly label: string;
  /** The whole sentence: "Switch: joins wired devices". */
  readonly about: string;
}

/** A record that may be named. */
export interface RecordChoice {
  readonly id: string;
  readonly title: string;
}

/** closed: shown, but changed in the text only. */
export type Widget =
  | 'line'
  | 'lines'
  | 'select'
  | 'switch'
  | 'number'
  | 'date'
  | 'date-time'
  | 'time'
  | 'record'
  | 'list'
  | 'group'
  | 'closed';

export type FieldState = 'written' | 'absent' | 'unknown' | 'none';

export interface FormField {
  /** Keys, and counts of list items from 0; the item behind the last is the one to be added. */
  readonly path: Path;
  readonly label: string;
  readonly about: string;
  readonly widget: Widget;
  readonly state: FieldState;
  /** As it is written, without quotes. Empty where nothing is, and for lists and groups. */
  readonly text: string;
  /** needed: the record is wrong without it. wanted: one day somebody will ask for it. */
  readonly asks?: 'needed' | 'wanted';
  readonly unit?: string;
  readonly example?: string;
  /** What is taken while nothing is written, in words. */
  readonly assumed?: string;
  /** "Not known" may be answered. */
  readonly mayBeUnknown: boolean;
  /** What `none` means here, where it means something: "it has no warranty". */
  readonly none?: string;
  /** The answers of a select. */
  readonly choices?: readonly FormChoice[];
  /** Texts that may be typed, among others. */
  readonly hints?: readonly string[];
  /** Which of the model's `pools` holds the records that may be named. */
  readonly pool?: string;
  /** Title of the record that is named. */
  readonly chosen?: string;
  /** Why it cannot be changed here. */
  readonly closed?: string;
  /** One more sentence: what a change would mean. */
  readonly note?: string;
  readonly findings: readonly FormFinding[];
  /** Of a group. */
  readonly fields?: readonly FormField[];
  /** Of a list. */
  readonly items?: readonly FormField[];
  /** Of a list: the item to be added. */
  readonly next?: FormField;
  /** Shown only when asked for: nothing is written, and nobody asks for it. */
  readonly folded: boolean;
}

export interface FormSection {
  /** toFill: what is needed and wanted. written: what is there. more: the rest, folded. */
  readonly name: 'toFill' | 'written' | 'more';
  readonly fields: readonly FormField[];
}

export interface FormModel {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly kindLabel: string;
  /** One sentence: what such a record is. */
  readonly about: string;
  /** Said instead of the fields, where the text cannot be shown as a form. */
  readonly unreadable?: string;
  /** About the record as a whole. */
  readonly findings: readonly FormFinding[];
  readonly sections: readonly FormSection[];
  readonly pools: Readonly<Record<string, readonly RecordChoice[]>>;
}

export interface TableColumn {
  readonly path: Path;
  readonly label: string;
  readonly about: string;
  readonly widget: Widget;
  readonly unit?: string;
  readonly example?: string;
  readonly assumed?: string;
  readonly mayBeUnknown: boolean;
  readonly none?: string;
  readonly choices?: readonly FormChoice[];
  readonly hints?: readonly string[];
  /** With the row's `scope` behind an @, the name of a pool. */
  readonly pool?: string;
}

/** What is odd about a cell; most have nothing. */
export interface CellMark {
  /** Which column. */
  readonly at: number;
  readonly severity?: Severity;
  readonly messages?: readonly string[];
  /** It is written in a way that a cell cannot show: changed in the text or the form. */
  readonly closed?: true;
}

export interface TableRow {
  readonly uri: string;
  /** Which record of its file. */
  readonly place: number;
  readonly id: string;
  readonly school: string;
  /** Rows of one scope may name the same records. */
  readonly scope: string;
  /** The text of each column, as written; empty where nothing is. */
  readonly texts: readonly string[];
  readonly marks: readonly CellMark[];
}

export interface TableModel {
  readonly kind: string;
  readonly plural: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly pools: Readonly<Record<string, readonly RecordChoice[]>>;
}
