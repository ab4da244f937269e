/**
 * The main thread's side of the probe worker. Starts it when first needed, hands it jobs, asks for credentials when it needs them, and
 * survives its crash: what was pending ends unfinished, and the next job gets a new worker.
 */
import { Worker } from 'node:worker_threads';
import type { Credential, ProbeGuard } from '../model/outcome.ts';
import type { FromWorker, ToWorker } from './messages.ts';

export type AskCredential = (school: string, name: string) => Promise<Credential | undefined>;

type OfRun = Extract<FromWorker, { run: number }>;
type Need = Extract<FromWorker, { kind: 'need' }>;
/** What a job hears of its run. */
export type JobMessage = Exclude<OfRun, Need>;

export interface Job {
  readonly guard: ProbeGuard;
  readonly ask: AskCredential;
  /** Whether the job names this stored password: no other is handed out. */
  readonly uses: (school: string, name: string) => boolean;
  readonly signal: AbortSignal | undefined;
  readonly begin: (run: number) => ToWorker;
  /** True: that was the last message. */
  readonly onMessage: (message: JobMessage) => boolean;
  /** The run is over; `finished` is false when the worker ended before it said so. */
  readonly onEnd: (finished: boolean) => void;
}

export interface WorkerHost {
  readonly start: (job: Job) => void;
  readonly countSends: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export interface WorkerOptions {
  /** dist/probe-worker.js. */
  readonly workerPath: string | URL;
  /** An error of ours in the worker: name and stack frames. For the log; holds no secret. */
  readonly onBug?: (frames: string) => void;
}

interface Active extends Job {
  readonly end: (finished: boolean) => void;
}

/** A worker that does not obey a stop within this many milliseconds is ended. */
const patience = 3_000;

export function createWorkerHost(options: WorkerOptions): WorkerHost {
  const active = new Map<number, Active>();
  const counters: ((sends: number) => void)[] = [];
  let worker: Worker | undefined;
  let lastRun = 0;

  const onEnd = (ended: Worker): void => {
    if (worker !== ended) return;
    worker = undefined;
    for (const counter of counters.splice(0)) counter(0);
    for (const job of [...active.values()]) job.end(false);
  };
  const startWorker = (): Worker => {
    const started = new Worker(options.workerPath, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
    started.on('message', (message: FromWorker) => receive(started, message));
    started.on('error', error => {
      options.onBug?.(`The probe worker ended: ${error instanceof Error ? error.name : 'unknown error'}.`);
      onEnd(started);
    });
    started.on('exit', () => onEnd(started));
    return started;
  };
  const receive = (from: Worker, message: FromWorker): void => {
    if (message.kind === 'count') return counters.shift()?.(message.sends);
    if (message.kind === 'bug') return options.onBug?.(message.frames);
    const job = active.get(message.run);
    if (job === undefined) return;
    if (message.kind === 'need') void answerNeed(from, job, message);
    else if (job.onMessage(message)) job.end(true);
  };

  return {
    start: job => {
      const run = (lastRun += 1);
      const using = (worker ??= startWorker());
      using.ref();
      const cancel = startCancel(using, run, job.signal);
      const end = (finished: boolean): void => {
        active.delete(run);
        cancel.end();
        // An idle worker must not keep a command line alive.
        if (active.size === 0) using.unref();
        job.onEnd(finished);
      };
      active.set(run, { ...job, end });
      tell(using, job.begin(run));
      if (job.signal?.aborted === true) cancel.now();
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

function tell(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
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
 * The worker asks only after `mayProbe`; that the folder is trusted and that this job uses the name is looked at here again, since this
 * side holds the secrets. A store that fails counts as one that holds nothing.
 */
async function answerNeed(worker: Worker, job: Job, { run, school, name }: Need): Promise<void> {
  let secret: Credential | undefined;
  try {
    if (job.guard.trusted && job.uses(school, name)) secret = await job.ask(school, name);
  } catch {
    // Its error may hold the secret, so it is not even named.
    secret = undefined;
  }
  tell(worker, { kind: 'credential', run, school, name, ...(secret !== undefined && { secret }) });
}
