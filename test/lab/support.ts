/** What the lab tests share: a guard that leads recorded addresses to simulators, contexts and targets. */
import path from 'node:path';
import type { Credential, MappedAddress, ProbeGuard, ProbeTarget } from '../../server/model/outcome.ts';
import type { ProbeContext, ProbeTimes } from '../../server/probe/context.ts';
import { createSender, type Sender } from '../../server/probe/sender.ts';
import { parseWalk, type Walk } from '../simulators/snmprec.ts';

// No test may send a packet to another computer, whatever its guard says: the worker reads this too.
process.env['FITS_ONLY_LOOPBACK'] = '1';

export const workerPath = path.resolve('dist/probe-worker.js');

/** The recorded address of the one device of a small test. */
export const recorded = '192.0.2.9';

/** Long enough for a busy machine: a retry that nothing called for would spoil the counts. */
export const quickTimes: ProbeTimes = { packet: 1_000, device: 6_000 };

export function guardFor(ports: Readonly<Record<string, number>>, changes: Partial<ProbeGuard> = {}): ProbeGuard {
  const mapped: MappedAddress = { to: '127.0.0.1', ports };
  return {
    trusted: true,
    networks: ['192.0.2.0/24'],
    addressMap: { [recorded]: mapped },
    onlyLoopback: true,
    ...changes,
  };
}

export function targetOf(changes: Partial<ProbeTarget> = {}): ProbeTarget {
  return {
    school: 'SCH-EPS',
    id: 'SW-06',
    title: 'KS1 switch',
    type: 'switch',
    address: recorded,
    snmp: 'v2c',
    credential: 'snmp-ks1',
    ...changes,
  };
}

export interface TestContext extends ProbeContext {
  readonly sender: Sender;
  readonly stop: AbortController;
}

export function contextFor(guard: ProbeGuard, credential?: Credential, times: ProbeTimes = quickTimes): TestContext {
  const stop = new AbortController();
  return {
    guard,
    sender: createSender(),
    signal: stop.signal,
    stop,
    times,
    credential: () => Promise.resolve(credential),
  };
}

export const smallWalk: Walk = parseWalk(`1.3.6.1.2.1.1.1.0|4|Example ES24 switch
1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.32473.1.11
1.3.6.1.2.1.1.3.0|67|8640000
1.3.6.1.2.1.1.4.0|4|ICT technician
1.3.6.1.2.1.1.5.0|4|sw-06
1.3.6.1.2.1.1.6.0|4|KS1 cabinet
1.3.6.1.2.1.2.1.0|2|24
`);

export const community: Credential = { v: '2c', community: 'demonstration-read' };
