import type { Estate } from '../estate/estate.ts';
import { isKind, type RecordEntry, type RecordOf } from '../estate/record.ts';
import { compareMoments } from '../model/day.ts';

type Incident = RecordOf<'incident'>;

/** Number → incidents. The list of all incidents is the same object until one of them changes (Estate.visible). */
const byNumber = new WeakMap<readonly Incident[], ReadonlyMap<string, Incident>>();

/** The incident of the service desk's number, be that its id or the number beside it. */
function incidentOf(number: string, file: string, estate: Estate): Incident | undefined {
  const all = estate.ofKind('incident', file);
  const known = byNumber.get(all) ?? new Map(all.flatMap(one => numbersOf(one).map(name => [name, one] as const)));
  byNumber.set(all, known);
  return known.get(number.toLowerCase());
}

function numbersOf({ id, values }: Incident): string[] {
  return [id, values.ref ?? ''].filter(Boolean).map(number => number.toLowerCase());
}

/** Faults that were reported of the device, oldest first; those without a day are left out. */
export function incidentsOn(asset: Pick<RecordEntry, 'id' | 'file'>, estate: Estate): Incident[] {
  const id = asset.id.toLowerCase();
  const zone = estate.zoneOf(asset.file);
  return estate
    .naming(asset.id, asset.file)
    .filter((one): one is Incident => isKind(one, 'incident') && one.values.asset?.toLowerCase() === id)
    .filter(one => one.values.on !== undefined)
    .sort((a, b) => compareMoments(a.values.on ?? '', b.values.on ?? '', zone));
}

/** The recorded incidents behind a problem: those that it names by their number, and those that name it. */
export function incidentsBehind(problem: RecordOf<'problem'>, estate: Estate): Incident[] {
  const named = (problem.values.incidents ?? []).flatMap(({ ref }) =>
    ref === undefined ? [] : (incidentOf(ref, problem.file, estate) ?? []),
  );
  const naming = estate
    .naming(problem.id, problem.file)
    .filter((one): one is Incident => isKind(one, 'incident') && isBehind(one, problem));
  return [...new Set([...named, ...naming])];
}

/** Whether the incident says that this problem is behind it. */
export function isBehind(incident: Incident, problem: Pick<RecordEntry, 'id'>): boolean {
  return incident.values.problem?.toLowerCase() === problem.id.toLowerCase();
}
