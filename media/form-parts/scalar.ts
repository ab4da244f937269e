import type { FormField, To } from '../../server/model/form.ts';
import type { FieldResult } from '../../server/protocol/form-page.ts';
import { button, createIds, element, setAttribute, setText } from '../page/elements.ts';
import { answerButtons } from './answers.ts';
import { makeControl, type Control } from './control.ts';
import { showFindings } from './findings.ts';
import { nameOf, type Page, type View } from './view.ts';

const ids = createIds();

/** A field of one value: its label, its sentence, what it says, and what is found about it. */
export class ScalarView implements View {
  readonly root: HTMLElement;
  private readonly page: Page;
  private readonly id = ids('field');
  private readonly parts: Parts;
  private readonly answers: ReturnType<typeof answerButtons>;
  private control: Control | undefined;
  private field: FormField;
  /** What the control was last made to say: anything else was typed. */
  private shown = '';
  private sort = '';
  /** A change is on its way, or was not taken: what was typed stays until it is settled. */
  private open = false;

  constructor(field: FormField, page: Page) {
    this.field = field;
    this.page = page;
    this.parts = makeParts(this.id);
    const { label, mark, about, line, note, findings, answer } = this.parts;
    const head = element('div', { class: 'head' }, label, mark);
    this.root = element('div', { class: 'field' }, head, about, line, note, findings, answer);
    this.answers = answerButtons(page, to => void this.send(to));
    this.update(field);
  }

  update(next: FormField): void {
    const isAnother = nameOf(next.path) !== nameOf(this.field.path);
    this.field = next;
    if (isAnother) this.open = false;
    const isFree = isAnother || (!this.open && !this.isTouched());
    if (isFree && this.sort !== sortOf(next)) this.build(next);
    if (isFree) this.show();
    dress(this.root, this.parts, next, this.page);
    this.answers.update(next);
    describe(this.control?.input, this.parts, next);
  }

  focus(): boolean {
    this.control?.input.focus();
    return this.control !== undefined;
  }

  private build(field: FormField): void {
    this.sort = sortOf(field);
    const isClosed = field.widget === 'closed';
    const uses = { page: this.page, commit: () => this.commit(), leave: () => this.restore() };
    this.control = isClosed ? undefined : makeControl(field, uses);
    const closed = element('pre', { class: 'closed', id: this.id });
    this.parts.line.replaceChildren(this.control?.root ?? closed, ...unitOf(field), this.answers.root);
    if (this.control) this.control.input.id = this.id;
  }

  private show(): void {
    if (this.control) this.control.show(this.field);
    else setText(this.parts.line.firstElementChild ?? this.parts.line, this.field.text);
    this.shown = this.control?.value() ?? '';
  }

  private isTouched(): boolean {
    return this.control !== undefined && this.control.value() !== this.shown;
  }

  private commit(): void {
    if (!this.control || !this.isTouched()) return;
    const text = this.control.value();
    void this.send(text.trim() === '' ? { clear: true } : { text });
  }

  private restore(): void {
    this.open = false;
    this.parts.answer.hidden = true;
    this.show();
  }

  private async send(to: To): Promise<void> {
    this.parts.answer.hidden = true;
    this.open = true;
    // The same text is not sent twice: once by Enter, once on leaving.
    this.shown = this.control?.value() ?? '';
    const result = await this.page.change(this.field.path, to);
    if (!('done' in result)) this.tell(result);
    else if (this.isTouched()) this.open = false;
    else this.restore();
  }

  /** Why nothing was written; the person's text stays to be mended. */
  private tell(result: Exclude<FieldResult, { done: true }>): void {
    const answers = 'answers' in result ? result.answers : [];
    const said = 'refusal' in result ? result.refusal : result.question;
    const buttons = answers.map(({ title, to }) => button(title, () => void this.send(to)));
    this.parts.answer.hidden = false;
    this.parts.answer.replaceChildren(element('span', {}, said), ...buttons);
  }
}

type Parts = ReturnType<typeof makeParts>;

function makeParts(id: string) {
  return {
    label: element('label', { for: id }),
    mark: element('span', { class: 'mark' }),
    about: element('p', { class: 'about pale', id: `${id}-about` }),
    line: element('div', { class: 'control' }),
    note: element('p', { class: 'pale', id: `${id}-note`, hidden: true }),
    findings: element('ul', { class: 'findings', id: `${id}-findings`, hidden: true }),
    answer: element('div', { class: 'answer', role: 'alert', hidden: true }),
  };
}

/** A field whose text has grown long gets a larger box. */
function sortOf(field: FormField): string {
  return `${field.widget} ${field.pool ?? ''}`;
}

function unitOf({ unit }: FormField): HTMLElement[] {
  return unit === undefined ? [] : [element('span', { class: 'unit pale' }, unit)];
}

function dress(root: HTMLElement, parts: Parts, field: FormField, page: Page): void {
  setText(parts.label, field.label);
  setText(parts.about, field.about);
  setText(parts.mark, markOf(field, page));
  setAttribute(parts.mark, 'data-asks', field.asks);
  const note = field.closed ?? field.note;
  parts.note.hidden = note === undefined;
  setText(parts.note, note ?? '');
  setAttribute(root, 'data-state', field.state);
  setAttribute(root, 'data-path', field.path.join('.'));
  setAttribute(root, 'data-worst', field.findings[0]?.severity);
  root.classList.toggle('wide', field.widget === 'lines' || field.widget === 'closed');
  showFindings(parts.findings, field.findings, page);
}

/** What is still asked for, in a word. That it is not known, its pressed button says. */
export function markOf(field: FormField, page: Page): string {
  return field.asks === undefined || field.state !== 'absent' ? '' : page.words()[field.asks];
}

/** Screen readers say the sentence and the findings with the field. */
function describe(input: Control['input'] | undefined, parts: Parts, field: FormField): void {
  if (!input) return;
  const described: HTMLElement[] = [parts.about, ...(field.note === undefined ? [] : [parts.note])];
  if (field.findings.length > 0) described.push(parts.findings);
  setAttribute(input, 'aria-describedby', described.map(part => part.id).join(' '));
  setAttribute(input, 'aria-invalid', field.findings.some(one => one.severity === 'error') ? 'true' : undefined);
  setAttribute(input, 'aria-required', field.asks === 'needed' ? 'true' : undefined);
}
