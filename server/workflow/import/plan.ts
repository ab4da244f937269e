import type { Estate } from '../../estate/estate.ts';
import type { Column } from '../../exchange/columns.ts';
import type { Table } from '../../exchange/table.ts';
import { count, sentenceCase } from '../../model/words.ts';
import type { FileChange } from '../changes.ts';

export type ImportOutcome = 'new' | 'adds' | 'same' | 'left_out' | 'error';

/** What happens to a row of the list. */
export interface ImportedRow {
  /** As the spreadsheet counts its rows. */
  readonly number: number;
  readonly outcome: ImportOutcome;
  /** Of the record; empty where there is none. */
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
}

export interface ImportPlan {
  /** In the list's order; blank rows are not among them. */
  readonly rows: readonly ImportedRow[];
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  /** "46 new, 8 add something, 4 errors." */
  readonly summary: string;
  readonly files: readonly FileChange[];
}

export interface ImportWish<F extends string> {
  readonly table: Table;
  /** One for each heading. */
  readonly columns: readonly Column<F>[];
  readonly estate: Estate;
  /** A file of the school that the list is of. */
  readonly home: string;
}

export function rowOf(
  number: number,
  outcome: ImportOutcome,
  about: { readonly id?: string; readonly title: string } | undefined,
  sentence: string,
): ImportedRow {
  return { number, outcome, id: about?.id ?? '', title: about?.title ?? '', sentence };
}

/** "Switch, Hall. Its label is kept as asset tag." */
export function sentenceOf(first: string, more: readonly string[]): string {
  return more.length === 0 ? `${first}.` : `${first}. ${sentenceCase(more.join('; '))}.`;
}

/** What became of all rows. `adds`: what is said of those that change a record, for one and for several. */
export function countRows(
  rows: readonly ImportedRow[],
  adds: readonly [one: string, several: string],
): Pick<ImportPlan, 'counts' | 'summary'> {
  const of = (outcome: ImportOutcome) => rows.filter(row => row.outcome === outcome).length;
  const counts = { new: of('new'), adds: of('adds'), same: of('same'), left_out: of('left_out'), error: of('error') };
  const parts = [
    [counts.new, `${figure(counts.new)} new`],
    [counts.adds, `${figure(counts.adds)} ${counts.adds === 1 ? adds[0] : adds[1]}`],
    [counts.same, `${figure(counts.same)} as recorded`],
    [counts.left_out, `${figure(counts.left_out)} left out`],
    [counts.error, count(counts.error, 'error')],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([, words]) => words);
  return { counts, summary: `${said.length === 0 ? 'Nothing to import' : said.join(', ')}.` };
}

function figure(n: number): string {
  return n.toLocaleString('en-GB');
}
