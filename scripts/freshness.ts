/** Tells from the metafile of the last build whether a bundle is older than what it was made from. */
import fs from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { inRoot } from './root.ts';

/** What a build leaves behind for the next one and for the licence check. */
export interface BuildNote {
  /** 'development', or 'package' for the minified one. */
  readonly mode: string;
  readonly metafile: Metafile;
}

function noteFile(name: string): string {
  return inRoot('dist-test', `meta-${name}.json`);
}

export function writeNote(name: string, note: BuildNote): void {
  fs.mkdirSync(inRoot('dist-test'), { recursive: true });
  fs.writeFileSync(noteFile(name), JSON.stringify(note));
}

export function readNote(name: string): BuildNote | undefined {
  try {
    return JSON.parse(fs.readFileSync(noteFile(name), 'utf8')) as BuildNote;
  } catch {
    return undefined; // never built, or cut off while it was written: both mean "build it"
  }
}

function changedAt(file: string): number {
  try {
    return fs.statSync(file).mtimeMs;
  } catch {
    return Infinity;
  }
}

/** Fresh = built at all, in one of these modes, and no input (nor the packages, nor the build itself) changed since. */
export function isFresh(name: string, outfile: string, modes: readonly string[]): boolean {
  const note = readNote(name);
  if (!note || !modes.includes(note.mode) || !fs.existsSync(inRoot(outfile))) return false;
  const builtAt = changedAt(inRoot(outfile));
  const inputs = Object.keys(note.metafile.inputs).filter(file => !file.startsWith('<') && !file.includes(':'));
  const others = ['package-lock.json', 'scripts/build.ts', 'scripts/bundles.data.ts'];
  return [...inputs, ...others].every(file => changedAt(inRoot(path.normalize(file))) <= builtAt);
}
