import type { CellMark, TableColumn } from '../../server/model/form.ts';
import { element, setAttribute, setChildren } from '../page/elements.ts';
import { widths, type Place, type Row, type Shown } from './rows.ts';

interface DrawnRow {
  readonly row: Row;
  readonly isTicked: boolean;
  readonly element: HTMLElement;
}

const rowHeight = 26;
const spare = 8;
const ticksWidth = 64;
/** What may lie over the last row. */
const scrollBar = 14;
const signs = { error: '✖', warning: '▲', information: '●' } as const;

/** Draws only the rows that are seen, and some more: two thousand are as quick as twenty. */
export class Grid {
  readonly root: HTMLElement;
  private readonly header = element('div', { class: 'header', role: 'row', 'aria-rowindex': '1' });
  /** As high as all rows together; what is edited lies in it, above the rows. */
  private readonly body = element('div', { class: 'rows', role: 'presentation' });
  private readonly drawn = element('div', { role: 'rowgroup' });
  private readonly known = new Map<number, DrawnRow>();
  private shown: Shown | undefined;
  private frame = 0;

  constructor() {
    const attributes = { class: 'grid', role: 'grid', tabindex: '0', 'aria-multiselectable': 'true' };
    this.body.append(this.drawn);
    this.root = element('div', attributes, this.header, this.body);
    const soon = (): void => {
      this.frame ||= requestAnimationFrame(() => this.drawRows());
    };
    this.root.addEventListener('scroll', soon);
    new ResizeObserver(soon).observe(this.root);
  }

  draw(next: Shown): void {
    this.shown = next;
    const columns = widths(next.columns, next.rows).map(width => `${String(width)}ch`);
    this.root.style.setProperty('--columns', [`${String(ticksWidth)}px`, ...columns].join(' '));
    this.body.style.height = `${String(next.rows.length * rowHeight)}px`;
    setAttribute(this.root, 'aria-rowcount', String(next.rows.length + 1));
    setAttribute(this.root, 'aria-colcount', String(next.columns.length + 1));
    this.header.replaceChildren(...drawHeader(next));
    this.drawRows();
  }

  /** Another cell is the one that the keys act on; nothing else is drawn anew. */
  move(at: Place): void {
    if (!this.shown) return;
    this.shown = { ...this.shown, at };
    this.reveal(at);
    this.drawRows();
  }

  /** A row that is drawn already stays the same element, so walking and scrolling are quick. */
  private drawRows(): void {
    this.frame = 0;
    const { shown } = this;
    if (!shown) return;
    const first = Math.max(0, Math.floor(this.root.scrollTop / rowHeight) - spare);
    const seen = shown.rows.slice(first, first + Math.ceil(this.root.clientHeight / rowHeight) + 2 * spare);
    const rows = seen.map((row, at) => this.rowAt(row, first + at, shown));
    for (const at of this.known.keys()) if (at < first || at >= first + seen.length) this.known.delete(at);
    setChildren(this.drawn, rows);
    this.markHere(shown.at);
  }

  private rowAt(row: Row, at: number, shown: Shown): HTMLElement {
    const known = this.known.get(at);
    const isTicked = shown.ticked.has(row.key);
    if (known?.row === row && known.isTicked === isTicked) return known.element;
    const made = { row, isTicked, element: drawRow(row, at, shown) };
    this.known.set(at, made);
    return made.element;
  }

  private markHere(at: Place): void {
    for (const old of this.root.querySelectorAll('[data-here]'))
      if (old.id !== cellId(at)) old.removeAttribute('data-here');
    this.cell(at)?.setAttribute('data-here', '');
    setAttribute(this.root, 'aria-activedescendant', cellId(at));
  }

  private reveal({ row, column }: Place): void {
    const { root } = this;
    const top = row * rowHeight;
    const height = root.clientHeight - rowHeight - scrollBar;
    if (row < 0 || top < root.scrollTop) root.scrollTop = Math.max(0, top);
    else if (top + rowHeight > root.scrollTop + height) root.scrollTop = top + rowHeight - height;
    const cell = this.header.children[column + 1];
    if (cell instanceof HTMLElement && column >= 0) revealAcross(root, cell);
    else root.scrollLeft = 0;
  }

  /** How many rows are seen at once. */
  get page(): number {
    return Math.max(1, Math.ceil(this.root.clientHeight / rowHeight) - 2);
  }

  /** The cell's element, if it is drawn. */
  cell(place: Place): HTMLElement | undefined {
    return document.getElementById(cellId(place)) ?? undefined;
  }
}

/** Not behind the ticks, which stay where they are. */
function revealAcross(root: HTMLElement, cell: HTMLElement): void {
  const left = cell.offsetLeft - ticksWidth;
  if (left < root.scrollLeft) root.scrollLeft = left;
  const right = cell.offsetLeft + cell.offsetWidth;
  if (right > root.scrollLeft + root.clientWidth) root.scrollLeft = right - root.clientWidth;
}

function cellId({ row, column }: Place): string {
  return `cell-${String(row)}-${String(column)}`;
}

function drawHeader({ columns, rows, ticked, sorting, words }: Shown): HTMLElement[] {
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

function drawCell(row: Row, place: Place, { columns, words }: Shown): HTMLElement {
  const { column } = place;
  const mark = row.marks.get(column);
  const text = row.shown[column] ?? '';
  const cell = element(
    'div',
    {
      id: cellId(place),
      class: 'cell',
      role: 'gridcell',
      'aria-readonly': mark?.closed ? 'true' : undefined,
      'data-row': String(place.row),
      'data-column': String(column),
      'data-answer': isAnswer(row.row.texts[column] ?? '', columns[column]),
      title: text.length > 30 ? text : undefined,
    },
    element('span', { class: 'text' }, text),
  );
  if (mark) markCell(cell, mark, text, words);
  return cell;
}

/** What is found is said in words; sign and colour only repeat it. */
function markCell(
  cell: HTMLElement,
  { severity, messages = [], closed }: CellMark,
  text: string,
  words: Shown['words'],
): void {
  const found = messages.join('\n');
  setAttribute(cell, 'title', [found, closed ? words.closed : ''].filter(Boolean).join('\n'));
  if (severity === undefined) return;
  setAttribute(cell, 'data-worst', severity);
  setAttribute(cell, 'aria-label', `${text || words.nothing}. ${words[severity]}: ${found}`);
  cell.append(element('span', { class: 'sign', 'aria-hidden': 'true' }, signs[severity]));
}

function isAnswer(text: string, column: TableColumn | undefined): boolean {
  return (text === 'unknown' && column?.mayBeUnknown === true) || (text === 'none' && column?.none !== undefined);
}
