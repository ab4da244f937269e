/** The page of the table: all records of a kind, edited in place. Holds no truth of its own: each change goes to the extension. */
import type { To } from '../server/model/form.ts';
import type { FromTablePage, PageCell, TableWords, ToTablePage } from '../server/protocol/table-page.ts';
import { button, element, fill, setText } from './page/elements.ts';
import { connect } from './page/host.ts';
import { bulkPanel } from './table-parts/bulk.ts';
import { editCell } from './table-parts/cell-editor.ts';
import { createGrid, type Place } from './table-parts/grid.ts';
import { moved } from './table-parts/keys.ts';
import { sameAs, type Row } from './table-parts/rows.ts';
import { createState } from './table-parts/state.ts';

type Result = Extract<ToTablePage, { readonly type: 'result' }>;

function start(root: HTMLElement): void {
  let shown: ReturnType<typeof createTable> | undefined;
  const host = connect<ToTablePage>(message => {
    if (message.type === 'words') shown ??= createTable(message.words, root, said => host.say(said));
    else shown?.hear(message);
  });
  host.say({ type: 'ready' } satisfies FromTablePage);
}

function createTable(words: TableWords, root: HTMLElement, say: (message: FromTablePage) => void) {
  const state = createState(words);
  const grid = createGrid();
  const bar = createBar(words);
  const status = element('div', { class: 'status', role: 'status' });
  const asked = new Map<number, readonly PageCell[]>();
  let last = 0;

  const draw = (): void => {
    grid.draw(state.shown);
    setText(bar.count, fill(words.shown, state.rows.length, state.all.length));
    setText(bar.ticked, fill(words.ticked, state.ticked.size));
    bar.change.disabled = state.ticked.size === 0;
    bar.open.disabled = state.rows[state.at.row] === undefined;
    bar.empty.hidden = state.rows.length > 0;
    setText(bar.empty, state.all.length === 0 ? words.empty : words.noMatch);
  };
  const goTo = (place: Place): void => {
    state.move(place);
    grid.reveal(place);
    draw();
  };
  const tell = (text: string, ...answers: readonly HTMLElement[]): void => status.replaceChildren(text, ...answers);
  const change = (rows: readonly Row[], column: number, to: To): void => {
    const { path, label } = state.columns[column] ?? { path: [], label: '' };
    const cells = rows.map(({ row: { uri, place, id } }) => ({ uri, place, id, path, to }));
    if (cells.length === 0) return;
    last += 1;
    asked.set(last, cells);
    say({ type: 'change', n: last, cells, label: fill(words.stepFill, label, cells.length) });
  };
  const result = ({ n, changed, left }: Result): void => {
    const cells = asked.get(n) ?? [];
    asked.delete(n);
    if (left.length === 0) return tell(fill(words.changed, changed));
    const [first] = left;
    const why = first && ('refusal' in first ? first.refusal : first.question);
    const cell = first && cells[first.at];
    const answers = cell && cells.length === 1 && 'answers' in first ? first.answers : [];
    const again = (to: To) => () => {
      const row = state.all.find(
        one => one.row.uri === cell?.uri && one.row.id === cell.id && one.row.place === cell.place,
      );
      const column = state.columns.findIndex(one => JSON.stringify(one.path) === JSON.stringify(cell?.path));
      if (row) change([row], column, to);
      grid.root.focus();
    };
    const counts = cells.length === 1 ? '' : `${fill(words.changed, changed)} ${fill(words.left, left.length)} `;
    tell(`${counts}${why ?? ''} `, ...answers.map(({ title, to }) => button(title, again(to))));
  };
  const edit = (typed?: string): void => {
    const { row: at, column } = state.at;
    const row = state.rows[at];
    const [cell, of] = [grid.cell(state.at), state.columns[column]];
    if (!row || !cell || !of) return;
    if (row.marks.get(column)?.closed) return tell(words.closed);
    const text = row.row.texts[column] ?? '';
    const asking = { column: of, text, records: state.records(of, row.row.scope), words };
    editCell({
      asking,
      cell,
      typed,
      label: `${of.label}: ${row.shown[1] ?? ''}`,
      done: (to, then) => {
        if (to) change([row], column, to);
        const steps = { stay: [0, 0], down: [1, 0], right: [0, 1], left: [0, -1] } as const;
        const [down, right] = to || then !== 'down' ? steps[then] : steps.stay;
        goTo({
          row: Math.min(at + down, state.rows.length - 1),
          column: Math.min(Math.max(column + right, 0), state.columns.length - 1),
        });
        if (document.activeElement === document.body || document.activeElement === null) grid.root.focus();
      },
    });
  };
  const tickRows = (rows: readonly (Row | undefined)[], on: boolean): void => {
    state.tick(
      rows.flatMap(row => (row ? [row.key] : [])),
      on,
    );
    draw();
  };
  const toggle = (row: Row | undefined): void => {
    if (row) tickRows([row], !state.ticked.has(row.key));
  };
  const tickAll = (): void => tickRows(state.rows, !state.rows.every(row => state.ticked.has(row.key)));
  const fillDown = (): void => {
    const { row: at, column } = state.at;
    const [from, of] = [state.rows[at], state.columns[column]];
    if (!from || !of) return;
    const rows = state.tickedRows.filter(row => row !== from);
    if (rows.length === 0 || of.path[0] === 'id') return tell(words.fillNeedsTicks);
    change(rows, column, sameAs(from.row.texts[column] ?? '', of));
  };
  const openForm = (row: Row | undefined): void => {
    if (row) say({ type: 'open', uri: row.row.uri, id: row.row.id, place: row.row.place });
  };
  const act = (place: Place): void => {
    if (place.row >= 0 && place.column >= 0) edit();
    else if (place.row >= 0) toggle(state.rows[place.row]);
    else if (place.column < 0) tickAll();
    else {
      state.sort(place.column);
      draw();
    }
  };
  const undo = (): void => say({ type: 'undo' });
  const bulk = bulkPanel({
    words,
    columns: () => state.columns,
    records: column => state.records(column, state.tickedRows[0]?.row.scope ?? ''),
    apply: (column, to) => {
      bulk.root.hidden = true;
      change(state.tickedRows, column, to);
      grid.root.focus();
    },
    close: () => {
      bulk.root.hidden = true;
      grid.root.focus();
    },
  });
  const size = () => ({ rows: state.rows.length, columns: state.columns.length, page: grid.rowsInView() });
  const withControl: Readonly<Record<string, () => void>> = {
    d: fillDown,
    a: tickAll,
    z: undo,
    Enter: () => openForm(state.rows[state.at.row]),
  };
  const plain: Readonly<Record<string, () => void>> = {
    Enter: () => act(state.at),
    F2: () => edit(),
    ' ': () => (state.at.row < 0 ? act(state.at) : toggle(state.rows[state.at.row])),
    Delete: () => {
      const row = state.rows[state.at.row];
      if (row) change([row], state.at.column, { clear: true });
    },
  };
  grid.root.addEventListener('keydown', event => {
    if (event.target !== grid.root) return;
    const next = moved(event, state.at, size());
    const run = event.ctrlKey || event.metaKey ? withControl[event.key] : plain[event.key];
    if (next) {
      if (event.shiftKey && next.row !== state.at.row)
        tickRows(
          state.rows.slice(Math.max(0, Math.min(next.row, state.at.row)), Math.max(next.row, state.at.row) + 1),
          true,
        );
      goTo(next);
    } else if (run) run();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) edit(event.key);
    else return;
    event.preventDefault();
  });
  grid.root.addEventListener('click', event => {
    const target = event.target instanceof Element ? event.target : undefined;
    const cell = target?.closest<HTMLElement>('[data-row]');
    if (!target || !cell || target.closest('.editor')) return;
    const place = { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
    const row = state.rows[place.row];
    if (target.closest('.open')) return openForm(row);
    if (target instanceof HTMLInputElement || place.row < 0) act(place);
    else if (event.shiftKey) {
      const [from, to] = [Math.min(state.at.row, place.row), Math.max(state.at.row, place.row)];
      tickRows(state.rows.slice(Math.max(0, from), to + 1), true);
    } else if (event.ctrlKey || event.metaKey) toggle(row);
    goTo(place);
    grid.root.focus();
  });
  grid.root.addEventListener('dblclick', event => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (cell && Number(cell.dataset['row']) >= 0 && Number(cell.dataset['column']) >= 0) edit();
  });
  bar.filter.addEventListener('input', () => {
    state.filter(bar.filter.value);
    grid.root.scrollTop = 0;
    draw();
  });
  bar.filter.addEventListener('keydown', event => {
    if (event.key === 'Escape' && bar.filter.value !== '') {
      bar.filter.value = '';
      bar.filter.dispatchEvent(new Event('input'));
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      goTo({ row: 0, column: Math.max(0, state.at.column) });
      grid.root.focus();
    }
  });
  bar.change.addEventListener('click', () => bulk.open(state.at.column, state.ticked.size));
  bar.undo.addEventListener('click', undo);
  bar.open.addEventListener('click', () => openForm(state.rows[state.at.row]));
  root.append(bar.root, bulk.root, grid.root, bar.empty, status);
  tell(words.keys);
  return {
    hear: (message: Exclude<ToTablePage, { type: 'words' }>): void => {
      if (message.type === 'result') result(message);
      else if (message.type === 'undoable') bar.undo.disabled = message.steps === 0;
      else {
        const isFirst = state.all.length === 0;
        state.take(message.table);
        setText(bar.title, message.table.plural);
        draw();
        if (isFirst) grid.root.focus();
      }
    },
  };
}

function createBar(words: TableWords) {
  const title = element('h1');
  const filter = element('input', { type: 'search', placeholder: words.filter, 'aria-label': words.filter });
  const count = element('span', { class: 'pale', role: 'status' });
  const ticked = element('span', { class: 'pale' });
  const change = element('button', { type: 'button', disabled: true }, words.changeTicked);
  const undo = element('button', { type: 'button', disabled: true }, words.undo);
  const open = element('button', { type: 'button' }, words.openForm);
  const empty = element('p', { class: 'empty', hidden: true });
  const root = element('div', { class: 'bar', role: 'toolbar' }, title, filter, count, ticked, change, open, undo);
  return { root, title, filter, count, ticked, change, undo, open, empty };
}

const root = document.getElementById('page');
if (root) start(root);
