import type { Estate } from '../../estate/estate.ts';
import { folderOf } from '../../estate/schools.ts';

/** What a person still finds their way in. */
const mostInAFile = 1000;

/**
 * A file a year: what is past is left alone, and may be put away as a whole one day. A year with more than a thousand takes a second
 * file. They stand where the school's incidents are, else in its folder.
 */
export function createIncidentHomes(estate: Estate, home: string): (on: string) => string {
  const school = estate.schoolFolderOf(home);
  const own = estate.ofKind('incident', home).filter(record => estate.schoolFolderOf(record.file) === school);
  const folder = mostOf(own.map(record => folderOf(record.file))) ?? school ?? folderOf(home);
  const held = new Map<string, number>();
  for (const { file } of own) held.set(file, (held.get(file) ?? 0) + 1);
  return on => {
    const year = on.slice(0, 4);
    const used = mostOf(own.filter(({ values }) => values.on?.startsWith(year)).map(record => record.file));
    const file = firstWithRoom(used, `${folder}${folder === '' ? '' : '/'}incidents-${year}`, held, estate);
    held.set(file, (held.get(file) ?? 0) + 1);
    return file;
  };
}

function firstWithRoom(
  used: string | undefined,
  start: string,
  held: ReadonlyMap<string, number>,
  estate: Estate,
): string {
  const hasRoom = (file: string) =>
    (held.get(file) ?? 0) < mostInAFile && !file.startsWith('untitled:') && !estate.files.get(file)?.conflict;
  if (used !== undefined && hasRoom(used)) return used;
  for (let n = 1; ; n++) {
    const file = `${start}${n === 1 ? '' : `-${n}`}.fits.yaml`;
    if (hasRoom(file)) return file;
  }
}

/** The one that comes most often. */
function mostOf(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].reduce<readonly [string, number] | undefined>(
    (best, one) => (best === undefined || one[1] > best[1] ? one : best),
    undefined,
  )?.[0];
}
