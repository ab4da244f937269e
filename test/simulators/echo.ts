/** Stands for ping: sends back what came. */
import { serveUdp, type UdpServer } from './udp.ts';

export interface EchoOptions {
  readonly address: string;
  /** Milliseconds. */
  readonly delay?: number;
  /** Every n-th packet is lost; 0 or absent: none. */
  readonly loseEvery?: number;
}

export async function startEcho(options: EchoOptions): Promise<UdpServer> {
  let count = 0;
  return await serveUdp(options.address, (datagram, reply) => {
    count += 1;
    const every = options.loseEvery ?? 0;
    if (every > 0 && count % every === 0) return;
    reply(datagram, options.delay);
  });
}
