import { watch, type FSWatcher } from 'node:fs';
import { DidChangeWatchedFilesNotification, type Connection } from 'vscode-languageserver';
import type { Workspace } from './workspace.ts';

const settleMilliseconds = 500;

/** Asks the client to watch the record files; where it cannot, watches the folders itself and reads them again when they are still. */
export async function watchFiles(
  connection: Connection,
  workspace: Workspace,
  clientWatches: boolean,
  folders: readonly string[],
): Promise<() => void> {
  if (clientWatches) {
    const watchers = [{ globPattern: '**/*.fits.yaml' }, { globPattern: '**/*.fits.yml' }];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    return () => undefined;
  }
  let settling: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(settling);
    settling = setTimeout(() => void workspace.rescan(), settleMilliseconds);
  };
  const watchers = folders.flatMap(folder => watchFolder(folder, soon, line => connection.console.warn(line)));
  return () => {
    clearTimeout(settling);
    for (const watcher of watchers) watcher.close();
  };
}

function watchFolder(folder: string, onChange: () => void, warn: (line: string) => void): FSWatcher[] {
  try {
    const watcher = watch(folder, { recursive: true }, onChange);
    watcher.on('error', error => warn(`${folder} is no longer watched: ${error.message}`));
    return [watcher];
  } catch (error) {
    warn(`${folder} cannot be watched: ${String(error)}. Changes outside the editor show after a restart.`);
    return [];
  }
}
