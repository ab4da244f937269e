import type { RecordChoice, TableColumn, TableModel } from '../../server/model/form.ts';
import type { TableWords } from '../../server/protocol/table-page.ts';
import type { Place, Shown } from './grid.ts';
import { arrange, keepOrder, readRows, type Row, type Sorting } from './rows.ts';

/** What is shown now: rows in their order, ticks, the place. Changed only through its functions. */
export function createState(words: TableWords) {
  let table: TableModel | undefined;
  let all: readonly Row[] = [];
  let rows: readonly Row[] = [];
  let ticked: ReadonlySet<string> = new Set();
  let at: Place = { row: 0, column: 1 };
  let filter = '';
  let sorting: Sorting | undefined;

  const arrangeAnew = (): void => {
    const key = rows[at.row]?.key;
    rows = arrange(all, filter, sorting);
    const kept = rows.findIndex(row => row.key === key);
    if (at.row >= 0) at = { ...at, row: kept >= 0 ? kept : Math.min(at.row, rows.length - 1) };
  };
  return {
    take: (next: TableModel): void => {
      const known = new Set(all.map(row => row.key));
      const order = rows.map(row => row.key);
      table = next;
      all = readRows(next, words);
      if (known.size === 0) return arrangeAnew();
      rows = keepOrder(all, order, known, filter);
      const there = new Set(all.map(row => row.key));
      ticked = new Set([...ticked].filter(key => there.has(key)));
      at = { row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, next.columns.length - 1) };
    },
    filter: (typed: string): void => {
      filter = typed;
      arrangeAnew();
    },
    /** Upwards, downwards, as it was. */
    sort: (column: number): void => {
      const isSame = sorting?.column === column;
      sorting = isSame && sorting?.down ? undefined : { column, down: isSame };
      arrangeAnew();
    },
    move: (place: Place): void => {
      at = place;
    },
    tick: (keys: readonly string[], on: boolean): void => {
      const next = new Set(ticked);
      for (const key of keys)
        if (on) next.add(key);
        else next.delete(key);
      ticked = next;
    },
    get at(): Place {
      return at;
    },
    get columns(): readonly TableColumn[] {
      return table?.columns ?? [];
    },
    get rows(): readonly Row[] {
      return rows;
    },
    get all(): readonly Row[] {
      return all;
    },
    get ticked(): ReadonlySet<string> {
      return ticked;
    },
    /** Ticked rows, those that the filter hides as well. */
    get tickedRows(): readonly Row[] {
      return all.filter(row => ticked.has(row.key));
    },
    records: (column: TableColumn, scope: string): readonly RecordChoice[] =>
      table?.pools[`${column.pool ?? ''}@${scope}`] ?? [],
    get shown(): Shown {
      return { columns: table?.columns ?? [], rows, ticked, at, sorting, words };
    },
  };
}

export type State = ReturnType<typeof createState>;
