import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { differing, filesAt, findCommit, readAt, repositoriesFor } from '../host/git.ts';
import { initRepository, saveFiles } from '../host/git-write.ts';
import type { CheckpointState } from '../protocol/today.ts';
import { whatChanged, type FilePair } from '../workflow/keep/what-changed.ts';
import { pathOf } from './names.ts';
import type { Workspace } from './workspace.ts';

type Kept = Extract<CheckpointState, { is: 'kept' }>;

/** What is known of the history of the opened records: what the extension is told, and what saving needs. */
export type HistoryState =
  | Exclude<CheckpointState, Kept>
  | (Kept & {
      /** Whether there is a checkpoint at all. */
      readonly begun: boolean;
      /** Files that are other than at the last checkpoint. */
      readonly files: readonly string[];
    });

/**
 * Checkpoints: git without the word. Looks at what changed since the last one, and makes the next. The repositories are those of the
 * opened folders; a folder of many schools may hold one for each.
 */
export class Histories {
  private known: readonly HistoryState[] | undefined;
  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** Something was written: what was known of it no longer counts. */
  forget(): void {
    this.known = undefined;
  }

  /** One for each repository, or for each opened folder without one. */
  async states(): Promise<readonly HistoryState[]> {
    if (!this.workspace.options.trusted) return [{ is: 'not asked' }];
    this.known ??= await Promise.all(this.folders().map(folder => this.look(folder)));
    return this.known;
  }

  private folders(): string[] {
    const files = this.recordFiles();
    return [
      ...new Set(
        this.workspace.opened
          .map(one => path.resolve(one))
          .flatMap(opened => {
            const below = files.filter(file => file.startsWith(opened + path.sep));
            return below.length === 0 ? [] : repositoriesFor(opened, below);
          }),
      ),
    ];
  }

  private recordFiles(): string[] {
    return this.workspace.reported().flatMap(name => pathOf(name) ?? []);
  }

  private async look(folder: string): Promise<HistoryState> {
    const head = await findCommit(folder, 'HEAD');
    if (!head.ok) {
      if (head.reason === 'no_git') return { is: 'no git' };
      if (head.reason === 'no_repository') return { is: 'none', folder };
      if (head.reason === 'failed') return { is: 'failed', detail: head.detail };
      return this.compare(folder, new Map(), false);
    }
    const stored = await filesAt(folder, head.value.commit);
    if (!stored.ok) return { is: 'failed', detail: 'detail' in stored ? stored.detail : '' };
    const different = await differing(stored.value);
    const old = await readAt(folder, stored.value, different);
    if (!old.ok) return { is: 'failed', detail: 'detail' in old ? old.detail : '' };
    const before = new Map<string, string | undefined>(different.map(file => [file, old.value.texts.get(file)]));
    const fresh = this.recordFiles().filter(file => isBelow(file, folder) && !stored.value.has(file));
    for (const file of fresh) before.set(file, undefined);
    return this.compare(folder, before, true);
  }

  /** `before`: each file that differs, with its text at the last checkpoint. Without a checkpoint all files are new. */
  private async compare(
    folder: string,
    before: ReadonlyMap<string, string | undefined>,
    begun: boolean,
  ): Promise<HistoryState> {
    const files = begun ? [...before.keys()] : this.recordFiles().filter(file => isBelow(file, folder));
    const pairs: FilePair[] = [];
    for (const file of files) pairs.push({ before: before.get(file), after: await textOf(file) });
    return { is: 'kept', folder, begun, files, ...whatChanged(pairs) };
  }

  /** Begins a history where there is none. */
  async begin(folder: string): Promise<string | undefined> {
    const begun = await initRepository(folder);
    this.forget();
    return begun.ok ? undefined : begun.detail;
  }

  /** Makes a checkpoint of what changed; what went wrong in git's words, or undefined. */
  async save(folder: string, sentence: string): Promise<string | undefined> {
    const state = await this.look(folder);
    if (state.is !== 'kept') return state.is === 'failed' ? state.detail : 'there is no history in this folder';
    const ignored = path.join(folder, '.gitignore');
    const extra = (await textOf(ignored)) === undefined ? [] : [ignored];
    const saved = await saveFiles(folder, [...state.files, ...(state.begun ? [] : extra)], sentence);
    this.forget();
    return saved.ok ? undefined : saved.detail;
  }
}

function isBelow(file: string, folder: string): boolean {
  return file.startsWith(folder + path.sep);
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined; // gone: it was there at the last checkpoint
  }
}
