import * as vscode from 'vscode';
import { countKinds, type KindCount } from '../server/protocol/form.ts';
import type { FromTablePage } from '../server/protocol/table-page.ts';
import type { FormEditor } from './form-editor.ts';
import { untilReady } from './running.ts';
import type { ServerLink } from './server-link.ts';
import { TableSession } from './table-session.ts';
import { pageOf, pageOptions } from './webview-page.ts';

/** The tables that are open, one a kind. */
export class Tables implements vscode.Disposable {
  private readonly byKind = new Map<string, TableSession>();
  private readonly extension: vscode.Uri;
  private readonly link: ServerLink;
  private readonly forms: FormEditor;

  constructor(extension: vscode.Uri, link: ServerLink, forms: FormEditor) {
    this.extension = extension;
    this.link = link;
    this.forms = forms;
  }

  get shown(): readonly TableSession[] {
    return [...this.byKind.values()];
  }

  /** Opens the table of a kind; asks which where none is named. */
  async open(wanted: unknown): Promise<void> {
    if (!(await untilReady(this.link))) return;
    const kinds = (await this.link.ask<readonly KindCount[]>(countKinds, {})) ?? [];
    // From the title of a view comes no kind, but what is chosen there.
    const kind = kinds.find(one => one.kind === wanted) ?? (await chooseKind(kinds));
    if (kind !== undefined) this.show(kind);
  }

  private show({ kind, plural }: KindCount): void {
    const known = this.byKind.get(kind);
    if (known !== undefined) return known.panel.reveal();
    const panel = vscode.window.createWebviewPanel('fits.table', plural, vscode.ViewColumn.Active, {
      ...pageOptions(this.extension),
      retainContextWhenHidden: true,
    });
    panel.iconPath = new vscode.ThemeIcon('table');
    const session = new TableSession({ kind, panel, link: this.link, forms: this.forms });
    this.byKind.set(kind, session);
    panel.onDidDispose(() => {
      this.byKind.delete(kind);
      session.dispose();
    });
    panel.webview.onDidReceiveMessage((message: FromTablePage) => void session.hear(message));
    panel.webview.html = pageOf(panel.webview, this.extension, 'table');
  }

  dispose(): void {
    for (const { panel } of this.shown) panel.dispose();
  }
}

async function chooseKind(kinds: readonly KindCount[]): Promise<KindCount | undefined> {
  const items = kinds
    .filter(({ records }) => records > 0)
    .map(one => ({ label: one.plural, description: String(one.records), detail: one.about, one }))
    .sort((a, b) => b.one.records - a.one.records);
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Open Table'),
    placeHolder:
      items.length === 0
        ? vscode.l10n.t('There are no records in this folder yet.')
        : vscode.l10n.t('Which records do you want to see as a table?'),
  });
  return chosen?.one;
}
