import * as vscode from 'vscode';
import { fingerprint } from '../server/model/fingerprint.ts';
import {
  askForm,
  changeForm,
  type FormAnswer,
  type FormChangeAnswer,
  type FormChangeParams,
  type FormParams,
} from '../server/protocol/form.ts';
import type { FieldResult, FromFormPage, ToFormPage } from '../server/protocol/form-page.ts';
import { formWords } from './page-words.ts';
import type { ServerLink } from './server-link.ts';

/** Which record of a file: by its id, by its place, or by a line. */
export type WantedRecord = Pick<FormParams, 'id' | 'place' | 'line'>;

type Edits = Extract<FormChangeAnswer, { edits: unknown }>['edits'];
type FieldWish = Extract<FromFormPage, { readonly type: 'change' }>;

/** How often a change is tried again while the text changes under it. */
const tries = 20;
const settleMilliseconds = 50;

/**
 * One form of one document. The document is the only truth: each change is an edit of its text, and each change of the text, be it
 * made here or elsewhere, has the form made anew.
 */
export class FormSession implements vscode.Disposable {
  readonly document: vscode.TextDocument;
  readonly panel: vscode.WebviewPanel;
  private readonly link: ServerLink;
  private readonly hearing: vscode.Disposable;
  private shown: FormAnswer | undefined;
  private wanted: WantedRecord;
  private focus: 'first' | undefined;
  private refreshing: Promise<void> = Promise.resolve();
  /** Ids that records had before they were changed here. */
  private readonly renamed = new Set<string>();
  private waiting = false;
  private behind = false;
  private ready = false;

