import type { SeenDevice } from '../../model/seen-device.ts';
import { guessDevice, type Guess } from './guess.ts';

/** One device, at however many addresses it was seen. */
export interface FoundDevice {
  /** As it was seen at each. */
  readonly seen: readonly SeenDevice[];
  /** What was seen of it, everything together, under its first address. */
  readonly device: SeenDevice;
  readonly addresses: readonly string[];
  /** Every hardware address that it was seen with or speaks of. */
  readonly macs: readonly string[];
  readonly guess: Guess;
}

/** Two addresses with one serial number, or with one hardware address, are one device. In the order in which they were seen. */
export function gatherDevices(seen: readonly SeenDevice[]): FoundDevice[] {
  const groups: SeenDevice[][] = [];
  const byKey = new Map<string, SeenDevice[]>();
  for (const one of seen) {
    const keys = keysOf(one);
    const known = [...new Set(keys.flatMap(key => byKey.get(key) ?? []))];
    const joined = new Set(known.map(other => groups.find(group => group.includes(other))));
    const [first, ...others] = [...joined].filter(group => group !== undefined);
    const group = first ?? [];
    if (!first) groups.push(group);
    for (const other of others) group.push(...other.splice(0));
    group.push(one);
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return groups.filter(group => group.length > 0).map(join);
}

function keysOf(seen: SeenDevice): string[] {
  const { serial } = guessDevice(seen);
  const macs = macsOf(seen).map(mac => `mac ${mac}`);
  return serial === '' ? macs : [`serial ${serial.toLowerCase()}`, ...macs];
}

/** A hardware address that a device made up for its inner workings may be the same on many: it counts only where the network shows it. */
function macsOf({ mac, told }: SeenDevice): string[] {
  const own = told?.mac ?? '';
  const isMadeUp = (Number.parseInt(own.slice(0, 2), 16) & 2) !== 0;
  return [...new Set([mac, isMadeUp ? '' : own])].filter(one => one !== '');
}

function join(group: readonly SeenDevice[]): FoundDevice {
  const best = group.find(({ told }) => told !== undefined) ?? group[0];
  if (!best) throw new Error('a group without a device');
  const ports = new Map(group.flatMap(one => one.ports).map(port => [port.port, port]));
  const first = (text: (seen: SeenDevice) => string): string => group.map(text).find(one => one !== '') ?? '';
  const device: SeenDevice = {
    ...best,
    ports: [...ports.values()],
    mac: first(one => one.mac),
    vendor: first(one => one.vendor),
    name: first(one => one.name),
  };
  const addresses = [best.address, ...group.filter(one => one !== best).map(one => one.address)];
  return {
    seen: group,
    device,
    addresses: [...new Set(addresses)],
    macs: [...new Set(group.flatMap(macsOf))],
    guess: guessDevice(device),
  };
}
