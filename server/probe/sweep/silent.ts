/** Other ways to find out whether somebody is at an address that TCP left silent: ping, and a question by SNMP. */
import pLimit from 'p-limit';
import type { ProbeContext } from '../context.ts';
import { simulatedPing } from '../echo.ts';
import { mayProbe, type PermittedEndpoint } from '../may-probe.ts';
import { longestPing } from '../ping-command.ts';
import { parsePing } from '../ping-parse.ts';
import type { Login } from '../snmp/credential.ts';
import { openSnmp } from '../snmp/session.ts';
import { snmpPort } from '../snmp/system-group.ts';
import { readFping } from './fping.ts';
import { leastPatience, mostPatience } from './round-trip.ts';

/** Pings as programs of their own cost 13 ms of this computer each; above this number they are left out. */
const mostPings = 512;
const pingsAtOnce = 48;
/** Small answers outstanding (precise.md 17). */
const questionsAtOnce = 64;

/** Those of the addresses that answer a ping. The demonstration network's echo stands for it where the map says so. */
export async function pingSilent(addresses: readonly string[], context: ProbeContext): Promise<ReadonlySet<string>> {
  const permitted = addresses.flatMap(address => {
    const permission = mayProbe({ address, protocol: 'icmp', port: 0 }, context.guard);
    return permission.ok ? [{ address, to: permission.to }] : [];
  });
  const [simulated, real] = [permitted.filter(({ to }) => to.mapped), permitted.filter(({ to }) => !to.mapped)];
  const found = await Promise.all([echoAll(simulated, context), pingReal(real, context)]);
  return new Set(found.flat());
}

interface Permitted {
  readonly address: string;
  readonly to: PermittedEndpoint;
}

async function echoAll(all: readonly Permitted[], context: ProbeContext): Promise<string[]> {
  const limit = pLimit(questionsAtOnce);
  const brief: ProbeContext = { ...context, times: { ...context.times, packet: mostPatience } };
  const answers = await limit.map(all, async ({ address, to }) => {
    if (context.signal.aborted) return [];
    return (await simulatedPing(to, brief)).ok ? [address] : [];
  });
  return answers.flat();
}

async function pingReal(all: readonly Permitted[], context: ProbeContext): Promise<string[]> {
  if (all.length === 0 || context.signal.aborted) return [];
  const { signal } = context;
  // Two packets each, 1 ms apart, and a second for the last answers; three times that where the computer is busy.
  const timeout = 3 * (1_000 + all.length * 2);
  const end = await context.sender.pingMany(
    all.map(({ to }) => to),
    { timeout, signal },
  );
  if (end.ended === 'missing') return await pingEach(all, context);
  const alive = readFping(end.output);
  return all.filter(({ to }) => alive.has(to.address)).map(({ address }) => address);
}

async function pingEach(all: readonly Permitted[], context: ProbeContext): Promise<string[]> {
  if (all.length > mostPings) return [];
  const limit = pLimit(pingsAtOnce);
  let isMissing = false;
  const answers = await limit.map(all, async ({ address, to }) => {
    if (isMissing || context.signal.aborted) return [];
    const end = await context.sender.ping(to, 'once', { timeout: longestPing, signal: context.signal });
    isMissing ||= end.ended === 'missing';
    return parsePing(end.output, to.address, 0).ok ? [address] : [];
  });
  return answers.flat();
}

/** Those of the addresses that answer SNMP in any way: a refusal of the password and a shut port are answers, too. */
export async function askSilent(
  addresses: readonly string[],
  login: Login,
  context: ProbeContext,
): Promise<ReadonlySet<string>> {
  const limit = pLimit(questionsAtOnce);
  const brief: ProbeContext = { ...context, times: { ...context.times, packet: leastPatience } };
  const answers = await limit.map(addresses, async address => {
    const permission = mayProbe({ address, protocol: 'udp', port: snmpPort }, context.guard);
    if (!permission.ok || context.signal.aborted) return [];
    const session = openSnmp(permission.to, login, brief);
    try {
      const answer = await session.get([sysObjectID]);
      const isThere = answer.ok || ['refused', 'wrong_credential', 'bad_answer'].includes(answer.reason);
      return isThere ? [address] : [];
    } finally {
      session.close();
    }
  });
  return new Set(answers.flat());
}

const sysObjectID = '1.3.6.1.2.1.1.2.0';
