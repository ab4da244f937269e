import * as vscode from 'vscode';
import { listAssets, type AssetRow } from '../server/protocol/base.ts';
import { assetTree, groupings, type Grouping } from './asset-tree.ts';
import { setKey } from './context-keys.ts';
import { NodeProvider } from './node-provider.ts';
import type { ServerLink } from './server-link.ts';
import type { TreeNode } from './tree-node.ts';
import { refreshWhileVisible } from './watch-tree.ts';

const groupingKey = 'fits.assets.grouping';

/** The Assets view: what it groups by, what it filters by, and its tree. */
export class AssetsView implements vscode.Disposable {
  readonly provider: NodeProvider;
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly watching: vscode.Disposable;
  private readonly memory: vscode.Memento;
  private wanted = '';

  constructor(link: ServerLink, memory: vscode.Memento) {
    this.memory = memory;
    this.provider = new NodeProvider(async () => {
      const rows = (await link.ask<readonly AssetRow[]>(listAssets, {})) ?? [];
      return assetTree(vscode.l10n.t, rows, { grouping: this.grouping, filter: this.wanted });
    });
    this.view = vscode.window.createTreeView('fits.assets', { treeDataProvider: this.provider, showCollapseAll: true });
    this.watching = refreshWhileVisible(link, this.view, this.provider);
    this.filterBy('');
  }

  get grouping(): Grouping {
    const kept = this.memory.get<string>(groupingKey);
    return groupings.find(grouping => grouping === kept) ?? 'location';
  }

  get filter(): string {
    return this.wanted;
  }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.memory.update(groupingKey, grouping);
    this.provider.refresh();
  }

  filterBy(words: string): void {
    this.wanted = words.trim();
    setKey('fits.assetsFiltered', this.wanted !== '');
    this.view.description = this.wanted === '' ? '' : vscode.l10n.t('only "{0}"', this.wanted);
    this.provider.refresh();
  }

  dispose(): void {
    vscode.Disposable.from(this.watching, this.view, this.provider).dispose();
  }
}
