import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticsOf } from '../language/diagnostics.ts';
import { linkOfRules } from './explain.ts';
import { nameOfUri } from './names.ts';
import type { Workspace } from './workspace.ts';

interface Answer {
  readonly id: string;
  readonly items: Diagnostic[];
}

interface Held {
  readonly known: ReadonlyMap<string, string>;
  readonly answer: (report: WorkspaceDiagnosticReport) => void;
}

const coalesceMilliseconds = 100;

/**
 * Diagnostics as the client asks for them (precise.md 13): a document at once; the workspace at once while the client is behind,
 * else held open until a file that is not open changes its findings. A client that does not pull gets them pushed.
 */
export class Diagnostics {
  private readonly answers = new Map<string, Answer>();
  private held: Held[] = [];
  private counter = 0;
  private refreshing: NodeJS.Timeout | undefined;
  private readonly stale = new Set<string>();
  private readonly connection: Connection;
  private readonly workspace: Workspace;
  private readonly pulls: boolean;

  constructor(connection: Connection, workspace: Workspace, pulls: boolean) {
    this.connection = connection;
    this.workspace = workspace;
    this.pulls = pulls;
  }

  async document(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    await this.workspace.ready;
    const answer = this.answerFor(nameOfUri(uri));
    if (previous === answer.id) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: answer.id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: answer.id, items: answer.items };
  }

  async everything(
    previous: readonly { uri: string; value: string }[],
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    await this.workspace.ready;
    const known = new Map(previous.map(({ uri, value }) => [nameOfUri(uri), value]));
    const items = this.newerThan(known);
    if (items.length > 0 || previous.length === 0) return { items };
    return new Promise(resolve => {
      const held: Held = { known, answer: resolve };
      this.held.push(held);
      token.onCancellationRequested(() => this.release(held, { items: [] }));
    });
  }

  private release(held: Held, report: WorkspaceDiagnosticReport): void {
    this.held = this.held.filter(one => one !== held);
    held.answer(report);
  }

  /** What the client does not have yet. Files that are gone are reported empty, once. */
  private newerThan(known: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const files = new Set([...this.workspace.reported(), ...known.keys()]);
    return [...files].flatMap(name => {
      const { id, items } = this.answerFor(name);
      const isNews = known.has(name) ? known.get(name) !== id : items.length > 0;
      return isNews ? [{ kind: 'full' as const, uri: name, version: null, resultId: id, items }] : [];
    });
  }

  private answerFor(name: string): Answer {
    const before = this.answers.get(name);
    if (before && !this.stale.has(name)) return before;
    this.stale.delete(name);
    const items = this.workspace.reports(name)
      ? diagnosticsOf(this.workspace.checker, name, linkOfRules(this.workspace.options))
      : [];
    if (before && JSON.stringify(before.items) === JSON.stringify(items)) return before;
    const answer = { id: String((this.counter += 1)), items };
    this.answers.set(name, answer);
    return answer;
  }

  /** Findings of these files may have changed; `edited` is the document that was typed in. */
  changed(files: ReadonlySet<string>, edited: string | undefined): void {
    for (const name of files) this.stale.add(name);
    if (!this.pulls) return this.push(files);
    const others = [...files].filter(name => name !== edited);
    if (others.some(name => this.workspace.isOpen(name) && this.differs(name))) this.refreshSoon();
    if (others.some(name => !this.workspace.isOpen(name))) this.answerHeld();
  }

  private differs(name: string): boolean {
    const before = this.answers.get(name)?.id;
    return before === undefined || this.answerFor(name).id !== before;
  }

  private answerHeld(): void {
    for (const held of this.held) {
      const items = this.newerThan(held.known).filter(item => !this.workspace.isOpen(item.uri));
      if (items.length > 0) this.release(held, { items });
    }
  }

  private refreshSoon(): void {
    this.refreshing ??= setTimeout(() => {
      this.refreshing = undefined;
      // The client may be going away; then there is nobody left to tell.
      this.connection.languages.diagnostics.refresh().catch(() => undefined);
    }, coalesceMilliseconds);
  }

  private push(files: ReadonlySet<string>): void {
    for (const name of files) {
      if (!this.workspace.reports(name)) continue;
      const before = this.answers.get(name)?.id;
      const { id, items } = this.answerFor(name);
      if (before === id || (before === undefined && items.length === 0)) continue;
      void this.connection.sendDiagnostics({ uri: name, diagnostics: items });
    }
  }

  /** The server ends: nobody waits for ever. */
  dispose(): void {
    clearTimeout(this.refreshing);
    for (const held of this.held) this.release(held, { items: [] });
  }
}
