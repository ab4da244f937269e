import type { FormField } from '../../server/model/form.ts';
import { Combobox } from '../page/combobox.ts';
import { element, fill, setAttribute } from '../page/elements.ts';
import type { Page } from './view.ts';

/** What is typed or chosen in. */
export interface Control {
  readonly root: HTMLElement;
  /** What a label belongs to, and what takes the focus. */
  readonly input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  /** What it says now, as it is to be written. */
  readonly value: () => string;
  /** Shows the field as it is written. */
  readonly show: (field: FormField) => void;
}

/** `commit`: the person is done with it. `leave`: what was there before is wanted back. */
interface Uses {
  readonly page: Page;
  readonly commit: () => void;
  readonly leave: () => void;
}

export function makeControl(field: FormField, uses: Uses): Control {
  const made =
    field.pool !== undefined
      ? recordControl(field, uses)
      : field.choices
        ? selectControl(uses)
        : field.widget === 'lines'
          ? linesControl(uses)
          : lineControl(field, uses);
  made.show(field);
  return made;
}

function whenDone(input: Control['input'], { commit, leave }: Uses): void {
  const isLong = input instanceof HTMLTextAreaElement;
  input.addEventListener('blur', commit);
  input.addEventListener('keydown', event => {
    if (!(event instanceof KeyboardEvent)) return;
    if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit();
    } else if (event.key === 'Escape') leave();
  });
}

function lineControl(field: FormField, uses: Uses): Control {
  const input = element('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: field.widget === 'line' ? 'true' : 'false',
  });
  if (field.widget === 'number') input.inputMode = 'decimal';
  whenDone(input, uses);
  const list = hints(field, input);
  return {
    root: list ? element('span', { class: 'line' }, input, list) : input,
    input,
    value: () => input.value,
    show: shown => {
      input.value = shown.text;
      input.placeholder = placeholder(shown, uses.page);
    },
  };
}

/** Texts that are often meant. */
function hints(field: FormField, input: HTMLInputElement): HTMLElement | undefined {
  if (!field.hints) return undefined;
  const id = `hints-${field.path.join('-')}`;
  setAttribute(input, 'list', id);
  return element('datalist', { id }, ...field.hints.map(value => element('option', { value })));
}

function placeholder(field: FormField, page: Page): string {
  const words = page.words();
  if (field.state === 'unknown') return words.notKnown;
  if (field.state === 'none') return field.none === undefined ? words.none : `${words.none}: ${field.none}`;
  if (field.assumed !== undefined) return fill(words.assumed, field.assumed);
  return field.example === undefined ? '' : fill(words.example, field.example);
}

function linesControl(uses: Uses): Control {
  const input = element('textarea', { rows: '2', spellcheck: 'true' });
  whenDone(input, uses);
  const grow = (): void => {
    input.style.height = 'auto';
    input.style.height = `${String(Math.min(400, input.scrollHeight + 2))}px`;
  };
  input.addEventListener('input', grow);
  return {
    root: input,
    input,
    value: () => input.value,
    show: field => {
      input.value = field.text;
      input.placeholder = placeholder(field, uses.page);
      requestAnimationFrame(grow);
    },
  };
}

/** A click takes a choice at once; arrows only walk, and what they end on is taken when the person goes on. */
function selectControl(uses: Uses): Control {
  const input = element('select');
  const held = { arrow: false };
  input.addEventListener('keydown', event => {
    held.arrow = event.key.startsWith('Arrow') || event.key.length === 1;
  });
  input.addEventListener('pointerdown', () => (held.arrow = false));
  input.addEventListener('change', () => {
    if (!held.arrow) uses.commit();
  });
  whenDone(input, uses);
  return {
    root: input,
    input,
    value: () => input.value,
    show: field => {
      const { page } = uses;
      const choices = field.choices ?? [];
      const odd = field.text !== '' && !choices.some(choice => choice.text === field.text) && !sameYes(field.text);
      const rows = [
        element('option', { value: '' }, blank(field, page)),
        ...(odd ? [element('option', { value: field.text }, field.text)] : []),
        ...choices.map(choice => element('option', { value: choice.text }, sayChoice(choice, page))),
      ];
      input.replaceChildren(...rows);
      input.value = sameYes(field.text) ?? field.text;
    },
  };
}

/** `true` and `Yes` are the same answer as `yes`. */
function sameYes(text: string): string | undefined {
  const same: Readonly<Record<string, string>> = { true: 'yes', yes: 'yes', false: 'no', no: 'no' };
  return same[text.toLowerCase()];
}

function sayChoice({ text, about }: { text: string; about: string }, page: Page): string {
  const words = page.words();
  if (text === 'yes' || text === 'no') return words[text];
  return about === '' || about === 'Day of the week' ? text : about;
}

function blank(field: FormField, page: Page): string {
  const words = page.words();
  if (field.state === 'unknown') return words.notKnown;
  if (field.state === 'none') return words.none;
  if (field.assumed === undefined) return `– ${words.nothing} –`;
  return fill(words.assumed, field.assumed === 'yes' ? words.yes : field.assumed === 'no' ? words.no : field.assumed);
}

function recordControl(field: FormField, uses: Uses): Control {
  const held = { text: '', shown: '' };
  const box = new Combobox({
    options: () =>
      uses.page
        .pool(field.pool ?? '')
        .map(({ id, title }) => ({ text: id, title: title || id, detail: title ? id : '' })),
    choose: text => {
      held.text = text;
      held.shown = box.input.value;
      uses.commit();
    },
    noMatch: uses.page.words().noMatch,
  });
  whenDone(box.input, uses);
  return {
    root: box.root,
    input: box.input,
    value: () => (box.input.value === held.shown ? held.text : box.input.value),
    show: shown => {
      held.text = shown.text;
      held.shown = shown.chosen === undefined ? shown.text : `${shown.chosen} (${shown.text})`;
      box.input.value = held.shown;
      box.input.placeholder = placeholder(shown, uses.page);
    },
  };
}
