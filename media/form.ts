/** The page of the form: draws what the server makes of a record, and says what a person wants of it. Holds no truth of its own. */
import type { FormSection, To } from '../server/model/form.ts';
import type { Path } from '../server/model/paths.ts';
import type { FormAnswer } from '../server/protocol/form.ts';
import type { FieldResult, FormWords, FromFormPage, ToFormPage } from '../server/protocol/form-page.ts';
import { showFindings } from './form-parts/findings.ts';
import { createShelf } from './form-parts/parts.ts';
import { nameOf, type Page, type View } from './form-parts/view.ts';
import { button, element, setAttribute, setChildren, setText } from './page/elements.ts';
import { connect } from './page/host.ts';

type SectionName = FormSection['name'];
const sectionNames: readonly SectionName[] = ['toFill', 'written', 'more'];

/** One record's form on the page. Fields stay in the section in which they first stood, so nothing jumps under the cursor. */
function createRecordForm(page: Page) {
  const shelf = createShelf(page);
  const placed = new Map<string, { readonly home: SectionName; readonly at: number }>();
  const bodies = { toFill: fieldsBox(), written: fieldsBox(), more: fieldsBox() };
  const summary = element('summary');
  const more = element('details', { class: 'section more' }, summary, bodies.more);
  const headings = { toFill: element('h2'), written: element('h2') };
  const sections = {
    toFill: element('section', { class: 'section' }, headings.toFill, bodies.toFill),
    written: element('section', { class: 'section' }, headings.written, bodies.written),
    more,
  };
  let first: View | undefined;
  return {
    roots: sectionNames.map(name => sections[name]),
    update: (made: readonly FormSection[]): void => {
      const words = page.words();
      setText(headings.toFill, words.toFill);
      setText(headings.written, words.written);
      setText(summary, words.more);
      const all = made.flatMap(section =>
        section.fields.map(field => {
          const name = nameOf(field.path);
          const place = placed.get(name) ?? { home: section.name, at: placed.size };
          placed.set(name, place);
          return { ...place, view: shelf(field) };
        }),
      );
      for (const name of sectionNames) {
        const here = all.filter(one => one.home === name).sort((a, b) => a.at - b.at);
        sections[name].hidden = here.length === 0;
        setChildren(
          bodies[name],
          here.map(one => one.view.root),
        );
      }
      first = (all.find(one => one.home === 'toFill') ?? all[0])?.view;
    },
    focusFirst: () => first?.focus(),
  };
}

function fieldsBox(): HTMLElement {
  return element('div', { class: 'fields' });
}

interface Shown {
  readonly kind: string;
  readonly id: string;
  readonly place: number | undefined;
  readonly record: ReturnType<typeof createRecordForm>;
}

function start(root: HTMLElement): void {
  let words: FormWords | undefined;
  let form: FormAnswer | undefined;
  let shown: Shown | undefined;
  const waiting = new Map<number, (result: FieldResult) => void>();
  const host: { readonly say: (message: FromFormPage) => void } = connect<ToFormPage>(hear);
  const page: Page = {
    words: () => {
      if (!words) throw new Error('The words come first.');
      return words;
    },
    change: (path: Path, to: To) =>
      new Promise(settle => {
        const n = waiting.size === 0 ? 1 : Math.max(...waiting.keys()) + 1;
        waiting.set(n, settle);
        host.say({ type: 'change', n, path, to });
      }),
    fix: ({ range }, title) => host.say({ type: 'fix', range, title }),
    pool: name => form?.model?.pools[name] ?? [],
  };
  const head = createHead(page, message => host.say(message));
  const body = element('div', { class: 'body' });
  root.append(head.root, body);
  host.say({ type: 'ready' });

  function hear(message: ToFormPage): void {
    if (message.type === 'words') words = message.words;
    else if (message.type === 'result') {
      waiting.get(message.n)?.(message.result);
      waiting.delete(message.n);
    } else if (words) show(message.form, message.focus);
  }

  function show(next: FormAnswer, focus: 'first' | undefined): void {
    // While the newest form is on its way, the one before stays.
    if (next.sentence !== undefined && next.text === '' && form?.model) return;
    form = next;
    const { model, place } = next;
    head.update(next);
    if (!model || model.unreadable !== undefined) {
      shown = undefined;
      body.replaceChildren();
      return;
    }
    // Another record has another form; the same one keeps its fields, wherever it stands and whatever its id is now.
    const isSame = shown?.kind === model.kind && (shown.id === model.id || shown.place === place) && !head.isAnother();
    const record = isSame && shown ? shown.record : createRecordForm(page);
    if (!isSame) body.replaceChildren(...record.roots);
    shown = { kind: model.kind, id: model.id, place, record };
    record.update(model.sections);
    if (focus) record.focusFirst();
  }
}

/** Title, id and kind; the other records of the file; the way to the text; what is found about the record as a whole. */
function createHead(page: Page, say: (message: FromFormPage) => void) {
  let asked = false;
  const title = element('h1');
  const kind = element('p', { class: 'pale' });
  const sentence = element('p', { class: 'sentence', role: 'status', hidden: true });
  const findings = element('ul', { class: 'findings whole', hidden: true });
  const picker = element('select', { id: 'picker' });
  const pickerLabel = element('label', { for: 'picker' });
  const text = button('', () => say({ type: 'text' }), { class: 'text-button' });
  const keys = element('p', { class: 'pale keys' });
  const bar = element('div', { class: 'bar' }, element('span', { class: 'picker' }, pickerLabel, picker), text);
  picker.addEventListener('change', () => {
    asked = true;
    say({ type: 'show', place: Number(picker.value) });
  });
  const update = ({ model, records, place, sentence: said }: FormAnswer): void => {
    const words = page.words();
    setText(title, model ? model.title || model.id || model.kindLabel : '');
    setText(kind, model ? [model.kindLabel, model.id].filter(Boolean).join(' · ') : '');
    setAttribute(kind, 'title', model?.about);
    const why = said ?? model?.unreadable;
    sentence.hidden = why === undefined;
    setText(sentence, why ?? '');
    showFindings(findings, model?.findings ?? [], page);
    setText(text, words.openText);
    setText(pickerLabel, words.record);
    setText(keys, words.keys);
    const options = records.map(record => {
      const name = record.title === '' ? record.id : record.id === '' ? record.title : `${record.title} (${record.id})`;
      return element('option', { value: String(record.place) }, name || record.kindLabel || '–');
    });
    picker.replaceChildren(...options);
    picker.value = String(place ?? '');
    (picker.parentElement ?? picker).hidden = records.length < 2;
  };
  return {
    root: element('header', {}, bar, title, kind, keys, sentence, findings),
    update,
    /** The person asked for another record; said once. */
    isAnother: (): boolean => {
      const was = asked;
      asked = false;
      return was;
    },
  };
}

const root = document.getElementById('page');
if (root) start(root);
