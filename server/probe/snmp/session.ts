/**
 * Questions to one agent, over net-snmp behind our own socket. Closes the defects of net-snmp 3.29.2 that its own
 * options do not close: see checked-socket.ts and answer-check.ts. GET only; never SET.
 */
import type { Outcome } from '../../model/outcome.ts';
import { isShutPort } from '../connected-udp.ts';
import { answered, failed, systemFailure, type ProbeContext } from '../context.ts';
import type { PermittedEndpoint } from '../may-probe.ts';
import { createCheckedSocket, mostReports, type SocketNotes } from './checked-socket.ts';
import type { Login } from './credential.ts';
import {
  createSession,
  createV3Session,
  errorStatus,
  isTimeOut,
  type NetOptions,
  type NetSession,
  type Varbind,
} from './net-snmp.ts';

export interface SnmpSession {
  /** Values in the order of the object identifiers; one question at a time. */
  readonly get: (oids: readonly string[]) => Promise<Outcome<readonly Varbind[]>>;
  /** Error-status of the newest answer (RFC 3416, 3); 0 when it held values or none came. */
  readonly lastStatus: () => number;
  readonly close: () => void;
}

/** Opens the socket at once. Close it in every case: an open one keeps the process alive. */
export function openSnmp(to: PermittedEndpoint, login: Login, context: ProbeContext): SnmpSession {
  let end: (error: Error) => void = () => undefined;
  let lastStatus = 0;
  const expected = { version: login.version, flags: login.flags };
  const socket = createCheckedSocket(to, context.sender, expected, error => end(error));
  const session = createNetSession(login, {
    version: login.version,
    timeout: context.times.packet,
    retries: 1,
    port: to.port,
    context: login.context,
    reportOidMismatchErrors: true,
    strictIntRangeChecks: false,
    dgramModule: { createSocket: () => socket.forNetSnmp },
  });
  // Without a listener an undecodable datagram would end the whole worker. The time-out reports it with its fault.
  session.on('error', () => undefined);
  const get = async (oids: readonly string[]): Promise<Outcome<readonly Varbind[]>> => {
    if (context.signal.aborted) return failed('cancelled', 'Stopped before SNMP was asked.');
    const since = performance.now();
    socket.forget();
    lastStatus = 0;
    return await new Promise(resolve => {
      let settled = false;
      const settle = (outcome: Outcome<readonly Varbind[]>): void => {
        if (settled) return;
        settled = true;
        context.signal.removeEventListener('abort', onAbort);
        // After an end of our own net-snmp still holds the request and its timer.
        session.cancelRequests(new Error('ended'));
        resolve(outcome);
      };
      const onAbort = (): void => settle(failed('cancelled', 'Stopped while SNMP was asked.'));
      context.signal.addEventListener('abort', onAbort, { once: true });
      end = error => settle(explainFailure(error, socket.notes()));
      session.get(oids, (error, varbinds) => {
        lastStatus = error === null ? 0 : (errorStatus(error) ?? 0);
        if (error !== null) return settle(explainFailure(error, socket.notes()));
        settle(checkValues(oids, varbinds ?? [], since));
      });
    });
  };
  return { get, lastStatus: () => lastStatus, close: () => session.close() };
}

function createNetSession(login: Login, options: NetOptions): NetSession {
  // The target's name is a dummy: the checked socket is connected already and sends nowhere else.
  return login.version === 3
    ? createV3Session('permitted', login.user, options)
    : createSession('permitted', login.community, options);
}

/** net-snmp calls an answer a success that lacks values; types 5 and 128 … 130 are the honest "no such thing". */
function checkValues(
  oids: readonly string[],
  varbinds: readonly Varbind[],
  since: number,
): Outcome<readonly Varbind[]> {
  if (varbinds.length !== oids.length)
    return failed('bad_answer', 'The answer has not as many values as were asked for.');
  if (varbinds.some((varbind, index) => varbind.oid !== oids[index])) {
    return failed('bad_answer', 'The answer is about something else than was asked.');
  }
  const hollow = (varbind: Varbind): boolean =>
    (varbind.value === null || varbind.value === undefined) && ![5, 128, 129, 130].includes(varbind.type);
  if (varbinds.some(hollow)) return failed('bad_answer', 'One of the values is broken.');
  return answered(varbinds, since);
}

/**
 * The words are all ours: net-snmp's hold digests and communities. Reports (RFC 3414, 3.2) come first, since they say
 * what the agent dislikes.
 */
function explainFailure(error: Error, notes: SocketNotes): Outcome<readonly Varbind[]> {
  if (notes.reports > mostReports) return failed('bad_answer', 'The device asks again and again to start anew.');
  const status = errorStatus(error);
  if (status !== undefined) return explainStatus(status);
  if (isShutPort(error)) return failed('refused', 'Nothing listens on the SNMP port.');
  const byReport = explainReport(notes);
  if (byReport !== undefined) return byReport;
  if (notes.fault !== undefined) return failed('bad_answer', `An answer came that cannot be used: ${notes.fault}.`);
  if (isTimeOut(error)) return explainTimeOut(notes);
  if ('syscall' in error) return systemFailure(error);
  return failed('bad_answer', 'The answer does not hold together.');
}

function explainReport(notes: SocketNotes): Outcome<readonly Varbind[]> | undefined {
  const login: Readonly<Record<number, string>> = {
    1: 'The device does not offer this level of protection to this user.',
    3: 'The device does not know this user name.',
    5: 'The device does not accept this password.',
    6: 'The device cannot read what was encrypted: the encryption password is another.',
  };
  const words = login[notes.counter];
  if (words !== undefined) return failed('wrong_credential', words);
  return notes.counter === 2 && notes.reports === mostReports
    ? failed('bad_answer', 'The device says again and again that the clocks differ.')
    : undefined;
}

function explainTimeOut(notes: SocketNotes): Outcome<readonly Varbind[]> {
  // It introduced itself and then was silent to a question made with name and password: so do agents that drop what
  // they cannot decrypt. A lost packet would have come through at the second try.
  return notes.reports > 0
    ? failed('wrong_credential', 'The device introduced itself, but was silent to this name and password.')
    : failed('no_answer', 'Nothing came back in time.');
}

/** Error-status of RFC 3416, 3. 16: authorizationError; 6: noAccess. */
function explainStatus(status: number): Outcome<readonly Varbind[]> {
  if (status === 16 || status === 6) return failed('wrong_credential', 'The device does not let this name read it.');
  return failed('bad_answer', `The device answers with error ${status}.`);
}
