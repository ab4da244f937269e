import { portNames, type KnownPort } from '../ports.data.ts';

/** The TCP ports that a look at a network tries, in pairs, those first that most devices answer. */
export const sweptPorts: readonly KnownPort[] = [443, 80, 22, 445, 3389, 9100, 631, 554, 5060, 8080].map(port => ({
  port,
  name: portNames[port] ?? String(port),
}));

/** Of a wide range, an address that is silent to these is not asked for the others: time, and the neighbours' patience. */
export const knockPorts = 4;
