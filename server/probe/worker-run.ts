/** Serves the runs of one worker over a message port; apart from worker.ts so that tests can serve any port. */
import type { MessagePort } from 'node:worker_threads';
import type { Credential, ProbeTarget } from '../model/outcome.ts';
import { usualTimes, type ProbeContext } from './context.ts';
import { probeDevices } from './devices.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { createSender } from './sender.ts';
import { forgetKeys } from './snmp/net-snmp.ts';
import { lookAt, type LookProgress } from './sweep/look.ts';
import type { Vendors } from './sweep/vendors.ts';

interface Run {
  readonly stop: AbortController;
  /** Waiting questions by `credentialKey`. */
  readonly answers: Map<string, (secret: Credential | undefined) => void>;
}

type Start = Extract<ToWorker, { kind: 'start' }>;
type Look = Extract<ToWorker, { kind: 'look' }>;

/**
 * @param onlyLoopback this process's own FITS_ONLY_LOOPBACK, which no message can lift.
 * @param vendors who makes which hardware address
 */
export function serveRuns(port: MessagePort, onlyLoopback: boolean, vendors: Vendors): void {
  const runs = new Map<number, Run>();
  let sends = 0;
  const post = (message: FromWorker): void => port.postMessage(message);
  const onBug = (error: unknown): void => post({ kind: 'bug', frames: framesOf(error) });
  const begin = (message: Start | Look): ProbeContext => {
    const run: Run = { stop: new AbortController(), answers: new Map() };
    runs.set(message.run, run);
    return {
      guard: { ...message.guard, onlyLoopback: message.guard.onlyLoopback || onlyLoopback },
      sender: createSender(() => {
        sends += 1;
      }),
      signal: run.stop.signal,
      times: message.times ?? usualTimes,
      credential: askOnce(run, (school, name) => post({ kind: 'need', run: message.run, school, name })),
    };
  };
  const end = (run: number, context: ProbeContext): { run: number; cancelled: boolean; sends: number } => {
    runs.delete(run);
    if (runs.size === 0) forgetKeys();
    return { run, cancelled: context.signal.aborted, sends: context.sender.count() };
  };
  const start = async (message: Start): Promise<void> => {
    const context = begin(message);
    await probeDevices(message.targets, context, {
      onReport: (index, report) => post({ kind: 'report', run: message.run, index, report }),
      onBug,
    });
    post({ kind: 'done', ...end(message.run, context) });
  };
  const look = async ({ run, ...message }: Look): Promise<void> => {
    const context = begin({ run, ...message });
    const onProgress = (progress: LookProgress): void => post({ kind: 'progress', run, progress });
    const seen = await lookAt(message.job, context, vendors, onProgress).catch((error: unknown) => {
      onBug(error);
      return undefined;
    });
    post({ kind: 'looked', seen: seen ?? [], failed: seen === undefined, ...end(run, context) });
  };
  port.on('message', (message: ToWorker) => {
    if (message.kind === 'start') void start(message);
    else if (message.kind === 'look') void look(message);
    else if (message.kind === 'count') post({ kind: 'count', sends });
    else if (message.kind === 'cancel') runs.get(message.run)?.stop.abort();
    else runs.get(message.run)?.answers.get(credentialKey(message.school, message.name))?.(message.secret);
  });
}

/** One question for each school and name, whatever number of targets use it; undefined when the run is stopped. */
function askOnce(
  run: Run,
  need: (school: string, name: string) => void,
): (target: ProbeTarget) => Promise<Credential | undefined> {
  const asked = new Map<string, Promise<Credential | undefined>>();
  return target => {
    const key = credentialKey(target.school, target.credential);
    const known = asked.get(key);
    if (known !== undefined) return known;
    const answer = new Promise<Credential | undefined>(resolve => {
      run.answers.set(key, resolve);
      run.stop.signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    asked.set(key, answer);
    need(target.school, target.credential);
    return answer;
  };
}

function credentialKey(school: string, name: string): string {
  return JSON.stringify([school, name]);
}

function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error';
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}
