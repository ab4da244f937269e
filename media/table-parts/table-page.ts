import type { Question, To } from '../../server/model/form.ts';
import type { FromTablePage, PageCell, TableWords, ToTablePage } from '../../server/protocol/table-page.ts';
import { button, element, fill } from '../page/elements.ts';
import { BulkPanel } from './bulk.ts';
import { editCell, type Then } from './cell-editor.ts';
import { Grid } from './grid.ts';
import { listenToKeys, listenToMouse, type Actions } from './keys.ts';
import { sameAs, type Place, type Row } from './rows.ts';
import { TableState } from './state.ts';
import { Toolbar } from './toolbar.ts';

type Result = Extract<ToTablePage, { readonly type: 'result' }>;
type Left = Result['left'][number];

/** All records of a kind, edited in place. Holds no truth of its own: each change goes to the extension, and comes back as a table. */
export class TablePage {
  private readonly words: TableWords;
  private readonly say: (message: FromTablePage) => void;
  private readonly state: TableState;
  private readonly grid = new Grid();
  private readonly bar: Toolbar;
  private readonly bulk: BulkPanel;
  private readonly status = element('div', { class: 'status', role: 'status' });
  private readonly asked = new Map<number, readonly PageCell[]>();
  private last = 0;

  constructor(words: TableWords, root: HTMLElement, say: (message: FromTablePage) => void) {
    this.words = words;
    this.say = say;
    this.state = new TableState(words);
    this.bar = new Toolbar(words, {
      find: typed => this.find(typed),
      toGrid: () => this.goTo({ row: 0, column: Math.max(0, this.state.at.column) }, true),
      changeTicked: () => this.bulk.open(this.state.at.column, this.state.ticked.size),
      openForm: () => this.openForm(this.state.at.row),
      undo: () => say({ type: 'undo' }),
    });
    this.bulk = new BulkPanel(words, {
      columns: () => this.state.columns,
      records: column => this.state.records(column, this.state.tickedRows[0]?.row.scope ?? ''),
      apply: (column, to) => this.change(this.state.tickedRows, column, to),
      leave: () => this.grid.root.focus(),
    });
    listenToKeys(this.grid.root, this.actions());
    listenToMouse(this.grid.root, this.actions());
    root.append(this.bar.root, this.bulk.root, this.grid.root, this.bar.empty, this.status);
    this.tell(words.keys);
  }

  hear(message: Exclude<ToTablePage, { readonly type: 'words' }>): void {
    if (message.type === 'result') this.result(message);
    else if (message.type === 'undoable') {
      this.bar.undoable(message.steps);
      if (message.undone) this.tell(this.words.undone);
    } else {
      const isFirst = this.state.columns.length === 0;
      this.state.take(message.table);
      this.draw();
      if (isFirst) this.grid.root.focus();
    }
  }

  private draw(): void {
    this.grid.draw(this.state.shown);
    this.bar.update(this.state);
  }

  private tell(text: string, ...answers: readonly HTMLElement[]): void {
    this.status.replaceChildren(text, ...answers);
  }

  private goTo(place: Place, focus = false): void {
    this.state.at = place;
    this.grid.move(place);
    this.bar.update(this.state);
    if (focus) this.grid.root.focus();
  }

  private find(typed: string): void {
    this.state.find(typed);
    this.grid.root.scrollTop = 0;
    this.draw();
  }

  private actions(): Actions {
    const { state } = this;
    return {
      at: () => state.at,
      size: () => ({ rows: state.rows.length, columns: state.columns.length, page: this.grid.page }),
      goTo: place => this.goTo(place),
      act: place => this.act(place),
      edit: typed => this.edit(typed),
      clear: () => this.change(state.row ? [state.row] : [], state.at.column, { clear: true }),
      toggle: place => (place.row < 0 ? this.act(place) : this.toggle(state.rows[place.row])),
      tickBetween: (a, b) => this.tick(state.rows.slice(Math.max(0, Math.min(a, b)), Math.max(a, b) + 1), true),
      tickAll: () => this.tickAll(),
      fillDown: () => this.fillDown(),
      undo: () => this.say({ type: 'undo' }),
      openForm: row => this.openForm(row),
    };
  }

