import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { whyNot } from './record-files.ts';

export interface FileToWrite {
  readonly file: string;
  /** The text that it has now; undefined: it is not there yet. */
  readonly before: string | undefined;
  readonly text: string;
}

export interface NotWritten {
  readonly file: string;
  readonly why: string;
}

interface Prepared extends FileToWrite {
  /** The file itself, where the name is a link to it. */
  readonly target: string;
  readonly temporary: string;
  /** The first folder that had to be made for it. */
  readonly madeFolder: string | undefined;
}

class Refused extends Error {}

/**
 * Writes all of the files or none: first each beside its place, then each is given its name. What was there is put back where one
 * of them cannot be. Undefined = all are written.
 */
export function writeTogether(files: readonly FileToWrite[]): NotWritten | undefined {
  const prepared: Prepared[] = [];
  for (const one of files) {
    try {
      prepared.push(prepare(one));
    } catch (error) {
      for (const other of prepared) forget(other);
      return { file: one.file, why: reasonOf(error) };
    }
  }
  for (const [at, one] of prepared.entries()) {
    try {
      renameSync(one.temporary, one.target);
    } catch (error) {
      for (const other of prepared.slice(0, at)) putBack(other);
      for (const other of prepared.slice(at)) forget(other);
      return { file: one.file, why: reasonOf(error) };
    }
  }
  return undefined;
}

function prepare(one: FileToWrite): Prepared {
  const target = existsSync(one.file) ? realpathSync(one.file) : one.file;
  const mode = one.before === undefined ? undefined : checkOld(target, one.before);
  if (one.before === undefined && existsSync(target)) throw new Refused('it is there already');
  const madeFolder = mkdirSync(path.dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    writeWhole(temporary, one.text);
    if (mode !== undefined) chmodSync(temporary, mode);
  } catch (error) {
    rmSync(temporary, { force: true });
    if (madeFolder !== undefined) rmSync(madeFolder, { recursive: true, force: true });
    throw error;
  }
  return { ...one, target, temporary, madeFolder };
}

/** Its mode, which stays; a file that may not be written is left alone, though its folder would allow to replace it. */
function checkOld(target: string, before: string): number {
  const { mode } = statSync(target);
  if ((mode & 0o200) === 0) throw new Refused('it is read-only');
  if (readFileSync(target, 'utf8') !== before) throw new Refused('it has been changed in the meantime; try once more');
  return mode & 0o777;
}

function writeWhole(file: string, text: string): void {
  const handle = openSync(file, 'wx');
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function forget({ temporary, madeFolder }: Prepared): void {
  rmSync(temporary, { force: true });
  if (madeFolder !== undefined) rmSync(madeFolder, { recursive: true, force: true });
}

function putBack(one: Prepared): void {
  if (one.before === undefined) {
    rmSync(one.target, { force: true });
    forget(one);
    return;
  }
  writeWhole(one.temporary, one.before);
  renameSync(one.temporary, one.target);
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk is read-only',
  EACCES: 'this user may not write it',
  EPERM: 'this user may not write it',
  EBUSY: 'another program has it open',
  EEXIST: 'a file of an earlier, broken attempt lies beside it',
  EFBIG: 'the disk takes no file of this size',
};

function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? whyNot(error);
}
