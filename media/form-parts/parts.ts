import type { FormField } from '../../server/model/form.ts';
import { button, element, fill, setAttribute, setChildren, setText } from '../page/elements.ts';
import { answerButtons } from './answers.ts';
import { showFindings } from './findings.ts';
import { markOf, ScalarView } from './scalar.ts';
import { nameOf, type Page, type View } from './view.ts';

/** A field whose sort changes – a list that became unreadable – gets another view. */
function sortOf(field: FormField): 'list' | 'group' | 'scalar' {
  return field.items ? 'list' : field.fields ? 'group' : 'scalar';
}

function makeView(field: FormField, page: Page): View {
  const makers = { list: ListView, group: GroupView, scalar: ScalarView };
  return new makers[sortOf(field)](field, page);
}

/** Views by their path: a field keeps its view, so typing goes on while the form is made anew. */
export function createShelf(page: Page) {
  const views = new Map<string, { readonly sort: string; readonly view: View }>();
  return (field: FormField): View => {
    const known = views.get(nameOf(field.path));
    if (known?.sort === sortOf(field)) {
      known.view.update(field);
      return known.view;
    }
    const view = makeView(field, page);
    views.set(nameOf(field.path), { sort: sortOf(field), view });
    return view;
  };
}

/** Heading of a part with parts of its own: label, sentence, findings. */
function headOf(page: Page) {
  const label = element('span', { class: 'part-label' });
  const mark = element('span', { class: 'mark' });
  const about = element('p', { class: 'about pale' });
  const findings = element('ul', { class: 'findings', hidden: true });
  return {
    legend: element('legend', {}, label, mark),
    rest: [about, findings] as const,
    update: (field: FormField): void => {
      setText(label, field.label);
      setText(about, field.about);
      setText(mark, markOf(field, page));
      setAttribute(mark, 'data-asks', field.asks);
      showFindings(findings, field.findings, page);
    },
  };
}

/** Fields that nobody has written and nobody asks for lie behind "More"; once they lie there they stay there. */
class FoldedFields {
  readonly roots: readonly [HTMLElement, HTMLElement];
  private readonly shelf: (field: FormField) => View;
  private readonly folded = new Map<string, boolean>();
  private first: View | undefined;

  constructor(page: Page) {
    this.shelf = createShelf(page);
    const summary = element('summary', {}, page.words().moreFields);
    const behind = element('div', { class: 'fields' });
    this.roots = [element('div', { class: 'fields' }), element('details', { class: 'more' }, summary, behind)];
  }

  update(fields: readonly FormField[]): void {
    const [open, more] = this.roots;
    const shown = fields.filter(field => !this.isFolded(field)).map(this.shelf);
    const behind = fields.filter(field => this.isFolded(field)).map(this.shelf);
    this.first = shown[0] ?? behind[0];
    more.hidden = behind.length === 0;
    setChildren(
      open,
      shown.map(view => view.root),
    );
    if (more.lastElementChild)
      setChildren(
        more.lastElementChild,
        behind.map(view => view.root),
      );
  }

  private isFolded(field: FormField): boolean {
    const name = nameOf(field.path);
    const known = this.folded.get(name) ?? field.folded;
    this.folded.set(name, known);
    return known;
  }

  focus(): boolean {
    return this.first?.focus() ?? false;
  }
}

class GroupView implements View {
  readonly root: HTMLElement;
  private readonly head: ReturnType<typeof headOf>;
  private readonly body: FoldedFields;
  private readonly answers: ReturnType<typeof answerButtons>;

  constructor(field: FormField, page: Page) {
    this.head = headOf(page);
    this.body = new FoldedFields(page);
    this.answers = answerButtons(page, to => void page.change(field.path, to));
    const { legend, rest } = this.head;
    this.root = element('fieldset', { class: 'group wide' }, legend, ...rest, ...this.body.roots, this.answers.root);
    this.update(field);
  }

  update(field: FormField): void {
    this.head.update(field);
    this.body.update(field.fields ?? []);
    this.answers.update(field);
    setAttribute(this.root, 'data-path', field.path.join('.'));
  }

  focus(): boolean {
    return this.body.focus();
  }
}

/** Items one below the other. One value is added by typing it into the last line; a group of fields is asked for first. */
class ListView implements View {
  readonly root: HTMLElement;
  private readonly page: Page;
  private readonly head: ReturnType<typeof headOf>;
  private readonly shelf: (field: FormField) => View;
  private readonly rows = new Map<number, HTMLElement>();
  private readonly list = element('div', { class: 'items', role: 'list' });
  private readonly add: HTMLButtonElement;
  private readonly answers: ReturnType<typeof answerButtons>;
  private field: FormField;
  private isAdding = false;

  constructor(field: FormField, page: Page) {
    this.field = field;
    this.page = page;
    this.head = headOf(page);
    this.shelf = createShelf(page);
    this.answers = answerButtons(page, to => void page.change(field.path, to));
    this.add = button('', () => this.begin());
    const end = element('div', { class: 'list-end' }, this.add, this.answers.root);
    this.root = element('fieldset', { class: 'list wide' }, this.head.legend, ...this.head.rest, this.list, end);
    this.update(field);
  }

  private begin(): void {
    this.isAdding = true;
    this.update(this.field);
    if (this.field.next) this.shelf(this.field.next).focus();
  }

  update(next: FormField): void {
    const items = next.items ?? [];
    // The item that was being added is there now.
    if (items.length > (this.field.items?.length ?? 0)) this.isAdding = false;
    this.field = next;
    this.head.update(next);
    this.answers.update(next);
    setText(this.add, this.addWords());
    this.add.hidden = this.isAdding || next.next === undefined || sortOf(next.next) === 'scalar';
    setAttribute(this.root, 'data-path', next.path.join('.'));
    setChildren(this.list, [...items.map((item, at) => this.row(item, at)), ...this.draft()]);
  }

  /** The line in which the next item is typed. */
  private draft(): HTMLElement[] {
    const { next, items = [] } = this.field;
    return next && (this.isAdding || sortOf(next) === 'scalar') ? [this.draftRow(next, items.length)] : [];
  }

  private addWords(): string {
    return fill(this.page.words().add, this.field.next?.label ?? this.field.label);
  }

  private draftRow(field: FormField, at: number): HTMLElement {
    const row = this.row(field, at);
    row.lastElementChild?.setAttribute('hidden', '');
    const input = sortOf(field) === 'scalar' ? row.querySelector('input, textarea') : null;
    input?.setAttribute('placeholder', this.addWords());
    return row;
  }

  private row(field: FormField, at: number): HTMLElement {
    const view = this.shelf(field);
    const row = this.rows.get(at) ?? element('div', { class: 'item', role: 'listitem' }, view.root, this.remover(at));
    this.rows.set(at, row);
    row.lastElementChild?.removeAttribute('hidden');
    if (row.firstElementChild !== view.root) row.firstElementChild?.replaceWith(view.root);
    return row;
  }

  private remover(at: number): HTMLElement {
    const { remove } = this.page.words();
    const name = `${remove}: ${this.field.label} ${String(at + 1)}`;
    const take = () => void this.page.change([...this.field.path, at], { clear: true });
    return button(remove, take, { class: 'remove', 'aria-label': name });
  }

  focus(): boolean {
    const target = this.field.items?.[0] ?? this.field.next;
    const view = target && this.shelf(target);
    if (view && this.root.contains(view.root)) return view.focus();
    this.add.focus();
    return true;
  }
}
