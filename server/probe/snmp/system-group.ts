/** Who a device says that it is: SNMP system group, RFC 3418, 1.3.6.1.2.1.1.{1 … 6}.0. */
import type { Credential, Outcome, ProbeTarget, SystemGroup } from '../../model/outcome.ts';
import { answered, failed, orAborted, type ProbeContext } from '../context.ts';
import { mayProbe } from '../may-probe.ts';
import { chooseLogin, type Login } from './credential.ts';
import type { Varbind } from './net-snmp.ts';
import { openSnmp, type SnmpSession } from './session.ts';
import { getEach, readText } from './values.ts';

export const snmpPort = 161;
const base = '1.3.6.1.2.1.1';
const oids = [1, 2, 3, 4, 5, 6].map(number => `${base}.${number}.0`);

/**
 * Asks the device at `address` (after name resolution). `not_recorded` when the record says that it speaks no SNMP,
 * `no_credential` when no fitting secret is stored, `no_answer` for a wrong community (agents are silent then),
 * `wrong_credential` for a wrong SNMPv3 user or password.
 */
export async function readSystemGroup(
  target: ProbeTarget,
  address: string,
  context: ProbeContext,
): Promise<Outcome<SystemGroup>> {
  if (target.snmp === 'none') return failed('not_recorded', 'The record says that it speaks no SNMP.');
  const permission = mayProbe({ address, protocol: 'udp', port: snmpPort }, context.guard);
  if (!permission.ok) return permission;
  const login = await findLogin(target, context);
  if ('ok' in login) return login;
  if (context.signal.aborted) return failed('cancelled', 'Stopped before SNMP was asked.');
  const session = openSnmp(permission.to, login, context);
  try {
    return await askSystemGroup(session);
  } finally {
    session.close();
  }
}

/** The system group over a session that is open already. */
export async function askSystemGroup(session: SnmpSession): Promise<Outcome<SystemGroup>> {
  const since = performance.now();
  const answer = await getEach(session, oids);
  if (!answer.ok) return answer;
  const group = readGroup(answer.value);
  return group === undefined
    ? failed('bad_answer', 'The answer tells nothing of what every device must tell.')
    : answered(group, since);
}

async function findLogin(target: ProbeTarget, context: ProbeContext): Promise<Login | ReturnType<typeof failed>> {
  const missing = (detail: string): ReturnType<typeof failed> => failed('no_credential', detail);
  if (target.credential === '') return missing('The record names no stored name and password.');
  let credential: Credential | undefined;
  try {
    credential = await orAborted(context.credential(target), context.signal);
  } catch {
    // Whatever it was, its words may hold the secret.
    return failed('cannot_run', 'The stored name and password could not be read in time.');
  }
  if (credential === undefined) return missing(`"${target.credential}" is not stored on this computer.`);
  const login = chooseLogin(target.snmp, credential);
  return 'unfit' in login ? missing(login.unfit) : login;
}

function readGroup(varbinds: readonly Varbind[]): SystemGroup | undefined {
  const byOid = new Map(varbinds.map(varbind => [varbind.oid, varbind.value]));
  const text = (number: number): string => readText(byOid.get(`${base}.${number}.0`));
  const ticks = byOid.get(`${base}.3.0`);
  const sysObjectID = text(2);
  // These two no agent may lack; the texts may be missing and are then empty.
  if (typeof ticks !== 'number' || !/^\d+(\.\d+)+$/.test(sysObjectID)) return undefined;
  return {
    sysDescr: text(1),
    sysObjectID,
    upSeconds: Math.floor(ticks / 100),
    sysContact: text(4),
    sysName: text(5),
    sysLocation: text(6),
  };
}
