import type { Declaration } from '../model/declaration.ts';
import type { Estate } from './estate.ts';
import type { RecordEntry } from './record.ts';

/** What a new id is made of. */
export interface NewId {
  readonly declaration: Declaration;
  readonly type: string;
  readonly title: string;
  /** File that the record will stand in. */
  readonly file: string;
}

/** The next free id for this record, following the ids of its like: `SW-07` after `SW-06`, `PRB-2026-016`, `KS1-store`. */
export function nextFreeId(record: RecordEntry, estate: Estate): string | undefined {
  if (!record.declaration) return undefined;
  const type = record.values['type'];
  const own = /^(.*?[^0-9])(\d+)$/.exec(record.id);
  if (own) return firstFree(own[1] ?? '', own[2]?.length ?? 2, Number(own[2]) + 1, record.file, estate);
  return proposeId(
    {
      declaration: record.declaration,
      type: typeof type === 'string' ? type : '',
      title: record.title,
      file: record.file,
    },
    estate,
  );
}

export function proposeId({ declaration, type, title, file }: NewId, estate: Estate): string {
  if (declaration.wordsInId && title) {
    const words = wordsOf(title);
    return isFree(words, file, estate) ? words : firstFree(`${words}-`, 1, 2, file, estate);
  }
  const prefix = declaration.prefixByType?.[type] ?? declaration.prefix;
  if (!declaration.yearInId) return firstFree(`${prefix}-`, 2, highest(`${prefix}-`, file, estate) + 1, file, estate);
  const start = `${prefix}-${estate.today(file).slice(0, 4)}-`;
  return firstFree(start, 3, highest(start, file, estate) + 1, file, estate);
}

function wordsOf(title: string): string {
  const words = title
    .replace(/[’']/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words.slice(0, 40).replace(/-+$/, '') || 'place';
}

function highest(start: string, file: string, estate: Estate): number {
  const numbers = estate.idsStarting(start, file).map(id => Number(/^\d+$/.exec(id.slice(start.length))?.[0] ?? 0));
  return Math.max(0, ...numbers);
}

function firstFree(start: string, digits: number, from: number, file: string, estate: Estate): string {
  for (let n = from; ; n++) {
    const id = `${start}${String(n).padStart(digits, '0')}`;
    if (isFree(id, file, estate)) return id;
  }
}

function isFree(id: string, file: string, estate: Estate): boolean {
  return estate.find(id, file).length === 0;
}
