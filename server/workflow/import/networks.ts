import { networksOf } from '../../estate/devices.ts';
import type { Estate } from '../../estate/estate.ts';
import { isInside, parseAddress } from '../../model/read-address.ts';
import type { AssetType } from '../../records/vocabulary.data.ts';

/**
 * Whether an address may be recorded as it is: inside a recorded network, public, or of a line to the outside. Where no network is
 * recorded yet, every address may.
 */
export function isKnownNetworkAddress(estate: Estate, home: string): (address: string, type: AssetType) => boolean {
  const networks = networksOf(home, estate).slice(0, 200);
  return (address, type) =>
    networks.length === 0 ||
    type === 'circuit' ||
    type === 'cloud_service' ||
    parseAddress(address)?.range() === 'unicast' ||
    networks.some(cidr => isInside(address, cidr));
}
