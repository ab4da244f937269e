/** All probes of one device together: ping, a few TCP ports and the SNMP system group, at the same time. */
import type { DeviceReport, FailureReason, Outcome, PortAnswer, ProbeTarget } from '../model/outcome.ts';
import { failed, type ProbeContext } from './context.ts';
import { pingDevice } from './ping.ts';
import { portsByType, usualPorts, type KnownPort } from './ports.data.ts';
import { resolveAddress } from './resolve.ts';
import { readSystemGroup } from './snmp/system-group.ts';
import { judge, type Seen } from './state.ts';
import { describeDevice } from './summary.ts';
import { tryPort } from './tcp.ts';

/**
 * Never throws for what the device does, and ends within `times.device`: what has not answered by then counts as
 * `no_answer`. When the run is cancelled, what has not answered is `cancelled`.
 */
export async function probeDevice(target: ProbeTarget, context: ProbeContext): Promise<DeviceReport> {
  const since = performance.now();
  const deadline = startDeadline(context);
  try {
    const seen = await ask(target, { ...context, signal: deadline.signal });
    // A device's own deadline is the device's silence; only the caller's signal is a stop.
    const told = context.signal.aborted ? seen : asSilence(seen);
    return makeReport(target, told, performance.now() - since);
  } finally {
    deadline.end();
  }
}

/** A report of a device for which every question failed in the same way, without asking. */
export function reportAllFailed(target: ProbeTarget, reason: FailureReason, detail: string): DeviceReport {
  return makeReport(target, allFailed(target, reason, detail), 0);
}

function makeReport(target: ProbeTarget, seen: Seen, milliseconds: number): DeviceReport {
  const state = judge(seen);
  return {
    target,
    at: new Date().toISOString(),
    milliseconds: Math.round(milliseconds),
    state,
    summary: describeDevice(target, seen, state),
    ...seen,
  };
}

async function ask(target: ProbeTarget, context: ProbeContext): Promise<Seen> {
  const resolved = await resolveAddress(target.address, context);
  if (!resolved.ok) return allFailed(target, resolved.reason, resolved.detail);
  const address = resolved.value;
  const [ping, snmp, ...ports] = await Promise.all([
    pingDevice(address, context),
    readSystemGroup(target, address, context),
    ...portsOf(target).map(async ({ port, name }): Promise<PortAnswer> => {
      return { port, name, outcome: await tryPort(address, port, context) };
    }),
  ]);
  return { ping, ports, snmp };
}

function allFailed(target: ProbeTarget, reason: FailureReason, detail: string): Seen {
  const outcome = failed(reason, detail);
  return { ping: outcome, ports: portsOf(target).map(port => ({ ...port, outcome })), snmp: outcome };
}

function portsOf(target: ProbeTarget): readonly KnownPort[] {
  return Object.hasOwn(portsByType, target.type) ? (portsByType[target.type] ?? usualPorts) : usualPorts;
}

function asSilence(seen: Seen): Seen {
  const late = <T>(outcome: Outcome<T>): Outcome<T> =>
    !outcome.ok && outcome.reason === 'cancelled' ? failed('no_answer', 'It took too long.') : outcome;
  return {
    ping: late(seen.ping),
    ports: seen.ports.map(port => ({ ...port, outcome: late(port.outcome) })),
    snmp: late(seen.snmp),
  };
}

function startDeadline(context: ProbeContext): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, context.times.device);
  if (context.signal.aborted) abort();
  else context.signal.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      context.signal.removeEventListener('abort', abort);
    },
  };
}
