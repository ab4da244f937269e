import type { Place } from './rows.ts';

interface Size {
  readonly rows: number;
  readonly columns: number;
  /** How many rows a page key moves. */
  readonly page: number;
}

/** Where a key leads; undefined where it is no move. Row -1 is the heading, column -1 the ticks. */
function moved(event: KeyboardEvent, at: Place, size: Size): Place | undefined {
  const clamp = (row: number, column: number): Place => ({
    row: Math.min(Math.max(row, -1), size.rows - 1),
    column: Math.min(Math.max(column, -1), size.columns - 1),
  });
  const whole = event.ctrlKey || event.metaKey;
  const moves: Readonly<Record<string, () => Place>> = {
    ArrowDown: () => clamp(whole ? size.rows : at.row + 1, at.column),
    ArrowUp: () => clamp(whole ? 0 : at.row - 1, at.column),
    ArrowRight: () => clamp(at.row, whole ? size.columns : at.column + 1),
    ArrowLeft: () => clamp(at.row, whole ? 0 : at.column - 1),
    PageDown: () => clamp(at.row + size.page, at.column),
    PageUp: () => clamp(Math.max(0, at.row - size.page), at.column),
    Home: () => clamp(whole ? 0 : at.row, 0),
    End: () => clamp(whole ? size.rows : at.row, size.columns),
  };
  return moves[event.key]?.();
}

/** What a person can do in the table. */
export interface Actions {
  readonly at: () => Place;
  readonly size: () => Size;
  readonly goTo: (place: Place) => void;
  /** Edits the cell, ticks the row, sorts by the column. */
  readonly act: (place: Place) => void;
  readonly edit: (typed?: string) => void;
  readonly clear: () => void;
  readonly toggle: (place: Place) => void;
  readonly tickBetween: (a: number, b: number) => void;
  readonly tickAll: () => void;
  readonly fillDown: () => void;
  readonly undo: () => void;
  readonly openForm: (row: number) => void;
}

export function listenToKeys(grid: HTMLElement, actions: Actions): void {
  const withControl: Readonly<Record<string, () => void>> = {
    d: actions.fillDown,
    a: actions.tickAll,
    z: actions.undo,
    Enter: () => actions.openForm(actions.at().row),
  };
  const plain: Readonly<Record<string, () => void>> = {
    Enter: () => actions.act(actions.at()),
    F2: () => actions.edit(),
    ' ': () => actions.toggle(actions.at()),
    Delete: actions.clear,
  };
  grid.addEventListener('keydown', event => {
    if (event.target !== grid) return;
    const isCommand = event.ctrlKey || event.metaKey;
    // With the capitals lock on, a letter is another letter, but the same key.
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const run = (isCommand ? withControl[key] : plain[event.key]) ?? typing(event, isCommand, actions);
    if (!run && !moved(event, actions.at(), actions.size())) return;
    event.preventDefault();
    // The workbench does not hear it: its own undo would take back what was typed into the filter.
    event.stopPropagation();
    if (!move(event, actions)) run?.();
  });
}

function move(event: KeyboardEvent, actions: Actions): boolean {
  const at = actions.at();
  const next = moved(event, at, actions.size());
  if (!next) return false;
  if (event.shiftKey && next.row !== at.row) actions.tickBetween(at.row, next.row);
  actions.goTo(next);
  return true;
}

/** A sign that is typed begins a new text in the cell. */
function typing(event: KeyboardEvent, isCommand: boolean, actions: Actions): (() => void) | undefined {
  const isSign = event.key.length === 1 && !isCommand && !event.altKey;
  return isSign ? () => actions.edit(event.key) : undefined;
}

export function listenToMouse(grid: HTMLElement, actions: Actions): void {
  grid.addEventListener('click', event => {
    const hit = hitBy(event);
    if (!hit) return;
    const { place, on } = hit;
    if (on === 'open') {
      actions.openForm(place.row);
      return;
    }
    if (on === 'box' || place.row < 0) actions.act(place);
    else if (event.shiftKey) actions.tickBetween(actions.at().row, place.row);
    else if (event.ctrlKey || event.metaKey) actions.toggle(place);
    actions.goTo(place);
    grid.focus();
  });
  grid.addEventListener('dblclick', event => {
    const hit = hitBy(event);
    if (hit?.on === 'cell' && hit.place.row >= 0 && hit.place.column >= 0) actions.edit();
  });
}

function hitBy({ target }: MouseEvent): { place: Place; on: 'cell' | 'box' | 'open' } | undefined {
  const element = target instanceof Element ? target : undefined;
  const cell = element?.closest<HTMLElement>('[data-row]');
  if (!element || !cell || element.closest('.editor')) return undefined;
  const place = { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
  const on = element.closest('.open') ? 'open' : element instanceof HTMLInputElement ? 'box' : 'cell';
  return { place, on };
}
