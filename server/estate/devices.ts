import type { ProbeTarget } from '../model/outcome.ts';
import type { Estate } from './estate.ts';
import { isRetired, type RecordOf } from './record.ts';

/** What a probe needs to know of an asset: all of it from its record. */
export function targetOf(asset: RecordOf<'asset'>, estate: Estate): ProbeTarget {
  const { type = 'other', snmp = 'none', checks = [] } = asset.values;
  const checked = checks.find(check => check.credential !== undefined)?.credential;
  return {
    school: estate.schoolOf(asset.file)?.id ?? '',
    id: asset.id,
    title: asset.title,
    type,
    address: addressOf(asset),
    snmp,
    credential: checked ?? asset.values.credential ?? '',
  };
}

/** Its recorded address, else its name on the network, else nothing. */
function addressOf({ values }: RecordOf<'asset'>): string {
  return values.address ?? values.hostname ?? '';
}

/** The recorded networks of the school that the file belongs to. */
export function networksOf(file: string, estate: Estate): string[] {
  return estate
    .ofKind('subnet', file)
    .flatMap(subnet => (subnet.values.cidr === undefined ? [] : [subnet.values.cidr]));
}

/** Assets that can be asked: live ones with an address. */
export function devicesOf(file: string, estate: Estate): RecordOf<'asset'>[] {
  return estate.ofKind('asset', file).filter(asset => !isRetired(asset) && addressOf(asset) !== '' && asset.id !== '');
}

/** Names of stored credentials that the school's records use, with how often and for which SNMP. Networks name one without a version. */
export function credentialsOf(
  file: string,
  estate: Estate,
): { name: string; usedBy: number; snmp: 'none' | 'v1' | 'v2c' | 'v3' }[] {
  const names = new Map<string, { name: string; usedBy: number; snmp: 'none' | 'v1' | 'v2c' | 'v3' }>();
  const uses = [
    ...devicesOf(file, estate).map(asset => targetOf(asset, estate)),
    ...estate
      .ofKind('subnet', file)
      .map(({ values }) => ({ credential: values.credential ?? '', snmp: 'none' as const })),
  ];
  for (const { credential, snmp } of uses) {
    if (!credential) continue;
    const known = names.get(credential);
    names.set(credential, { name: credential, usedBy: (known?.usedBy ?? 0) + 1, snmp: known?.snmp ?? snmp });
  }
  return [...names.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
