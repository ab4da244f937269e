import type { Estate } from '../estate/estate.ts';
import { isKind, type RecordEntry, type RecordOf } from '../estate/record.ts';
import type { Path } from '../model/paths.ts';
import { isLiveAsset } from './dependencies.ts';
import { findCuts, type Wire } from './cuts.ts';

type Asset = RecordOf<'asset'>;
type Link = RecordOf<'link'>;

/** One end of a cable: a device by its id in small letters, and its port where one is written. */
export interface End {
  readonly device: string;
  readonly port: string | undefined;
}

/** A cable between two devices, by a link record or by `connected_to` of a device; or a virtual machine on its server. */
export interface Cable {
  readonly record: RecordEntry;
  /** Where in the record it is written; empty for a link, which is the cable itself. */
  readonly path: Path;
  readonly a: End;
  readonly b: End;
  readonly sort: 'link' | 'connected_to' | 'runs_on';
  readonly medium: Link['values']['medium'];
}

/** How the live devices of a school hang together (precise.md, Terms). */
export interface Topology {
  /** One for each real cable between two live devices; a supplier's line is none. */
  readonly joining: readonly Cable[];
  readonly hasFirewall: boolean;
  /** Whether something joins the device to another live one. */
  readonly isJoined: (id: string) => boolean;
  readonly reachesFirewall: (id: string) => boolean;
  /** What alone cuts the device off from every firewall when it fails: devices between them and cables. */
  readonly cutting: (id: string, most?: number) => readonly (Asset | Cable)[];
}

/** Lists of a kind are the same object until one of them changes (Estate.visible). */
const known = new WeakMap<readonly Asset[], WeakMap<readonly Link[], Topology>>();

/** The topology of the school that the file belongs to. */
export function topologyOf(file: string, estate: Estate): Topology {
  const assets = estate.ofKind('asset', file);
  const links = estate.ofKind('link', file);
  const byLinks = known.get(assets) ?? new WeakMap<readonly Link[], Topology>();
  known.set(assets, byLinks);
  const made = byLinks.get(links) ?? build(assets, links);
  byLinks.set(links, made);
  return made;
}

function build(assets: readonly Asset[], links: readonly Link[]): Topology {
  const cables = [...links.flatMap(linkCable), ...assets.flatMap(ownCables)];
  const live = [...new Map(assets.filter(isLiveAsset).map(one => [one.id.toLowerCase(), one])).values()];
  const places = new Map(live.map(({ id }, i) => [id.toLowerCase(), i]));
  const joining = distinct(cables).filter(
    ({ a, b, medium }) => medium !== 'circuit' && a.device !== b.device && places.has(a.device) && places.has(b.device),
  );
  const wires = joining.map(({ a, b }): Wire => [places.get(a.device) ?? 0, places.get(b.device) ?? 0]);
  const joined = new Set(wires.flat());
  const firewalls = live.flatMap(({ values }, i) => (values.type === 'firewall' ? [i] : []));
  const cuts = findCuts(live.length, wires, firewalls);
  const placeOf = (id: string) => places.get(id.toLowerCase()) ?? -1;
  return {
    joining,
    hasFirewall: firewalls.length > 0,
    isJoined: id => joined.has(placeOf(id)),
    reachesFirewall: id => cuts.reached(placeOf(id)),
    cutting: (id, most) =>
      cuts
        .above(placeOf(id), most)
        .flatMap(cut => (cut.is === 'point' ? live[cut.at] : joining[cut.at]) ?? [])
        .filter(one => 'path' in one || one.values.type !== 'firewall'),
  };
}

/** The cables that a record writes: a link itself, or what a device is plugged into. */
export function cablesOf(record: RecordEntry): Cable[] {
  if (isKind(record, 'link')) return linkCable(record);
  return isKind(record, 'asset') ? ownCables(record) : [];
}

function linkCable(record: Link): Cable[] {
  const { a, b, medium } = record.values;
  if (a?.asset === undefined || b?.asset === undefined) return [];
  return [{ record, path: [], a: endOf(a.asset, a.port), b: endOf(b.asset, b.port), sort: 'link', medium }];
}

function ownCables(record: Asset): Cable[] {
  if (!record.id) return [];
  const a = endOf(record.id, undefined);
  const { connected_to: ends = [], runs_on: on } = record.values;
  const cables = ends.map((text, i): Cable => {
    const [, device = '', port] = /^(\S+)(?:\s+(?:port\s+)?(.*))?$/i.exec(text.trim()) ?? [];
    return {
      record,
      path: ['connected_to', i],
      a,
      b: endOf(device, port),
      sort: 'connected_to',
      medium: undefined,
    };
  });
  if (on === undefined) return cables;
  return [...cables, { record, path: ['runs_on'], a, b: endOf(on, undefined), sort: 'runs_on', medium: undefined }];
}

function endOf(device: string, port: string | undefined): End {
  return { device: device.toLowerCase(), port: plainPort(port) };
}

/** Ports compare without regard to case and to the word itself. */
export function plainPort(port: string | undefined): string | undefined {
  const plain = port
    ?.trim()
    .toLowerCase()
    .replace(/^port\s*(?=\S)/, '');
  return plain === '' ? undefined : plain;
}

/** The ends of a cable as one text, the same from both sides. */
export function pairOf({ a, b }: Cable): string {
  return a.device < b.device ? `${a.device}\n${b.device}` : `${b.device}\n${a.device}`;
}

/**
 * One cable written twice counts once: `connected_to` beside a link record of the same two devices, or from both sides. Two records of
 * two cables stay two.
 */
function distinct(cables: readonly Cable[]): Cable[] {
  const linked = new Set(cables.filter(({ sort }) => sort === 'link').map(pairOf));
  const own = cables.filter(cable => cable.sort === 'connected_to' && !linked.has(pairOf(cable)));
  const sides = new Map<string, Map<string, Cable[]>>();
  for (const cable of own) {
    const pair = sides.get(pairOf(cable)) ?? new Map<string, Cable[]>();
    append(pair, cable.a.device, cable);
    sides.set(pairOf(cable), pair);
  }
  // The side that names more of them knows best.
  const fuller = [...sides.values()].flatMap(
    pair => [...pair.values()].sort((one, other) => other.length - one.length)[0] ?? [],
  );
  return [...cables.filter(({ sort }) => sort !== 'connected_to'), ...fuller];
}

function append(lists: Map<string, Cable[]>, key: string, cable: Cable): void {
  const list = lists.get(key);
  if (list) list.push(cable);
  else lists.set(key, [cable]);
}
