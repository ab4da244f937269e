/** Today, checkpoints, copies of the records, and pages on paper. */
import type { RecordChanges } from './changes.ts';

/** client → server, request with TodayParams: at most ten lines, in the order that matters. */
export const askToday = 'fits/today';
export interface TodayParams {
  /** Ids of lines that the person does not want. */
  readonly dismissed: readonly string[];
}
export interface TodayRow {
  /** The same as long as the thing is. */
  readonly id: string;
  readonly group: 'down' | 'wrong' | 'first' | 'due' | 'waits' | 'expires' | 'unknown' | 'habit';
  readonly text: string;
  /** What the line stands for, one sentence each. */
  readonly details: readonly string[];
  readonly severity: 'error' | 'warning' | 'information';
  /** The one next step: a command of the editor or of ours, with its words. */
  readonly next: { readonly command: string; readonly title: string; readonly arguments: readonly unknown[] };
  readonly dismissable: boolean;
}
export interface TodayAnswer {
  readonly lines: readonly TodayRow[];
  /** When the working day ends, `16:00`, and on which day it is now in the school: for the reminder. */
  readonly dayEnds: string;
  readonly today: string;
  /** Records that are other than at the last checkpoint; 0 where no history is kept. */
  readonly unsaved: number;
}

/** client → server, request: the histories of the opened folders, freshly looked at. */
export const askCheckpoint = 'fits/checkpoint';
export type CheckpointState =
  | { readonly is: 'not asked' }
  | { readonly is: 'no git' }
  | { readonly is: 'none'; readonly folder: string }
  | { readonly is: 'failed'; readonly detail: string }
  | {
      readonly is: 'kept';
      readonly folder: string;
      readonly records: number;
      /** What changed, proposed as the checkpoint's words. */
      readonly sentence: string;
    };

/** client → server, request: begins a history in the folder. Answers what went wrong, or an empty text. */
export const beginHistory = 'fits/checkpoint/begin';
/** client → server, request with SaveParams: makes a checkpoint. Answers what went wrong, or an empty text. */
export const saveCheckpoint = 'fits/checkpoint/save';
export interface SaveParams {
  readonly folder: string;
  readonly sentence: string;
}

/** client → server, request with CopyParams: copies all record files of a school to another place. */
export const copyRecords = 'fits/copy';
export interface CopyParams {
  readonly school: string;
  /** URI of a folder. */
  readonly to: string;
}
export type CopyAnswer =
  | {
      readonly ok: true;
      /** Path of the new folder with the copy. */
      readonly folder: string;
      readonly files: number;
      /** Notes the copy in the school's record. */
      readonly changes: RecordChanges;
    }
  | { readonly ok: false; readonly sentence: string };

/** client → server, request with { school }: makes the page "What we own" and lets this computer's browser read it for a while. */
export const pageWhatWeOwn = 'fits/page/what-we-own';
export interface PageAnswer {
  /** `http://127.0.0.1:…`: only this computer, and only who knows the address. */
  readonly url: string;
  readonly title: string;
}
