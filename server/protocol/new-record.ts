/** A new record: what may be begun, what is asked of it, and the changes that make it. */
import type { NewRecordAnswers, NewRecordQuestion, OfferedGroup } from '../model/new-record.ts';
import type { RecordChanges } from './changes.ts';

/** Where a new record is for. */
export interface NewRecordPlace {
  /** Id of the school; empty where there is none: then the folder counts. */
  readonly school: string;
  /** URI of the opened folder. */
  readonly folder: string;
}

/** client → server, request: what a person may begin there, in groups (`OfferedGroup[]`). Takes a `NewRecordPlace`. */
export const offerKinds = 'fits/record/offered';

/** client → server, request: what is asked of such a record. */
export const askOfRecord = 'fits/record/questions';
export interface AskOfRecordParams extends NewRecordPlace {
  readonly kind: string;
  readonly type: string;
  /** How many questions have been asked before: there are five at most. */
  readonly asked: number;
}
export interface AskOfRecordAnswer {
  readonly label: string;
  /** A title such as people give one. */
  readonly example: string;
  /** Such a record may stand in a folder that all schools share, and there is one. */
  readonly mayBeShared: boolean;
  /** After the title, and after whether it is for all schools. */
  readonly questions: readonly NewRecordQuestion[];
}

/** client → server, request: what is wrong with an answer that was typed; null where it will do. */
export const checkAnswer = 'fits/record/answer';
export interface CheckAnswerParams extends NewRecordPlace {
  readonly kind: string;
  readonly type: string;
  readonly answers: NewRecordAnswers;
}

/** client → server, request: a new record of a kind, where its like are. */
export const makeRecord = 'fits/record/new';
export interface NewRecordParams extends NewRecordPlace {
  readonly kind: string;
  readonly type: string;
  readonly title: string;
  readonly answers?: NewRecordAnswers;
  /** It goes into the folder that all schools share. */
  readonly shared?: boolean;
}
export type NewRecordAnswer =
  | { readonly changes: RecordChanges; readonly uri: string; readonly id: string }
  /** What cannot be taken as it is. */
  | { readonly refusal: string };

export type { NewRecordAnswers, NewRecordQuestion, OfferedGroup };
