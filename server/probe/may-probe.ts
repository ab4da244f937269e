/**
 * Where packets may go (precise.md 1). `mayProbe` stands before every socket and every spawned ping, `mayLookUp`
 * before every name look-up. Only these two can make a `Permitted…` value, and `sender.ts` – the one file that opens
 * sockets and starts programs – takes nothing else, so a packet that nobody permitted does not compile.
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { FailureReason, MappedAddress, ProbeGuard } from '../model/outcome.ts';
import { parseAddress as strictAddress } from '../model/read-address.ts';
import { documentationRanges, hostRanges, loopbackRange } from './address-ranges.data.ts';

declare const permission: unique symbol;

export interface Endpoint {
  /** The recorded address, after name resolution: IPv4 or IPv6 as text. */
  readonly address: string;
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  /** 1 … 65535; ignored for icmp. */
  readonly port: number;
}

/** Where a packet may really go: the map is applied, the address is in canonical form. */
export interface PermittedEndpoint {
  readonly [permission]: true;
  readonly address: string;
  /** 0 for the system's ping. */
  readonly port: number;
  readonly family: 4 | 6;
  /** True when the address map put the demonstration network in the recorded device's place. */
  readonly mapped: boolean;
}

export interface PermittedName {
  readonly [permission]: true;
  readonly name: string;
}

/** An address of a recorded network, of which a name server may be asked what it is called. */
export interface PermittedReverse {
  readonly [permission]: true;
  readonly address: string;
}

export interface Refusal {
  readonly ok: false;
  readonly reason: FailureReason;
  readonly detail: string;
}
export type Permission = { readonly ok: true; readonly to: PermittedEndpoint } | Refusal;

type Ip = ReturnType<typeof ipaddr.parse>;
type Network = [Ip, number];

// Parsed once: a sweep asks for tens of thousands of endpoints.
const documentation: readonly Network[] = documentationRanges.map(range => ipaddr.parseCIDR(range));
const loopback: readonly Network[] = [ipaddr.parseCIDR(loopbackRange)];

/**
 * May a packet go to this endpoint, and where to? Sends nothing itself.
 *
 * Order: trust, form of the address, documentation ranges (unmapped), recorded networks (on the recorded address),
 * address map, target of the map, FITS_ONLY_LOOPBACK.
 */
export function mayProbe(endpoint: Endpoint, guard: ProbeGuard): Permission {
  if (!guard.trusted) return refuse('not_trusted', 'The folder is not trusted.');
  const ip = parseAddress(endpoint.address);
  if (ip === undefined) return refuse('bad_name', `"${shorten(endpoint.address)}" is not an IP address.`);
  if (endpoint.protocol !== 'icmp' && !isPort(endpoint.port)) {
    return refuse('bad_name', `${endpoint.port} is not a port number.`);
  }
  const mapped = findMapped(endpoint.address, ip, guard);
  if (mapped === undefined && isIn(ip, documentation)) {
    return refuse('documentation_address', `${ip.toString()} is an address for examples in documents.`);
  }
  const outside = checkNetworks(ip, guard.networks);
  if (outside !== undefined) return outside;
  return mapped === undefined ? permitUnmapped(ip, endpoint, guard) : permitMapped(endpoint, mapped);
}

/**
 * May this host name be looked up? A look-up is a packet to a name server, so an untrusted folder gets none, and
 * under FITS_ONLY_LOOPBACK only `localhost` is looked up (RFC 6761: it never leaves this computer).
 */
export function mayLookUp(
  name: string,
  guard: ProbeGuard,
): { readonly ok: true; readonly name: PermittedName } | Refusal {
  if (!guard.trusted) return refuse('not_trusted', 'The folder is not trusted.');
  if (!isHostName(name)) return refuse('bad_name', `"${shorten(name)}" is neither an address nor a host name.`);
  if (guard.onlyLoopback && name.toLowerCase() !== 'localhost') {
    return refuse('not_loopback', `To find "${shorten(name)}" a name server would have to be asked.`);
  }
  return { ok: true, name: { name } as PermittedName };
}

/**
 * May a name server be asked what this address is called? That is a packet too: not under FITS_ONLY_LOOPBACK, not for an address that
 * the demonstration network stands for, and else only where the address itself may be asked.
 */
export function mayAskName(
  address: string,
  guard: ProbeGuard,
): { readonly ok: true; readonly of: PermittedReverse } | Refusal {
  const permission = mayProbe({ address, protocol: 'icmp', port: 0 }, guard);
  if (!permission.ok) return permission;
  if (permission.to.mapped) return refuse('not_mapped', 'The demonstration network has no name server.');
  if (guard.onlyLoopback) {
    return refuse('not_loopback', `To find the name of ${permission.to.address} a name server would have to be asked.`);
  }
  return { ok: true, of: { address: permission.to.address } as PermittedReverse };
}

/** Letters, digits, dots, hyphens and underscores; never a leading `-`, which a program could read as an option. */
export function isHostName(text: string): boolean {
  // A name made of digits and dots only, or with a 0x part, is an address in disguise: `inet_aton` reads 010.0.0.1 as 8.0.0.1.
  const disguised = text.split('.').every(part => /^(0x[0-9a-f]*|\d+)$/i.test(part));
  return !disguised && /^[A-Za-z0-9]([A-Za-z0-9._-]{0,252})$/.test(text);
}

