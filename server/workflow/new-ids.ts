import type { Estate } from '../estate/estate.ts';
import { proposeId } from '../estate/next-id.ts';
import type { Declaration } from '../model/declaration.ts';

/** Ids for many new records at once: each is free among the records, and among those that this step makes. */
export interface NewIds {
  /** Takes the id if it is free. */
  readonly take: (id: string) => boolean;
  readonly next: (declaration: Declaration, type: string, title: string) => string;
}

/** `file` decides which school's ids count. */
export function createNewIds(estate: Estate, file: string): NewIds {
  const taken = new Set<string>();
  const highest = new Map<string, number>();
  const isFree = (id: string) => !taken.has(id.toLowerCase()) && estate.find(id, file).length === 0;
  const take = (id: string) => {
    if (!isFree(id)) return false;
    taken.add(id.toLowerCase());
    return true;
  };
  const count = (start: string, digits: number, from: number): string => {
    for (let n = Math.max(from, highest.get(start) ?? 0); ; n++) {
      const id = `${start}${String(n).padStart(digits, '0')}`;
      if (!take(id)) continue;
      highest.set(start, n + 1);
      return id;
    }
  };
  /** Looking through all ids for the highest is done once for each way that ids begin. */
  const begun = new Map<string, { readonly start: string; readonly digits: number }>();
  return {
    take,
    next: (declaration, type, title) => {
      const key = `${declaration.kind}/${type}`;
      const known = declaration.wordsInId ? undefined : begun.get(key);
      if (known) return count(known.start, known.digits, 1);
      const proposed = proposeId({ declaration, type, title, file }, estate);
      const [, start = '', digits = ''] = /^(.*?)(\d+)$/.exec(proposed) ?? [];
      if (declaration.wordsInId) return take(proposed) ? proposed : count(`${proposed}-`, 2, 2);
      begun.set(key, { start, digits: digits.length });
      return count(start, digits.length, Number(digits));
    },
  };
}
