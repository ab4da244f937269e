/** What every probe of a run shares. Times are milliseconds. */
import type { Credential, FailureReason, Outcome, ProbeGuard, ProbeTarget } from '../model/outcome.ts';
import type { Sender } from './sender.ts';

export interface ProbeTimes {
  /** One try of TCP, SNMP or simulated echo. records.md 4.2: 2 s, one retry. */
  readonly packet: number;
  /** All of one device: bounds a device that answers for ever. */
  readonly device: number;
}
export const usualTimes: ProbeTimes = { packet: 2_000, device: 12_000 };

export interface ProbeContext {
  readonly guard: ProbeGuard;
  readonly sender: Sender;
  readonly signal: AbortSignal;
  readonly times: ProbeTimes;
  /**
   * The stored secret of a target, undefined when none is stored. Asked only after `mayProbe` allowed the target's
   * SNMP endpoint.
   */
  readonly credential: (target: ProbeTarget) => Promise<Credential | undefined>;
}

export function failed(
  reason: FailureReason,
  detail: string,
): { readonly ok: false; reason: FailureReason; detail: string } {
  return { ok: false, reason, detail };
}

export function answered<T>(value: T, since: number): Outcome<T> {
  return { ok: true, value, milliseconds: Math.max(0, Math.round((performance.now() - since) * 10) / 10) };
}

/** Words for an operating system's error, by who is to blame: the network, the device or this computer. */
export function systemFailure(error: unknown): { readonly ok: false; reason: FailureReason; detail: string } {
  const code = errorCode(error);
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET') return failed('refused', `The port is shut (${code}).`);
  if (code === 'ETIMEDOUT') return failed('no_answer', 'Nothing came back in time.');
  if (['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN'].includes(code)) {
    return failed('unreachable', `The network knows no way there (${code}).`);
  }
  return failed('cannot_run', `This computer refused (${code}).`);
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}

/** For work that cannot be stopped, such as getaddrinfo: throws at the signal, and the late answer is dropped. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new Error('aborted'));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
