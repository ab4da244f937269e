import type { FormField, To } from '../../server/model/form.ts';
import type { FieldResult } from '../../server/protocol/form-page.ts';
import { button, createIds, element, setAttribute, setText } from '../page/elements.ts';
import { makeControl, type Control } from './control.ts';
import { showFindings } from './findings.ts';
import { nameOf, type Page, type View } from './view.ts';

const ids = createIds();

/** A field of one value: its label, its sentence, what it says, and what is found about it. */
export function scalarView(first: FormField, page: Page): View {
  let field = first;
  let shown = '';
  let kind = '';
  let control: Control | undefined;
  const id = ids('field');
  const parts = {
    label: element('label', { for: id }),
    mark: element('span', { class: 'mark' }),
    about: element('p', { class: 'about pale', id: `${id}-about` }),
    line: element('div', { class: 'control' }),
    note: element('p', { class: 'pale', id: `${id}-note`, hidden: true }),
    findings: element('ul', { class: 'findings', id: `${id}-findings`, hidden: true }),
    answer: element('div', { class: 'answer', role: 'alert', hidden: true }),
  };
  const head = element('div', { class: 'head' }, parts.label, parts.mark);
  const root = element(
    'div',
    { class: 'field' },
    head,
    parts.about,
    parts.line,
    parts.note,
    parts.findings,
    parts.answer,
  );

  const isTouched = (): boolean => control !== undefined && control.value() !== shown;
  const send = async (to: To): Promise<void> => {
    parts.answer.hidden = true;
    if (control) shown = control.value();
    tell(await page.change(field.path, to));
  };
  const commit = (): void => {
    if (control && isTouched()) void send(control.value().trim() === '' ? { clear: true } : { text: control.value() });
  };
  const restore = (): void => {
    parts.answer.hidden = true;
    setAttribute(root, 'data-refused', undefined);
    control?.show(field);
    shown = control?.value() ?? '';
  };
  const tell = (result: FieldResult): void => {
    const isDone = 'done' in result;
    setAttribute(root, 'data-refused', !isDone);
    parts.answer.hidden = isDone;
    if (isDone) return;
    const said = 'refusal' in result ? result.refusal : result.question;
    const answers = 'answers' in result ? result.answers : [];
    parts.answer.replaceChildren(
      element('span', {}, said),
      ...answers.map(({ title, to }) => button(title, () => void send(to))),
    );
  };
  const answers = answerButtons(page, to => void send(to));

  const update = (next: FormField): void => {
    const isAnother = nameOf(next.path) !== nameOf(field.path);
    field = next;
    const wanted = `${next.widget} ${next.pool ?? ''}`;
    if (kind !== wanted && !isTouched()) {
      kind = wanted;
      control = next.widget === 'closed' ? undefined : makeControl(next, { page, commit, leave: restore });
      parts.line.replaceChildren(
        control?.root ?? element('pre', { class: 'closed', id }),
        ...unitOf(next),
        answers.root,
      );
      shown = control?.value() ?? '';
      if (control) control.input.id = id;
    } else if (isAnother || (!isTouched() && root.dataset['refused'] === undefined)) restore();
    dress(root, parts, next, page);
    answers.update(next);
    if (!control) setText(parts.line.firstElementChild ?? parts.line, next.text);
    describe(control?.input, parts, next);
  };
  update(first);
  return {
    root,
    update,
    focus: () => {
      control?.input.focus();
      return control !== undefined;
    },
  };
}

function unitOf({ unit }: FormField): HTMLElement[] {
  return unit === undefined ? [] : [element('span', { class: 'unit pale' }, unit)];
}

interface Parts {
  readonly label: HTMLElement;
  readonly mark: HTMLElement;
  readonly about: HTMLElement;
  readonly note: HTMLElement;
  readonly findings: HTMLElement;
}

function dress(root: HTMLElement, parts: Parts, field: FormField, page: Page): void {
  const words = page.words();
  setText(parts.label, field.label);
  setText(parts.about, field.about);
  setText(parts.mark, markOf(field, words));
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

function markOf(field: FormField, words: ReturnType<Page['words']>): string {
  if (field.state === 'unknown') return words.notKnown;
  return field.asks === undefined || field.state !== 'absent' ? '' : words[field.asks];
}

/** Screen readers say the sentence and the findings with the field. */
function describe(input: Control['input'] | undefined, parts: Parts, field: FormField): void {
  if (!input) return;
  const described = [parts.about, ...(field.note === undefined ? [] : [parts.note])];
  if (field.findings.length > 0) described.push(parts.findings);
  setAttribute(input, 'aria-describedby', described.map(part => part.id).join(' '));
  setAttribute(input, 'aria-invalid', field.findings.some(one => one.severity === 'error') ? 'true' : undefined);
  setAttribute(input, 'aria-required', field.asks === 'needed' ? 'true' : undefined);
}

/** "Not known" and, where it means something, "None": pressed while they are the answer; pressed again, they are taken back. */
function answerButtons(page: Page, send: (to: To) => void) {
  let field: FormField | undefined;
  const press = (answer: 'unknown' | 'none') => () => send(field?.state === answer ? { clear: true } : { answer });
  const words = page.words();
  const unknown = button(words.notKnown, press('unknown'), { class: 'answer-button' });
  const none = button(words.none, press('none'), { class: 'answer-button' });
  const root = element('span', { class: 'answers' }, none, unknown);
  return {
    root,
    update: (next: FormField): void => {
      field = next;
      unknown.hidden = !next.mayBeUnknown || next.widget === 'closed';
      none.hidden = next.none === undefined || next.widget === 'closed';
      setAttribute(none, 'title', next.none);
      for (const [one, answer] of [
        [unknown, 'unknown'],
        [none, 'none'],
      ] as const) {
        setAttribute(one, 'aria-pressed', next.state === answer ? 'true' : 'false');
        setAttribute(one, 'aria-label', `${next.label}: ${one.textContent ?? ''}`);
      }
    },
  };
}
