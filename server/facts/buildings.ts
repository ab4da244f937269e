import type { Estate } from '../estate/estate.ts';
import type { RecordOf } from '../estate/record.ts';
import { isLiveAsset } from './dependencies.ts';
import { buildingOf, isOffSite, whereabouts } from './places.ts';
import { topologyOf, type Cable, type Topology } from './topology.ts';

/** How many cables join each pair of buildings. By the topology, then by the list of places. */
const known = new WeakMap<Topology, WeakMap<readonly RecordOf<'location'>[], ReadonlyMap<string, number>>>();

/** The two buildings that the cable joins, where both are recorded and differ. */
export function buildingsOf({ record, a, b, medium }: Cable, estate: Estate): readonly [string, string] | undefined {
  if (medium === 'circuit') return undefined;
  const [from, to] = [a, b].map(({ device }) => {
    const asset = estate.named(device, record.file);
    return isLiveAsset(asset) && !isOffSite(whereabouts(asset, estate)) ? buildingOf(asset, estate) : undefined;
  });
  return from !== undefined && to !== undefined && from !== to ? [from, to] : undefined;
}

/** How many cables join the two buildings. */
export function cablesBetween(pair: readonly [string, string], file: string, estate: Estate): number {
  const topology = topologyOf(file, estate);
  const places = estate.ofKind('location', file);
  const byPlaces = known.get(topology) ?? new WeakMap<readonly RecordOf<'location'>[], ReadonlyMap<string, number>>();
  known.set(topology, byPlaces);
  const made = byPlaces.get(places) ?? countPairs(topology, estate);
  byPlaces.set(places, made);
  return made.get(keyOf(pair)) ?? 0;
}

function countPairs(topology: Topology, estate: Estate): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cable of topology.joining) {
    const pair = buildingsOf(cable, estate);
    if (pair) counts.set(keyOf(pair), (counts.get(keyOf(pair)) ?? 0) + 1);
  }
  return counts;
}

function keyOf(pair: readonly [string, string]): string {
  return [...pair].sort().join('\n');
}
