import type { FormAnswer } from '../../server/protocol/form.ts';
import type { FromFormPage } from '../../server/protocol/form-page.ts';
import { button, element, setAttribute, setText } from '../page/elements.ts';
import { showFindings } from './findings.ts';
import type { Page } from './view.ts';

/** Title, id and kind; the other records of the file; the way to the text; what is found about the record as a whole. */
export class Head {
  readonly root: HTMLElement;
  private readonly page: Page;
  private readonly title = element('h1');
  private readonly kind = element('p', { class: 'pale' });
  private readonly sentence = element('p', { class: 'sentence', role: 'status', hidden: true });
  private readonly findings = element('ul', { class: 'findings whole', hidden: true });
  private readonly picker = element('select', { id: 'picker' });
  private readonly bar = element('div', { class: 'bar', hidden: true });
  private asked = false;

  constructor(page: Page, say: (message: FromFormPage) => void) {
    this.page = page;
    this.root = element('header', {}, this.bar, this.title, this.kind, this.sentence, this.findings);
    this.picker.addEventListener('change', () => {
      this.asked = true;
      say({ type: 'show', place: Number(this.picker.value) });
    });
    this.fillBar = () => {
      const words = page.words();
      const label = element('label', { for: 'picker' }, words.record);
      const text = button(words.openText, () => say({ type: 'text' }));
      this.bar.append(element('span', { class: 'picker' }, label, this.picker), text);
      this.bar.hidden = false;
      this.root.insertBefore(element('p', { class: 'pale keys' }, words.keys), this.sentence);
    };
  }

  private readonly fillBar: () => void;

  /** The person asked for another record; said once. */
  takeAsked(): boolean {
    const was = this.asked;
    this.asked = false;
    return was;
  }

  update(form: FormAnswer): void {
    if (this.bar.hidden) this.fillBar();
    const { model } = form;
    const { title = '', id = '', kindLabel = '', about, findings = [], unreadable } = model ?? {};
    setText(this.title, title || id || kindLabel);
    setText(this.kind, [kindLabel, id].filter(Boolean).join(' · '));
    setAttribute(this.kind, 'title', about);
    this.showSentence(form.sentence ?? unreadable);
    showFindings(this.findings, findings, this.page);
    this.showRecords(form);
  }

  private showSentence(why: string | undefined): void {
    this.sentence.hidden = why === undefined;
    setText(this.sentence, why ?? '');
  }

  private showRecords({ records, place }: FormAnswer): void {
    const options = records.map(({ title, id, kindLabel, place: value }) => {
      const name = title && id ? `${title} (${id})` : title || id || kindLabel || '–';
      return element('option', { value: String(value) }, name);
    });
    this.picker.replaceChildren(...options);
    this.picker.value = String(place ?? '');
    if (this.picker.parentElement) this.picker.parentElement.hidden = records.length < 2;
  }
}
