/** Five pings: by the system's program, or by the demonstration network's echo where the address map says so. */
import type { Outcome, PingAnswer } from '../model/outcome.ts';
import { failed, type ProbeContext } from './context.ts';
import { simulatedPing } from './echo.ts';
import { mayProbe, type PermittedEndpoint } from './may-probe.ts';
import { longestPing, type PingStyle } from './ping-command.ts';
import { isUsageError, parsePing } from './ping-parse.ts';

/** `cannot_run` when this computer has no ping; `simulated` is true when the demonstration network answered. */
export async function pingDevice(address: string, context: ProbeContext): Promise<Outcome<PingAnswer>> {
  const permission = mayProbe({ address, protocol: 'icmp', port: 0 }, context.guard);
  if (!permission.ok) return permission;
  if (context.signal.aborted) return failed('cancelled', 'Stopped before the ping.');
  return permission.to.mapped ? simulatedPing(permission.to, context) : systemPing(permission.to, context);
}

async function systemPing(to: PermittedEndpoint, context: ProbeContext): Promise<Outcome<PingAnswer>> {
  const quick = await runPing(to, 'quick', context);
  return quick === 'usage' ? asOutcome(await runPing(to, 'plain', context)) : quick;
}

async function runPing(
  to: PermittedEndpoint,
  style: PingStyle,
  context: ProbeContext,
): Promise<Outcome<PingAnswer> | 'usage'> {
  const since = performance.now();
  const run = { timeout: Math.min(longestPing, context.times.device), signal: context.signal };
  const end = await context.sender.ping(to, style, run);
  if (end.ended === 'missing') return failed('cannot_run', 'This computer has no ping program.');
  if (end.ended === 'cancelled') return failed('cancelled', 'Stopped during the ping.');
  const outcome = parsePing(end.output, to.address, Math.round(performance.now() - since));
  return !outcome.ok && isUsageError(end.output) ? 'usage' : outcome;
}

function asOutcome(result: Outcome<PingAnswer> | 'usage'): Outcome<PingAnswer> {
  return result === 'usage' ? failed('cannot_run', 'The ping program of this computer is of an unknown kind.') : result;
}
