import * as vscode from 'vscode';
import type { ServerLink } from './server-link.ts';

/** True when the server can be asked. When not, says why and what can be done. */
export async function runningOrTold(link: ServerLink): Promise<boolean> {
  if (link.state === 'ready') return true;
  if (link.state === 'starting') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The records are still being read. Try again in a moment.'),
    );
    return false;
  }
  const restart = vscode.l10n.t('Restart Language Server');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('The FITS language server is not running.'),
    restart,
  );
  if (answer === restart) await link.restart();
  return false;
}

/** Waits for the server to have read the records (a window that was just opened starts it); false where it does not come up, which is told. */
export async function untilReady(link: ServerLink): Promise<boolean> {
  if (link.state === 'starting')
    await new Promise<void>(resolve => {
      const heard = link.onDidChange(() => {
        if (link.state === 'starting') return;
        heard.dispose();
        resolve();
      });
    });
  return runningOrTold(link);
}
