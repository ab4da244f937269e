import type { Estate } from '../../estate/estate.ts';
import { isRetired, type RecordOf } from '../../estate/record.ts';
import { proposeId } from '../../estate/next-id.ts';
import { canonicalAddress } from '../../model/read-address.ts';
import { plainForm } from '../../model/words.ts';
import { asset as assetKind } from '../../records/register/asset.ts';
import { isHandedOut } from '../../rules/cfg/cfg-003.ts';
import type { NewValue } from '../../yaml/edit-text.ts';
import type { FoundDevice } from './found-device.ts';
import { titleOf } from './found-words.ts';

/** A device as it would be recorded. */
export interface FoundRecord {
  readonly found: FoundDevice;
  readonly id: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, NewValue | undefined>>;
}

/** The school's records that a new one must fit to. */
interface Surroundings {
  readonly estate: Estate;
  /** The file that the records will stand in. */
  readonly file: string;
  readonly subnets: readonly RecordOf<'subnet'>[];
  /** Values that only one live record may have, by their sort. */
  readonly taken: Set<string>;
  readonly ids: Set<string>;
}

/**
 * The records of new devices, none of which the checker finds fault with: five keys, then what was seen of each. A device that could
 * not be known again – seen at an address only that is handed out automatically, or that is another's – has none.
 *
 * @param named devices whose name is theirs alone
 */
export function recordsOfFound(
  found: readonly FoundDevice[],
  named: ReadonlySet<FoundDevice>,
  estate: Estate,
  file: string,
): FoundRecord[] {
  const around = surroundingsOf(estate, file);
  // Those that bear a free id as their name get it; the others get what is left.
  const ids = new Map(found.map(device => [device, named.has(device) ? idByName(device, around) : undefined]));
  for (const id of ids.values()) if (id !== undefined) around.ids.add(id.toLowerCase());
  return found.flatMap(device => {
    const seen = seenFields(device, named.has(device), around);
    if (seen === undefined) return [];
    const id = ids.get(device) ?? nextId(device, around);
    const title = titleOf(device);
    const { type, place } = device.guess;
    const location = placeNamed(place, around)?.id ?? 'unknown';
    // "Something else" would be a statement; what could not be told is to be found out.
    const told = type === 'other' ? 'unknown' : type;
    return [{ found: device, id, title, fields: { kind: 'asset', id, title, type: told, location, ...seen } }];
  });
}

function surroundingsOf(estate: Estate, file: string): Surroundings {
  const live = estate.ofKind('asset', file).filter(asset => !isRetired(asset));
  const distinct = live.flatMap(asset => asset.understood.distinct.map(({ index, key }) => `${index}:${key}`));
  return { estate, file, subnets: estate.ofKind('subnet', file), taken: new Set(distinct), ids: new Set() };
}

/** What was seen, as far as no other record says it of itself; undefined where nothing of it would tell the device again. */
function seenFields(
  { device, addresses, macs, guess }: FoundDevice,
  isNamed: boolean,
  { taken, subnets }: Surroundings,
): Record<string, NewValue | undefined> | undefined {
  const claim = (index: string, text: string | undefined): string | undefined => {
    const key = `${index}:${index === 'address' ? canonicalAddress(text ?? '') : (text ?? '').toLowerCase()}`;
    if (text === undefined || text === '' || taken.has(key)) return undefined;
    taken.add(key);
    return text;
  };
  const serial = claim('serial number', guess.serial);
  const hostname = isNamed ? claim('host name', hostnameOf(device.name, guess.name)) : undefined;
  const mac = claim('MAC address', macs[0]);
  // One that is handed out is the device's today and another's tomorrow.
  const lasting = addresses.filter(address => !isHandedOut(address, subnets));
  const [address, ...more] = lasting.flatMap(one => claim('address', one) ?? []);
  if ([serial, hostname, mac, address].every(one => one === undefined)) return undefined;
  return {
    make: guess.make || undefined,
    model: guess.model || undefined,
    serial,
    hostname,
    address,
    addresses: more.length > 0 ? more.map(one => ({ address: one })) : undefined,
    mac,
    snmp: device.told?.snmp,
    credential: device.told?.credential,
  };
}

/** With its domain, where a name server knows it so. */
function hostnameOf(byServer: string, name: string): string {
  const isSame = byServer.split('.')[0]?.toLowerCase() === name.toLowerCase();
  const isOrdinary = byServer.length <= 100 && /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(byServer);
  return isSame && isOrdinary ? byServer : name;
}

/** `PRN-01` for a printer that calls itself prn-01, if that is free. */
function idByName({ guess }: FoundDevice, { estate, file, ids }: Surroundings): string | undefined {
  const prefix = assetKind.prefixByType?.[guess.type] ?? assetKind.prefix;
  const id = guess.name.toUpperCase();
  const fits = id.startsWith(`${prefix}-`) && /^\d{1,4}$/.test(id.slice(prefix.length + 1));
  return fits && estate.find(id, file).length === 0 && !ids.has(id.toLowerCase()) ? id : undefined;
}

/** The next free one of its type, that no other of this batch has. */
function nextId({ guess }: FoundDevice, { estate, file, ids }: Surroundings): string {
  const proposed = proposeId({ declaration: assetKind, type: guess.type, title: '', file }, estate);
  const [, start = `${proposed}-`, digits = '1'] = /^(.*?)(\d+)$/.exec(proposed) ?? [];
  for (let number = Number(digits); ; number += 1) {
    const id = `${start}${String(number).padStart(digits.length, '0')}`;
    if (ids.has(id.toLowerCase()) || estate.find(id, file).length > 0) continue;
    ids.add(id.toLowerCase());
    return id;
  }
}

/** The place whose title or id it is, if it is only one. */
function placeNamed(place: string, { estate, file }: Surroundings): RecordOf<'location'> | undefined {
  if (place === '') return undefined;
  const wanted = plainForm(place);
  const places = estate
    .ofKind('location', file)
    .filter(one => [one.title, one.id].some(text => plainForm(text) === wanted));
  return places.length === 1 ? places[0] : undefined;
}
