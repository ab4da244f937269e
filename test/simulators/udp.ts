/** A UDP socket that answers; bounded, and gone after `close`. */
import { createSocket, type RemoteInfo } from 'node:dgram';

export interface UdpServer {
  readonly address: string;
  readonly port: number;
  /** Datagrams that arrived. */
  readonly received: () => number;
  readonly close: () => Promise<void>;
}

export type Reply = (datagram: Uint8Array, delay?: number) => void;

/** `port` 0 takes a free one. `reply` may be called any number of times, also later; after `close` it does nothing. */
export async function serveUdp(
  address: string,
  onDatagram: (datagram: Buffer, reply: Reply, from: RemoteInfo) => void,
  port = 0,
): Promise<UdpServer> {
  const socket = createSocket('udp4');
  const timers = new Set<NodeJS.Timeout>();
  let received = 0;
  let open = true;
  const send = (datagram: Uint8Array, from: RemoteInfo): void => {
    // A receiver that is gone is no error of a simulator.
    if (open) socket.send(datagram, from.port, from.address, () => undefined);
  };
  socket.on('message', (datagram, from) => {
    received += 1;
    const reply: Reply = (answer, delay = 0) => {
      if (delay === 0) return send(answer, from);
      const timer = setTimeout(() => {
        timers.delete(timer);
        send(answer, from);
      }, delay);
      timers.add(timer);
    };
    onDatagram(datagram, reply, from);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, address, () => {
      socket.off('error', reject);
      resolve();
    });
  });
  socket.on('error', () => undefined);
  return {
    address,
    port: socket.address().port,
    received: () => received,
    close: async () => {
      open = false;
      for (const timer of timers) clearTimeout(timer);
      await new Promise<void>(resolve => socket.close(() => resolve()));
    },
  };
}
