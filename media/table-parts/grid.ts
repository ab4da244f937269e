import type { TableColumn } from '../../server/model/form.ts';
import type { TableWords } from '../../server/protocol/table-page.ts';
import { element, setAttribute } from '../page/elements.ts';
import { widths, type Row, type Sorting } from './rows.ts';

/** Which cell the keys act on. Row -1 is the heading; column -1 the ticks. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Shown {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Row[];
  readonly ticked: ReadonlySet<string>;
  readonly at: Place;
  readonly sorting: Sorting | undefined;
  readonly words: TableWords;
}

export interface Grid {
  readonly root: HTMLElement;
  readonly draw: (shown: Shown) => void;
  readonly reveal: (place: Place) => void;
  /** The cell's element, if it is drawn. */
  readonly cell: (place: Place) => HTMLElement | undefined;
  readonly rowsInView: () => number;
}

const rowHeight = 26;
const spare = 8;
const signs = { error: '✖', warning: '▲', information: '●' } as const;

/** Draws only the rows that are seen, and some more: two thousand are as quick as twenty. */
export function createGrid(): Grid {
  const header = element('div', { class: 'header', role: 'row', 'aria-rowindex': '1' });
  const body = element('div', { class: 'rows', role: 'rowgroup' });
  const root = element(
    'div',
    { class: 'grid', role: 'grid', tabindex: '0', 'aria-multiselectable': 'true' },
    header,
    body,
  );
  let shown: Shown | undefined;
  let frame = 0;

  const drawRows = (): void => {
    frame = 0;
    if (!shown) return;
    const first = Math.max(0, Math.floor(root.scrollTop / rowHeight) - spare);
    const last = Math.min(shown.rows.length, first + rowsInView() + 2 * spare);
    const drawn: HTMLElement[] = [];
    for (let at = first; at < last; at += 1) {
      const row = shown.rows[at];
      if (row) drawn.push(drawRow(row, at, shown));
    }
    // What is being edited lies over the rows and stays.
    body.replaceChildren(...drawn, ...body.querySelectorAll(':scope > .editor'));
  };
  const soon = (): void => {
    frame ||= requestAnimationFrame(drawRows);
  };
  const rowsInView = (): number => Math.ceil(root.clientHeight / rowHeight);
  root.addEventListener('scroll', soon);
  new ResizeObserver(soon).observe(root);

  return {
    root,
    rowsInView: () => Math.max(1, rowsInView() - 2),
    draw: next => {
      shown = next;
      const columns = widths(next.columns, next.rows).map(width => `${String(width)}ch`);
      root.style.setProperty('--columns', ['64px', ...columns].join(' '));
      body.style.height = `${String(next.rows.length * rowHeight)}px`;
      setAttribute(root, 'aria-rowcount', String(next.rows.length + 1));
      setAttribute(root, 'aria-colcount', String(next.columns.length + 1));
      setAttribute(root, 'aria-activedescendant', cellId(next.at));
      header.replaceChildren(...drawHeader(next));
      drawRows();
    },
    reveal: ({ row, column }) => {
      const top = row * rowHeight;
      const height = root.clientHeight - rowHeight;
      if (row < 0) root.scrollTop = 0;
      else if (top < root.scrollTop) root.scrollTop = top;
      else if (top + rowHeight > root.scrollTop + height) root.scrollTop = top + rowHeight - height;
      const cell = header.children[column + 1];
      if (cell instanceof HTMLElement && column >= 0) revealAcross(root, cell);
      else root.scrollLeft = 0;
    },
    cell: place => document.getElementById(cellId(place)) ?? undefined,
  };
}

/** Not behind the ticks, which stay where they are. */
function revealAcross(root: HTMLElement, cell: HTMLElement): void {
  const left = cell.offsetLeft - 64;
  if (left < root.scrollLeft) root.scrollLeft = left;
  const right = cell.offsetLeft + cell.offsetWidth;
  if (right > root.scrollLeft + root.clientWidth) root.scrollLeft = right - root.clientWidth;
}

function cellId({ row, column }: Place): string {
  return `cell-${String(row)}-${String(column)}`;
}

