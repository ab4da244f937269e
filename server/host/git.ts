/**
 * What git remembers of a folder's record files. Git is asked for stored objects only, never about the working copy: `git diff` and
 * `git status` run the programs that a repository's own settings name (filters, fsmonitor), and an opened folder may not decide
 * what runs. Which files differ is found here, by their hashes. Nothing here throws.
 */
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { isRecordFile } from './record-files.ts';
import { runProgram, type ProgramEnd } from './run-program.ts';

export type GitAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: GitFailure; readonly detail: string };

export type GitFailure =
  | 'no_git' // not installed
  | 'no_repository' // the folder lies in none
  | 'no_revision' // there is no such commit: none at all yet, or a name that stands for none
  | 'failed'; // git refused, broke off, took too long; `detail` has its words

export interface Commit {
  readonly commit: string;
  /** Where the repository keeps what says which commit is the present one: worth watching. */
  readonly folders: readonly string[];
}

/** File → the name under which git has stored its text. */
export type StoredFiles = ReadonlyMap<string, string>;

const milliseconds = 5_000;
const mostBytes = 8 * 1024 * 1024;
/** How often git is asked for the next 8 MB of text: what a working copy differs in is small, and a hostile one has an end. */
const mostRounds = 8;

/** A repository's own settings may not make git run anything, ask anything or fetch anything. */
const guards = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'].flatMap(one => [
  '-c',
  one,
]);

const environment: Readonly<Record<string, string | undefined>> = {
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none', // a git too old for the line above cannot fetch either
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
  // A hook that calls us has these set for its own repository; the folder is to decide.
  ...Object.fromEntries(
    ['DIR', 'WORK_TREE', 'INDEX_FILE', 'PREFIX', 'COMMON_DIR', 'NAMESPACE', 'TRACE', 'TRACE2'].map(name => [
      `GIT_${name}`,
      undefined,
    ]),
  ),
};

interface Asking {
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
  readonly input?: string;
  /** Milliseconds, where it may take longer than usual. */
  readonly timeout?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs git in the folder, with nothing of the repository's own allowed to run, ask or fetch. */
export async function askGit(args: readonly string[], asking: Asking): Promise<ProgramEnd> {
  const { folder, signal, input, timeout = milliseconds } = asking;
  const program = findGit();
  if (program === undefined)
    return { ended: 'missing', output: '', answer: Buffer.alloc(0), detail: 'git is not installed' };
  return await runProgram(program, ['--no-pager', ...guards, '-C', path.resolve(folder), ...args], {
    timeout,
    most: mostBytes,
    environment: { ...environment, ...asking.environment },
    ...(signal ? { signal } : {}),
    ...(input === undefined ? {} : { input }),
  });
}

/** The full path of git, or undefined. Folders of the PATH that are not absolute do not count: they could be anyone's. */
function findGit(): string | undefined {
  const windows = process.platform === 'win32';
  const name = windows ? 'git.exe' : 'git';
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(folder => path.isAbsolute(folder));
  const found = folders.map(folder => path.join(folder, name)).find(mayRun);
  if (process.platform !== 'darwin' || found !== '/usr/bin/git') return found;
  // There it is only a door: without the developer tools behind it, it opens a dialogue that asks to install them.
  return ['/Library/Developer/CommandLineTools', '/Applications/Xcode.app/Contents/Developer']
    .map(tools => `${tools}/usr/bin/git`)
    .find(mayRun);
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The commit that the revision stands for, seen from the folder. */
export async function findCommit(folder: string, revision: string, signal?: AbortSignal): Promise<GitAnswer<Commit>> {
  const asking = { folder, signal };
  const where = await askGit(['rev-parse', '--absolute-git-dir', '--git-common-dir'], asking);
  if (where.ended !== 'exit' || where.code !== 0) return failure(where);
  // No name of a commit begins with a hyphen: what does would be an option.
  const odd = revision.startsWith('-') || /\p{Cc}/u.test(revision);
  const ask = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const found = odd ? undefined : await askGit(ask, asking);
  if (found && found.ended !== 'exit') return failure(found);
  const commit = found?.answer.toString('latin1').trim() ?? '';
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return { ok: false, reason: 'no_revision', detail: '' };
  const lines = where.answer.toString('utf8').split(/\r?\n/).filter(Boolean);
  return { ok: true, value: { commit, folders: [...new Set(lines.map(line => path.resolve(folder, line)))] } };
}

/** Why git could not do it. */
export function failure(end: ProgramEnd): GitAnswer<never> {
  if (end.ended === 'missing') return { ok: false, reason: 'no_git', detail: end.detail };
  if (end.ended !== 'exit') return { ok: false, reason: 'failed', detail: `git was stopped (${end.ended})` };
  if (/not a git repository/i.test(end.output)) return { ok: false, reason: 'no_repository', detail: '' };
  const words = Buffer.from(end.output, 'latin1').toString('utf8').trim().split('\n')[0] ?? '';
  return { ok: false, reason: 'failed', detail: words.replace(/^fatal: /, '') };
}

/** All record files below the folder as the commit has them. */
export async function filesAt(folder: string, commit: string, signal?: AbortSignal): Promise<GitAnswer<StoredFiles>> {
  const end = await askGit(['ls-tree', '-r', '-z', commit], { folder, signal });
  if (end.ended !== 'exit' || end.code !== 0) return failure(end);
  const files = new Map<string, string>();
  for (const line of end.answer.toString('utf8').split('\0')) {
    // Plain files only: a link's text is the name of another file.
    const [, blob, name] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    if (blob !== undefined && name !== undefined && isRecordFile(name)) files.set(path.resolve(folder, name), blob);
  }
  return { ok: true, value: files };
}

/** Those of the files that are not on disk as they are stored: changed, moved or gone. */
export async function differing(files: StoredFiles, signal?: AbortSignal): Promise<string[]> {
  const different: string[] = [];
  for (const [file, blob] of files) {
    if (signal?.aborted) return [];
    if (!(await isOnDisk(file, blob))) different.push(file);
  }
  return different;
}

async function isOnDisk(file: string, blob: string): Promise<boolean> {
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > mostBytes) return false;
    const bytes = await readFile(file);
    if (hashOf(bytes, blob.length) === blob) return true;
    // Git for Windows stores line ends as LF and writes them as CRLF.
    return bytes.includes('\r\n') && hashOf(withoutReturns(bytes), blob.length) === blob;
  } catch {
    return false;
  }
}

