/** What the rest of the server asks of the probe worker: devices to be probed, networks to be looked at. */
import type { DeviceReport, ProbeGuard, ProbeTarget } from '../model/outcome.ts';
import type { SeenDevice } from '../model/seen-device.ts';
import type { ProbeTimes } from './context.ts';
import { reportAllFailed } from './device.ts';
import type { LookJob, LookProgress } from './sweep/look.ts';
import {
  createWorkerHost,
  type AskCredential,
  type JobMessage,
  type WorkerHost,
  type WorkerOptions,
} from './worker-host.ts';

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Each report as it comes, in the order of arrival. */
  readonly onReport?: (report: DeviceReport) => void;
  readonly times?: ProbeTimes;
}

export interface RunResult {
  /** One for each target, in their order. */
  readonly reports: readonly DeviceReport[];
  readonly cancelled: boolean;
  /** Sockets opened, pings started and names looked up; 0 when the worker crashed. */
  readonly sends: number;
}

export interface LookOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LookProgress) => void;
  readonly times?: ProbeTimes;
}

export interface LookResult {
  readonly seen: readonly SeenDevice[];
  readonly cancelled: boolean;
  /** It did not come to its end, and nobody stopped it: a fault of ours. */
  readonly failed: boolean;
  readonly sends: number;
}

export interface ProbeRunner {
  /** Never rejects for what devices, the credential store or the worker do. */
  readonly run: (
    targets: readonly ProbeTarget[],
    guard: ProbeGuard,
    askCredential: AskCredential,
    options?: RunOptions,
  ) => Promise<RunResult>;
  /** Likewise. */
  readonly look: (
    job: LookJob,
    guard: ProbeGuard,
    askCredential: AskCredential,
    options?: LookOptions,
  ) => Promise<LookResult>;
  /** All attempts of the present worker, for tests; 0 when none runs. */
  readonly countSends: () => Promise<number>;
  /** Ends the worker; pending runs end as after a crash. */
  readonly close: () => Promise<void>;
}

export function createProbeRunner(options: WorkerOptions): ProbeRunner {
  const host = createWorkerHost(options);
  return {
    run: (targets, guard, ask, runOptions = {}) => startRun(host, { targets, guard, ask, options: runOptions }),
    look: (job, guard, ask, lookOptions = {}) => startLook(host, { job, guard, ask, options: lookOptions }),
    countSends: () => host.countSends(),
    close: () => host.close(),
  };
}

interface Running {
  readonly targets: readonly ProbeTarget[];
  readonly guard: ProbeGuard;
  readonly ask: AskCredential;
  readonly options: RunOptions;
}

function startRun(host: WorkerHost, { targets, guard, ask, options }: Running): Promise<RunResult> {
  const { signal, times } = options;
  const reports: (DeviceReport | undefined)[] = targets.map(() => undefined);
  let ended = { cancelled: false, sends: 0 };
  const onMessage = (message: JobMessage): boolean => {
    if (message.kind === 'report') {
      reports[message.index] = message.report;
      options.onReport?.(message.report);
    } else if (message.kind === 'done') ended = { cancelled: message.cancelled, sends: message.sends };
    return message.kind === 'done';
  };
  return new Promise(resolve => {
    host.start({
      guard,
      ask,
      signal,
      uses: (school, name) => targets.some(target => target.school === school && target.credential === name),
      begin: run => ({ kind: 'start', run, targets, guard, ...(times && { times }) }),
      onMessage,
      onEnd: finished => {
        const cancelled = finished ? ended.cancelled : signal?.aborted === true;
        resolve({ reports: fillGaps(targets, reports, options), cancelled, sends: ended.sends });
      },
    });
  });
}

function fillGaps(
  targets: readonly ProbeTarget[],
  reports: readonly (DeviceReport | undefined)[],
  options: RunOptions,
): readonly DeviceReport[] {
  return targets.map((target, index) => {
    const report = reports[index];
    if (report !== undefined) return report;
    const stopped = options.signal?.aborted === true;
    const filled = stopped
      ? reportAllFailed(target, 'cancelled', 'Stopped before this device was tried to the end.')
      : reportAllFailed(target, 'cannot_run', 'The probe worker ended unexpectedly. Try again.');
    options.onReport?.(filled);
    return filled;
  });
}

interface Looking {
  readonly job: LookJob;
  readonly guard: ProbeGuard;
  readonly ask: AskCredential;
  readonly options: LookOptions;
}

function startLook(host: WorkerHost, { job, guard, ask, options }: Looking): Promise<LookResult> {
  const { signal, times } = options;
  let result: LookResult | undefined;
  return new Promise(resolve => {
    host.start({
      guard,
      ask,
      signal,
      uses: (school, name) => job.credential?.school === school && job.credential.name === name,
      begin: run => ({ kind: 'look', run, job, guard, ...(times && { times }) }),
      onMessage: message => {
        if (message.kind === 'progress') options.onProgress?.(message.progress);
        if (message.kind !== 'looked') return false;
        const { seen, cancelled, failed, sends } = message;
        result = { seen, cancelled, failed, sends };
        return true;
      },
      onEnd: () => {
        const cancelled = signal?.aborted === true;
        resolve(result ?? { seen: [], cancelled, failed: !cancelled, sends: 0 });
      },
    });
  });
}