function isAt(a: Place, row: number, column: number): boolean {
  return a.row === row && a.column === column;
}

function drawHeader({ columns, rows, ticked, at, sorting, words }: Shown): HTMLElement[] {
  const all = rows.length > 0 && rows.every(row => ticked.has(row.key));
  const box = element('input', { type: 'checkbox', tabindex: '-1', 'aria-label': words.tickAll });
  box.checked = all;
  const ticks = element(
    'div',
    {
      id: cellId({ row: -1, column: -1 }),
      class: 'cell ticks',
      role: 'columnheader',
      'data-row': '-1',
      'data-column': '-1',
      'data-here': isAt(at, -1, -1),
    },
    box,
  );
  return [
    ticks,
    ...columns.map(({ label, about }, column) => {
      const isSorted = sorting?.column === column;
      const direction = sorting?.down ? 'descending' : 'ascending';
      const arrow = isSorted
        ? element('span', { class: 'arrow', 'aria-hidden': 'true' }, sorting.down ? '▼' : '▲')
        : undefined;
      return element(
        'div',
        {
          id: cellId({ row: -1, column }),
          class: 'cell',
          role: 'columnheader',
          title: about,
          'aria-sort': isSorted ? direction : undefined,
          'data-row': '-1',
          'data-column': String(column),
          'data-here': isAt(at, -1, column),
        },
        element('span', { class: 'text' }, label),
        arrow,
      );
    }),
  ];
}

function drawRow(row: Row, at: number, shown: Shown): HTMLElement {
  const isTicked = shown.ticked.has(row.key);
  const title = row.shown[1] ?? row.row.id;
  const box = element('input', { type: 'checkbox', tabindex: '-1', 'aria-label': `${shown.words.tick}: ${title}` });
  box.checked = isTicked;
  const open = element(
    'button',
    {
      type: 'button',
      tabindex: '-1',
      class: 'open',
      title: shown.words.openForm,
      'aria-label': `${shown.words.openForm}: ${title}`,
    },
    '↗',
  );
  const place = { 'data-row': String(at), 'data-column': '-1' };
  const ticks = element(
    'div',
    {
      id: cellId({ row: at, column: -1 }),
      class: 'cell ticks',
      role: 'gridcell',
      ...place,
      'data-here': isAt(shown.at, at, -1),
    },
    box,
    open,
  );
  const made = element(
    'div',
    { class: 'row', role: 'row', 'aria-rowindex': String(at + 2), 'aria-selected': isTicked ? 'true' : 'false' },
    ticks,
    ...shown.columns.map((_, column) => drawCell(row, { row: at, column }, shown)),
  );
  made.style.transform = `translateY(${String(at * rowHeight)}px)`;
  return made;
}

function drawCell(row: Row, place: Place, { at, columns, words }: Shown): HTMLElement {
  const { column } = place;
  const mark = row.marks.get(column);
  const text = row.shown[column] ?? '';
  const plain = row.row.texts[column] ?? '';
  const worst = mark?.severity;
  const found = mark?.messages?.join('\n');
  const hint = [
    found,
    mark?.closed ? words.closed : undefined,
    found === undefined && text.length > 30 ? text : undefined,
  ];
  const cell = element(
    'div',
    {
      id: cellId(place),
      class: 'cell',
      role: 'gridcell',
      'aria-readonly': mark?.closed ? 'true' : undefined,
      'data-row': String(place.row),
      'data-column': String(column),
      'data-here': isAt(at, place.row, column),
      'data-worst': worst,
      'data-answer': isAnswer(plain, columns[column]),
      title: hint.filter(Boolean).join('\n') || undefined,
      'aria-label': worst === undefined ? undefined : `${text || words.nothing}. ${words[worst]}: ${found ?? ''}`,
    },
    element('span', { class: 'text' }, text),
  );
  if (worst !== undefined) cell.append(element('span', { class: 'sign', 'aria-hidden': 'true' }, signs[worst]));
  return cell;
}

function isAnswer(text: string, column: TableColumn | undefined): boolean {
  return (text === 'unknown' && column?.mayBeUnknown === true) || (text === 'none' && column?.none !== undefined);
}
