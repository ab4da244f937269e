import * as vscode from 'vscode';
import { usualFile } from '../server/records/file-names.data.ts';
import { isRecordDocument, languageId, recordFiles } from './record-documents.ts';

interface Item extends vscode.QuickPickItem {
  readonly open: () => Thenable<vscode.TextDocument | undefined>;
}

/** Into which file? The one that is open first, then a new one, then the others of the folder. */
export async function chooseTarget(kind: string): Promise<vscode.TextDocument | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  const here = active !== undefined && isRecordDocument(active) ? active : undefined;
  const files = await vscode.workspace.findFiles(recordFiles, undefined, 500);
  if (here === undefined && files.length === 0) return createFile(kind);
  const items: Item[] = [
    ...(here === undefined
      ? []
      : [
          {
            label: vscode.l10n.t('Into this file'),
            description: relative(here.uri),
            open: () => Promise.resolve(here),
          },
        ]),
    { label: vscode.l10n.t('Into a new file…'), open: () => createFile(kind) },
    ...others(files, here),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New Record'),
    placeHolder: vscode.l10n.t('Where should it be kept?'),
  });
  return chosen?.open();
}

function others(files: readonly vscode.Uri[], here: vscode.TextDocument | undefined): Item[] {
  return files
    .filter(file => file.toString() !== here?.uri.toString())
    .map(file => ({ label: relative(file), open: () => vscode.workspace.openTextDocument(file) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB', { numeric: true }));
}

/** The file exists only once it is saved; until then it is an unsaved document under its name. */
async function createFile(kind: string): Promise<vscode.TextDocument | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) return vscode.workspace.openTextDocument({ language: languageId });
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Record'),
    prompt: vscode.l10n.t('Name of the new file. It ends in .fits.yaml.'),
    value: usualFile(kind),
    valueSelection: [0, usualFile(kind).indexOf('.')],
    validateInput: checkName,
  });
  if (typed === undefined) return undefined;
  const uri = vscode.Uri.joinPath(folder, ...fileName(typed).split('/'));
  const exists = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  return vscode.workspace.openTextDocument(exists ? uri : uri.with({ scheme: 'untitled' }));
}

function checkName(typed: string): string | undefined {
  const parts = fileName(typed).split('/');
  if (typed.trim() === '' || parts.some(part => part === '')) return vscode.l10n.t('The file needs a name.');
  if (parts.includes('..')) return vscode.l10n.t('The file must be inside this folder.');
  return /[\\:*?"<>|]/.test(typed)
    ? vscode.l10n.t('A file name cannot hold any of these: \\ : * ? " < > |')
    : undefined;
}

function fileName(typed: string): string {
  const name = typed.trim();
  return /\.fits\.ya?ml$/i.test(name) ? name : `${name.replace(/\.ya?ml$/i, '')}.fits.yaml`;
}

function relative(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
