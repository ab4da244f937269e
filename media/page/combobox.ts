import { createIds, element, setAttribute } from './elements.ts';
import { matching, type Option } from './matching.ts';

interface Asking {
  /** Asked each time the list opens: the records may have changed. */
  readonly options: () => readonly Option[];
  readonly choose: (text: string) => void;
  readonly noMatch: string;
}

/** More than anyone looks through: words make it fewer. */
const most = 200;
const ids = createIds();

/**
 * A line of text with a list below it (the combobox of the ARIA practices): words find titles and ids, arrows walk, Enter takes,
 * Escape closes. What is in no list may be typed as well.
 */
export class Combobox {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly asking: Asking;
  private shown: readonly Option[] = [];
  private active = -1;

  constructor(asking: Asking) {
    this.asking = asking;
    const id = ids('options');
    this.list = element('ul', { id, role: 'listbox', class: 'options', hidden: true });
    this.input = element('input', { ...lineOfText, 'aria-controls': id });
    this.root = element('div', { class: 'combobox' }, this.input, this.list);
    this.input.addEventListener('input', () => this.open(this.input.value));
    this.input.addEventListener('click', () => {
      if (!this.isOpen) this.open('');
    });
    this.input.addEventListener('blur', () => this.close());
    this.input.addEventListener('keydown', event => this.press(event));
  }

  get isOpen(): boolean {
    return !this.list.hidden;
  }

  private close(): void {
    this.list.hidden = true;
    this.active = -1;
    setAttribute(this.input, 'aria-expanded', 'false');
    setAttribute(this.input, 'aria-activedescendant', undefined);
  }

  private open(words: string): void {
    this.shown = matching(this.asking.options(), words).slice(0, most);
    const rows = this.shown.map(option => row(option, () => this.take(option)));
    if (rows.length === 0) rows.push(element('li', { class: 'none', role: 'presentation' }, this.asking.noMatch));
    this.list.replaceChildren(...rows);
    this.list.hidden = false;
    setAttribute(this.input, 'aria-expanded', 'true');
    this.mark(words === '' || this.shown.length === 0 ? -1 : 0);
    this.fit();
  }

  /** Above the line where there is no room below it. */
  private fit(): void {
    const { top, bottom } = this.input.getBoundingClientRect();
    const below = window.innerHeight - bottom;
    this.list.classList.toggle('above', below < 240 && top > below);
  }

  private mark(at: number): void {
    this.active = at;
    for (const [i, one] of [...this.list.children].entries())
      setAttribute(one, 'aria-selected', i === at ? 'true' : 'false');
    const marked = this.list.children[at];
    setAttribute(this.input, 'aria-activedescendant', marked?.id);
    marked?.scrollIntoView({ block: 'nearest' });
  }

  private take(option: Option): void {
    this.close();
    this.input.value = option.title;
    this.asking.choose(option.text);
  }

  private press(event: KeyboardEvent): void {
    const chosen = this.isOpen ? this.shown[this.active] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.walk(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.take(chosen);
    } else if (event.key === 'Escape' && this.isOpen) {
      event.stopImmediatePropagation();
      this.close();
    }
  }

  private walk(by: 1 | -1): void {
    if (!this.isOpen) return this.open('');
    const count = this.shown.length;
    if (count === 0) return;
    const from = this.active < 0 && by < 0 ? 0 : this.active;
    this.mark((from + by + count) % count);
  }
}

const lineOfText = {
  type: 'text',
  role: 'combobox',
  'aria-autocomplete': 'list',
  'aria-expanded': 'false',
  autocomplete: 'off',
  spellcheck: 'false',
} as const;

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
