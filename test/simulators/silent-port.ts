/**
 * A TCP port to which nobody gets through: what connects hears nothing, as from an address at which nobody is. A listener whose queue is
 * full and that never takes anything out of it: the kernel drops what else comes.
 */
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

export interface SilentPort {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Runs in a thread that stands still from then on, so that the queue stays full. */
const program = `
const { createServer } = require('node:net');
const { parentPort, workerData } = require('node:worker_threads');
const server = createServer();
server.listen({ port: 0, host: workerData.address, backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  setTimeout(() => Atomics.wait(new Int32Array(workerData.still), 0, 0), 50);
});`;

/** Undefined where this system's queues work otherwise, so that the port would answer. */
export async function startSilentPort(address: string): Promise<SilentPort | undefined> {
  const still = new SharedArrayBuffer(4);
  const worker = new Worker(program, { eval: true, workerData: { address, still } });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  await new Promise(later => setTimeout(later, 200));
  const fillers: Socket[] = [];
  const close = async (): Promise<void> => {
    for (const socket of fillers) socket.destroy();
    Atomics.store(new Int32Array(still), 0, 1);
    Atomics.notify(new Int32Array(still), 0);
    await worker.terminate();
  };
  for (let tries = 0; tries < 16; tries += 1) {
    const socket = connect(port, address);
    socket.on('error', () => undefined);
    fillers.push(socket);
    const connected = await Promise.race([
      new Promise<boolean>(resolve => socket.once('connect', () => resolve(true))),
      new Promise<boolean>(resolve => setTimeout(() => resolve(false), 500)),
    ]);
    if (!connected) return { port, close };
  }
  await close();
  return undefined;
}
