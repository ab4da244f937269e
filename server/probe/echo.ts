/** Stands for ping in the demonstration network: UDP packets that an echo port sends back (precise.md 11). */
import { randomBytes } from 'node:crypto';
import { openConnectedUdp } from './connected-udp.ts';
import type { Outcome, PingAnswer } from '../model/outcome.ts';
import { failed, type ProbeContext } from './context.ts';
import type { PermittedEndpoint } from './may-probe.ts';
import { packetsSent } from './ping-command.ts';

const interval = 50;

/** Five packets, 50 ms apart; waits `times.packet` for the last. A shut echo port means that the device is down. */
export async function simulatedPing(to: PermittedEndpoint, context: ProbeContext): Promise<Outcome<PingAnswer>> {
  const since = performance.now();
  const cookie = randomBytes(8);
  const sentAt: number[] = [];
  const times = new Map<number, number>();
  const ended = await new Promise<'done' | 'cancelled'>(resolve => {
    const udp = openConnectedUdp(to, context.sender, {
      onDatagram: datagram => {
        const at = sentAt[datagram.length === 9 ? (datagram[8] ?? -1) : -1];
        if (at === undefined || !datagram.subarray(0, 8).equals(cookie)) return;
        times.set(datagram[8] ?? -1, performance.now() - at);
        if (times.size === packetsSent) finish('done');
      },
      // ECONNREFUSED: nothing stands there, like a device without power. A ping hears nothing then, so go on waiting.
      onError: () => undefined,
    });
    const ticker = setInterval(() => {
      sentAt.push(performance.now());
      udp.send(Buffer.concat([cookie, Buffer.from([sentAt.length - 1])]));
      if (sentAt.length === packetsSent) clearInterval(ticker);
    }, interval);
    const timer = setTimeout(() => finish('done'), interval * packetsSent + context.times.packet);
    const onAbort = (): void => finish('cancelled');
    context.signal.addEventListener('abort', onAbort, { once: true });
    const finish = (how: 'done' | 'cancelled'): void => {
      clearInterval(ticker);
      clearTimeout(timer);
      context.signal.removeEventListener('abort', onAbort);
      udp.close();
      resolve(how);
    };
  });
  if (ended === 'cancelled') return failed('cancelled', 'Stopped during the ping.');
  return asAnswer([...times.values()], Math.round(performance.now() - since));
}

function asAnswer(times: readonly number[], milliseconds: number): Outcome<PingAnswer> {
  if (times.length === 0) {
    return failed('no_answer', `None of ${packetsSent} pings came back. Simulated by the demonstration network.`);
  }
  const round = (value: number): number => Math.round(value * 100) / 100;
  const value: PingAnswer = {
    sent: packetsSent,
    received: times.length,
    least: round(Math.min(...times)),
    mean: round(times.reduce((sum, time) => sum + time, 0) / times.length),
    most: round(Math.max(...times)),
    simulated: true,
  };
  return { ok: true, value, milliseconds };
}
