import type { FormField } from '../../server/model/form.ts';
import { button, element, fill, setAttribute, setChildren, setText } from '../page/elements.ts';
import { showFindings } from './findings.ts';
import { scalarView } from './scalar.ts';
import { nameOf, type Page, type View } from './view.ts';

/** The view of any field. */
export function makeView(field: FormField, page: Page): View {
  if (field.items) return listView(field, page);
  if (field.fields) return groupView(field, page);
  return scalarView(field, page);
}

/** A field whose sort changes – a list that became unreadable – gets another view. */
export function sortOf(field: FormField): string {
  return field.items ? 'list' : field.fields ? 'group' : 'scalar';
}

/** Views by their path: a field keeps its view, so typing goes on while the form is made anew. */
export function createShelf(page: Page) {
  const views = new Map<string, { readonly sort: string; readonly view: View }>();
  return (field: FormField): View => {
    const name = nameOf(field.path);
    const known = views.get(name);
    if (known?.sort === sortOf(field)) {
      known.view.update(field);
      return known.view;
    }
    const view = makeView(field, page);
    views.set(name, { sort: sortOf(field), view });
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
      setText(
        mark,
        field.state === 'unknown'
          ? page.words().notKnown
          : field.asks && field.state === 'absent'
            ? page.words()[field.asks]
            : '',
      );
      setAttribute(mark, 'data-asks', field.asks);
      showFindings(findings, field.findings, page);
    },
  };
}

/** Fields that nobody has written and nobody asks for lie behind "More"; once shown there they stay there. */
export function foldedFields(page: Page, title: () => string) {
  const shelf = createShelf(page);
  const open = element('div', { class: 'fields' });
  const inside = element('div', { class: 'fields' });
  const summary = element('summary');
  const more = element('details', { class: 'more' }, summary, inside);
  const folded = new Map<string, boolean>();
  let views: View[] = [];
  return {
    roots: [open, more] as const,
    update: (fields: readonly FormField[]): void => {
      const isFolded = (field: FormField): boolean => {
        const name = nameOf(field.path);
        const known = folded.get(name) ?? field.folded;
        folded.set(name, known);
        return known;
      };
      const shown = fields.filter(field => !isFolded(field)).map(shelf);
      const behind = fields.filter(isFolded).map(shelf);
      views = [...shown, ...behind];
      setText(summary, title());
      more.hidden = behind.length === 0;
      setChildren(
        open,
        shown.map(view => view.root),
      );
      setChildren(
        inside,
        behind.map(view => view.root),
      );
    },
    focus: (): boolean => views[0]?.focus() ?? false,
  };
}

function groupView(first: FormField, page: Page): View {
  const head = headOf(page);
  const body = foldedFields(page, () => page.words().moreFields);
  const answers = partAnswers(page);
  const root = element('fieldset', { class: 'group wide' }, head.legend, ...head.rest, ...body.roots, answers.root);
  const update = (field: FormField): void => {
    head.update(field);
    body.update(field.fields ?? []);
    answers.update(field);
    setAttribute(root, 'data-path', field.path.join('.'));
  };
  update(first);
  return { root, update, focus: body.focus };
}

/** "Not known" for a whole group or list, while nothing is in it. */
function partAnswers(page: Page) {
  let field: FormField | undefined;
  const unknown = button(page.words().notKnown, () => {
    if (field) void page.change(field.path, field.state === 'unknown' ? { clear: true } : { answer: 'unknown' });
  });
  return {
    root: unknown,
    update: (next: FormField): void => {
      field = next;
      const isItem = typeof next.path.at(-1) === 'number';
      unknown.hidden = next.state === 'written' || isItem;
      setAttribute(unknown, 'aria-pressed', next.state === 'unknown' ? 'true' : 'false');
      setAttribute(unknown, 'aria-label', `${next.label}: ${page.words().notKnown}`);
    },
  };
}

function listView(first: FormField, page: Page): View {
  let field = first;
  let drafting = false;
  const head = headOf(page);
  const shelf = createShelf(page);
  const rows = new Map<number, HTMLElement>();
  const list = element('div', { class: 'items', role: 'list' });
  const add = button('', () => {
    drafting = true;
    update(field);
    if (field.next) shelf(field.next).focus();
  });
  const answers = partAnswers(page);
  const root = element(
    'fieldset',
    { class: 'list wide' },
    head.legend,
    ...head.rest,
    list,
    element('div', { class: 'list-end' }, add, answers.root),
  );

  const rowOf = (item: FormField, at: number, isDraft: boolean): HTMLElement => {
    const view = shelf(item);
    const known = rows.get(at);
    const row = known ?? element('div', { class: 'item', role: 'listitem' }, view.root, removeButton(at));
    rows.set(at, row);
    if (row.firstElementChild !== view.root) row.replaceChild(view.root, row.firstElementChild ?? row);
    const remove = row.lastElementChild;
    if (remove instanceof HTMLElement) remove.hidden = isDraft;
    return row;
  };
  const removeButton = (at: number): HTMLElement => {
    const words = page.words();
    const path = (): FormField['path'] => [...field.path, at];
    return button(words.remove, () => void page.change(path(), { clear: true }), {
      class: 'remove',
      'aria-label': `${words.remove}: ${field.label} ${String(at + 1)}`,
    });
  };
  const update = (next: FormField): void => {
    // The item that was being added is there now.
    if ((next.items?.length ?? 0) > (field.items?.length ?? 0)) drafting = false;
    field = next;
    const items = next.items ?? [];
    // One value is added by typing it; a group of fields is asked for first.
    const isSimple = next.next !== undefined && sortOf(next.next) === 'scalar';
    const draft = next.next && (isSimple || drafting) ? [rowOf(next.next, items.length, true)] : [];
    head.update(next);
    answers.update(next);
    setText(add, fill(page.words().add, next.next?.label ?? next.label));
    add.hidden = isSimple || drafting || next.next === undefined;
    setAttribute(root, 'data-path', next.path.join('.'));
    setChildren(list, [...items.map((item, at) => rowOf(item, at, false)), ...draft]);
  };
  update(first);
  return {
    root,
    update,
    focus: () => {
      const target = field.items?.[0] ?? field.next;
      if (target && root.contains(shelf(target).root)) return shelf(target).focus();
      add.focus();
      return true;
    },
  };
}