  constructor(parts: {
    document: vscode.TextDocument;
    panel: vscode.WebviewPanel;
    link: ServerLink;
    wanted: WantedRecord;
  }) {
    this.document = parts.document;
    this.panel = parts.panel;
    this.link = parts.link;
    this.wanted = parts.wanted;
    this.hearing = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.document && contentChanges.length > 0) this.catchUp();
      }),
      // Another record changed: what may be named, and what is found, may be another.
      this.link.onDidChange(() => this.catchUp()),
      this.panel.onDidChangeViewState(() => {
        if (this.behind) this.catchUp();
      }),
    );
  }

  /** The form that is shown now. */
  get form(): FormAnswer | undefined {
    return this.shown;
  }

  async show(wanted: WantedRecord, focus?: 'first'): Promise<void> {
    this.wanted = wanted;
    this.focus = focus;
    await this.refresh();
  }

  /** What the page says; gives what became of a change. */
  async hear(message: FromFormPage): Promise<FieldResult | undefined> {
    if (message.type === 'ready') {
      this.ready = true;
      this.say({ type: 'words', words: formWords() });
      await this.refresh();
    } else if (message.type === 'show') await this.show({ place: message.place });
    else if (message.type === 'text') await this.openText();
    else if (message.type === 'fix') await this.applyFix(message);
    else {
      const result = await this.change(message);
      this.say({ type: 'result', n: message.n, result });
      return result;
    }
    return undefined;
  }

  private say(message: ToFormPage): void {
    if (this.ready) void this.panel.webview.postMessage(message);
  }

  /** A form that nobody sees is made anew when it is seen again. */
  private catchUp(): void {
    this.behind = !this.panel.visible;
    if (!this.behind) void this.refresh();
  }

  /** Makes the form anew; while one is being made, one more is enough. */
  refresh(): Promise<void> {
    if (!this.waiting) {
      this.waiting = true;
      this.refreshing = this.refreshing.then(async () => {
        this.waiting = false;
        await this.make();
      });
    }
    return this.refreshing;
  }

  private async make(): Promise<void> {
    const { wanted } = this;
    const form = await this.link.ask<FormAnswer>(askForm, { uri: this.document.uri.toString(), ...wanted });
    // Another record was asked for meanwhile: its form is next.
    if (wanted !== this.wanted) return;
    if (form === undefined) this.sayWhyNot();
    // Where the server has not heard of the newest text yet, its next word brings the form.
    else if (form.text === '' || form.text === fingerprint(this.document.getText())) this.take(form);
  }

  private take(form: FormAnswer): void {
    this.shown = form;
    const { place, model } = form;
    if (place !== undefined) this.wanted = { place, ...(model?.id ? { id: model.id } : {}) };
    this.say({ type: 'form', form, ...(this.focus && model ? { focus: this.focus } : {}) });
    if (model && this.ready) this.focus = undefined;
  }

  private sayWhyNot(): void {
    const sentence =
      this.link.state === 'stopped'
        ? vscode.l10n.t('The FITS language server is not running, so there is no form. The text can still be edited.')
        : vscode.l10n.t('Reading the records…');
    this.say({ type: 'form', form: { text: '', records: [], sentence } });
  }

  private async change(wanted: FieldWish): Promise<FieldResult> {
    for (let tried = 0; tried < tries; tried += 1) {
      const result = await this.tryChange(wanted);
      if (result !== undefined) return result;
      await new Promise(later => setTimeout(later, settleMilliseconds));
    }
    return { refusal: vscode.l10n.t('This could not be written just now. Please try once more.') };
  }

  /** Undefined where the text is another than the server's: to be tried again. */
  private async tryChange(wish: FieldWish): Promise<FieldResult | undefined> {
    const uri = this.document.uri.toString();
    const text = fingerprint(this.document.getText());
    const place = await this.find(wish, text);
    if (typeof place !== 'number') return place;
    const params: FormChangeParams = { uri, text, place, path: wish.path, to: wish.to };
    const answer = await this.link.ask<FormChangeAnswer>(changeForm, params);
    if (answer === undefined || 'stale' in answer) return undefined;
    if (!('edits' in answer)) return answer;
    if (!(await this.apply(answer.edits, text))) return undefined;
    // An id that was changed is not looked for any more: the record stands where it stood.
    if (isId(wish)) {
      this.renamed.add(wish.id);
      if (this.shown?.place === wish.place) this.wanted = { place };
    }
    await this.refresh();
    return { done: true };
  }

  /** Where the record stands now that the person had before them. Undefined where the server does not know this text yet. */
  private async find({ place, id }: FieldWish, text: string): Promise<number | FieldResult | undefined> {
    const params: FormParams = { uri: this.document.uri.toString(), place, id };
    const form = await this.link.ask<FormAnswer>(askForm, params);
    if (form?.text !== text) return undefined;
    if (form.place !== undefined && (form.model?.id === id || this.renamed.has(id))) return form.place;
    return { refusal: vscode.l10n.t('This record is no longer in the file.') };
  }

  /** False where the text is no longer the one that the edits were made for. */
  private async apply(edits: Edits, text: string): Promise<boolean> {
    if (fingerprint(this.document.getText()) !== text) return false;
    if (edits.length === 0) return true;
    const edit = new vscode.WorkspaceEdit();
    for (const { range, newText } of edits) edit.replace(this.document.uri, rangeOf(range), newText);
    return vscode.workspace.applyEdit(edit);
  }

  private async openText(): Promise<void> {
    const line = this.shown?.records.find(record => record.place === this.shown?.place)?.line ?? 0;
    await vscode.window.showTextDocument(this.document, {
      viewColumn: this.panel.viewColumn ?? vscode.ViewColumn.Active,
      selection: new vscode.Range(line, 0, line, 0),
      preview: false,
    });
  }

  /** A fix of a finding, as its light bulb would do it. */
  private async applyFix({ range, title }: FromFormPage & { readonly type: 'fix' }): Promise<void> {
    const found = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[]>(
      'vscode.executeCodeActionProvider',
      this.document.uri,
      rangeOf(range),
      vscode.CodeActionKind.QuickFix.value,
    );
    const actions = found.filter(one => one instanceof vscode.CodeAction);
    const edit = actions.find(one => one.title === title)?.edit;
    if (edit) await vscode.workspace.applyEdit(edit);
  }

  dispose(): void {
    this.hearing.dispose();
  }
}

function rangeOf({ start, end }: Edits[number]['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function isId({ path }: FieldWish): boolean {
  return path.length === 1 && path[0] === 'id';
}
