import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** One spelling of a file's address, however a client writes it: the name of the file in the estate. */
export function nameOfUri(uri: string): string {
  if (!uri.startsWith('file:')) return uri;
  try {
    return pathToFileURL(fileURLToPath(uri)).href;
  } catch {
    return uri; // not a path of this machine: kept as it is
  }
}

export function nameOfPath(file: string): string {
  return pathToFileURL(path.resolve(file)).href;
}

/** The path of a file of this machine, or undefined (untitled documents, virtual workspaces). */
export function pathOf(name: string): string | undefined {
  if (!name.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(name);
  } catch {
    return undefined;
  }
}
