/** One TCP connection: open, shut (the device answers with RST, so it lives), or silence. */
import type { Outcome } from '../model/outcome.ts';
import { answered, failed, systemFailure, type ProbeContext } from './context.ts';
import { mayProbe } from './may-probe.ts';

/** Connects and hangs up with RST, which leaves nothing waiting on either side. Sends no byte of its own. */
export async function tryPort(
  address: string,
  port: number,
  context: ProbeContext,
): Promise<Outcome<{ readonly open: boolean }>> {
  const permission = mayProbe({ address, protocol: 'tcp', port }, context.guard);
  if (!permission.ok) return permission;
  if (context.signal.aborted) return failed('cancelled', 'Stopped before the connection.');
  const since = performance.now();
  const socket = context.sender.openTcp(permission.to);
  return await new Promise(resolve => {
    const settle = (outcome: Outcome<{ readonly open: boolean }>): void => {
      clearTimeout(timer);
      context.signal.removeEventListener('abort', onAbort);
      socket.resetAndDestroy();
      resolve(outcome);
    };
    const onAbort = (): void => settle(failed('cancelled', 'Stopped during the connection.'));
    const timer = setTimeout(() => settle(failed('no_answer', 'Nothing came back in time.')), context.times.packet);
    context.signal.addEventListener('abort', onAbort, { once: true });
    socket.once('connect', () => settle(answered({ open: true }, since)));
    // `on`, not `once`: destroying may bring a second error, and an error without a listener ends the worker.
    socket.on('error', error => {
      const failure = systemFailure(error);
      settle(failure.reason === 'refused' ? answered({ open: false }, since) : failure);
    });
  });
}
