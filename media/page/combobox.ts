import { createIds, element, setAttribute } from './elements.ts';

/** One thing that may be chosen: shown by its title, written by its text. */
export interface Option {
  readonly text: string;
  readonly title: string;
  /** Said after the title, in a paler colour. */
  readonly detail?: string;
}

export interface Combobox {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  readonly isOpen: () => boolean;
  readonly close: () => void;
}

interface Asking {
  /** Asked each time the list opens: the records may have changed. */
  readonly options: () => readonly Option[];
  readonly choose: (text: string) => void;
  readonly noMatch: string;
}

const most = 200;
const ids = createIds();

/**
 * A line of text with a list below it (the combobox of the ARIA practices): words find titles and ids, arrows walk, Enter takes,
 * Escape closes. What is in no list may be typed as well.
 */
export function combobox(asking: Asking): Combobox {
  const listId = ids('options');
  const list = element('ul', { id: listId, role: 'listbox', class: 'options', hidden: true });
  const input = element('input', {
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const root = element('div', { class: 'combobox' }, input, list);
  let shown: readonly Option[] = [];
  let active = -1;

  const isOpen = (): boolean => !list.hidden;
  const close = (): void => {
    list.hidden = true;
    active = -1;
    setAttribute(input, 'aria-expanded', 'false');
    setAttribute(input, 'aria-activedescendant', undefined);
  };
  const mark = (at: number): void => {
    active = at;
    [...list.children].forEach((row, i) => setAttribute(row, 'aria-selected', i === at ? 'true' : 'false'));
    const row = list.children[at];
    setAttribute(input, 'aria-activedescendant', row?.id);
    row?.scrollIntoView({ block: 'nearest' });
  };
  const take = (option: Option): void => {
    close();
    input.value = option.title;
    asking.choose(option.text);
  };
  const open = (words: string): void => {
    shown = matching(asking.options(), words).slice(0, most);
    list.replaceChildren(...shown.map(option => row(option, () => take(option))));
    if (shown.length === 0) list.append(element('li', { class: 'none', role: 'presentation' }, asking.noMatch));
    list.hidden = false;
    setAttribute(input, 'aria-expanded', 'true');
    mark(words === '' || shown.length === 0 ? -1 : 0);
    fit(list, input);
  };

  input.addEventListener('input', () => open(input.value));
  input.addEventListener('click', () => {
    if (!isOpen()) open('');
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    const chosen = shown[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen()) open('');
      else if (shown.length > 0)
        mark(
          (active +
            (event.key === 'ArrowDown' ? 1 : shown.length - 1) +
            (active < 0 && event.key === 'ArrowUp' ? 1 : 0)) %
            shown.length,
        );
    } else if (event.key === 'Enter' && isOpen() && chosen) {
      event.preventDefault();
      event.stopImmediatePropagation();
      take(chosen);
    } else if (event.key === 'Escape' && isOpen()) {
      event.stopImmediatePropagation();
      close();
    }
  });
  return { root, input, isOpen, close };
}

/** Every word is found in the title, the text or the detail; those that begin so come first. */
export function matching(options: readonly Option[], words: string): readonly Option[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const hay = (option: Option): string => `${option.title} ${option.text} ${option.detail ?? ''}`.toLowerCase();
  const found = options.filter(option => parts.every(part => hay(option).includes(part)));
  const first = parts[0] ?? '';
  const begins = (option: Option): number => (hay(option).startsWith(first) ? 0 : 1);
  return found.toSorted((a, b) => begins(a) - begins(b));
}

function row({ title, text, detail }: Option, take: () => void): HTMLElement {
  const pale = detail ?? (text === title ? '' : text);
  const made = element(
    'li',
    { id: ids('option'), role: 'option', 'aria-selected': 'false' },
    element('span', {}, title),
  );
  if (pale !== '') made.append(element('span', { class: 'pale' }, pale));
  // The focus stays in the line of text.
  made.addEventListener('mousedown', event => event.preventDefault());
  made.addEventListener('click', take);
  return made;
}

/** Above the line where there is no room below it. */
function fit(list: HTMLElement, input: HTMLElement): void {
  const below = window.innerHeight - input.getBoundingClientRect().bottom;
  list.classList.toggle('above', below < 240 && input.getBoundingClientRect().top > below);
}
