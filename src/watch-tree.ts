import * as vscode from 'vscode';
import type { NodeProvider } from './node-provider.ts';
import type { ServerLink } from './server-link.ts';
import type { TreeNode } from './tree-node.ts';

/** Asks again when the records change, but only while the view is seen; a hidden view catches up when it comes back. */
export function refreshWhileVisible(
  link: ServerLink,
  view: vscode.TreeView<TreeNode>,
  provider: NodeProvider,
): vscode.Disposable {
  const behind = { is: false };
  const changed = () => {
    if (view.visible) provider.refresh();
    else behind.is = true;
  };
  const shown = () => {
    if (!view.visible || !behind.is) return;
    behind.is = false;
    provider.refresh();
  };
  return vscode.Disposable.from(link.onDidChange(changed), view.onDidChangeVisibility(shown));
}
