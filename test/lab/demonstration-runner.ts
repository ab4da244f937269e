/** The demonstration network with a probe runner in front of it, both gone when the suite ends. */
import assert from 'node:assert/strict';
import { after, afterEach } from 'node:test';
import type { Credential, ProbeGuard } from '../../server/model/outcome.ts';
import { createProbeRunner, type ProbeRunner } from '../../server/probe/run.ts';
import { startDemonstration, type Demonstration } from '../simulators/demonstration.ts';
import { workerPath } from './support.ts';

export interface DemonstrationRunner {
  readonly network: Demonstration;
  readonly runner: ProbeRunner;
  /** Mistakes of ours that the worker told of since it was last looked at; any is a failure. */
  readonly bugs: string[];
  readonly guardOf: (changes?: Partial<ProbeGuard>) => ProbeGuard;
  readonly stored: (school: string, name: string) => Promise<Credential | undefined>;
}

/** Started at once, not in `before`: what is started there can only be reached through variables without a value. */
export async function startDemonstrationRunner(networks: readonly string[]): Promise<DemonstrationRunner> {
  const bugs: string[] = [];
  const network = await startDemonstration();
  const runner = createProbeRunner({ workerPath, onBug: frames => bugs.push(frames) });
  after(async () => {
    await runner.close();
    await network.close();
  });
  afterEach(() => assert.deepEqual(bugs.splice(0), []));
  return {
    network,
    runner,
    bugs,
    guardOf: (changes = {}) => ({
      trusted: true,
      networks,
      addressMap: network.addressMap,
      onlyLoopback: true,
      ...changes,
    }),
    stored: (school, name) => Promise.resolve(network.credentials[school]?.[name]),
  };
}

export const neverAsk = (): Promise<never> => Promise.reject(new Error('must not be asked'));
