import * as vscode from 'vscode';
import { settingsChanged } from '../server/protocol/base.ts';
import { chooseSchool } from './choose-school.ts';
import { runningOrTold } from './running.ts';
import { serverSettings } from './settings.ts';
import type { Tools } from './tools.ts';

export async function removeCredential(tools: Tools): Promise<void> {
  if (!(await runningOrTold(tools.link))) return;
  const school = await chooseSchool(tools.link, vscode.l10n.t('For the devices of which school?'));
  if (school === undefined) return;
  const names = await tools.credentials.names(school.id);
  if (names.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No credential of this school is stored on this computer.'),
    );
    return;
  }
  const name = await vscode.window.showQuickPick([...names], {
    placeHolder: vscode.l10n.t('Which one should be removed from this computer?'),
  });
  if (name === undefined) return;
  await tools.credentials.remove(school.id, name);
  // The server keeps what it was told for its run: this makes it ask again.
  tools.link.notify(settingsChanged, serverSettings());
  tools.log.info(vscode.l10n.t('The credential "{0}" is removed from this computer.', name));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Removed "{0}" from this computer.', name), 5000);
}