function withoutReturns(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

/** Git's own name for a text. Repositories with names of 64 digits use the longer hash. */
function hashOf(bytes: Buffer, digits: number): string {
  const hash = createHash(digits === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

export interface PastTexts {
  /** File → its text at the commit. */
  readonly texts: ReadonlyMap<string, string>;
  /** Those that could not be had: too large, too many, or not in the repository (a partial clone). */
  readonly missing: readonly string[];
}

/** The texts of these files, as far as the commit has them. As they are stored: nothing converts them. */
export async function readAt(
  folder: string,
  stored: StoredFiles,
  files: Iterable<string>,
  signal?: AbortSignal,
): Promise<GitAnswer<PastTexts>> {
  const wanted = new Map([...files].flatMap(file => entryOf(stored, file)));
  const found = new Map<string, string>();
  let left = [...new Set(wanted.values())];
  for (let round = 0; left.length > 0 && round < mostRounds; round++) {
    const end = await askGit(['cat-file', '--batch'], { folder, signal, input: `${left.join('\n')}\n` });
    if (end.ended !== 'too_much' && (end.ended !== 'exit' || end.code !== 0)) return failure(end);
    const answered = takeBatch(end.answer, found);
    left = end.ended === 'exit' ? [] : left.slice(Math.max(answered, 1)); // one that is too large by itself is left out
  }
  const texts = new Map<string, string>();
  for (const [file, blob] of wanted) {
    const text = found.get(blob);
    if (text !== undefined) texts.set(file, text);
  }
  return { ok: true, value: { texts, missing: [...wanted.keys()].filter(file => !texts.has(file)) } };
}

function entryOf(stored: StoredFiles, file: string): [file: string, blob: string][] {
  const blob = stored.get(file);
  return blob === undefined ? [] : [[file, blob]];
}

/** Reads `<name> blob <size>⏎<bytes>⏎` as often as it is complete; returns the number of answers, found or missing. */
function takeBatch(answer: Buffer, into: Map<string, string>): number {
  let at = 0;
  for (let count = 0; ; count++) {
    const end = answer.indexOf('\n', at);
    if (end < 0) return count;
    const [blob = '', type, size] = answer.toString('latin1', at, end).split(' ');
    const length = type === 'blob' ? Number(size) : -1;
    const next = end + 1 + length + 1;
    if (next > answer.length) return count;
    if (length >= 0) into.set(blob, answer.toString('utf8', end + 1, end + 1 + length));
    at = next;
  }
}

/** The folders below which these files must be asked about: a folder may hold several repositories, one for each school. */
export function repositoriesFor(folder: string, files: Iterable<string>): string[] {
  const known = new Map<string, string>([[folder, folder]]);
  const find = (at: string): string => {
    const have = known.get(at);
    if (have !== undefined) return have;
    const above = path.dirname(at);
    const found = existsSync(path.join(at, '.git')) ? at : above === at ? folder : find(above);
    known.set(at, found);
    return found;
  };
  return [...new Set([...files].map(file => find(path.dirname(file))))];
}
