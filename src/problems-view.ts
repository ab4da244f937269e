import * as vscode from 'vscode';
import { listProblems, type ProblemRow } from '../server/protocol/base.ts';
import { NodeProvider } from './node-provider.ts';
import { problemTree } from './problem-tree.ts';
import type { ServerLink } from './server-link.ts';
import { counted } from './translate.ts';
import type { TreeNode } from './tree-node.ts';
import { refreshWhileVisible } from './watch-tree.ts';

/** The Open Problems view. Its badge comes with the server's counts, so that it is right while the view is hidden. */
export class ProblemsView implements vscode.Disposable {
  readonly provider: NodeProvider;
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly watching: vscode.Disposable;

  constructor(link: ServerLink) {
    this.provider = new NodeProvider(async () =>
      problemTree(vscode.l10n.t, (await link.ask<readonly ProblemRow[]>(listProblems, {})) ?? []),
    );
    this.view = vscode.window.createTreeView('fits.problems', { treeDataProvider: this.provider });
    const count = () => this.badge(link.estate?.openProblems ?? 0);
    this.watching = vscode.Disposable.from(
      refreshWhileVisible(link, this.view, this.provider),
      link.onDidChange(count),
    );
    count();
  }

  get shownBadge(): number {
    return this.view.badge?.value ?? 0;
  }

  dispose(): void {
    vscode.Disposable.from(this.watching, this.view, this.provider).dispose();
  }

  private badge(value: number): void {
    this.view.badge =
      value === 0
        ? undefined
        : { value, tooltip: counted(vscode.l10n.t, value, '{0} open problem', '{0} open problems') };
  }
}
