import * as vscode from 'vscode';
import type { RecordChanges } from '../server/protocol/changes.ts';
import {
  askTable,
  changeTable,
  type TableChangeAnswer,
  type TableChangeParams,
  type TableModel,
  type TableParams,
} from '../server/protocol/form.ts';
import type { FromTablePage, ToTablePage } from '../server/protocol/table-page.ts';
import { applyChanges, type Applied } from './apply-changes.ts';
import type { FormEditor } from './form-editor.ts';
import { tableWords } from './page-words.ts';
import type { ServerLink } from './server-link.ts';

/** Steps that can be taken back from one table. */
const mostSteps = 50;

type CellResult = Extract<ToTablePage, { readonly type: 'result' }>;

/** One table of the records of a kind. Each change is one step over all its files, saved, and taken back as one. */
export class TableSession implements vscode.Disposable {
  readonly kind: string;
  readonly panel: vscode.WebviewPanel;
  private readonly link: ServerLink;
  private readonly forms: FormEditor;
  private readonly hearing: vscode.Disposable;
  private steps: readonly Applied[] = [];
  private doing: Promise<unknown> = Promise.resolve();
  private table: TableModel | undefined;
  private ready = false;
  private behind = false;

  constructor(parts: { kind: string; panel: vscode.WebviewPanel; link: ServerLink; forms: FormEditor }) {
    this.kind = parts.kind;
    this.panel = parts.panel;
    this.link = parts.link;
    this.forms = parts.forms;
    this.hearing = vscode.Disposable.from(
      this.link.onDidChange(() => this.catchUp()),
      this.panel.onDidChangeViewState(() => {
        if (this.behind) this.catchUp();
      }),
    );
  }

  /** The table that is shown now. */
  get model(): TableModel | undefined {
    return this.table;
  }

  async hear(message: FromTablePage): Promise<CellResult | undefined> {
    if (message.type === 'ready') {
      this.ready = true;
      this.say({ type: 'words', words: tableWords() });
      await this.refresh();
    } else if (message.type === 'open') {
      const { uri, id, place } = message;
      await this.forms.show(vscode.Uri.parse(uri), { id, place });
    } else if (message.type === 'undo') await this.inTurn(() => this.undo());
    else return this.inTurn(() => this.change(message));
    return undefined;
  }

  /** One change after the other: each is made for the texts that the one before left. */
  private inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.doing.then(run);
    this.doing = turn.catch(() => undefined);
    return turn;
  }

  private say(message: ToTablePage): void {
    if (this.ready) void this.panel.webview.postMessage(message);
  }

  private catchUp(): void {
    this.behind = !this.panel.visible;
    if (!this.behind) void this.refresh();
  }

  async refresh(): Promise<void> {
    const params: TableParams = { kind: this.kind };
    const table = await this.link.ask<TableModel>(askTable, params);
    if (!table) return;
    this.table = table;
    this.say({ type: 'table', table });
  }

  private async change({ n, cells, label }: FromTablePage & { readonly type: 'change' }): Promise<CellResult> {
    const params: TableChangeParams = { cells };
    const ask = () => this.link.ask<TableChangeAnswer>(changeTable, params);
    const answer = await ask();
    const applied = answer && (await this.apply(answer.changes, label, async () => (await ask())?.changes));
    if (applied && answer.changes.files.length > 0) this.steps = [...this.steps, applied].slice(-mostSteps);
    const left = answer?.left ?? [];
    const changed = applied ? cells.length - left.length : 0;
    const result: CellResult = { type: 'result', n, changed, left };
    await this.refresh();
    this.say(result);
    this.say({ type: 'undoable', steps: this.steps.length });
    return result;
  }

  private apply(
    changes: RecordChanges,
    label: string,
    again: () => Promise<RecordChanges | undefined>,
  ): Promise<Applied | undefined> {
    return applyChanges(changes, { label, again });
  }

  private async undo(): Promise<void> {
    const last = this.steps.at(-1);
    if (last === undefined) return;
    this.steps = this.steps.slice(0, -1);
    const undone = await last.undo();
    if (!undone)
      void vscode.window.showWarningMessage(
        vscode.l10n.t('A file has changed since, so nothing was taken back. Undo it in the files themselves.'),
      );
    await this.refresh();
    this.say({ type: 'undoable', steps: this.steps.length, undone });
  }

  dispose(): void {
    this.hearing.dispose();
  }
}
