import * as vscode from 'vscode';
import type { Applied } from './apply-changes.ts';

const tableCommand = 'fits.table.open';

/** The one word at the end of a long step: what was done, where to see it (as a table of a kind), and the way back. */
export async function tellDone(
  sentence: string,
  applied: Applied | undefined,
  { table: kind }: { readonly table?: string } = {},
): Promise<void> {
  const { t } = vscode.l10n;
  const [table, undo] = [t('Open Table'), t('Undo')];
  const hasTable = kind !== undefined && (await vscode.commands.getCommands(true)).includes(tableCommand);
  const buttons = [...(hasTable ? [table] : []), ...(applied === undefined ? [] : [undo])];
  const answer = await vscode.window.showInformationMessage(sentence, ...buttons);
  if (answer === table) await vscode.commands.executeCommand(tableCommand, kind);
  if (answer !== undo || applied === undefined || (await applied.undo())) return;
  void vscode.window.showWarningMessage(
    t('A file has changed since, so nothing was taken back. Undo it in the files themselves.'),
  );
}
