import * as vscode from 'vscode';

/** One message for a server that went down. `again`: it is already being started again. */
export async function tellCrash(again: boolean, log: vscode.LogOutputChannel): Promise<void> {
  const show = vscode.l10n.t('Show Log');
  const restart = vscode.l10n.t('Restart');
  const answer = again
    ? await vscode.window.showInformationMessage(
        vscode.l10n.t('The FITS language server stopped by itself and has been started again. No record is lost.'),
        show,
      )
    : await vscode.window.showErrorMessage(
        vscode.l10n.t(
          'The FITS language server stops again and again, so it was left stopped. Records can still be edited, but they are not checked.',
        ),
        restart,
        show,
      );
  if (answer === show) log.show();
  if (answer === restart) await vscode.commands.executeCommand('fits.server.restart');
}
