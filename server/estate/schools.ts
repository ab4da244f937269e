import type { RecordEntry } from './record.ts';

/**
 * Which records belong together (precise.md 6). A school is the folder that directly holds a school record, with all below it up to
 * a nested school. A record outside every school is shared: it is seen by all below its folder, or below its folder's parent
 * where the folder is called `shared`. Files are named by any text with `/` between its parts.
 */
export interface Schools {
  /** The folder of the school that the file belongs to, or undefined. */
  readonly folderOf: (file: string) => string | undefined;
  /** The school record of that folder. */
  readonly recordIn: (folder: string) => RecordEntry | undefined;
  readonly folders: readonly string[];
}

/** A document that is not saved yet (`untitled:/school/new.fits.yaml`) belongs where it will be saved. */
function placeOf(file: string): string {
  return file.replace(/^untitled:\/+/, 'file:///');
}

export function folderOf(file: string): string {
  return placeOf(file).slice(0, Math.max(0, placeOf(file).lastIndexOf('/')));
}

export function gatherSchools(records: Iterable<RecordEntry>): Schools {
  const byFolder = new Map<string, RecordEntry>();
  for (const record of records) {
    const folder = folderOf(record.file);
    const first = byFolder.get(folder);
    if (!first || inOrder(record, first) < 0) byFolder.set(folder, record);
  }
  const known = new Map<string, string | undefined>();
  const byFile = new Map<string, string | undefined>();
  const find = (folder: string): string | undefined => {
    if (byFolder.has(folder)) return folder;
    if (known.has(folder)) return known.get(folder);
    const above = folderOf(folder);
    const school =
      above === folder || !folder.includes('/') ? (byFolder.has('') && folder !== '' ? '' : undefined) : find(above);
    known.set(folder, school);
    return school;
  };
  return {
    folderOf: file => {
      if (byFile.has(file)) return byFile.get(file);
      const school = find(folderOf(file));
      byFile.set(file, school);
      return school;
    },
    recordIn: folder => byFolder.get(folder),
    folders: [...byFolder.keys()].sort(),
  };
}

/** Files in their order, and records in the order of their file. */
export function inOrder(a: RecordEntry, b: RecordEntry): number {
  if (a.file === b.file) return a.index - b.index;
  return a.file < b.file ? -1 : 1;
}

/** Whether `from` may name `record`. */
export function sees(schools: Schools, from: string, record: RecordEntry): boolean {
  const own = schools.folderOf(record.file);
  if (own !== undefined) return own === schools.folderOf(from);
  const reach = reachOf(record.file);
  return (
    reach === '' ||
    placeOf(from).startsWith(`${reach}/`) ||
    (schools.folderOf(from) === undefined && schools.folders.length === 0)
  );
}

/** The folder below which a shared record is seen. */
export function reachOf(file: string): string {
  const folder = folderOf(file);
  return /(^|\/)shared$/.test(folder) ? folderOf(folder) : folder;
}
