import type { RecordEntry } from './record.ts';

/** Records by key, where several may share a key. Keys are texts such as `id:sw-06`, `kind:subnet`, `use:sw-06`, `serial number:x1`. */
export interface Lookup {
  readonly add: (record: RecordEntry) => void;
  readonly remove: (record: RecordEntry) => void;
  readonly get: (key: string) => ReadonlySet<RecordEntry>;
  readonly keys: (start: string) => readonly string[];
}

const empty: ReadonlySet<RecordEntry> = new Set();

export function createLookup(): Lookup {
  const byKey = new Map<string, Set<RecordEntry>>();
  return {
    add: record => {
      for (const key of keysOf(record)) {
        const set = byKey.get(key);
        if (set) set.add(record);
        else byKey.set(key, new Set([record]));
      }
    },
    remove: record => {
      for (const key of keysOf(record)) {
        const set = byKey.get(key);
        set?.delete(record);
        if (set?.size === 0) byKey.delete(key);
      }
    },
    get: key => byKey.get(key) ?? empty,
    keys: start => [...byKey.keys()].filter(key => key.startsWith(start)),
  };
}

/** Everything by which another record may look this one up. A record whose keys or text change wakes those who looked. */
export function keysOf(record: RecordEntry): ReadonlySet<string> {
  const keys = new Set<string>();
  if (record.id) keys.add(idKey(record.id));
  if (record.kind) keys.add(kindKey(record.kind));
  for (const use of record.understood.uses) keys.add(useKey(use.text));
  for (const value of record.understood.distinct) keys.add(distinctKey(value.index, value.key));
  return keys;
}

export function idKey(id: string): string {
  return `id:${id.toLowerCase()}`;
}

export function kindKey(kind: string): string {
  return `kind:${kind}`;
}

/** Records that name this id. */
export function useKey(id: string): string {
  return `use:${id.toLowerCase()}`;
}

export function distinctKey(index: string, key: string): string {
  return `${index}:${key}`;
}
