import type { RecordChoice, TableColumn, To } from '../../server/model/form.ts';
import type { TableWords } from '../../server/protocol/table-page.ts';
import { Combobox } from '../page/combobox.ts';
import { element, fill } from '../page/elements.ts';

/** One value to be typed or chosen: in a cell, or for all ticked rows. */
export interface ValueBox {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement | HTMLSelectElement;
  readonly to: () => To;
  readonly isOpen: () => boolean;
}

interface Asking {
  readonly column: TableColumn;
  readonly text: string;
  readonly records: readonly RecordChoice[];
  readonly words: TableWords;
  /** A record was taken from the list. */
  readonly chosen: () => void;
}

const unknown = '\u0000unknown';
const none = '\u0000none';

export function valueBox(asking: Asking): ValueBox {
  if (asking.column.pool !== undefined) return recordBox(asking);
  return asking.column.choices ? choiceBox(asking) : lineBox(asking);
}

function choiceBox({ column, text, words }: Asking): ValueBox {
  const choices = (column.choices ?? []).map(choice => {
    const isYes = choice.text === 'yes' || choice.text === 'no';
    return element(
      'option',
      { value: choice.text },
      isYes ? words[choice.text === 'yes' ? 'yes' : 'no'] : choice.about || choice.text,
    );
  });
  const assumed = column.assumed === undefined ? `– ${words.nothing} –` : fill(words.assumed, column.assumed);
  const answers = [
    ...(column.mayBeUnknown ? [element('option', { value: unknown }, words.notKnown)] : []),
    ...(column.none === undefined ? [] : [element('option', { value: none }, `${words.none}: ${column.none}`)]),
  ];
  const input = element('select', {}, element('option', { value: '' }, assumed), ...choices, ...answers);
  const same: Readonly<Record<string, string>> = { unknown, none, true: 'yes', false: 'no' };
  input.value = column.choices?.some(choice => choice.text === text) ? text : (same[text.toLowerCase()] ?? '');
  return { root: input, input, to: () => toOf(input.value), isOpen: () => false };
}

function toOf(value: string): To {
  if (value === unknown) return { answer: 'unknown' };
  if (value === none) return { answer: 'none' };
  return value.trim() === '' ? { clear: true } : { text: value };
}

function lineBox({ column, text, words }: Asking): ValueBox {
  const input = element('input', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
  input.value = text === 'unknown' && column.mayBeUnknown ? words.notKnown : text;
  if (column.example !== undefined) input.placeholder = column.example;
  const to = (): To => (input.value.trim() === words.notKnown ? { answer: 'unknown' } : toOf(input.value));
  return { root: input, input, to, isOpen: () => false };
}

function recordBox({ text, records, words, chosen }: Asking): ValueBox {
  const options = [
    ...records.map(({ id, title }) => ({ text: id, title: title || id, detail: title ? id : '' })),
    { text: unknown, title: words.notKnown, detail: '' },
  ];
  const held = { text: text === 'unknown' ? unknown : text, shown: '' };
  const box = new Combobox({
    options: () => options,
    choose: value => {
      held.text = value;
      held.shown = box.input.value;
      chosen();
    },
    noMatch: '–',
  });
  held.shown = options.find(option => option.text === held.text)?.title ?? text;
  box.input.value = held.shown;
  return {
    root: box.root,
    input: box.input,
    to: () => toOf(box.input.value === held.shown ? held.text : box.input.value),
    isOpen: () => box.isOpen,
  };
}
