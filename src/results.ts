import * as vscode from 'vscode';

const scheme = 'fits-result';
const kept = 20;

/** Results of checks as read-only documents: they can be searched, copied and kept open beside the record. */
export class Results implements vscode.Disposable, vscode.TextDocumentContentProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly texts = new Map<string, string>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  /** The texts of this session, newest first. */
  get newestFirst(): readonly string[] {
    return [...this.texts.values()].reverse();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.texts.get(uri.path) ??
      vscode.l10n.t('This result is from an earlier session. Check again to see how things are now.')
    );
  }

  async show(name: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${name.replace(/[\\/:*?"<>|]+/g, '-')}.txt` });
    this.texts.delete(uri.path);
    this.texts.set(uri.path, text);
    const [oldest] = this.texts.keys();
    if (this.texts.size > kept && oldest !== undefined) this.texts.delete(oldest);
    this.changed.fire(uri);
    const opened = await vscode.workspace.openTextDocument(uri);
    // A language of its own, so that long lines are wrapped and no line is numbered.
    const document = await vscode.languages.setTextDocumentLanguage(opened, 'fits-result');
    await vscode.window.showTextDocument(document, {
      viewColumn: column(),
      preserveFocus: true,
      preview: true,
    });
  }

  dispose(): void {
    vscode.Disposable.from(this.registration, this.changed).dispose();
  }
}

/** Where results already stand; else beside what is being read; else the whole width. */
function column(): vscode.ViewColumn {
  const shown = vscode.window.visibleTextEditors.find(editor => editor.document.uri.scheme === scheme);
  if (shown?.viewColumn !== undefined) return shown.viewColumn;
  return vscode.window.visibleTextEditors.some(editor => editor.viewColumn !== undefined)
    ? vscode.ViewColumn.Beside
    : vscode.ViewColumn.Active;
}
