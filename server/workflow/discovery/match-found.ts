import { isRetired, type RecordOf } from '../../estate/record.ts';
import { addressBytes, canonicalAddress } from '../../model/read-address.ts';
import type { FoundDevice } from './found-device.ts';

type Asset = RecordOf<'asset'>;

/** Which of the found devices are recorded already, and as what. */
export type Matching = ReadonlyMap<FoundDevice, Asset>;

/**
 * By serial number, then hardware address, then name, then address: the surer sign first, for all devices, so that a record which
 * is surely one device is not taken for another that has its address now. A record of a single device is one device.
 */
export function matchFound(found: readonly FoundDevice[], assets: readonly Asset[]): Matching {
  const matched = new Map<FoundDevice, Asset>();
  const taken = new Set<Asset>();
  for (const sign of signs(found)) {
    const index = indexBy(assets, sign);
    for (const device of found) {
      if (matched.has(device)) continue;
      const candidates = sign.ofDevice(device).flatMap(key => index.get(key) ?? []);
      const ranged = sign.isInRange ? assets.filter(asset => sign.isInRange?.(device, asset)) : [];
      const asset = [...candidates, ...ranged].find(one => !taken.has(one) && !(sign.weak && isAnother(device, one)));
      if (!asset) continue;
      matched.set(device, asset);
      if (!isGroup(asset)) taken.add(asset);
    }
  }
  return matched;
}

interface Sign {
  readonly ofDevice: (device: FoundDevice) => readonly string[];
  readonly ofAsset: (asset: Asset) => readonly (string | undefined)[];
  /** It may pass to another device: only of what is there still, and only where nothing surer speaks against it. */
  readonly weak: boolean;
  readonly isInRange?: (device: FoundDevice, asset: Asset) => boolean;
}

function signs(found: readonly FoundDevice[]): readonly Sign[] {
  const named = usedOnce(found);
  const nameOf = (device: FoundDevice): string[] => (named.has(device) ? [device.guess.name.toLowerCase()] : []);
  return [
    {
      ofDevice: ({ guess }) => [guess.serial.toLowerCase()],
      ofAsset: ({ values }) => [values.serial, ...(values.members ?? []).map(member => member.serial)],
      weak: false,
    },
    { ofDevice: ({ macs }) => macs, ofAsset: ({ values }) => [values.mac], weak: false },
    { ofDevice: nameOf, ofAsset: ({ values }) => [values.hostname?.split('.')[0]], weak: true },
    { ofDevice: nameOf, ofAsset: ({ id }) => [id], weak: true },
    {
      ofDevice: ({ addresses }) => addresses.map(canonicalAddress),
      ofAsset: ({ values }) =>
        [values.address, ...(values.addresses ?? []).map(one => one.address)].map(one => one && canonicalAddress(one)),
      weak: true,
      isInRange: ({ addresses }, { values }) => addresses.some(one => isBetween(one, values.address_range)),
    },
  ];
}

/** Devices whose name no other found device bears: one that several bear is what they came with. */
export function usedOnce(found: readonly FoundDevice[]): ReadonlySet<FoundDevice> {
  const uses = new Map<string, FoundDevice[]>();
  for (const device of found) {
    const name = device.guess.name.toLowerCase();
    if (name !== '') uses.set(name, [...(uses.get(name) ?? []), device]);
  }
  return new Set([...uses.values()].flatMap(devices => (devices.length === 1 ? devices : [])));
}

function indexBy(assets: readonly Asset[], sign: Sign): ReadonlyMap<string, readonly Asset[]> {
  const index = new Map<string, Asset[]>();
  for (const asset of assets) {
    if (sign.weak && isRetired(asset)) continue;
    for (const text of sign.ofAsset(asset)) {
      const key = text?.toLowerCase() ?? '';
      if (key !== '') index.set(key, [...(index.get(key) ?? []), asset]);
    }
  }
  index.delete('');
  return index;
}

/** Its serial number or its hardware address says that it is not the recorded one. */
function isAnother({ guess, macs }: FoundDevice, asset: Asset): boolean {
  if (isGroup(asset)) return false;
  const { serial, mac } = asset.values;
  if (serial !== undefined && guess.serial !== '') return serial.toLowerCase() !== guess.serial.toLowerCase();
  return mac !== undefined && macs.length > 0 && !macs.some(one => isNear(one, mac));
}

/** A device has several, one after another: that of the network port, that of the whole. */
const mostApart = 64;

function isNear(a: string, b: string): boolean {
  const number = (mac: string): number => Number.parseInt(mac.replaceAll(':', ''), 16);
  return Math.abs(number(a) - number(b)) <= mostApart;
}

/** Several devices in one record. */
function isGroup({ values }: Asset): boolean {
  return (values.quantity ?? 1) > 1 || (values.members?.length ?? 0) > 0 || values.address_range !== undefined;
}

function isBetween(address: string, range: string | undefined): boolean {
  if (range === undefined) return false;
  const [from = '', to = ''] = range.split(/\s*[-–]\s*/);
  const [at, low, high] = [textToCompare(address), textToCompare(from), textToCompare(to)];
  // Of one length are the texts of one sort of address; the empty text is no address.
  return at.length > 0 && at.length === low.length && at.length === high.length && low <= at && at <= high;
}

function textToCompare(address: string): string {
  return (addressBytes(address) ?? []).map(byte => byte.toString(16).padStart(2, '0')).join('');
}
