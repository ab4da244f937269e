import { existsSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import {
  differing,
  filesAt,
  findCommit,
  readAt,
  repositoriesFor,
  type Commit,
  type GitAnswer,
  type StoredFiles,
} from '../host/git.ts';
import { nameOfPath, pathOf } from './names.ts';
import type { Workspace } from './workspace.ts';

const settleMilliseconds = 300;

/** A folder's repository as it was last looked at. */
interface Known {
  readonly commit: string;
  readonly files: StoredFiles;
  /** Files whose text at the commit the workspace has. */
  readonly told: ReadonlySet<string>;
}

/** File → its text at the commit. */
type Texts = ReadonlyMap<string, string>;

/** What changed since the last look: these files, or everything. */
interface Change {
  readonly files: readonly string[];
  readonly everything: boolean;
}

/**
 * Tells the workspace what its records said at the last commit, so that steps that were left out are seen (GEN-008). Only files that
 * differ from it are read, and those that are open, for they may differ any moment. Git is asked once things are still after files
 * or the repository changed; never per keystroke, and never in a folder that is not trusted.
 */
export class LastCommit {
  private readonly known = new Map<string, Known>();
  private readonly watchers = new Map<string, FSWatcher | undefined>();
  /** Open documents that were looked up: typing on in them asks nothing. */
  private readonly looked = new Set<string>();
  private readonly complaints = new Set<string>();
  private changed = new Set<string>();
  private everything = false;
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private readonly end = new AbortController();
  private readonly workspace: Workspace;
  private readonly log: (line: string) => void;

  constructor(workspace: Workspace, log: (line: string) => void) {
    this.workspace = workspace;
    this.log = log;
  }

  everythingRead(): void {
    this.everything = true;
    this.lookSoon();
  }

  typed(name: string): void {
    if (this.looked.has(name)) return;
    this.looked.add(name);
    this.written(name);
  }

  written(name: string): void {
    if (!this.workspace.isOpen(name)) this.looked.delete(name);
    this.changed.add(name);
    this.lookSoon();
  }

  async dispose(): Promise<void> {
    this.end.abort();
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher?.close();
    await this.working;
  }

  private readonly lookSoon = (): void => {
    if (this.end.signal.aborted) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.working = this.working.then(() => this.look());
    }, settleMilliseconds);
  };

  private async look(): Promise<void> {
    const change = { files: pathsOf(this.changed), everything: this.everything };
    this.changed = new Set();
    this.everything = false;
    const folders = this.workspace.options.trusted ? this.findFolders() : [];
    for (const folder of this.known.keys()) if (!folders.includes(folder)) this.forget(folder);
    for (const folder of folders) {
      if (this.end.signal.aborted) return;
      const found = await this.lookAt(folder, change);
      if (found.ok) this.take(folder, found.value.known, found.value.texts);
      else this.complain(folder, found);
    }
  }

  private findFolders(): string[] {
    const files = pathsOf(this.workspace.estate.files.keys());
    const below = (folder: string) => files.filter(file => file.startsWith(folder + path.sep));
    const opened = this.workspace.opened.map(folder => path.resolve(folder));
    return [...new Set(opened.flatMap(folder => repositoriesFor(folder, below(folder))))];
  }

  private async lookAt(folder: string, change: Change): Promise<GitAnswer<{ known: Known; texts: Texts }>> {
    const { signal } = this.end;
    const found = await findCommit(folder, 'HEAD', signal);
    if (!found.ok) return found;
    this.watch(found.value);
    const before = this.known.get(folder);
    const same = before?.commit === found.value.commit;
    const now = same ? before : await newlyKnown(folder, found.value.commit, signal);
    if ('ok' in now) return now;
    const different = same && !change.everything ? [] : await differing(now.files, signal);
    const candidates = [...different, ...change.files, ...pathsOf(this.workspace.openNames)];
    const unread = candidates.filter(file => !now.told.has(file));
    const read = await readAt(folder, now.files, unread, signal);
    if (!read.ok) return read;
    const { texts } = read.value;
    return { ok: true, value: { known: { ...now, told: new Set([...now.told, ...texts.keys()]) }, texts } };
  }

  private take(folder: string, known: Known, texts: Texts): void {
    if (this.end.signal.aborted) return;
    const gone = [...(this.known.get(folder)?.told ?? [])].filter(file => !known.told.has(file));
    this.known.set(folder, known);
    this.workspace.takePast([
      ...gone.map(file => [nameOfPath(file), undefined] as const),
      ...[...texts].map(([file, text]) => [nameOfPath(file), text] as const),
    ]);
  }

  private forget(folder: string): void {
    const told = this.known.get(folder)?.told ?? [];
    this.known.delete(folder);
    this.workspace.takePast([...told].map(file => [nameOfPath(file), undefined] as const));
  }

  /** Without git, a repository or a commit there is nothing to compare with, and nothing to say. */
  private complain(folder: string, failed: GitAnswer<never>): void {
    this.forget(folder);
    if (failed.ok || failed.reason !== 'failed' || this.end.signal.aborted) return;
    const line = `${folder} is not compared with its last commit: ${failed.detail}.`;
    if (!this.complaints.has(line)) this.log(line);
    this.complaints.add(line);
  }

  /** A commit, a change of branch and the like write here. Where watching fails, the next save is soon enough. */
  private watch({ folders }: Commit): void {
    const places = folders.flatMap(folder => [folder, path.join(folder, 'refs', 'heads')]);
    for (const place of places.filter(one => !this.watchers.has(one) && existsSync(one))) {
      try {
        const watcher = watch(place, (_, file) => {
          if (tells(place, file)) this.lookSoon();
        });
        watcher.on('error', () => watcher.close());
        this.watchers.set(place, watcher);
      } catch (error) {
        this.watchers.set(place, undefined);
        this.log(`${place} cannot be watched: ${String(error)}. A commit made elsewhere shows after the next save.`);
      }
    }
  }
}

/** Whether this file of the repository has to do with which commit is the present one. */
function tells(place: string, file: string | null): boolean {
  if (file === null) return true;
  if (path.basename(place) === 'heads') return !file.endsWith('.lock');
  return ['HEAD', 'ORIG_HEAD', 'COMMIT_EDITMSG', 'packed-refs', 'index'].includes(file);
}

async function newlyKnown(folder: string, commit: string, signal: AbortSignal): Promise<Known | GitAnswer<never>> {
  const files = await filesAt(folder, commit, signal);
  return files.ok ? { commit, files: files.value, told: new Set<string>() } : files;
}

function pathsOf(names: Iterable<string>): string[] {
  return [...names].flatMap(name => pathOf(name) ?? []);
}
