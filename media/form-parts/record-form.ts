import type { FormSection } from '../../server/model/form.ts';
import { element, setChildren } from '../page/elements.ts';
import { createShelf } from './parts.ts';
import { nameOf, type Page, type View } from './view.ts';

type SectionName = FormSection['name'];
const sectionNames = ['toFill', 'written', 'more'] as const satisfies readonly SectionName[];

/** One record's form on the page. Fields stay where they first stood, so nothing jumps under the cursor. */
export class RecordForm {
  readonly roots: readonly HTMLElement[];
  private readonly shelf: ReturnType<typeof createShelf>;
  private readonly sections: Readonly<Record<SectionName, { readonly root: HTMLElement; readonly body: HTMLElement }>>;
  private readonly placed = new Map<string, { readonly home: SectionName; readonly at: number }>();
  private first: View | undefined;

  constructor(page: Page) {
    const words = page.words();
    this.shelf = createShelf(page);
    this.sections = {
      toFill: sectionOf('section', element('h2', {}, words.toFill)),
      written: sectionOf('section', element('h2', {}, words.written)),
      more: sectionOf('details', element('summary', {}, words.more)),
    };
    this.roots = sectionNames.map(name => this.sections[name].root);
  }

  update(made: readonly FormSection[]): void {
    const all = made.flatMap(({ name, fields }) =>
      fields.map(field => ({ ...this.placeOf(nameOf(field.path), name), view: this.shelf(field) })),
    );
    for (const name of sectionNames) {
      const here = all.filter(({ home }) => home === name).sort((a, b) => a.at - b.at);
      const { root, body } = this.sections[name];
      root.hidden = here.length === 0;
      setChildren(
        body,
        here.map(({ view }) => view.root),
      );
    }
    this.first = (all.find(({ home }) => home === 'toFill') ?? all[0])?.view;
  }

  private placeOf(name: string, home: SectionName) {
    const place = this.placed.get(name) ?? { home, at: this.placed.size };
    this.placed.set(name, place);
    return place;
  }

  focusFirst(): void {
    this.first?.focus();
  }
}

function sectionOf(tag: 'section' | 'details', heading: HTMLElement) {
  const body = element('div', { class: 'fields' });
  return { root: element(tag, { class: 'section' }, heading, body), body };
}
