import type { Estate } from '../../estate/estate.ts';
import type { SeenDevice } from '../../model/seen-device.ts';
import { writeRecord } from '../../yaml/new-record.ts';
import { createChanges, type FileChange } from '../changes.ts';
import { gatherDevices } from './found-device.ts';
import { recordsOfFound, type FoundRecord } from './found-records.ts';
import { matchFound, usedOnce } from './match-found.ts';
import { fileFor } from '../new-record/file-for.ts';

/** What a look has brought, held against the school's records. */
export interface Discovery {
  /** Devices, however many addresses they have. */
  readonly found: number;
  readonly recorded: number;
  /** New, with what they would be recorded as. */
  readonly fresh: readonly FoundRecord[];
  /** New, but nothing was seen by which they could be known again. */
  readonly passing: number;
}

/** @param school a file of the school, which sees what the school sees */
export function discover(seen: readonly SeenDevice[], estate: Estate, school: string): Discovery {
  const found = gatherDevices(seen);
  const matched = matchFound(found, estate.ofKind('asset', school));
  const unmatched = found.filter(device => !matched.has(device));
  const fresh = recordsOfFound(unmatched, usedOnce(found), estate, fileOf('asset', estate, school));
  return {
    found: found.length,
    recorded: matched.size,
    fresh,
    passing: unmatched.length - fresh.length,
  };
}

/** The changes that record what is new of this: nothing of it that is recorded meanwhile. */
export function recordFound(seen: readonly SeenDevice[], estate: Estate, school: string): readonly FileChange[] {
  const changes = createChanges(estate);
  const file = fileOf('asset', estate, school);
  for (const { fields } of discover(seen, estate, school).fresh) changes.append(file, writeRecord(fields));
  return changes.files();
}

/** The school's file that holds most records of the kind, else the usual one in the school's folder. */
export function fileOf(kind: 'asset' | 'subnet', estate: Estate, school: string): string {
  return fileFor({ kind, type: '', folder: estate.schoolFolderOf(school) ?? '' }, estate);
}
