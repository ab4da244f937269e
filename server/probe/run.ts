/**
 * The main thread's side of the probe worker. Starts it when first needed, asks for credentials when the worker needs
 * them, and survives its crash: what was pending ends as `cannot_run`, and the next run gets a new worker.
 */
import { Worker } from 'node:worker_threads';
import type { Credential, DeviceReport, ProbeGuard, ProbeTarget } from '../model/outcome.ts';
import type { ProbeTimes } from './context.ts';
import { reportAllFailed } from './device.ts';
import type { FromWorker, ToWorker } from './messages.ts';

export type AskCredential = (school: string, name: string) => Promise<Credential | undefined>;

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

export interface ProbeRunner {
  /** Never rejects for what devices, the credential store or the worker do. */
  readonly run: (
    targets: readonly ProbeTarget[],
    guard: ProbeGuard,
    askCredential: AskCredential,
    options?: RunOptions,
  ) => Promise<RunResult>;
  /** All attempts of the present worker, for tests; 0 when none runs. */
  readonly countSends: () => Promise<number>;
  /** Ends the worker; pending runs end as after a crash. */
  readonly close: () => Promise<void>;
}

export interface RunnerOptions {
  /** dist/probe-worker.js. */
  readonly workerPath: string | URL;
  /** An error of ours in the worker: name and stack frames. For the log; holds no secret. */
  readonly onBug?: (frames: string) => void;
}

interface Job {
  readonly targets: readonly ProbeTarget[];
  readonly guard: ProbeGuard;
  readonly ask: AskCredential;
  readonly options: RunOptions;
}

interface Active extends Job {
  readonly reports: (DeviceReport | undefined)[];
  readonly finish: (cancelled: boolean, sends: number) => void;
}

/** A worker that does not obey a stop within this many milliseconds is ended. */
const patience = 3_000;

export function createProbeRunner(runnerOptions: RunnerOptions): ProbeRunner {
  const active = new Map<number, Active>();
  const counters: ((sends: number) => void)[] = [];
  let worker: Worker | undefined;
  let lastRun = 0;

  const onEnd = (ended: Worker): void => {
    if (worker !== ended) return;
    worker = undefined;
    for (const counter of counters.splice(0)) counter(0);
    for (const run of active.values()) run.finish(run.options.signal?.aborted === true, 0);
  };
  const startWorker = (): Worker => {
    const started = new Worker(runnerOptions.workerPath, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
    started.on('message', (message: FromWorker) => receive(started, message));
    started.on('error', error => {
      runnerOptions.onBug?.(`The probe worker ended: ${error instanceof Error ? error.name : 'unknown error'}.`);
      onEnd(started);
    });
    started.on('exit', () => onEnd(started));
    return started;
  };
  const receive = (from: Worker, message: FromWorker): void => {
    if (message.kind === 'count') return counters.shift()?.(message.sends);
    if (message.kind === 'bug') return runnerOptions.onBug?.(message.frames);
    const run = active.get(message.run);
    if (run === undefined) return;
    if (message.kind === 'report') keepReport(run, message.index, message.report);
    else if (message.kind === 'need') void answerNeed(from, run, message);
    else run.finish(message.cancelled, message.sends);
  };

  return {
    run: async (targets, guard, ask, options = {}) => {
      lastRun += 1;
      worker ??= startWorker();
      return await startRun(worker, active, lastRun, { targets, guard, ask, options });
    },
    countSends: async () => {
      const using = worker;
      if (using === undefined) return 0;
      return await new Promise(resolve => {
        counters.push(resolve);
        tell(using, { kind: 'count' });
      });
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}

async function startRun(worker: Worker, active: Map<number, Active>, id: number, job: Job): Promise<RunResult> {
  const { targets, guard, options } = job;
  worker.ref();
  return await new Promise(resolve => {
    const reports: (DeviceReport | undefined)[] = targets.map(() => undefined);
    const cancel = startCancel(worker, id, options.signal);
    const finish = (cancelled: boolean, sends: number): void => {
      active.delete(id);
      cancel.end();
      // An idle worker must not keep a command line alive.
      if (active.size === 0) worker.unref();
      resolve({ reports: fillGaps(targets, reports, options), cancelled, sends });
    };
    active.set(id, { ...job, reports, finish });
    tell(worker, { kind: 'start', run: id, targets, guard, ...(options.times && { times: options.times }) });
    if (options.signal?.aborted === true) cancel.now();
  });
}

function tell(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

function keepReport(run: Active, index: number, report: DeviceReport): void {
  run.reports[index] = report;
  run.options.onReport?.(report);
}

/** A stop is a message first; a worker that hangs is ended. */
function startCancel(
  worker: Worker,
  run: number,
  signal: AbortSignal | undefined,
): { readonly now: () => void; readonly end: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const now = (): void => {
    if (timer !== undefined) return;
    tell(worker, { kind: 'cancel', run });
    timer = setTimeout(() => void worker.terminate(), patience);
  };
  signal?.addEventListener('abort', now, { once: true });
  return {
    now,
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', now);
    },
  };
}

/**
 * The worker asks only after `mayProbe`; that the folder is trusted and that a target of this run uses the name is
 * looked at here again, since this side holds the secrets. A store that fails counts as one that holds nothing.
 */
async function answerNeed(worker: Worker, run: Active, need: Extract<FromWorker, { kind: 'need' }>): Promise<void> {
  const { school, name } = need;
  const isUsed = run.targets.some(target => target.school === school && target.credential === name);
  let secret: Credential | undefined;
  try {
    if (run.guard.trusted && isUsed) secret = await run.ask(school, name);
  } catch {
    // Its error may hold the secret, so it is not even named.
    secret = undefined;
  }
  tell(worker, { kind: 'credential', run: need.run, school, name, ...(secret !== undefined && { secret }) });
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
