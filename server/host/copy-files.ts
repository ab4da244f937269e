import { copyFile, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { whyNot } from './record-files.ts';

export type CopyOutcome =
  { readonly ok: true; readonly folder: string; readonly files: number } | { readonly ok: false; readonly why: string };

/**
 * Copies the files (below `from`) into a new folder `name` inside `to`, and reads each back. It grows under another name and gets its own
 * only when it is whole, so that what looks like a copy is one. An older copy of the same name is kept beside it.
 */
export async function copyFiles(
  files: readonly string[],
  from: string,
  to: string,
  name: string,
): Promise<CopyOutcome> {
  // A stick that is not plugged in must not become a folder of this computer.
  if (!(await isThere(to))) return { ok: false, why: 'the place for the copy is not there' };
  const growing = path.join(to, `${name}.part`);
  try {
    await rm(growing, { recursive: true, force: true });
    for (const file of files) {
      const target = path.join(growing, path.relative(from, file));
      await mkdir(path.dirname(target), { recursive: true });
      await copyFile(file, target);
      if (!(await readFile(file)).equals(await readFile(target))) throw new Error('what was written reads otherwise');
    }
    const folder = await freeName(path.join(to, name));
    await rename(growing, folder);
    return { ok: true, folder, files: files.length };
  } catch (error) {
    // What was begun is no copy; if it cannot be removed either, its name says so.
    await rm(growing, { recursive: true, force: true }).catch(() => undefined);
    return { ok: false, why: whyNot(error) };
  }
}

async function freeName(wanted: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted} (${String(n)})`;
    if (!(await isThere(name))) return name;
  }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
