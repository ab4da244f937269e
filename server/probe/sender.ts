/**
 * The one place where the probes open sockets, start ping and ask name servers. It takes permitted endpoints only
 * (may-probe.ts) and counts every attempt before it is made, so that a test can assert that nothing was tried.
 */
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { connect, type Socket as TcpSocket } from 'node:net';
import { runProgram, type ProgramEnd } from '../host/run-program.ts';
import type { PermittedEndpoint, PermittedName } from './may-probe.ts';
import { pingCommand, type PingStyle } from './ping-command.ts';

export interface Sender {
  /** Attempts so far: TCP and UDP sockets, pings, name look-ups. */
  readonly count: () => number;
  readonly openTcp: (to: PermittedEndpoint) => TcpSocket;
  /** An unconnected socket; connect it to `to` before sending, so that the kernel drops what others send. */
  readonly openUdp: (to: PermittedEndpoint) => UdpSocket;
  readonly ping: (to: PermittedEndpoint, style: PingStyle, options: PingRun) => Promise<ProgramEnd>;
  /** Addresses in the order of the system's resolver; throws what node:dns throws. */
  readonly lookUp: (name: PermittedName) => Promise<readonly string[]>;
}

export interface PingRun {
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** `onSend` is called before each attempt, for a count that outlives this sender. */
export function createSender(onSend?: () => void): Sender {
  let attempts = 0;
  const note = (): void => {
    attempts += 1;
    onSend?.();
  };
  return {
    count: () => attempts,
    openTcp: to => {
      note();
      return connect({ host: to.address, port: to.port, family: to.family, autoSelectFamily: false });
    },
    openUdp: to => {
      note();
      return createSocket({ type: to.family === 4 ? 'udp4' : 'udp6' });
    },
    ping: (to, style, options) => {
      note();
      const { command, args } = pingCommand(to, style);
      // LC_ALL=C: one language to read, wherever the program speaks several.
      return runProgram(command, args, { ...options, environment: { LC_ALL: 'C', LANG: 'C', LANGUAGE: 'C' } });
    },
    lookUp: async permitted => {
      note();
      return (await lookup(permitted.name, { all: true })).map(found => found.address);
    },
  };
}
