import * as vscode from 'vscode';
import type { TreeNode } from './tree-node.ts';

/** Shows nodes that a function fetches; asks again only when told that something has changed. */
export class NodeProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly roots: () => Promise<readonly TreeNode[]>;

  constructor(roots: () => Promise<readonly TreeNode[]>) {
    this.roots = roots;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    return [...(node === undefined ? await this.roots() : node.children)];
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const open = node.children.length > 12 ? Collapsed : Expanded;
    const item = new vscode.TreeItem(node.label, node.children.length === 0 ? None : open);
    item.id = node.id;
    item.description = node.description;
    item.iconPath = new vscode.ThemeIcon(
      node.icon,
      node.colour === undefined ? undefined : new vscode.ThemeColor(node.colour),
    );
    item.contextValue = node.kind;
    item.tooltip = tooltip(node.tooltip);
    item.accessibilityInformation = { label: `${node.label}, ${node.description}` };
    if (node.place !== undefined)
      item.command = { command: 'fits.record.open', title: vscode.l10n.t('Open Record'), arguments: [node] };
    return item;
  }

  refresh(): void {
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** The first line stands out; all of it is text from a record, so nothing in it is taken as Markdown. */
function tooltip(lines: readonly string[]): vscode.MarkdownString {
  const [first = '', ...rest] = lines;
  const text = new vscode.MarkdownString('**').appendText(first).appendMarkdown('**');
  for (const line of rest) text.appendMarkdown('\n\n').appendText(line);
  return text;
}
