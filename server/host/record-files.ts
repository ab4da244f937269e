import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';

/** A file that holds records. */
export function isRecordFile(name: string): boolean {
  return /\.fits\.ya?ml$/i.test(name);
}

/** Folders that never hold records. */
const skipped = new Set(['node_modules', '.git', '.hg', '.svn', '.fits', '.vscode', 'dist']);
/** One slice of reading may not keep the server from answering for longer. */
const sliceMilliseconds = 10;
/** A file above this is no record file but a mistake; reading it would only take memory. */
const largestBytes = 64 * 1024 * 1024;

export interface Unreadable {
  readonly file: string;
  readonly why: string;
}

export interface ReadOptions {
  readonly onFile: (file: string, text: string) => void;
  readonly onUnreadable: (unreadable: Unreadable) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads every record file below the folder. Synchronous in short slices, which is the fastest way there is, with a pause between
 * them for whoever else wants the thread (never used in the extension host).
 */
export async function readRecordFiles(folder: string, options: ReadOptions): Promise<void> {
  const walk = walkFiles(folder, options.onUnreadable);
  let began = Date.now();
  for (const file of walk) {
    if (options.signal?.aborted) return;
    const text = readRecordFile(file, options.onUnreadable);
    if (text !== undefined) options.onFile(file, text);
    if (Date.now() - began < sliceMilliseconds) continue;
    await new Promise(resolve => setImmediate(resolve));
    began = Date.now();
  }
}

/** The text of one file, or undefined when it cannot be read. */
export function readRecordFile(file: string, onUnreadable: (unreadable: Unreadable) => void): string | undefined {
  try {
    if (statSync(file).size > largestBytes) {
      onUnreadable({ file, why: 'it is larger than 64 MB, so it cannot be a record file' });
      return undefined;
    }
    return readFileSync(file, 'utf8');
  } catch (error) {
    onUnreadable({ file, why: whyNot(error) });
    return undefined;
  }
}

function* walkFiles(
  folder: string,
  onUnreadable: (unreadable: Unreadable) => void,
  seen = new Set<string>(),
): Generator<string> {
  const entries = listFolder(folder, onUnreadable, seen);
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    const folderLike = entry.isDirectory() || (entry.isSymbolicLink() && isFolder(full));
    if (folderLike) {
      if (!skipped.has(entry.name)) yield* walkFiles(full, onUnreadable, seen);
    } else if (isRecordFile(entry.name)) yield full;
  }
}

/** The folder's entries in order; none for one that was seen before (a link may lead in a circle). */
function listFolder(folder: string, onUnreadable: (unreadable: Unreadable) => void, seen: Set<string>): Dirent[] {
  try {
    const real = realpathSync(folder);
    if (seen.has(real)) return [];
    seen.add(real);
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    onUnreadable({ file: folder, why: whyNot(error) });
    return [];
  }
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  ENOTDIR: 'it is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link that leads in a circle',
  EIO: 'the disk does not answer',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full for this user',
  EROFS: 'the disk or stick can only be read',
};

/** A file system error in plain words. */
export function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

/**
 * Record files in the folders above, where shared records may stand (precise.md 6): directly in each, and in its `shared` folder; up
 * to the root of the repository, or three levels.
 */
export function recordFilesAbove(folder: string): string[] {
  const files: string[] = [];
  let below = folder;
  for (let level = 0; level < 3 && !isFolder(path.join(below, '.git')); level++) {
    const above = path.dirname(below);
    if (above === below) break;
    for (const place of [above, path.join(above, 'shared')]) files.push(...recordFilesIn(place, folder));
    below = above;
  }
  return files;
}

function recordFilesIn(place: string, opened: string): string[] {
  if (!isFolder(place) || place === opened || place.startsWith(opened + path.sep)) return [];
  // A folder above may well be closed to this user: then there is nothing to see there.
  const entries = listFolder(place, () => undefined, new Set());
  return entries.filter(entry => entry.isFile() && isRecordFile(entry.name)).map(entry => path.join(place, entry.name));
}
