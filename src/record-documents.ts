import * as vscode from 'vscode';

export const languageId = 'fits-record';

/** Every record file of the folder, opened or not, and records that are not saved yet. By pattern, so that a tab counts before its document is loaded. */
export const recordDocuments = [
  { scheme: 'file', pattern: '**/*.fits.{yaml,yml}' },
  { scheme: 'untitled', language: languageId },
] as const;

export const recordFiles = '**/*.fits.{yaml,yml}';

export function isRecordDocument(document: vscode.TextDocument): boolean {
  return document.languageId === languageId || /\.fits\.ya?ml$/i.test(document.uri.path);
}

/** What is typed and not saved would be in no checkpoint and no copy. */
export async function saveOpenRecords(): Promise<void> {
  for (const document of vscode.workspace.textDocuments)
    if (document.isDirty && !document.isUntitled && isRecordDocument(document)) await document.save();
}
