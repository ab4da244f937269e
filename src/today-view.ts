import * as vscode from 'vscode';
import { askToday, type TodayAnswer } from '../server/protocol/today.ts';
import type { ServerLink } from './server-link.ts';
import { counted } from './translate.ts';
import { todayNodes, type TodayNode } from './today-tree.ts';

const dismissedKey = 'fits.today.dismissed';
const nothing: TodayAnswer = { lines: [], dayEnds: '16:00', today: '', unsaved: 0 };

/** Today: at most ten lines, each with its one next step. Hidden, it asks for nothing. */
export class TodayView implements vscode.Disposable, vscode.TreeDataProvider<TodayNode> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<TodayNode>;
  private readonly watching: vscode.Disposable;
  private readonly link: ServerLink;
  private readonly memory: vscode.Memento;
  private answer = nothing;
  private behind = false;

  constructor(link: ServerLink, memory: vscode.Memento) {
    this.link = link;
    this.memory = memory;
    this.view = vscode.window.createTreeView('fits.today', { treeDataProvider: this });
    this.watching = vscode.Disposable.from(
      link.onDidChange(() => this.refreshWhenSeen()),
      this.view.onDidChangeVisibility(() => {
        if (this.view.visible && this.behind) this.refresh();
      }),
    );
  }

  /** What the view shows, newest answer of the server. */
  get lines(): TodayAnswer {
    return this.answer;
  }

  refresh(): void {
    this.behind = false;
    this.changed.fire();
  }

  private refreshWhenSeen(): void {
    if (this.view.visible) this.refresh();
    else this.behind = true;
  }

  async ask(): Promise<TodayAnswer> {
    const dismissed = this.memory.get<readonly string[]>(dismissedKey, []);
    this.answer = (await this.link.ask<TodayAnswer>(askToday, { dismissed })) ?? nothing;
    return this.answer;
  }

  async getChildren(node?: TodayNode): Promise<TodayNode[]> {
    if (node !== undefined) return [];
    const { lines } = await this.ask();
    const urgent = lines.filter(({ group }) => group === 'down').length;
    this.view.badge =
      urgent === 0
        ? undefined
        : { value: urgent, tooltip: counted(vscode.l10n.t, urgent, '{0} thing is down', '{0} things are down') };
    return [...todayNodes(vscode.l10n.t, lines)];
  }

  getTreeItem({ row, label, description, tooltip, icon, colour }: TodayNode): vscode.TreeItem {
    const item = new vscode.TreeItem(label);
    item.id = row.id;
    item.description = description;
    item.iconPath = new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
    item.tooltip = tooltip.join('\n\n');
    item.contextValue = row.dismissable ? 'today-dismissable' : 'today';
    item.accessibilityInformation = { label: `${label} ${description}` };
    item.command = { command: row.next.command, title: row.next.title, arguments: [...row.next.arguments] };
    return item;
  }

  /** "Not needed": the line does not come back. */
  async dismiss(node: TodayNode | undefined): Promise<void> {
    if (node === undefined) return;
    const known = this.memory.get<readonly string[]>(dismissedKey, []);
    await this.memory.update(dismissedKey, [...new Set([...known, node.row.id])]);
    this.refresh();
  }

  dispose(): void {
    vscode.Disposable.from(this.watching, this.view, this.changed).dispose();
  }
}
