/** Outcomes of one device → its colour, and what of them is trouble. Pure. */
import type { DeviceReport, DeviceState, FailureReason, Outcome } from '../model/outcome.ts';

export type Seen = Pick<DeviceReport, 'ping' | 'ports' | 'snmp'>;

/** Reasons that mean: the question was never put, so its silence says nothing about the device. */
const neverAsked: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'name_not_found',
  'no_credential',
  'not_recorded',
  'outside_networks',
  'documentation_address',
  'not_loopback',
  'not_mapped',
  'not_trusted',
  'bad_name',
  'cancelled',
  'cannot_run',
]);
/** Reasons that only a living device gives. */
const aliveThough: ReadonlySet<FailureReason> = new Set<FailureReason>(['refused', 'bad_answer', 'wrong_credential']);

export function wasAsked(outcome: Outcome<unknown>): boolean {
  return outcome.ok || !neverAsked.has(outcome.reason);
}

function isAlive(outcome: Outcome<unknown>): boolean {
  return outcome.ok || aliveThough.has(outcome.reason);
}

/** Some pings came back, but not all. */
export function lostPings(seen: Seen): number {
  return seen.ping.ok ? seen.ping.value.sent - seen.ping.value.received : 0;
}

export function judge(seen: Seen): DeviceState {
  const outcomes = [seen.ping, ...seen.ports.map(port => port.outcome), seen.snmp].filter(wasAsked);
  if (outcomes.length === 0) return 'unknown';
  if (!outcomes.some(isAlive)) return 'down';
  return outcomes.every(outcome => outcome.ok) && lostPings(seen) === 0 ? 'ok' : 'warning';
}
