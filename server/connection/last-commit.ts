import { watch, type FSWatcher } from 'node:fs';
import { differing, filesAt, findCommit, readStored, repositoriesFor } from '../host/git.ts';
import type { StoredFiles } from '../host/git.ts';
import { nameOfPath, pathOf } from './names.ts';
import type { Workspace } from './workspace.ts';

const settleMilliseconds = 300;

interface Repository {
  readonly commit: string;
  /** By path. */
  readonly files: StoredFiles;
  /** Those whose text at the commit the workspace has. */
  readonly told: Set<string>;
}

/**
 * Tells the workspace what its records said at the last commit, so that GEN-008 sees steps that were left out. Only files that differ
 * are read, and those that are open: they may differ any moment. Git is asked when files or the repository changed and then were
 * still for a moment, never per keystroke; in a folder that is not trusted, never.
 */
export class LastCommit {
  private readonly known = new Map<string, Repository>();
  private readonly watchers = new Map<string, FSWatcher | undefined>();
  /** Open documents that were looked up since the commit changed: typing on in them asks nothing. */
  private readonly looked = new Set<string>();
  private folders: readonly string[] = [];
  private anew = false;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private readonly end = new AbortController();
  private readonly workspace: Workspace;
  private readonly log: (line: string) => void;

  constructor(workspace: Workspace, log: (line: string) => void) {
    this.workspace = workspace;
    this.log = log;
  }

  /** All folders were read anew. */
  everythingChanged(): void {
    this.anew = true;
    this.lookSoon();
  }

  /** The text of one file changed. */
  textChanged(name: string): void {
    if (this.workspace.isOpen(name) && this.looked.has(name)) return;
    this.lookSoon();
  }

  dispose(): void {
    this.end.abort();
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher?.close();
  }

  private lookSoon(): void {
    if (this.end.signal.aborted) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.working = this.working.then(() => this.look());
    }, settleMilliseconds);
  }

  private async look(): Promise<void> {
    const trusted = this.workspace.options.trusted === true;
    if (this.anew || !trusted) this.folders = trusted ? this.findFolders() : [];
    const anew = this.anew;
    this.anew = false;
    for (const folder of [...this.known.keys()]) if (!this.folders.includes(folder)) this.forget(folder);
    for (const name of this.workspace.openNames) this.looked.add(name);
    for (const folder of this.folders) await this.lookAt(folder, anew);
  }

  private findFolders(): string[] {
    const files = [...this.workspace.estate.files.keys()].flatMap(name => pathOf(name) ?? []);
    return this.workspace.opened.flatMap(folder =>
      repositoriesFor(
        folder,
        files.filter(file => isBelow(file, folder)),
      ),
    );
  }

  private async lookAt(folder: string, anew: boolean): Promise<void> {
    const { signal } = this.end;
    const found = await findCommit(folder, 'HEAD', signal);
    if (!found.ok) return this.without(folder, found.detail);
    this.watch(found.value.folders);
    const before = this.known.get(folder);
    const { commit } = found.value;
    const same = before?.commit === commit ? before : undefined;
    const files = same ? { ok: true as const, value: same.files } : await filesAt(folder, commit, signal);
    if (!files.ok) return this.without(folder, files.detail);
    const now: Repository = { commit, files: files.value, told: new Set(same?.told) };
    const changed = same && !anew ? [] : await differing(now.files, signal);
    const open = [...this.workspace.openNames].flatMap(name => pathOf(name) ?? []);
    const wanted = new Set([...changed, ...open].filter(file => now.files.has(file)));
    const texts = await readTexts(folder, now, wanted, signal);
    if (signal.aborted) return;
    const gone = [...(before?.told ?? [])].filter(file => !now.told.has(file) && !texts.has(file));
    for (const file of texts.keys()) now.told.add(file);
    this.known.set(folder, now);
    this.workspace.takePast([
      ...gone.map(file => [nameOfPath(file), undefined] as const),
      ...[...texts].map(([file, text]) => [nameOfPath(file), text] as const),
    ]);
  }
