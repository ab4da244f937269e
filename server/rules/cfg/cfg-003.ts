import type { Estate } from '../../estate/estate.ts';
import { isKind, isRetired, nameOf, spanAt, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import { inOrder } from '../../estate/schools.ts';
import { addressBytes, isInside, overlap, parseAddress } from '../../model/read-address.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

export const cfg003: Rule = {
  code: 'CFG-003',
  title: 'Addresses lie in recorded networks, and the networks do not overlap',
  why: 'Only recorded networks are checked, so a device outside them is never looked at; overlapping networks make it uncertain where a device is.',
  bad: 'kind: subnet\nid: staff\ntitle: Staff\ncidr: 192.168.10.0/24\n---\nkind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: unknown\naddress: 192.168.20.4\n',
  good: 'kind: subnet\nid: staff\ntitle: Staff\ncidr: 192.168.10.0/24\n---\nkind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: unknown\naddress: 192.168.10.4\n',
  cases: {
    no_subnet: 'error',
    public: 'warning',
    overlap: 'error',
    scope_outside: 'error',
    static_in_scope: 'warning',
  },
  *check(record, estate) {
    if (isKind(record, 'asset')) yield* checkAsset(record, estate);
    if (isKind(record, 'subnet')) yield* checkSubnet(record, estate);
  },
};

/** More networks than any school has; it bounds what a file made to do harm can cost. */
const mostNetworks = 200;

function networksOf(file: string, estate: Estate): RecordOf<'subnet'>[] {
  return estate
    .ofKind('subnet', file)
    .slice(0, mostNetworks)
    .filter(one => one.values.cidr !== undefined);
}

function* checkAsset(asset: RecordOf<'asset'>, estate: Estate): Generator<Remark> {
  if (isRetired(asset)) return;
  const subnets = networksOf(asset.file, estate);
  const places: (readonly [string | undefined, readonly (string | number)[]])[] = [
    [asset.values.address, ['address']],
    ...(asset.values.addresses ?? []).map((one, i) => [one.address, ['addresses', i, 'address']] as const),
  ];
  for (const [address, path] of places) {
    if (address === undefined || subnets.length === 0) continue;
    const home = subnets.find(one => isInside(address, one.values.cidr ?? ''));
    if (!home) yield outside(asset, address, spanAt(asset, path));
    else yield* inScope(asset, address, home, spanAt(asset, path));
  }
}

function outside(asset: RecordOf<'asset'>, address: string, span: { start: number; end: number }): Remark {
  const open = isPublic(address) || asset.values.type === 'circuit' || asset.values.type === 'cloud_service';
  const message = open
    ? `${address} is in none of your recorded networks, so it is never checked. Record its network, if it is yours to look at.`
    : `${address} is in none of your recorded networks, so it is never checked. Record its network, or correct the address.`;
  return { ...span, case: open ? 'public' : 'no_subnet', message };
}

function isPublic(address: string): boolean {
  return parseAddress(address)?.range() === 'unicast';
}

function* inScope(
  asset: RecordOf<'asset'>,
  address: string,
  subnet: RecordOf<'subnet'>,
  span: { start: number; end: number },
): Generator<Remark> {
  const scope = subnet.values.dhcp_scope;
  if (
    asset.values.addressing === 'reserved' ||
    scope?.from === undefined ||
    scope.to === undefined ||
    !isBetween(address, scope.from, scope.to)
  )
    return;
  const message = `${address} lies among the addresses that ${nameOf(subnet)} hands out, so another device may get it too. Reserve it there and write addressing: reserved, or move the device.`;
  yield {
    ...span,
    case: 'static_in_scope',
    message,
    related: [placeOf(subnet, spanAt(subnet, ['dhcp_scope']), `Handed out: ${scope.from} to ${scope.to}`)],
  };
}

/** Whether the address is one that the network which holds it hands out automatically, as far as that is recorded. */
export function isHandedOut(address: string, subnets: readonly RecordOf<'subnet'>[]): boolean {
  const home = subnets.find(one => isInside(address, one.values.cidr ?? ''));
  const { from, to } = home?.values.dhcp_scope ?? {};
  return from !== undefined && to !== undefined && isBetween(address, from, to);
}

function isBetween(address: string, from: string, to: string): boolean {
  const [at, low, high] = [key(address), key(from), key(to)];
  return at.length === low.length && low <= at && at <= high;
}

/** Addresses of one sort compare as these texts do. */
function key(address: string): string {
  return (addressBytes(address) ?? []).map(byte => byte.toString(16).padStart(2, '0')).join('');
}

function* checkSubnet(subnet: RecordOf<'subnet'>, estate: Estate): Generator<Remark> {
  const cidr = subnet.values.cidr;
  if (cidr === undefined) return;
  const other = networksOf(subnet.file, estate).find(
    one => inOrder(one, subnet) < 0 && overlap(cidr, one.values.cidr ?? ''),
  );
  if (other) yield overlapping(subnet, other);
  const scope = subnet.values.dhcp_scope;
  for (const end of ['from', 'to'] as const) {
    const address = scope?.[end];
    if (address === undefined || isInside(address, cidr)) continue;
    const message = `${address} is not one of the addresses of ${cidr}, so it can never be handed out there.`;
    yield { ...spanAt(subnet, ['dhcp_scope', end]), case: 'scope_outside', message };
  }
}

function overlapping(subnet: RecordEntry, other: RecordOf<'subnet'>): Remark {
  const message = `This range shares addresses with ${nameOf(other)}, ${other.values.cidr ?? ''}. A device in both is in neither for certain; correct one of the two.`;
  return {
    ...spanAt(subnet, ['cidr']),
    case: 'overlap',
    message,
    related: [placeOf(other, spanAt(other, ['cidr']), other.title)],
  };
}
