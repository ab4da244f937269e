import type { Estate } from '../estate/estate.ts';
import type { RecordEntry, RecordOf } from '../estate/record.ts';
import { isLiveService } from './dependencies.ts';
import { topologyOf, type Cable, type Topology } from './topology.ts';

type Asset = RecordOf<'asset'>;
type Service = RecordOf<'service'>;

/** A device or a cable whose failure alone cuts critical services off. */
export interface SinglePoint {
  readonly record: RecordEntry;
  /** Where in the record the cable is written; undefined for the record itself. */
  readonly cable: Cable | undefined;
  readonly services: readonly Service[];
}

/** The nearest of them are where one begins; it bounds what a file made to do harm can cost. */
const mostCuts = 200;

/** By the topology, then by the list of services: both are the same object until something of them changes. */
const known = new WeakMap<Topology, WeakMap<readonly Service[], ReadonlyMap<RecordEntry, readonly SinglePoint[]>>>();

/**
 * The single points of failure under the critical services of a school (CFG-008), by the record that holds them. A cable within one place
 * is none: it is replaced in a minute; nor is a firewall, whose loss leaves everything inside as it is.
 */
export function singlePointsIn(file: string, estate: Estate): ReadonlyMap<RecordEntry, readonly SinglePoint[]> {
  const topology = topologyOf(file, estate);
  const services = estate.ofKind('service', file);
  const byServices = known.get(topology) ?? new WeakMap<readonly Service[], ReadonlyMap<RecordEntry, SinglePoint[]>>();
  known.set(topology, byServices);
  const made = byServices.get(services) ?? find(topology, services, estate.ofKind('asset', file));
  byServices.set(services, made);
  return made;
}

function find(
  topology: Topology,
  services: readonly Service[],
  assets: readonly Asset[],
): ReadonlyMap<RecordEntry, readonly SinglePoint[]> {
  const byId = new Map([...assets].reverse().map(asset => [asset.id.toLowerCase(), asset]));
  const under = new Map<Asset | Cable, Set<Service>>();
  for (const service of services.filter(isCritical)) {
    const needed = new Set((service.values.depends_on ?? []).map(id => id.toLowerCase()));
    const cuts = [...needed].flatMap(id => topology.cutting(id, mostCuts)).filter(cut => isPoint(cut, needed, byId));
    for (const cut of cuts) under.set(cut, (under.get(cut) ?? new Set()).add(service));
  }
  const found = new Map<RecordEntry, SinglePoint[]>();
  for (const [cut, concerned] of under) {
    const cable = 'path' in cut ? cut : undefined;
    const record = 'path' in cut ? cut.record : cut;
    const point = { record, cable, services: [...concerned] };
    found.set(record, [...(found.get(record) ?? []), point]);
  }
  return found;
}

function isCritical(service: Service): boolean {
  return isLiveService(service) && service.values.criticality === 'critical';
}

/** What the service names itself is known to be needed; a group is not one device. */
function isPoint(cut: Asset | Cable, needed: ReadonlySet<string>, byId: ReadonlyMap<string, Asset>): boolean {
  if (!('path' in cut)) return !needed.has(cut.id.toLowerCase()) && (cut.values.quantity ?? 1) === 1;
  if (cut.sort === 'runs_on') return false;
  const [from, to] = [cut.a, cut.b].map(({ device }) => byId.get(device)?.values.location?.toLowerCase());
  return from !== undefined && to !== undefined && from !== to;
}
