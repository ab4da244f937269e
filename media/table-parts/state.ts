import type { RecordChoice, TableColumn, TableModel } from '../../server/model/form.ts';
import type { TableWords } from '../../server/protocol/table-page.ts';
import { arrange, keepOrder, readRows, type Place, type Row, type Shown, type Sorting } from './rows.ts';

/** What is shown now: rows in their order, ticks, the place. */
export class TableState {
  rows: readonly Row[] = [];
  all: readonly Row[] = [];
  ticked: ReadonlySet<string> = new Set();
  at: Place = { row: 0, column: 1 };
  private readonly words: TableWords;
  private table: TableModel | undefined;
  private filter = '';
  private sorting: Sorting | undefined;

  constructor(words: TableWords) {
    this.words = words;
  }

  /** The records as they are now: rows keep their order, so a cell that was edited does not run away. */
  take(next: TableModel): void {
    const known = new Set(this.all.map(row => row.key));
    const order = this.rows.map(row => row.key);
    this.table = next;
    this.all = readRows(next, this.words);
    if (known.size === 0) this.arrange();
    else this.rows = keepOrder(this.all, order, known, this.filter);
    const there = new Set(this.all.map(row => row.key));
    this.ticked = new Set([...this.ticked].filter(key => there.has(key)));
    this.at = {
      row: Math.min(this.at.row, this.rows.length - 1),
      column: Math.min(this.at.column, next.columns.length - 1),
    };
  }

  find(words: string): void {
    this.filter = words;
    this.arrange();
  }

  /** Upwards, downwards, then as it was. */
  sort(column: number): void {
    const isSame = this.sorting?.column === column;
    this.sorting = isSame && this.sorting?.down ? undefined : { column, down: isSame };
    this.arrange();
  }

  private arrange(): void {
    const key = this.rows[this.at.row]?.key;
    this.rows = arrange(this.all, this.filter, this.sorting);
    if (this.at.row < 0) return;
    const kept = this.rows.findIndex(row => row.key === key);
    this.at = { ...this.at, row: kept >= 0 ? kept : Math.min(this.at.row, this.rows.length - 1) };
  }

  tick(rows: readonly Row[], on: boolean): void {
    const next = new Set(this.ticked);
    for (const { key } of rows)
      if (on) next.add(key);
      else next.delete(key);
    this.ticked = next;
  }

  get columns(): readonly TableColumn[] {
    return this.table?.columns ?? [];
  }

  get plural(): string {
    return this.table?.plural ?? '';
  }

  get row(): Row | undefined {
    return this.rows[this.at.row];
  }

  /** Those that the filter hides as well: a tick is a tick. */
  get tickedRows(): readonly Row[] {
    return this.all.filter(row => this.ticked.has(row.key));
  }

  records(column: TableColumn, scope: string): readonly RecordChoice[] {
    return this.table?.pools[`${column.pool ?? ''}@${scope}`] ?? [];
  }

  get shown(): Shown {
    const { columns, rows, ticked, at, sorting, words } = this;
    return { columns, rows, ticked, at, sorting, words };
  }
}
