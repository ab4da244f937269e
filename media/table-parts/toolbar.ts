import type { TableWords } from '../../server/protocol/table-page.ts';
import { button, element, fill, setText } from '../page/elements.ts';
import type { TableState } from './state.ts';

interface Uses {
  readonly find: (words: string) => void;
  readonly toGrid: () => void;
  readonly changeTicked: () => void;
  readonly openForm: () => void;
  readonly undo: () => void;
}

/** Title, filter and counts, and the buttons for what the keys do as well. */
export class Toolbar {
  readonly root: HTMLElement;
  readonly empty = element('p', { class: 'empty', hidden: true });
  private readonly words: TableWords;
  private readonly title = element('h1');
  private readonly count = element('span', { class: 'pale', role: 'status' });
  private readonly ticked = element('span', { class: 'pale' });
  private readonly change: HTMLButtonElement;
  private readonly open: HTMLButtonElement;
  private readonly undo: HTMLButtonElement;

  constructor(words: TableWords, uses: Uses) {
    this.words = words;
    this.change = button(words.changeTicked, uses.changeTicked, { disabled: true });
    this.open = button(words.openForm, uses.openForm);
    this.undo = button(words.undo, uses.undo, { disabled: true });
    const { title, count, ticked, change, open, undo } = this;
    this.root = element('div', { class: 'bar' }, title, filterBox(words, uses), count, ticked, change, open, undo);
  }

  update(state: TableState): void {
    setText(this.title, state.plural);
    setText(this.count, fill(this.words.shown, state.rows.length, state.all.length));
    setText(this.ticked, fill(this.words.ticked, state.ticked.size));
    this.change.disabled = state.ticked.size === 0;
    this.open.disabled = state.row === undefined;
    this.empty.hidden = state.rows.length > 0;
    setText(this.empty, state.all.length === 0 ? this.words.empty : this.words.noMatch);
  }

  undoable(steps: number): void {
    this.undo.disabled = steps === 0;
  }
}

function filterBox(words: TableWords, { find, toGrid }: Uses): HTMLElement {
  const filter = element('input', { type: 'search', placeholder: words.filter, 'aria-label': words.filter });
  filter.addEventListener('input', () => find(filter.value));
  filter.addEventListener('keydown', event => {
    if (event.key === 'Escape' && filter.value !== '') {
      filter.value = '';
      find('');
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') toGrid();
  });
  return filter;
}
