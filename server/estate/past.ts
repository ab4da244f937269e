import { findConflictMarkers } from '../yaml/conflict.ts';
import { splitSegments } from '../yaml/segments.ts';
import { isWritten, parseRecord, type RecordEntry } from './record.ts';

/** What a record said at an earlier revision: as much of it as transitions need. */
interface PastRecord {
  readonly file: string;
  readonly key: string;
  readonly status: string;
}

/** The records of an earlier revision by id and kind: a record may have moved to another file since. */
export interface Past {
  /** Takes a file's text at the revision (undefined: it says nothing of it). Returns the keys that changed. */
  readonly setFile: (file: string, text: string | undefined) => ReadonlySet<string>;
  /** The statuses that records of this id and kind had, of those whose file the test accepts; one of the same file alone. */
  readonly statuses: (record: RecordEntry, isHome: (file: string) => boolean) => readonly string[];
}

export function createPast(): Past {
  const byFile = new Map<string, readonly PastRecord[]>();
  const byKey = new Map<string, Set<PastRecord>>();
  return {
    setFile: (file, text) => {
      const before = byFile.get(file) ?? [];
      const after = text === undefined ? [] : readPast(file, text);
      for (const record of before) {
        const set = byKey.get(record.key);
        set?.delete(record);
        if (set?.size === 0) byKey.delete(record.key);
      }
      for (const record of after) {
        const set = byKey.get(record.key);
        if (set) set.add(record);
        else byKey.set(record.key, new Set([record]));
      }
      if (text === undefined) byFile.delete(file);
      else byFile.set(file, after);
      return new Set([...before, ...after].map(record => record.key));
    },
    statuses: (record, isHome) => {
      const found = [...(byKey.get(pastKey(record)) ?? [])].filter(one => isHome(one.file));
      const here = found.filter(one => one.file === record.file);
      return (here.length > 0 ? here : found).map(one => one.status);
    },
  };
}

/** Key under which a record watches its own past. */
export function pastKey({ kind, id }: Pick<RecordEntry, 'kind' | 'id'>): string {
  return `past:${kind}:${id.toLowerCase()}`;
}

function readPast(file: string, text: string): PastRecord[] {
  if (findConflictMarkers(text)) return [];
  return splitSegments(text).flatMap((segment, index) => {
    const parsed = parseRecord(segment.text);
    const status = clearStatus({ ...parsed, file, index, values: parsed.understood.values });
    return parsed.id && status !== undefined ? [{ file, key: pastKey(parsed), status }] : [];
  });
}

/**
 * The status where the record says it, or says none and so means the first step of a life. Where an absent status means a later one
 * (a device is in use unless it says otherwise), nothing was said, and whatever is written first is no step. Undefined = cannot be told.
 */
export function clearStatus(record: RecordEntry): string | undefined {
  const life = record.declaration?.life;
  if (!life) return undefined;
  if (isWritten(record, 'status'))
    return typeof record.values['status'] === 'string' ? record.values['status'] : undefined;
  return Object.keys(life.steps)[0] === life.start ? life.start : undefined;
}
