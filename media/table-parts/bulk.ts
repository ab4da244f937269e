import type { RecordChoice, TableColumn, To } from '../../server/model/form.ts';
import type { TableWords } from '../../server/protocol/table-page.ts';
import { button, element, fill } from '../page/elements.ts';
import { valueBox, type ValueBox } from './value.ts';

interface Uses {
  readonly columns: () => readonly TableColumn[];
  readonly records: (column: TableColumn) => readonly RecordChoice[];
  readonly apply: (column: number, to: To) => void;
  readonly leave: () => void;
}

/** One value for a column of all ticked rows. */
export class BulkPanel {
  readonly root: HTMLElement;
  private readonly words: TableWords;
  private readonly uses: Uses;
  private readonly count = element('strong');
  private readonly picker = element('select', { id: 'bulk-column' });
  private readonly label = element('label', { for: 'bulk-value' });
  private readonly place = element('span', { class: 'bulk-value' });
  private box: ValueBox | undefined;

  constructor(words: TableWords, uses: Uses) {
    this.words = words;
    this.uses = uses;
    this.picker.addEventListener('change', () => this.showValue());
    const { count, picker, label, place } = this;
    const column = element('label', { for: 'bulk-column' }, words.column);
    const go = button(words.apply, () => this.apply(), { class: 'main' });
    const leave = button(words.cancel, () => this.close());
    const attributes = { class: 'bulk', role: 'group', 'aria-label': words.changeTicked, hidden: true };
    this.root = element('div', attributes, count, column, picker, label, place, go, leave);
    this.root.addEventListener('keydown', event => {
      if (this.box?.isOpen()) return;
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && event.target === this.box?.input) {
        event.preventDefault();
        this.apply();
      }
    });
  }

  open(column: number, ticked: number): void {
    // An id belongs to one record only.
    const open = [...this.uses.columns().entries()].filter(([, one]) => one.path[0] !== 'id');
    this.picker.replaceChildren(...open.map(([at, { label }]) => element('option', { value: String(at) }, label)));
    this.picker.value = String(Math.max(1, column));
    this.count.textContent = fill(this.words.ticked, ticked);
    this.root.hidden = false;
    this.showValue();
    this.box?.input.focus();
  }

  private showValue(): void {
    const column = this.uses.columns()[Number(this.picker.value)];
    if (!column) return;
    const records = this.uses.records(column);
    this.box = valueBox({ column, text: '', records, words: this.words, chosen: () => undefined });
    this.box.input.id = 'bulk-value';
    this.label.textContent = fill(this.words.setTo, column.label);
    this.place.replaceChildren(this.box.root);
  }

  private apply(): void {
    if (this.box) this.uses.apply(Number(this.picker.value), this.box.to());
    this.close();
  }

  private close(): void {
    this.root.hidden = true;
    this.uses.leave();
  }
}