  private act(place: Place): void {
    const { row, column } = place;
    if (row >= 0 && column >= 0) this.edit();
    else if (row >= 0) this.toggle(this.state.rows[row]);
    else if (column < 0) this.tickAll();
    else {
      this.state.sort(column);
      this.draw();
    }
  }

  private tick(rows: readonly Row[], on: boolean): void {
    this.state.tick(rows, on);
    this.draw();
  }

  private toggle(row: Row | undefined): void {
    if (row) this.tick([row], !this.state.ticked.has(row.key));
  }

  private tickAll(): void {
    const { rows, ticked } = this.state;
    this.tick(rows, !rows.every(row => ticked.has(row.key)));
  }

  private openForm(at: number): void {
    const row = this.state.rows[at]?.row;
    if (row) this.say({ type: 'open', uri: row.uri, id: row.id, place: row.place });
  }

  /** The ticked rows get what the cell says. */
  private fillDown(): void {
    const { row: from, at, columns, tickedRows } = this.state;
    const column = columns[at.column];
    if (!from || !column) return;
    const rows = tickedRows.filter(row => row !== from);
    if (rows.length === 0 || column.path[0] === 'id') return this.tell(this.words.fillNeedsTicks);
    this.change(rows, at.column, sameAs(from.row.texts[at.column] ?? '', column));
  }

  private edit(typed?: string): void {
    const { row, at, columns } = this.state;
    const [cell, column] = [this.grid.cell(at), columns[at.column]];
    if (!row || !cell || !column) return;
    if (row.marks.get(at.column)?.closed) return this.tell(this.words.closed);
    const records = this.state.records(column, row.row.scope);
    editCell({
      asking: { column, text: row.row.texts[at.column] ?? '', records, words: this.words },
      cell,
      typed,
      label: `${column.label}: ${row.shown[1] ?? ''}`,
      done: (to, then) => {
        if (to) this.change([row], at.column, to);
        this.goOn(at, then);
      },
    });
  }

  /** Where the person goes on after a cell. A click elsewhere has said so itself. */
  private goOn(at: Place, then: Then): void {
    const { rows, columns } = this.state;
    const [down, right] = { stay: [0, 0], away: [0, 0], down: [1, 0], right: [0, 1], left: [0, -1] }[then];
    if (then === 'away') return;
    const column = Math.min(Math.max(at.column + (right ?? 0), 0), columns.length - 1);
    this.goTo({ row: Math.min(at.row + (down ?? 0), rows.length - 1), column }, true);
  }

  private change(rows: readonly Row[], at: number, to: To): void {
    const column = this.state.columns[at];
    if (!column || rows.length === 0) return;
    const cells = rows.map(({ row: { uri, place, id } }) => ({ uri, place, id, path: column.path, to }));
    this.send(cells, column.label);
  }

  private send(cells: readonly PageCell[], label: string): void {
    this.last += 1;
    this.asked.set(this.last, cells);
    this.say({ type: 'change', n: this.last, cells, label: fill(this.words.stepFill, label, cells.length) });
  }

  private result({ n, changed, left }: Result): void {
    const cells = this.asked.get(n) ?? [];
    this.asked.delete(n);
    const [first] = left;
    if (!first) return this.tell(fill(this.words.changed, changed));
    const isOne = cells.length === 1;
    const counts = isOne ? '' : `${fill(this.words.changed, changed)} ${fill(this.words.left, left.length)} `;
    const cell = cells[first.at];
    const answers = isOne && cell && 'answers' in first ? first.answers : [];
    this.tell(`${counts}${reason(first)} `, ...answers.map(answer => this.answerButton(cell, answer)));
  }

  private answerButton(cell: PageCell | undefined, { title, to }: Question['answers'][number]): HTMLElement {
    return button(title, () => {
      if (cell) this.send([{ ...cell, to }], title);
      this.grid.root.focus();
    });
  }
}

function reason(left: Left): string {
  return 'refusal' in left ? left.refusal : left.question;
}
