import type { To } from '../../server/model/form.ts';
import { valueBox, type ValueBox } from './value.ts';

type Asking = Omit<Parameters<typeof valueBox>[0], 'chosen'>;

interface Editing {
  readonly asking: Asking;
  readonly cell: HTMLElement;
  /** What was typed to begin with: it takes the place of what stood there. */
  readonly typed: string | undefined;
  readonly label: string;
  /** `then`: where the person goes on. Undefined `to`: nothing was changed. */
  readonly done: (to: To | undefined, then: 'stay' | 'down' | 'right' | 'left') => void;
}

/** Edits one cell in its place. */
export function editCell({ asking, cell, typed, label, done }: Editing): ValueBox {
  const held = { isOver: false };
  const before = { to: '' };
  const box = valueBox({ ...asking, chosen: () => end('down') });
  before.to = JSON.stringify(box.to());
  const end = (then: 'stay' | 'down' | 'right' | 'left' | undefined): void => {
    if (held.isOver) return;
    held.isOver = true;
    const to = box.to();
    box.root.remove();
    done(then === undefined || JSON.stringify(to) === before.to ? undefined : to, then ?? 'stay');
  };
  box.root.classList.add('editor');
  const { style } = box.root;
  const row = cell.parentElement;
  style.position = 'absolute';
  style.transform = row?.style.transform ?? '';
  style.left = `${String(cell.offsetLeft)}px`;
  style.minWidth = `${String(Math.max(cell.offsetWidth, 160))}px`;
  style.width = `${String(Math.max(cell.offsetWidth, 160))}px`;
  box.input.setAttribute('aria-label', label);
  row?.parentElement?.append(box.root);
  if (typed !== undefined && box.input instanceof HTMLInputElement) {
    box.input.value = typed;
    box.input.dispatchEvent(new Event('input'));
  }
  box.input.focus();
  if (typed === undefined && box.input instanceof HTMLInputElement) box.input.select();
  box.input.addEventListener('keydown', event => {
    if (!(event instanceof KeyboardEvent)) return;
    event.stopPropagation();
    const ends = { Enter: 'down', Tab: event.shiftKey ? 'left' : 'right' } as const;
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      end(ends[event.key]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      end(undefined);
    }
  });
  box.input.addEventListener('blur', () => end('stay'));
  return box;
}