/** An address as both Node and we read it; undefined when it is none. */
export function parseAddress(text: string): Ip | undefined {
  return isIP(text) === 0 ? undefined : strictAddress(text);
}

function permitUnmapped(ip: Ip, endpoint: Endpoint, guard: ProbeGuard): Permission {
  if (guard.onlyLoopback && !isIn(ip, loopback)) {
    return refuse('not_loopback', `FITS_ONLY_LOOPBACK is set, and ${ip.toString()} is another computer.`);
  }
  return permit(ip, endpoint.protocol === 'icmp' ? 0 : endpoint.port, false);
}

function permitMapped(endpoint: Endpoint, mapped: MappedAddress): Permission {
  const target = parseAddress(mapped.to);
  if (target === undefined || !isIn(target, loopback)) {
    return refuse('not_loopback', 'The address map may lead only to 127.0.0.0/8.');
  }
  const port = endpoint.protocol === 'icmp' ? echoPort(mapped) : mappedPort(endpoint, mapped);
  if (port === undefined) {
    const wanted = endpoint.protocol === 'icmp' ? 'ping' : `${endpoint.protocol}/${endpoint.port}`;
    return refuse('not_mapped', `The address map has ${shorten(endpoint.address)}, but not its ${wanted}.`);
  }
  return permit(target, port, true);
}

function permit(ip: Ip, port: number, mapped: boolean): Permission {
  const to = { address: ip.toString(), port, family: ip.kind() === 'ipv4' ? 4 : 6, mapped } as PermittedEndpoint;
  return { ok: true, to };
}

/** A network's own broadcast address is many devices, not one, so it is refused although it lies inside. */
function checkNetworks(ip: Ip, networks: readonly string[]): Refusal | undefined {
  if (!hostRanges.has(ip.range()) && !isIn(ip, documentation)) {
    return refuse('bad_name', `${ip.toString()} is not the address of one device.`);
  }
  const holding = parseNetworks(networks).filter(({ network }) => matches(ip, network));
  if (holding.length === 0) return refuse('outside_networks', `${ip.toString()} is in none of the recorded networks.`);
  if (holding.some(({ edges }) => edges.includes(ip.toString()))) {
    return refuse('bad_name', `${ip.toString()} is a whole network's address, not the address of one device.`);
  }
  return undefined;
}

interface RecordedNetwork {
  readonly network: Network;
  readonly edges: readonly string[];
}

/** The same list comes with every endpoint of a run. */
const parsedNetworks = new WeakMap<readonly string[], readonly RecordedNetwork[]>();

function parseNetworks(networks: readonly string[]): readonly RecordedNetwork[] {
  const known = parsedNetworks.get(networks);
  if (known !== undefined) return known;
  const parsed = networks.flatMap(cidr => {
    const network = parseNetwork(cidr);
    return network === undefined ? [] : [{ network, edges: edgesOf(network) }];
  });
  parsedNetworks.set(networks, parsed);
  return parsed;
}

/** First and last address of an IPv4 network; /31 and /32 have none (RFC 3021). */
function edgesOf([network, bits]: Network): readonly string[] {
  if (network.kind() !== 'ipv4' || bits >= 31) return [];
  const cidr = `${network.toString()}/${bits}`;
  const edges = [ipaddr.IPv4.broadcastAddressFromCIDR(cidr), ipaddr.IPv4.networkAddressFromCIDR(cidr)];
  return edges.map(edge => edge.toString());
}

function findMapped(recorded: string, ip: Ip, guard: ProbeGuard): MappedAddress | undefined {
  for (const key of [recorded, ip.toString()]) {
    // `hasOwn`: the map comes from settings, and "constructor" is not an address.
    if (Object.hasOwn(guard.addressMap, key)) return guard.addressMap[key];
  }
  return undefined;
}

function mappedPort(endpoint: Endpoint, mapped: MappedAddress): number | undefined {
  const key = `${endpoint.protocol}/${endpoint.port}`;
  if (mapped.ports === undefined || !Object.hasOwn(mapped.ports, key)) return undefined;
  const port = mapped.ports[key];
  return port !== undefined && isPort(port) ? port : undefined;
}

function echoPort(mapped: MappedAddress): number | undefined {
  const port = Number(/^udp\/(\d{1,5})$/.exec(mapped.icmp ?? '')?.[1]);
  return isPort(port) ? port : undefined;
}

function isIn(ip: Ip, ranges: readonly Network[]): boolean {
  return ranges.some(range => matches(ip, range));
}

function parseNetwork(cidr: string): Network | undefined {
  const [address, bits, ...rest] = cidr.split('/');
  const ip = parseAddress(address ?? '');
  if (ip === undefined || bits === undefined || rest.length > 0 || !/^\d{1,3}$/.test(bits)) return undefined;
  const length = Number(bits);
  return length <= (ip.kind() === 'ipv4' ? 32 : 128) ? [ip, length] : undefined;
}

function matches(ip: Ip, [network, bits]: Network): boolean {
  return ip.kind() === network.kind() && ip.match([network, bits]);
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}

function refuse(reason: FailureReason, detail: string): Refusal {
  return { ok: false, reason, detail };
}

/** What a record says may be long or hold control characters; a detail is one short line. */
function shorten(text: string): string {
  return text.replace(/\p{C}/gu, '?').slice(0, 60);
}
