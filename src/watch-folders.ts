import * as vscode from 'vscode';
import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent } from 'vscode-languageclient/node';
import type { FindingsStore } from './findings-store.ts';
import type { ServerLink } from './server-link.ts';

/** Long enough for a program that saves by deleting and writing anew. */
const settleMilliseconds = 1000;
const aside = /\/(node_modules|\.git|\.fits)(\/|$)/;
const record = /\.fits\.ya?ml$/i;

/**
 * A folder that is deleted, renamed or moved here is one event of its own: none of its files is named. The server,
 * which watches record files, is told the folder: deleted = everything below is gone, created = look below.
 */
export function watchFolders(link: ServerLink, findings: FindingsStore): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  const tell = (uri: vscode.Uri, type: FileChangeType) => {
    if (record.test(uri.path)) return;
    const changes: FileEvent[] = [{ uri: uri.toString(), type }];
    link.notify(DidChangeWatchedFilesNotification.method, { changes });
  };
  const gone = (uri: vscode.Uri) => {
    if (aside.test(uri.path)) return;
    tell(uri, FileChangeType.Deleted);
    setTimeout(() => void dropIfGone(uri, findings), settleMilliseconds);
  };
  const come = async (uri: vscode.Uri) => {
    if (!aside.test(uri.path) && (await typeOf(uri)) === vscode.FileType.Directory) tell(uri, FileChangeType.Created);
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidDelete(gone),
    watcher.onDidCreate(come),
    // The editor's own renames are known before the disk tells of them.
    vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(file => gone(file.oldUri))),
  );
}

async function dropIfGone(uri: vscode.Uri, findings: FindingsStore): Promise<void> {
  if ((await typeOf(uri)) === undefined) findings.drop(uri);
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    // It is not there: that is the answer.
    return undefined;
  }
}
