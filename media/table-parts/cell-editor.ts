import type { To } from '../../server/model/form.ts';
import { valueBox } from './value.ts';

/** away: the person clicked elsewhere. */
export type Then = 'stay' | 'down' | 'right' | 'left' | 'away';

interface Editing {
  readonly asking: Omit<Parameters<typeof valueBox>[0], 'chosen'>;
  readonly cell: HTMLElement;
  /** What was typed to begin with: it takes the place of what stood there. */
  readonly typed: string | undefined;
  readonly label: string;
  /** `to` is undefined where nothing was changed. */
  readonly done: (to: To | undefined, then: Then) => void;
}

/** Edits one cell in its place: Enter and Tab keep what was typed, Escape leaves the cell as it was. */
export function editCell({ asking, cell, typed, label, done }: Editing): void {
  const held = { isOver: false };
  const box = valueBox({ ...asking, chosen: () => end('down') });
  const before = JSON.stringify(box.to());
  const end = (then: Then | undefined): void => {
    if (held.isOver) return;
    held.isOver = true;
    const to = box.to();
    box.root.remove();
    done(then === undefined || JSON.stringify(to) === before ? undefined : to, then ?? 'stay');
  };
  lay(box.root, cell);
  box.input.setAttribute('aria-label', label);
  box.input.addEventListener('keydown', event => {
    if (!(event instanceof KeyboardEvent)) return;
    const then = wayOf(event);
    if (then === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end(then);
  });
  box.input.addEventListener('blur', () => end('away'));
  begin(box.input, typed);
}

function wayOf(event: KeyboardEvent): Then | undefined {
  if (event.key === 'Enter') return 'down';
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
  return undefined;
}

function begin(input: HTMLInputElement | HTMLSelectElement, typed: string | undefined): void {
  input.focus();
  if (!(input instanceof HTMLInputElement)) return;
  if (typed === undefined) return input.select();
  input.value = typed;
  input.dispatchEvent(new Event('input'));
}

/** Over the cell, and wide enough to be read. */
function lay(box: HTMLElement, cell: HTMLElement): void {
  const row = cell.parentElement;
  const width = `${String(Math.max(cell.offsetWidth, 160))}px`;
  box.classList.add('editor');
  Object.assign(box.style, {
    position: 'absolute',
    transform: row?.style.transform ?? '',
    left: `${String(cell.offsetLeft)}px`,
    minWidth: width,
    width,
  });
  row?.closest('.rows')?.append(box);
}
