import * as vscode from 'vscode';
import { fingerprint } from '../server/model/fingerprint.ts';
import type { RecordChanges } from '../server/protocol/changes.ts';

interface Applying {
  /** What the step is called in the editor's own lists: "Record 14 devices". */
  readonly label: string;
  /** Shows the editor's own preview first, where every change can be looked at and ticked off. */
  readonly review?: boolean;
  /** Asks for the changes anew, once, where a file was read otherwise by the editor than by the server (line ends, a mark at its start). */
  readonly again?: () => Promise<RecordChanges | undefined>;
}

/** A step that was taken, and the way back. */
export interface Applied {
  /** False where a file has changed since: then nothing is touched. */
  readonly undo: () => Promise<boolean>;
}

/**
 * Applies the changes as one step of the editor, and saves the files that had nothing unsaved before. Undefined where a file is no
 * longer what the changes were made for (said to the person), or where the preview was left.
 */
export async function applyChanges(changes: RecordChanges, how: Applying): Promise<Applied | undefined> {
  if (changes.files.length === 0) return { undo: () => Promise.resolve(true) };
  const before = await Promise.all(changes.files.map(textOf));
  if (before.some((known, at) => fingerprint(known.text) !== changes.files[at]?.before)) {
    const { again, ...rest } = how;
    const fresh = await again?.();
    if (fresh !== undefined) return applyChanges(fresh, rest);
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The records have changed in the meantime, so nothing was done. Please try once more.'),
    );
    return undefined;
  }
  if (!(await vscode.workspace.applyEdit(editOf(changes, how), { isRefactoring: true }))) return undefined;
  const after = await saveAll(before);
  return after === undefined ? undefined : { undo: () => takeBack(before, after) };
}

interface Known {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly isNew: boolean;
  /** It had unsaved changes of the person's own: saving is theirs. */
  readonly wasDirty: boolean;
}

async function textOf({ uri, isNew }: RecordChanges['files'][number]): Promise<Known> {
  const parsed = vscode.Uri.parse(uri);
  if (isNew && !(await exists(parsed))) return { uri: parsed, text: '', isNew: true, wasDirty: false };
  const document = await vscode.workspace.openTextDocument(parsed);
  return { uri: parsed, text: document.getText(), isNew: false, wasDirty: document.isDirty };
}

function exists(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}

function editOf(changes: RecordChanges, { label, review = false }: Applying): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const metadata = { label, needsConfirmation: review };
  for (const file of changes.files) {
    const uri = vscode.Uri.parse(file.uri);
    if (file.isNew) edit.createFile(uri, { ignoreIfExists: true }, metadata);
    for (const { range, newText } of file.edits)
      edit.replace(
        uri,
        new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
        newText,
        metadata,
      );
  }
  return edit;
}

/** The texts after the step; undefined where nothing changed, because the preview was left. */
async function saveAll(before: readonly Known[]): Promise<readonly string[] | undefined> {
  const after: string[] = [];
  for (const { uri, text, wasDirty, isNew } of before) {
    if (isNew && !(await exists(uri))) {
      after.push('');
      continue;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    after.push(document.getText());
    if (!wasDirty && document.getText() !== text) await document.save();
  }
  return before.every(({ text }, at) => text === after[at]) ? undefined : after;
}

async function takeBack(before: readonly Known[], after: readonly string[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const [at, { uri, text, isNew }] of before.entries()) {
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.getText() !== after[at]) return false;
    if (isNew) edit.deleteFile(uri, { ignoreIfNotExists: true });
    else edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  }
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  for (const { uri, isNew, wasDirty } of before)
    if (!isNew && !wasDirty) await (await vscode.workspace.openTextDocument(uri)).save();
  return true;
}
