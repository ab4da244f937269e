/**
 * The demonstration network: simulated devices on 127.0.0.0/8 that stand, through `fits.addressMap`, for the devices of
 * the sample school. Unprivileged: every port is a free one.
 */
import { portsByType, usualPorts } from '../../server/probe/ports.data.ts';
import type { AddressMap, Credential, MappedAddress } from '../../server/model/outcome.ts';
import {
  demonstrationDevices,
  demonstrationSchools,
  demonstrationSecrets as secrets,
  schoolName,
  type DemonstrationDevice,
} from './demonstration-devices.data.ts';
import { startEcho } from './echo.ts';
import { startAgent } from './snmp-agent.ts';
import { readWalk } from './snmprec.ts';
import { findShutPort, startOpenPort, startSecureWebPage, startWebPage, type TcpServer } from './tcp-servers.ts';
import { makeCertificate, type Certificate } from './tls-certificate.ts';
import { serveUdp, type UdpServer } from './udp.ts';
import type { AgentUser } from './usm.ts';

export interface Demonstration {
  /** The value of the setting `fits.addressMap`. */
  readonly addressMap: AddressMap;
  /** School → name → secret: the form of the FITS_CREDENTIALS file. */
  readonly credentials: Readonly<Record<string, Readonly<Record<string, Credential>>>>;
  /** Lines that say what stands there and what is wrong with it. */
  readonly describe: string[];
  readonly counters: {
    /** UDP datagrams and TCP connections that reached any device. */
    readonly all: () => number;
    readonly of: (id: string) => { readonly ping: number; readonly snmp: number; readonly tcp: number };
  };
  readonly close: () => Promise<void>;
}

interface Standing {
  readonly device: DemonstrationDevice;
  readonly mapped: MappedAddress;
  readonly echo: UdpServer;
  readonly snmp: UdpServer | undefined;
  readonly tcp: readonly TcpServer[];
}

export async function startDemonstration(): Promise<Demonstration> {
  const place: Place = {
    aliases: await canUseAliases(),
    certificate: makeCertificate('demonstration.exampleton.example'),
    opened: [],
  };
  const standing: Standing[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(place.opened.map(async server => server.close()));
  };
  try {
    for (const device of demonstrationDevices) standing.push(await startDevice(device, place));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    addressMap: Object.fromEntries(standing.map(one => [one.device.address, one.mapped])),
    credentials: Object.fromEntries(demonstrationSchools.map(school => [school, credentials()])),
    describe: describe(place.aliases),
    counters: {
      all: () => standing.reduce((sum, one) => sum + total(one), 0),
      of: id => countsOf(standing.find(one => one.device.id === id)),
    },
    close,
  };
}

interface Place {
  readonly aliases: boolean;
  readonly certificate: Certificate;
  /** Everything that was opened, so that a start which fails half-way leaves nothing behind. */
  readonly opened: { readonly close: () => Promise<void> }[];
}

async function startDevice(device: DemonstrationDevice, place: Place): Promise<Standing> {
  const to = place.aliases ? aliasOf(device.address) : '127.0.0.1';
  const keep = <T extends { readonly close: () => Promise<void> }>(server: T): T => {
    place.opened.push(server);
    return server;
  };
  const down = device.trouble === 'down';
  const echo = keep(down ? await startSilence(to) : await startEcho(echoOptions(device, to)));
  const snmp = device.snmp === 'none' ? undefined : keep(await startSnmp(device, to));
  const ports: Record<string, number> = {};
  if (snmp !== undefined) ports['udp/161'] = snmp.port;
  const tcp: TcpServer[] = [];
  // A shut TCP port on loopback refuses, which would show the device alive: one that is down has no TCP ports at all.
  for (const { port } of down ? [] : (portsByType[device.type] ?? usualPorts)) {
    if (device.shut?.includes(port) === true) {
      ports[`tcp/${port}`] = await findShutPort(to);
      continue;
    }
    const server = keep(await startTcp(device, port, to, place.certificate));
    ports[`tcp/${port}`] = server.port;
    tcp.push(server);
  }
  return { device, echo, snmp, tcp, mapped: { to, ports, icmp: `udp/${echo.port}` } };
}

function echoOptions(device: DemonstrationDevice, address: string): Parameters<typeof startEcho>[0] {
  return { address, delay: device.delay ?? 0, loseEvery: device.trouble === 'lossy' ? 3 : 0 };
}

async function startSnmp(device: DemonstrationDevice, address: string): Promise<UdpServer> {
  if (device.walk === undefined || device.trouble === 'down' || device.trouble === 'no_snmp') {
    return await startSilence(address);
  }
  return await startAgent({
    address,
    walk: readWalk(device.walk, { school: schoolName, ...device.words }),
    delay: device.delay ?? 0,
    ...(device.snmp === 'v3'
      ? { users: [agentUser(device.trouble === 'other_password' ? 'another-password' : secrets.authPassword)] }
      : { communities: [secrets.community] }),
  });
}

async function startTcp(
  device: DemonstrationDevice,
  port: number,
  address: string,
  certificate: Certificate,
): Promise<TcpServer> {
  if (port === 443) return await startSecureWebPage(address, device.id, certificate);
  return port === 80 ? await startWebPage(address, device.id) : await startOpenPort(address);
}

/** Hears everything and says nothing. */
async function startSilence(address: string): Promise<UdpServer> {
  return await serveUdp(address, () => undefined);
}

function agentUser(authPassword: string): AgentUser {
  return {
    name: secrets.user,
    auth: { protocol: 'sha', password: authPassword },
    priv: { password: secrets.privPassword },
  };
}

function credentials(): Readonly<Record<string, Credential>> {
  return {
    'snmp-v3-core': {
      v: '3',
      user: secrets.user,
      level: 'authPriv',
      auth: { protocol: 'sha', password: secrets.authPassword },
      priv: { protocol: 'aes', password: secrets.privPassword },
    },
    'snmp-v2c-read': { v: '2c', community: secrets.community },
  };
}

/** Linux and Windows have all of 127.0.0.0/8; macOS has 127.0.0.1 only. */
async function canUseAliases(): Promise<boolean> {
  try {
    await (await startSilence('127.1.0.1')).close();
    return true;
  } catch {
    return false;
  }
}

/** 192.0.2.x → 127.1.0.x, 198.51.100.x → 127.1.1.x, 203.0.113.x → 127.1.2.x. */
function aliasOf(address: string): string {
  const [first, , , last = '1'] = address.split('.');
  return `127.1.${first === '192' ? 0 : first === '198' ? 1 : 2}.${last}`;
}

function countsOf(one: Standing | undefined): { ping: number; snmp: number; tcp: number } {
  if (one === undefined) return { ping: 0, snmp: 0, tcp: 0 };
  const tcp = one.tcp.reduce((sum, server) => sum + server.connections(), 0);
  return { ping: one.echo.received(), snmp: one.snmp?.received() ?? 0, tcp };
}

function total(one: Standing): number {
  const counts = countsOf(one);
  return counts.ping + counts.snmp + counts.tcp;
}

function describe(aliases: boolean): string[] {
  const where = aliases ? 'on 127.1.0.0/16' : 'on 127.0.0.1, told apart by port';
  return [
    `The demonstration network stands: ${demonstrationDevices.length} simulated devices ${where}.`,
    'AP-07 is down. PRN-03 is silent to SNMP. SW-04 does not accept the stored password. AP-11 loses pings.',
    'SW-05 is slow (300 ms). SRV-02 refuses remote desktop. The others answer everything.',
  ];
}
