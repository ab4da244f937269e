import * as vscode from 'vscode';
import type { FromFormPage } from '../server/protocol/form-page.ts';
import { FormSession, type WantedRecord } from './form-session.ts';
import type { ServerLink } from './server-link.ts';
import { pageOf, pageOptions } from './webview-page.ts';

const formView = 'fits.form';

/** Records as forms: one more editor of the same text, so undo, saving, comparing and a second window work as for any text. */
export class FormEditor implements vscode.CustomTextEditorProvider, vscode.Disposable {
  private readonly open = new Set<FormSession>();
  /** Which record a form that is about to open is to show, by its document. */
  private readonly next = new Map<string, { readonly wanted: WantedRecord; readonly focus?: 'first' }>();
  private readonly registration: vscode.Disposable;
  private readonly extension: vscode.Uri;
  private readonly link: ServerLink;

  constructor(extension: vscode.Uri, link: ServerLink) {
    this.extension = extension;
    this.link = link;
    this.registration = vscode.window.registerCustomEditorProvider(formView, this, {
      supportsMultipleEditorsPerDocument: true,
      webviewOptions: { retainContextWhenHidden: true },
    });
  }

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const asked = this.next.get(document.uri.toString());
    this.next.delete(document.uri.toString());
    const session = new FormSession({ document, panel, link: this.link, wanted: asked?.wanted ?? {} });
    this.open.add(session);
    panel.webview.options = pageOptions(this.extension);
    panel.onDidDispose(() => {
      this.open.delete(session);
      session.dispose();
    });
    panel.webview.onDidReceiveMessage((message: FromFormPage) => void session.hear(message));
    panel.webview.html = pageOf(panel.webview, this.extension, 'form');
    if (asked) void session.show(asked.wanted, asked.focus);
  }

  /** Opens the record in a form; one that is open already shows it. */
  async show(uri: vscode.Uri, wanted: WantedRecord, focus?: 'first'): Promise<void> {
    const key = uri.toString();
    const known = new Set(this.open);
    this.next.set(key, { wanted, ...(focus ? { focus } : {}) });
    await vscode.commands.executeCommand('vscode.openWith', uri, formView);
    if (!this.next.delete(key)) return;
    // No new form was made: the one in front shows the record.
    const session = [...known].find(one => one.document.uri.toString() === key && one.panel.active);
    await session?.show(wanted, focus);
  }

  /** Forms of a document, oldest first. */
  sessionsOf(uri: vscode.Uri): readonly FormSession[] {
    return [...this.open].filter(session => session.document.uri.toString() === uri.toString());
  }

  dispose(): void {
    this.registration.dispose();
    for (const session of this.open) session.dispose();
  }
}
