import * as vscode from 'vscode';
import type { ServerLink } from './server-link.ts';

/** What the welcome texts and menus of package.json ask for. */
export function watchContextKeys(link: ServerLink): vscode.Disposable {
  const set = () => {
    setKey('fits.state', link.state);
    setKey('fits.hasRecords', (link.estate?.records ?? 0) > 0);
  };
  set();
  return link.onDidChange(set);
}

export function setKey(key: string, value: string | boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
