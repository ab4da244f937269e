import * as vscode from 'vscode';
import type { AssetsView } from './assets-view.ts';

export async function chooseFilter(view: AssetsView): Promise<void> {
  const words = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter Assets'),
    prompt: vscode.l10n.t(
      'Words to look for in the name, number, type, place, status or address. Empty shows everything.',
    ),
    placeHolder: vscode.l10n.t('library printer'),
    value: view.filter,
  });
  if (words !== undefined) view.filterBy(words);
}
