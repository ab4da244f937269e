/** What a spreadsheet says: texts only, as a person sees them there. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
  /** The sheet it was found on; empty where there are no sheets. */
  readonly sheet: string;
  /** Names of all sheets. */
  readonly sheets: readonly string[];
}

export interface TableRow {
  /** The number that stands beside the row in the spreadsheet, counted from 1. */
  readonly number: number;
  /** One for each heading. */
  readonly cells: readonly string[];
}

/** The table, or one sentence that says why there is none. */
export type TableAnswer =
  { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly sentence: string };

/** A row as it was read, before anybody knows which one holds the headings. */
export type RawRow = readonly string[];

/** What is larger is no list of a school; reading it would keep the computer busy for nothing. */
export const mostBytes = 20 * 1024 * 1024;
export const mostRows = 20_000;
export const mostColumns = 200;

export function noTable(sentence: string): TableAnswer {
  return { ok: false, sentence };
}
