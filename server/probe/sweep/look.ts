/** A look at networks: who is there, and what each says of itself. */
import pLimit from 'p-limit';
import { withoutStandIns } from '../../host/neighbour-tables.ts';
import { listNeighbours } from '../../host/neighbours.ts';
import { ownNetworks, type OwnNetwork } from '../../host/own-networks.ts';
import type { Credential, ProbeTarget } from '../../model/outcome.ts';
import type { SeenDevice, ToldIdentity } from '../../model/seen-device.ts';
import type { ProbeContext } from '../context.ts';
import { mayProbe } from '../may-probe.ts';
import { chooseLogin, type Login } from '../snmp/credential.ts';
import { readIdentity } from '../snmp/identity.ts';
import { openSnmp } from '../snmp/session.ts';
import { askSystemGroup, snmpPort } from '../snmp/system-group.ts';
import { addressesOf } from './addresses.ts';
import { knockAgain, knockAll, type Knocked } from './knock.ts';
import { createAskName, type AskName } from './names.ts';
import { planSweep } from './plan.ts';
import { sweptPorts } from './ports.data.ts';
import { mostPatience } from './round-trip.ts';
import { askSilent, pingSilent } from './silent.ts';
import type { Vendors } from './vendors.ts';

export interface LookJob {
  /** Ranges to try: IPv4, a /20 at the widest; others are left out. Of them only what the guard allows is asked. */
  readonly networks: readonly string[];
  /** School and name of the stored password to try; absent: SNMP is not asked. */
  readonly credential?: { readonly school: string; readonly name: string };
  /** Networks of this computer; absent: as it says. */
  readonly own?: readonly OwnNetwork[];
}

export interface LookProgress {
  /** addresses: somebody is looked for. devices: those that were found are asked who they are. */
  readonly step: 'addresses' | 'devices';
  readonly done: number;
  readonly of: number;
  readonly found: number;
}

/** Devices that are asked who they are at once. */
const asked = 32;

/** In the order of the networks; what was found when the run is stopped comes all the same, with what is known of it. */
export async function lookAt(
  job: LookJob,
  context: ProbeContext,
  vendors: Vendors,
  onProgress: (progress: LookProgress) => void,
): Promise<readonly SeenDevice[]> {
  const login = await findLogin(job, context);
  const knocked = await findAll(job, context, login?.login, onProgress);
  const macs = await neighboursAmong(knocked, context);
  const alive = knocked.filter(one => one.state === 'alive' || macs.has(one.address));
  const askName = createAskName(context);
  const limit = pLimit(asked);
  let done = 0;
  return await limit.map(alive, async one => {
    const seen = await identify(one, macs.get(one.address) ?? '', { context, login, vendors, askName });
    done += 1;
    onProgress({ step: 'devices', done, of: alive.length, found: alive.length });
    return seen;
  });
}

async function findAll(
  job: LookJob,
  context: ProbeContext,
  login: Login | undefined,
  onProgress: (progress: LookProgress) => void,
): Promise<Knocked[]> {
  const plans = planSweep(job.networks, job.own ?? ownNetworks());
  const of = plans.reduce((sum, plan) => sum + plan.addresses.length, 0);
  const all: Knocked[] = [];
  let [done, found] = [0, 0];
  const onTried = (one: Knocked): void => {
    done += 1;
    if (one.state === 'alive') found += 1;
    onProgress({ step: 'addresses', done, of, found });
  };
  for (const plan of plans) all.push(...(await knockAll(plan, context, onTried)));
  const silent = all.filter(({ state }) => state === 'silent' || state === 'unasked').map(({ address }) => address);
  const [, pinged, answered] = await Promise.all([
    knockAgain(all, context),
    pingSilent(silent, context),
    login === undefined ? new Set<string>() : askSilent(silent, login, context),
  ]);
  for (const one of all) if (pinged.has(one.address) || answered.has(one.address)) one.state = 'alive';
  return all;
}

/** Hardware addresses by address, of those that may be asked on the real network: others are none of our business. */
async function neighboursAmong(
  knocked: readonly Knocked[],
  context: ProbeContext,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(knocked.flatMap(({ address }) => (isReal(address, context) ? [address] : [])));
  if (wanted.size === 0 || context.signal.aborted) return new Map();
  const found = withoutStandIns(await listNeighbours(context.signal));
  return new Map(found.flatMap(({ address, mac }) => (wanted.has(address) ? [[address, mac] as const] : [])));
}

function isReal(address: string, context: ProbeContext): boolean {
  const permission = mayProbe({ address, protocol: 'icmp', port: 0 }, context.guard);
  return permission.ok && !permission.to.mapped;
}

interface Fitting {
  readonly login: Login;
  readonly snmp: ToldIdentity['snmp'];
  readonly credential: string;
}

/** The stored password, asked for once, and only where some address may be asked by SNMP. */
async function findLogin(job: LookJob, context: ProbeContext): Promise<Fitting | undefined> {
  if (job.credential === undefined || !mayAskAny(job, context)) return undefined;
  const { school, name } = job.credential;
  const target: ProbeTarget = { school, id: '', title: '', type: 'other', address: '', snmp: 'none', credential: name };
  const secret: Credential | undefined = await context.credential(target).catch(() => undefined);
  if (secret === undefined) return undefined;
  const snmp = `v${secret.v}` as const;
  const login = chooseLogin(snmp, secret);
  return 'unfit' in login ? undefined : { login, snmp, credential: name };
}

function mayAskAny({ networks }: LookJob, { guard }: ProbeContext): boolean {
  const mayAsk = (address: string): boolean => mayProbe({ address, protocol: 'udp', port: snmpPort }, guard).ok;
  return networks.some(cidr => addressesOf(cidr)?.some(mayAsk) === true);
}

interface Asking {
  readonly context: ProbeContext;
  readonly login: Fitting | undefined;
  readonly vendors: Vendors;
  readonly askName: AskName;
}

async function identify(one: Knocked, mac: string, { context, login, vendors, askName }: Asking): Promise<SeenDevice> {
  const [told, name] = await Promise.all([
    login === undefined ? undefined : askIdentity(one.address, login, context),
    askName(one.address),
  ]);
  return {
    address: one.address,
    ports: sweptPorts.filter(({ port }) => one.open.has(port)),
    mac,
    vendor: await vendors.of(mac === '' ? (told?.mac ?? '') : mac),
    name,
    ...(told && { told }),
  };
}

/** Within a device's deadline, whatever it does. */
async function askIdentity(
  address: string,
  fitting: Fitting,
  context: ProbeContext,
): Promise<ToldIdentity | undefined> {
  const permission = mayProbe({ address, protocol: 'udp', port: snmpPort }, context.guard);
  if (!permission.ok || context.signal.aborted) return undefined;
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(context.times.device)]);
  const times = { ...context.times, packet: Math.min(context.times.packet, mostPatience) };
  const session = openSnmp(permission.to, fitting.login, { ...context, signal, times });
  try {
    const group = await askSystemGroup(session);
    if (!group.ok) return undefined;
    const identity = await readIdentity(session, group.value);
    return { ...group.value, ...identity, snmp: fitting.snmp, credential: fitting.credential };
  } finally {
    session.close();
  }
}
