/** What the main thread and the probe worker say to each other. Structured clones; no functions. */
import type { Credential, DeviceReport, ProbeGuard, ProbeTarget } from '../model/outcome.ts';
import type { SeenDevice } from '../model/seen-device.ts';
import type { ProbeTimes } from './context.ts';
import type { LookJob, LookProgress } from './sweep/look.ts';

export type ToWorker =
  | {
      readonly kind: 'start';
      readonly run: number;
      readonly targets: readonly ProbeTarget[];
      readonly guard: ProbeGuard;
      readonly times?: ProbeTimes;
    }
  /** A look at networks, which ends with `looked`. */
  | {
      readonly kind: 'look';
      readonly run: number;
      readonly job: LookJob;
      readonly guard: ProbeGuard;
      readonly times?: ProbeTimes;
    }
  | { readonly kind: 'cancel'; readonly run: number }
  /** The answer to `need`; without `secret` when nothing is stored. */
  | {
      readonly kind: 'credential';
      readonly run: number;
      readonly school: string;
      readonly name: string;
      readonly secret?: Credential;
    }
  | { readonly kind: 'count' };

export type FromWorker =
  /** `index`: the target's place in `start`. */
  | { readonly kind: 'report'; readonly run: number; readonly index: number; readonly report: DeviceReport }
  /** Sent once for each school and name of a run, and only after `mayProbe` allowed a target that uses it. */
  | { readonly kind: 'need'; readonly run: number; readonly school: string; readonly name: string }
  /** `sends`: sockets, pings and name look-ups of this run. */
  | { readonly kind: 'done'; readonly run: number; readonly cancelled: boolean; readonly sends: number }
  | { readonly kind: 'progress'; readonly run: number; readonly progress: LookProgress }
  | {
      readonly kind: 'looked';
      readonly run: number;
      readonly seen: readonly SeenDevice[];
      readonly cancelled: boolean;
      /** An error of ours ended it; `bug` said which. */
      readonly failed: boolean;
      readonly sends: number;
    }
  /** Answer to `count`: all attempts since the worker began. */
  | { readonly kind: 'count'; readonly sends: number }
  /** An error of ours: its name and stack frames, without its message, which could hold a secret. */
  | { readonly kind: 'bug'; readonly frames: string };
