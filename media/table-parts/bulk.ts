import type { RecordChoice, TableColumn, To } from '../../server/model/form.ts';
import type { TableWords } from '../../server/protocol/table-page.ts';
import { button, element, fill } from '../page/elements.ts';
import { valueBox, type ValueBox } from './value.ts';

interface Asking {
  readonly words: TableWords;
  readonly columns: () => readonly TableColumn[];
  readonly records: (column: TableColumn) => readonly RecordChoice[];
  readonly apply: (column: number, to: To) => void;
  readonly close: () => void;
}

/** One value for a column of all ticked rows. */
export function bulkPanel({ words, columns, records, apply, close }: Asking) {
  const picker = element('select', { id: 'bulk-column' });
  const place = element('span', { class: 'bulk-value' });
  const count = element('strong');
  const label = element('label', { for: 'bulk-value' });
  let box: ValueBox | undefined;
  const showValue = (): void => {
    const column = columns()[Number(picker.value)];
    if (!column) return;
    box = valueBox({ column, text: '', records: records(column), words, chosen: () => undefined });
    box.input.id = 'bulk-value';
    label.textContent = fill(words.setTo, column.label);
    place.replaceChildren(box.root);
  };
  picker.addEventListener('change', showValue);
  const go = button(
    words.apply,
    () => {
      if (box) apply(Number(picker.value), box.to());
    },
    { class: 'main' },
  );
  const root = element(
    'div',
    { class: 'bulk', role: 'group', 'aria-label': words.changeTicked, hidden: true },
    count,
    element('label', { for: 'bulk-column' }, words.column),
    picker,
    label,
    place,
    go,
    button(words.cancel, close),
  );
  root.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !box?.isOpen()) close();
    if (event.key === 'Enter' && box && event.target === box.input && !box.isOpen()) {
      event.preventDefault();
      apply(Number(picker.value), box.to());
    }
  });
  return {
    root,
    open: (column: number, ticked: number): void => {
      // An id belongs to one record only.
      const rows = columns().flatMap((one, at) =>
        one.path[0] === 'id' ? [] : [element('option', { value: String(at) }, one.label)],
      );
      picker.replaceChildren(...rows);
      picker.value = String(Math.max(1, column));
      count.textContent = fill(words.ticked, ticked);
      showValue();
      root.hidden = false;
      box?.input.focus();
    },
  };
}
