import { plainHeading } from './plain-heading.ts';
import { mostColumns, type RawRow, type Table, type TableRow } from './table.ts';

/** Whether a cell is a heading that the list may have. */
export type IsHeading = (cell: string) => boolean;

/**
 * Finds the headings among the first rows (a title and blank rows may stand above them) and what stands below: without blank rows,
 * sums and repeated headings.
 */
export function findTable(raw: readonly RawRow[], isHeading: IsHeading): Pick<Table, 'headings' | 'rows'> {
  const filled = raw
    .map((cells, at): TableRow => ({ number: at + 1, cells: cells.slice(0, mostColumns) }))
    .filter(row => row.cells.some(isFilled));
  const width = widest(filled);
  const at = headingAt(filled, width, isHeading);
  const headings = at < 0 ? [] : (filled[at]?.cells ?? []);
  const below = filled.slice(at + 1).filter(row => !isSum(row) && !isSame(row.cells, headings));
  const used = usedColumns(headings, below);
  return {
    headings: used.map(column => oneLine(headings[column] ?? '')),
    rows: below.map(({ number, cells }) => ({ number, cells: used.map(column => cells[column] ?? '') })),
  };
}

function isFilled(cell: string): boolean {
  return cell.trim() !== '';
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function filledIn(row: TableRow): number {
  return row.cells.filter(isFilled).length;
}

function widest(rows: readonly TableRow[]): number {
  return rows.slice(0, 60).reduce((most, row) => Math.max(most, filledIn(row)), 0);
}

/** Columns in which anything stands: an empty one between two others is no column. */
function usedColumns(headings: RawRow, rows: readonly TableRow[]): number[] {
  const used = new Set<number>();
  for (const cells of [headings, ...rows.map(row => row.cells)])
    for (const [column, cell] of cells.entries()) if (isFilled(cell)) used.add(column);
  return [...used].sort((a, b) => a - b);
}

const rowsAbove = 30;

/** Which of the filled rows holds the headings; -1 where none does. */
function headingAt(rows: readonly TableRow[], width: number, isHeading: IsHeading): number {
  const first = rows.slice(0, rowsAbove);
  const known = first.map(row => row.cells.filter(isHeading).length);
  const most = Math.max(0, ...known);
  if (most >= 2 || (most === 1 && width <= 2)) return known.indexOf(most);
  const texts = first.findIndex(row => filledIn(row) >= Math.max(1, width * 0.6));
  const [head, ...below] = rows.slice(Math.max(0, texts));
  return texts >= 0 && head && below.length > 0 && looksLikeHeadings(head, below) ? texts : -1;
}

/** Words without a figure, above rows that have figures in the same columns. */
function looksLikeHeadings(head: TableRow, below: readonly TableRow[]): boolean {
  const hasFigure = (text: string | undefined) => /\d/.test(text ?? '');
  if (head.cells.some(hasFigure) || head.cells.filter(isFilled).some(cell => cell.length > 40)) return false;
  return head.cells.some(
    (cell, column) => isFilled(cell) && below.slice(0, 20).some(row => hasFigure(row.cells[column])),
  );
}

/** "Total", "Sum" with hardly anything beside it. */
function isSum(row: TableRow): boolean {
  const [first = '', ...more] = row.cells.filter(isFilled);
  const words = /^(?:grand |sub ?-?)?(?:total|sum|subtotal|count|number of (?:items|rows|assets))\b[\s:]*/i;
  return words.test(first) && more.length <= 2 && more.every(cell => /^[£\d,.\s]+$/.test(cell));
}

function isSame(cells: RawRow, headings: RawRow): boolean {
  return (
    headings.length > 0 && headings.every((heading, at) => plainHeading(heading) === plainHeading(cells[at] ?? ''))
  );
}
