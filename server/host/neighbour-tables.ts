/** Texts in which operating systems list who has which hardware address on the network. Pure. */

export interface Neighbour {
  readonly address: string;
  /** In pairs with colons, small letters. */
  readonly mac: string;
}

export type NeighbourForm = 'linux' | 'mac' | 'windows';

/**
 * The finished entries of such a text: what is incomplete, a broadcast or a group is no device.
 *
 * - `linux`: the file /proc/net/arp. Only flags with 0x2 (complete) count.
 * - `mac`: `arp -an`, which leaves out leading zeros: `at 0:1b:2c:3:4:5 on en0`.
 * - `windows`: `arp -a`, in any language: the words differ, the columns do not.
 */
export function readNeighbours(text: string, form: NeighbourForm): Neighbour[] {
  const found = new Map<string, Neighbour>();
  for (const line of text.split(/\r?\n/)) {
    const [address, written] = readers[form](line) ?? [];
    const mac = written === undefined ? undefined : tidyMac(written);
    if (address !== undefined && mac !== undefined && !found.has(address)) found.set(address, { address, mac });
  }
  return [...found.values()];
}

type Pair = readonly [address: string, mac: string] | undefined;

const readers: Readonly<Record<NeighbourForm, (line: string) => Pair>> = {
  linux: line => {
    const [address = '', , flags = '', mac = ''] = line.trim().split(/\s+/);
    return isIpv4(address) && (Number.parseInt(flags, 16) & 2) !== 0 ? [address, mac] : undefined;
  },
  mac: line => {
    const [, address = '', mac = ''] = /\((\d{1,3}(?:\.\d{1,3}){3})\) at ([0-9a-f:]+) /i.exec(line) ?? [];
    return isIpv4(address) ? [address, mac] : undefined;
  },
  windows: line => {
    const [address = '', mac = ''] = line.trim().split(/\s+/);
    return isIpv4(address) && /^[0-9a-f]{2}(-[0-9a-f]{2}){5}$/i.test(mac) ? [address, mac] : undefined;
  },
};

function isIpv4(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text);
}

/** In pairs with colons; undefined for what is no device's: all zeros, a group (odd first pair), too few pairs. */
export function tidyMac(text: string): string | undefined {
  const pairs = text.toLowerCase().split(/[:-]/);
  if (pairs.length !== 6 || pairs.some(pair => !/^[0-9a-f]{1,2}$/.test(pair))) return undefined;
  const mac = pairs.map(pair => pair.padStart(2, '0')).join(':');
  const isGroup = (Number.parseInt(pairs[0] ?? '', 16) & 1) !== 0;
  return isGroup || mac === '00:00:00:00:00:00' ? undefined : mac;
}

/** More addresses than this with one hardware address: that is a router, which answers in others' place. */
const mostOfOne = 4;

/** Only those who answer for themselves: behind a router that stands in for a whole network, nobody may be there. */
export function withoutStandIns(neighbours: readonly Neighbour[]): Neighbour[] {
  const uses = new Map<string, number>();
  for (const { mac } of neighbours) uses.set(mac, (uses.get(mac) ?? 0) + 1);
  return neighbours.filter(({ mac }) => (uses.get(mac) ?? 0) <= mostOfOne);
}
