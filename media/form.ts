/** The page of the form: draws what the server makes of a record, and says what a person wants of it. Holds no truth of its own. */
import type { To } from '../server/model/form.ts';
import type { Path } from '../server/model/paths.ts';
import type { FormAnswer } from '../server/protocol/form.ts';
import type { FieldResult, FormWords, FromFormPage, ToFormPage } from '../server/protocol/form-page.ts';
import { Head } from './form-parts/head.ts';
import { RecordForm } from './form-parts/record-form.ts';
import type { Page } from './form-parts/view.ts';
import { element } from './page/elements.ts';
import { connect } from './page/host.ts';

interface Shown {
  readonly kind: string;
  readonly id: string;
  readonly place: number | undefined;
  readonly record: RecordForm;
}

class FormPage {
  private readonly head: Head;
  private readonly body = element('div', { class: 'body' });
  private readonly page: Page;
  private readonly waiting = new Map<number, (result: FieldResult) => void>();
  private readonly say: (message: FromFormPage) => void;
  private words: FormWords | undefined;
  private form: FormAnswer | undefined;
  private shown: Shown | undefined;
  private last = 0;

  constructor(root: HTMLElement) {
    const host = connect(message => this.hear(message as ToFormPage));
    this.say = message => host.say(message);
    this.page = {
      words: () => {
        if (!this.words) throw new Error('The words come first.');
        return this.words;
      },
      change: (path, to) => this.change(path, to),
      fix: ({ range }, title) => this.say({ type: 'fix', range, title }),
      pool: name => this.form?.model?.pools[name] ?? [],
    };
    this.head = new Head(this.page, this.say);
    root.append(this.head.root, this.body);
    this.say({ type: 'ready' });
  }

  private change(path: Path, to: To): Promise<FieldResult> {
    this.last += 1;
    const n = this.last;
    return new Promise(settle => {
      this.waiting.set(n, settle);
      const { place = -1, model } = this.form ?? {};
      this.say({ type: 'change', n, place, id: model?.id ?? '', path, to });
    });
  }

  private hear(message: ToFormPage): void {
    if (message.type === 'words') this.words = message.words;
    else if (message.type === 'form') this.show(message.form, message.focus);
    else {
      this.waiting.get(message.n)?.(message.result);
      this.waiting.delete(message.n);
    }
  }

  private show(next: FormAnswer, focus: 'first' | undefined): void {
    // While the newest form is on its way, the one before stays.
    if (next.text === '' && this.form?.model) return;
    this.form = next;
    this.head.update(next);
    if (!next.model || next.model.unreadable !== undefined) {
      this.shown = undefined;
      this.body.replaceChildren();
      return;
    }
    const record = this.recordFor(next.model, next.place);
    record.update(next.model.sections);
    if (focus) record.focusFirst();
  }

  /** Another record has another form; the same one keeps its fields, wherever it stands and whatever its id is now. */
  private recordFor({ kind, id }: { kind: string; id: string }, place: number | undefined): RecordForm {
    const { shown } = this;
    const asked = this.head.takeAsked();
    const isSame = shown?.kind === kind && (shown.id === id || shown.place === place) && !asked;
    const record = isSame ? shown.record : new RecordForm(this.page);
    if (!isSame) this.body.replaceChildren(...record.roots);
    this.shown = { kind, id, place, record };
    return record;
  }
}

const root = document.getElementById('page');
if (root) new FormPage(root);
