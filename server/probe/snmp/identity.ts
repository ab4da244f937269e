/** What a device says of its make, model and serial number: plain questions for well-known objects, no walk. */
import type { SystemGroup } from '../../model/outcome.ts';
import type { ToldIdentity } from '../../model/seen-device.ts';
import { tidyMac } from '../../host/neighbour-tables.ts';
import { ownObjects } from './own-objects.data.ts';
import type { SnmpSession } from './session.ts';
import { getEach, readText } from './values.ts';

/** ENTITY-MIB (RFC 6933): serial number, maker and model of a part. */
const entity = '1.3.6.1.2.1.47.1.1.1.1';
/** The whole device is the first part; in a stack the first switch is 1001, elsewhere the second entry. */
const parts = [1, 1001, 2] as const;
const columns = { serial: 11, make: 12, model: 13 } as const;

/** Printer-MIB (RFC 3805), UPS-MIB (RFC 1628), IF-MIB (RFC 2863), HOST-RESOURCES-MIB (RFC 2790). */
const objects = {
  printerSerial: '1.3.6.1.2.1.43.5.1.1.17.1',
  upsMake: '1.3.6.1.2.1.33.1.1.1.0',
  upsModel: '1.3.6.1.2.1.33.1.1.2.0',
  mac: '1.3.6.1.2.1.2.2.1.6.1',
  firstDevice: '1.3.6.1.2.1.25.3.2.1.3.1',
} as const;

type Identity = Omit<ToldIdentity, keyof SystemGroup | 'snmp' | 'credential'>;

/** Never fails: what does not come is empty. */
export async function readIdentity(session: SnmpSession, group: SystemGroup): Promise<Identity> {
  const own = ownObjects[enterpriseOf(group.sysObjectID)] ?? { model: [], serial: [] };
  const values = new Map<string, unknown>();
  for (const oids of [parts.flatMap(partOids), Object.values(objects), [...own.model, ...own.serial]]) {
    if (oids.length === 0) continue;
    const answer = await getEach(session, oids);
    if (answer.ok) for (const { oid, value } of answer.value) values.set(oid, value);
  }
  const text = (oid: string): string => readText(values.get(oid));
  const firstOf = (oids: readonly string[]): string => oids.map(text).find(found => found !== '') ?? '';
  return {
    parts: parts.map(part => ({
      serial: text(partOid('serial', part)),
      make: text(partOid('make', part)),
      model: text(partOid('model', part)),
    })),
    printerSerial: text(objects.printerSerial),
    upsMake: text(objects.upsMake),
    upsModel: text(objects.upsModel),
    mac: readMac(values.get(objects.mac)),
    firstDevice: text(objects.firstDevice),
    ownModel: firstOf(own.model),
    ownSerial: firstOf(own.serial),
  };
}

function partOids(part: (typeof parts)[number]): string[] {
  return [partOid('serial', part), partOid('make', part), partOid('model', part)];
}

function partOid(column: keyof typeof columns, part: (typeof parts)[number]): string {
  return `${entity}.${columns[column]}.${part}`;
}

/** The number that IANA gave the maker: 9 in 1.3.6.1.4.1.9.1.1208. */
function enterpriseOf(sysObjectID: string): string {
  return /^1\.3\.6\.1\.4\.1\.(\d+)/.exec(sysObjectID)?.[1] ?? '';
}

function readMac(value: unknown): string {
  if (!Buffer.isBuffer(value) || value.length !== 6) return '';
  return tidyMac([...value].map(byte => byte.toString(16).padStart(2, '0')).join(':')) ?? '';
}
