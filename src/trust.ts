import * as vscode from 'vscode';

/** True when packets may be sent from here. When not, says so and offers the editor's own page for it. */
export async function trustedOrTold(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Trust');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('This folder is not trusted yet, so nothing is sent.'),
    manage,
  );
  if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return vscode.workspace.isTrusted;
}
