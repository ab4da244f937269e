import * as vscode from 'vscode';
import type { RecordChanges } from '../server/protocol/changes.ts';
import { makeSchool, type NewSchoolAnswer } from '../server/protocol/school.ts';
import { applyChanges } from './apply-changes.ts';
import { askNewSchool } from './new-school-steps.ts';
import { recordFiles } from './record-documents.ts';
import { untilReady } from './running.ts';
import type { Tools } from './tools.ts';

/** Where Today is to be shown after the window has opened the new school's folder. */
const pendingKey = 'fits.newSchool';

/** Five questions, and a folder where none is open; then the school is there. */
export async function newSchool(tools: Tools): Promise<void> {
  if (!(await untilReady(tools.link))) return;
  const draft = await askNewSchool(tools.link);
  if (draft === undefined) return;
  const folder = await chooseFolder(draft.name);
  if (folder === undefined) return;
  const answer = await tools.link.ask<NewSchoolAnswer>(makeSchool, { ...draft, folder: folder.toString() });
  if (answer === undefined) return;
  if (!answer.ok) {
    void vscode.window.showWarningMessage(answer.sentence);
    return;
  }
  const files = await withoutKept(answer.changes.files);
  const applied = await applyChanges({ files }, { label: vscode.l10n.t('Make {0}', draft.name) });
  if (applied === undefined) return;
  await show(tools, folder);
}

/** The opened folder while it holds no school; a folder of its own below it where it holds one; else one that the person picks. */
async function chooseFolder(name: string): Promise<vscode.Uri | undefined> {
  const opened = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (opened === undefined) return pickFolder();
  const [first] = await vscode.workspace.findFiles(recordFiles, undefined, 1);
  if (first === undefined) return opened;
  const own = vscode.Uri.joinPath(opened, folderName(name));
  if (!(await isThere(own))) return own;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('There is a folder called {0} already. Open another folder for the new school.', folderName(name)),
  );
  return undefined;
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    title: vscode.l10n.t('Where should the school’s records be kept?'),
    openLabel: vscode.l10n.t('Keep the Records Here'),
  });
  const [folder] = picked ?? [];
  if (folder === undefined || !(await isThere(vscode.Uri.joinPath(folder, 'school.fits.yaml')))) return folder;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('This folder already holds a school. Open it, or choose another folder for the new one.'),
  );
  return undefined;
}

function folderName(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.+$/, '');
  return plain === '' ? vscode.l10n.t('New school') : plain;
}

/** A list of ignored files that is there already is the person's own. */
async function withoutKept(files: RecordChanges['files']): Promise<RecordChanges['files']> {
  const kept = await Promise.all(
    files.map(async ({ uri }) => uri.endsWith('/.gitignore') && (await isThere(vscode.Uri.parse(uri)))),
  );
  return files.filter((_, at) => kept[at] !== true);
}

function isThere(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}

async function show(tools: Tools, folder: vscode.Uri): Promise<void> {
  if (vscode.workspace.workspaceFolders !== undefined) {
    await vscode.commands.executeCommand('fits.today.focus');
    return;
  }
  await tools.context.globalState.update(pendingKey, folder.toString());
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceReuseWindow: true });
}

/** The window was opened on a school that was just made: it begins with what is to be done. */
export async function showNewSchool(context: vscode.ExtensionContext): Promise<void> {
  const pending = context.globalState.get<string>(pendingKey);
  const opened = vscode.workspace.workspaceFolders?.[0]?.uri.toString();
  if (pending === undefined || opened !== pending) return;
  await context.globalState.update(pendingKey, undefined);
  await vscode.commands.executeCommand('fits.today.focus');
}
