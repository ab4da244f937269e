/**
 * The one place where the probes open sockets, start ping and ask name servers. It takes permitted endpoints only
 * (may-probe.ts) and counts every attempt before it is made, so that a test can assert that nothing was tried.
 */
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { lookup, Resolver } from 'node:dns/promises';
import { connect, type Socket as TcpSocket } from 'node:net';
import { runProgram, type ProgramEnd } from '../host/run-program.ts';
import type { PermittedEndpoint, PermittedName, PermittedReverse } from './may-probe.ts';
import { pingCommand, type PingStyle } from './ping-command.ts';
import { fpingArguments } from './sweep/fping.ts';

export interface Sender {
  /** Attempts so far: TCP and UDP sockets, pings, name look-ups. */
  readonly count: () => number;
  readonly openTcp: (to: PermittedEndpoint) => TcpSocket;
  /** An unconnected socket; connect it to `to` before sending, so that the kernel drops what others send. */
  readonly openUdp: (to: PermittedEndpoint) => UdpSocket;
  readonly ping: (to: PermittedEndpoint, style: PingStyle, options: PingRun) => Promise<ProgramEnd>;
  /** All by one program, fping, where it is installed: counts one attempt for each. */
  readonly pingMany: (to: readonly PermittedEndpoint[], options: PingRun) => Promise<ProgramEnd>;
  /** What name servers call the address; throws what node:dns throws. */
  readonly nameOf: (of: PermittedReverse) => Promise<readonly string[]>;
  /** Addresses in the order of the system's resolver; throws what node:dns throws. */
  readonly lookUp: (name: PermittedName) => Promise<readonly string[]>;
}

export interface PingRun {
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** A name server of the school's answers at once or not at all. */
export const nameServerPatience = { timeout: 1_000, tries: 1 };

/**
 * `onSend` is called before each attempt, for a count that outlives this sender. `nameServers`: whom to ask for names of addresses,
 * instead of those that this computer is set to.
 */
export function createSender(onSend?: () => void, nameServers?: readonly string[]): Sender {
  let attempts = 0;
  let resolver: Resolver | undefined;
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
    pingMany: (to, options) => {
      for (const _each of to) note();
      const input = to.map(({ address }) => `${address}\n`).join('');
      const environment = { LC_ALL: 'C', LANG: 'C' };
      return runProgram('fping', fpingArguments, { ...options, input, most: 1024 * 1024, environment });
    },
    nameOf: async ({ address }) => {
      note();
      if (resolver === undefined) {
        resolver = new Resolver(nameServerPatience);
        if (nameServers !== undefined) resolver.setServers(nameServers);
      }
      return await resolver.reverse(address);
    },
    lookUp: async permitted => {
      note();
      return (await lookup(permitted.name, { all: true })).map(found => found.address);
    },
  };
}
