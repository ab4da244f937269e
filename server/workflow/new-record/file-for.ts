import type { Estate } from '../../estate/estate.ts';
import type { RecordEntry } from '../../estate/record.ts';
import type { KindName } from '../../records/index.ts';
import { usualFile } from '../../records/file-names.data.ts';

/** What decides where a new record goes. */
export interface Placing {
  readonly kind: KindName;
  /** Of equipment: which sort; empty for kinds without types. */
  readonly type: string;
  /** Id of the place where the thing is, where that is known. */
  readonly place?: string | undefined;
  /** The folder of the school, or of the records where there is none yet; or the folder that all schools share. */
  readonly folder: string;
}

/** The file that holds most of its like in this school: of its sort and place, else of its kind; else the usual one. */
export function fileFor({ kind, type, place, folder }: Placing, estate: Estate): string {
  const all = estate.ofKindAnywhere(kind).filter(record => isAt(record, folder, estate));
  const ofType = type === '' ? [] : all.filter(record => has(record, 'type', type));
  const here = place === undefined ? [] : all.filter(record => has(record, 'location', place));
  const both = ofType.filter(record => here.includes(record));
  return (
    fullest(both) ??
    purest([ofType, here], all) ??
    fullest(all) ??
    freeFile(`${folder}${folder === '' ? '' : '/'}${usualFile(kind)}`, estate)
  );
}

function has(record: RecordEntry, field: string, text: string): boolean {
  return record.values[field] === text;
}

function isAt(record: RecordEntry, folder: string, estate: Estate): boolean {
  const home = estate.schoolFolderOf(record.file);
  return (
    !record.file.startsWith('untitled:') &&
    (home === folder || (home === undefined && record.file.startsWith(`${folder}/`)))
  );
}

/** Some schools keep a file for each sort of thing, others for each room: the file in which the likes are most among themselves. */
function purest(likes: readonly (readonly RecordEntry[])[], all: readonly RecordEntry[]): string | undefined {
  const files = likes.flatMap(records => {
    const file = fullest(records);
    if (file === undefined) return [];
    const share = heldIn(file, records) / heldIn(file, all);
    return [{ file, share }];
  });
  return files.reduce<(typeof files)[number] | undefined>(
    (best, one) => (best === undefined || one.share > best.share ? one : best),
    undefined,
  )?.file;
}

function heldIn(file: string, records: readonly RecordEntry[]): number {
  return records.filter(record => record.file === file).length;
}

/** The first of those that hold most. */
function fullest(records: readonly RecordEntry[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { file } of records) counts.set(file, (counts.get(file) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, held]) => held === most)?.[0];
}

/** A file in which two versions are mixed takes nothing new: then one beside it. */
function freeFile(file: string, estate: Estate): string {
  return estate.files.get(file)?.conflict ? file.replace(/(\.fits\.yaml)$/, '-2$1') : file;
}
