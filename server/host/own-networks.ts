import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** A network that this computer is in. */
export interface OwnNetwork {
  /** This computer's own address in it. */
  readonly address: string;
  /** Length of the network's part: 24 in 192.168.10.0/24. */
  readonly length: number;
}

/** IPv4 networks of this computer: no loopback, no address that it gave itself because nobody handed one out. */
export function ownNetworks(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces()): OwnNetwork[] {
  const found = new Map<string, OwnNetwork>();
  for (const one of Object.values(interfaces).flatMap(list => list ?? [])) {
    const length = Number(one.cidr?.split('/')[1]);
    if (one.internal || one.family !== 'IPv4' || !Number.isInteger(length)) continue;
    if (one.address.startsWith('169.254.')) continue;
    found.set(`${one.address}/${length}`, { address: one.address, length });
  }
  return [...found.values()];
}
