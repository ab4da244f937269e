import type { Estate } from '../../estate/estate.ts';
import { isKind, isRetired, nameOf, spanAt, type RecordEntry } from '../../estate/record.ts';
import { inOrder } from '../../estate/schools.ts';
import { cablesOf, pairOf, plainPort, type Cable, type End } from '../../facts/topology.ts';
import type { Span } from '../../model/text-edit.ts';
import { device, together } from '../examples.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

/** More than any device has ports; it bounds what a file made to do harm can cost. */
const mostAtDevice = 1000;

const school = (port: number) =>
  together(
    device('SW-01', 'Core switch', 'switch'),
    device('AP-01', 'Hall', 'access_point', { connected_to: 'SW-01 port 24' }),
    device('AP-02', 'Library', 'access_point', { connected_to: `SW-01 port ${port}` }),
  );

export const cfg007: Rule = {
  code: 'CFG-007',
  title: 'Each port has one cable, and each cable two ends',
  why: 'Where the map says that two cables are in one port, one of them is somewhere else – and somebody will pull the wrong one.',
  bad: school(24),
  good: school(23),
  cases: { self: 'error', port: 'error', speed: 'error', differs: 'warning' },
  *check(record, estate) {
    if ((!isKind(record, 'link') && !isKind(record, 'asset')) || isRetired(record)) return;
    for (const cable of cablesOf(record)) {
      if (cable.sort === 'runs_on') continue;
      if (cable.a.device === cable.b.device) yield selfRemark(cable);
      else for (const end of [cable.a, cable.b]) yield* checkPort(cable, end, estate);
      yield* checkSpeed(cable, estate);
    }
  },
};

function selfRemark(cable: Cable): Remark {
  return {
    ...spanOf(cable, cable.b),
    case: 'self',
    message: 'Both ends of this cable are at the same device. Name the device at the other end.',
  };
}

/** Where the end of the cable is written: of a link its port, else the whole entry. */
function spanOf({ record, path, sort, a }: Cable, end: End): Span {
  if (sort !== 'link') return spanAt(record, path);
  const key = end === a ? 'a' : 'b';
  return spanAt(record, end.port === undefined ? [key] : [key, 'port']);
}

function* checkPort(cable: Cable, end: End, estate: Estate): Generator<Remark> {
  if (end.port === undefined || isGroup(end.device, cable.record, estate)) return;
  const others = cablesAt(end.device, cable.record, estate).filter(other => isBefore(other, cable));
  const taken = others.find(other => usesPort(other, end) && !isSame(other, cable));
  if (taken) {
    const at = nameAt(end.device, cable.record, estate);
    yield {
      ...spanOf(cable, end),
      case: 'port',
      message: `Port ${end.port} of ${at} is taken by ${cableName(taken)} already. One of the two is plugged in somewhere else: look, and correct it.`,
      related: [placeOf(taken.record, spanOf(taken, endAt(taken, end.device)), `The same port: ${cableName(taken)}`)],
    };
  }
  yield* checkTwice(cable, end, others);
}

/** The same cable, written as a link and on the device, with two ports. Two cables between the same devices are two of one form. */
function* checkTwice(cable: Cable, end: End, others: readonly Cable[]): Generator<Remark> {
  const same = others.filter(other => isSame(other, cable));
  const [other] = same;
  if (!other || same.length > 1) return;
  const there = endAt(other, end.device);
  if (there.port === undefined || there.port === end.port) return;
  yield {
    ...spanOf(cable, end),
    case: 'differs',
    message: `Here the cable is in port ${end.port ?? ''}, in ${cableName(other)} in port ${there.port}. Look which is right, and write it in one place only.`,
    related: [placeOf(other.record, spanOf(other, there), cableName(other))],
  };
}

/** Cables at the device, of records that are not gone. */
function cablesAt(id: string, from: RecordEntry, estate: Estate): Cable[] {
  const naming = estate.naming(id, from.file);
  if (naming.length > mostAtDevice) return [];
  return [...naming, ...[estate.named(id, from.file) ?? []].flat()]
    .filter((one, i, all) => !isRetired(one) && all.indexOf(one) === i)
    .flatMap(cablesOf)
    .filter(({ a, b, sort }) => sort !== 'runs_on' && (a.device === id || b.device === id));
}

function isBefore(a: Cable, b: Cable): boolean {
  if (a.record !== b.record) return inOrder(a.record, b.record) < 0;
  return Number(a.path[1] ?? 0) < Number(b.path[1] ?? 0);
}

function endAt({ a, b }: Cable, device: string): End {
  return a.device === device ? a : b;
}

function usesPort(cable: Cable, end: End): boolean {
  return endAt(cable, end.device).port === end.port;
}

/** One cable in the two forms in which it may be written. */
function isSame(a: Cable, b: Cable): boolean {
  return pairOf(a) === pairOf(b) && (a.sort !== b.sort || (a.sort === 'connected_to' && a.record !== b.record));
}

function isGroup(id: string, from: RecordEntry, estate: Estate): boolean {
  const asset = estate.named(id, from.file);
  return isKind(asset, 'asset') && (asset.values.quantity ?? 1) > 1;
}

function nameAt(id: string, from: RecordEntry, estate: Estate): string {
  const asset = estate.named(id, from.file);
  return asset ? nameOf(asset) : id;
}

function cableName({ record }: Cable): string {
  return nameOf(record);
}

function* checkSpeed(cable: Cable, estate: Estate): Generator<Remark> {
  const { record } = cable;
  const speed = isKind(record, 'link') ? record.values.speed_mbps : undefined;
  if (speed === undefined) return;
  for (const end of [cable.a, cable.b]) {
    const asset = estate.named(end.device, record.file);
    const most = speedOf(asset, end);
    if (!asset || most === undefined || most >= speed) continue;
    yield {
      ...spanAt(record, ['speed_mbps']),
      case: 'speed',
      message: `This says ${speed} Mbit/s, but port ${end.port ?? ''} of ${nameOf(asset)} can do ${most} at the most. Correct one of the two.`,
      related: [placeOf(asset, spanAt(asset, ['ports']), `${asset.id}: ${most} Mbit/s`)],
    };
  }
}

/** How fast the port is, where the device says so. */
function speedOf(asset: RecordEntry | undefined, { port }: End): number | undefined {
  const ports = isKind(asset, 'asset') ? (asset.values.ports ?? []) : [];
  return ports.find(({ name }) => plainPort(name) === port)?.speed_mbps;
}
