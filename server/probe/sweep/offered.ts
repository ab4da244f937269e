/** Networks that a look may begin with: those that this computer is in, and those that the demonstration network stands for. */
import ipaddr from 'ipaddr.js';
import { ownNetworks, type OwnNetwork } from '../../host/own-networks.ts';
import { isInside, overlap } from '../../model/read-address.ts';
import { documentationRanges } from '../address-ranges.data.ts';
import { parseAddress } from '../may-probe.ts';
import { widestLength } from './addresses.ts';

export interface OfferedNetwork {
  readonly cidr: string;
  readonly origin: 'own' | 'demonstration';
  /** This computer's own address in it; empty for the demonstration network. */
  readonly address: string;
}

/**
 * @param mapped the addresses that the demonstration network stands for
 * @param recorded ranges that are recorded: what shares an address with one of them is left out
 */
export function offeredNetworks(
  mapped: readonly string[],
  recorded: readonly string[],
  own: readonly OwnNetwork[] = ownNetworks(),
): OfferedNetwork[] {
  const offered = new Map<string, OfferedNetwork>();
  for (const { address, length } of own) {
    // A laboratory may really use these; nothing is ever sent there all the same.
    if (documentationRanges.some(range => isInside(address, range))) continue;
    // Of a network that is too wide to be tried as a whole, the part around this computer.
    const cidr = rangeAround(address, length < widestLength ? 24 : length);
    offered.set(cidr, { cidr, origin: 'own', address });
  }
  for (const address of mapped) {
    if (parseAddress(address)?.kind() !== 'ipv4') continue;
    const cidr = rangeAround(address, 24);
    if (!offered.has(cidr)) offered.set(cidr, { cidr, origin: 'demonstration', address: '' });
  }
  return [...offered.values()].filter(({ cidr }) => !recorded.some(one => overlap(cidr, one)));
}

function rangeAround(address: string, length: number): string {
  return `${ipaddr.IPv4.networkAddressFromCIDR(`${address}/${length}`).toString()}/${length}`;
}
