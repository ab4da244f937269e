import type { Estate } from '../estate/estate.ts';
import { isKind, type RecordEntry, type RecordOf } from '../estate/record.ts';
import type { Day } from '../model/day.ts';
import { typeGroups } from '../records/vocabulary.data.ts';
import { tellingOf } from './newest.ts';
import { isOffSite, whereabouts } from './places.ts';

type Job = RecordOf<'backup_job'>;
/** Backups that copy the thing itself. */
export function jobsOf(id: string, file: string, estate: Estate): Job[] {
  return namingIn(id, file, estate).filter(
    (one): one is Job => isKind(one, 'backup_job') && names(one.values.protects, id),
  );
}

function namingIn(id: string, file: string, estate: Estate): readonly RecordEntry[] {
  return id ? estate.naming(id, file) : [];
}

/**
 * Backups that protect a service: those of the service itself, of its data, and of the devices that hold data which it depends on –
 * or of the server that such a virtual machine runs on.
 */
export function protecting(service: RecordOf<'service'>, estate: Estate): Job[] {
  const { file, id } = service;
  const devices = (service.values.depends_on ?? []).flatMap(one => holders(estate.named(one, file)));
  const sets = namingIn(id, file, estate).filter(
    (one): one is RecordOf<'data_set'> => isKind(one, 'data_set') && names([one.values.service], id),
  );
  const found = [id, ...devices, ...sets.map(set => set.id)].flatMap(one => jobsOf(one, file, estate));
  const named = sets.flatMap(set => set.values.backup ?? []).map(one => estate.named(one, file));
  return [...new Set([...found, ...named.filter((one): one is Job => isKind(one, 'backup_job'))])];
}

function holders(record: RecordEntry | undefined): string[] {
  if (!isKind(record, 'asset')) return [];
  const { type, runs_on: host } = record.values;
  if (type === undefined || !(typeGroups.data as readonly string[]).includes(type)) return [];
  return host === undefined ? [record.id] : [record.id, host];
}

/**
 * Copies that one can count on: of several onto the same thing in the same way, one; none of a backup that fails. Undefined where it is
 * not known of one where it goes.
 */
export function copiesBy(jobs: readonly Job[]): Job[] | undefined {
  const working = jobs.filter(job => job.values.last_result !== 'failed');
  if (working.some(job => job.values.target === undefined)) return undefined;
  const keyOf = ({ values: { target = '', media } }: Job) => `${target.toLowerCase()}\n${media ?? ''}`;
  return [...new Map(working.map(job => [keyOf(job), job])).values()];
}

/** Whether the copy lies away from the school. Undefined where its place is not recorded. */
export function isAway(job: Job, estate: Estate): boolean | undefined {
  const { target, media, copy_type: type } = job.values;
  if (media === 'cloud' || type === 'off_site') return true;
  const to = estate.named(target, job.file);
  if (isKind(to, 'supplier')) return true;
  const places = whereabouts(to, estate);
  return places.length === 0 ? undefined : isOffSite(places);
}

/** Whether whoever breaks into the network cannot reach or change the copy. Undefined where nothing is said of it. */
export function isOutOfReach({ values: { offline, immutable, copy_type: type } }: Job): boolean | undefined {
  if (offline === true || immutable === true || type === 'offline') return true;
  return offline === undefined && immutable === undefined && type === undefined ? undefined : false;
}

/** The newest time that somebody tried to get something back. */
export interface Trial {
  readonly on: Day;
  readonly failed: boolean;
  /** Absent where only the backup's own record says so. */
  readonly record?: RecordOf<'restore_test'>;
}

/** Records of trials win over the field that the backup itself keeps (precise.md, Smaller ones). One without a result proves nothing. */
export function newestTrial(job: Job, estate: Estate): Trial | undefined {
  const told = tellingOf(job, { kind: 'restore_test', names: 'job', day: 'date' }, estate);
  for (const { record, day: on } of told)
    if (isKind(record, 'restore_test') && record.values.result !== undefined)
      return { on, failed: record.values.result === 'failed', record };
  const { last_restore_test: field } = job.values;
  return field === undefined ? undefined : { on: field, failed: false };
}

/** Whether one of the texts is this id; case does not count. */
export function names(ids: readonly (string | undefined)[] | undefined, id: string): boolean {
  const wanted = id.toLowerCase();
  return ids?.some(one => one?.toLowerCase() === wanted) ?? false;
}
