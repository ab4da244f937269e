import * as vscode from 'vscode';
import { groupings, type Grouping } from './asset-tree.ts';
import type { AssetsView } from './assets-view.ts';

export async function chooseGrouping(view: AssetsView): Promise<void> {
  const labels: Readonly<Record<Grouping, string>> = {
    location: vscode.l10n.t('By place'),
    type: vscode.l10n.t('By type'),
    status: vscode.l10n.t('By status'),
  };
  const items = groupings.map(grouping => ({
    label: labels[grouping],
    grouping,
    ...(grouping === view.grouping ? { description: vscode.l10n.t('as now') } : {}),
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('How should the assets be grouped?'),
  });
  if (chosen !== undefined) await view.groupBy(chosen.grouping);
}
