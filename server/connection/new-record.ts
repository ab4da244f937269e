import type { Estate } from '../estate/estate.ts';
import type { OfferedGroup } from '../model/new-record.ts';
import {
  askOfRecord,
  checkAnswer,
  makeRecord,
  offerKinds,
  type AskOfRecordAnswer,
  type AskOfRecordParams,
  type CheckAnswerParams,
  type NewRecordAnswer,
  type NewRecordParams,
  type NewRecordPlace,
} from '../protocol/new-record.ts';
import { declarationOf, declarations, type KindName } from '../records/index.ts';
import { createChanges } from '../workflow/changes.ts';
import { makeRecord as makeNewRecord } from '../workflow/new-record/make-record.ts';
import { offeredKinds, sharedFolderFor, wordsOf } from '../workflow/new-record/offered.ts';
import { mostQuestions, questionsFor, valuesOf, whatIsWrong } from '../workflow/new-record/questions.ts';
import type { Answering } from './features.ts';
import { nameOfUri } from './names.ts';
import { wireChanges } from './wire-changes.ts';

/** Answers for New Record. */
export function answerNewRecords({ connection, workspace }: Answering): void {
  const whenReady =
    <P, A>(answer: (params: P, estate: Estate) => A) =>
    async (params: P): Promise<A> => {
      await workspace.ready;
      return answer(params, workspace.estate);
    };
  connection.onRequest(offerKinds, whenReady(offer));
  connection.onRequest(askOfRecord, whenReady(ask));
  connection.onRequest(checkAnswer, whenReady(check));
  connection.onRequest(makeRecord, whenReady(make));
}

function offer(place: NewRecordPlace, estate: Estate): readonly OfferedGroup[] {
  return offeredKinds(folderFor(place, estate), estate);
}

function ask(params: AskOfRecordParams, estate: Estate): AskOfRecordAnswer | undefined {
  const { type, asked } = params;
  if (!declarationOf(params.kind)) return undefined;
  const kind = params.kind as KindName;
  const folder = folderFor(params, estate);
  const mayBeShared = declarations[kind].shared && sharedFolderFor(folder, estate) !== undefined;
  // Its title is always asked.
  const left = mostQuestions - asked - 1 - (mayBeShared ? 1 : 0);
  return {
    label: declarations[kind].label,
    example: wordsOf(kind)?.example ?? declarations[kind].label,
    mayBeShared,
    questions: questionsFor({ kind, type, folder }, left, estate),
  };
}

function check(params: CheckAnswerParams, estate: Estate): string | undefined {
  const { kind, type, answers } = params;
  if (!declarationOf(kind)) return undefined;
  return whatIsWrong({ kind: kind as KindName, type, folder: folderFor(params, estate) }, answers, estate);
}

function make(params: NewRecordParams, estate: Estate): NewRecordAnswer | undefined {
  const { type, title, answers = {}, shared = false } = params;
  if (!declarationOf(params.kind)) return undefined;
  const kind = params.kind as KindName;
  const own = folderFor(params, estate);
  const folder = shared ? (sharedFolderFor(own, estate) ?? own) : own;
  const made = makeNewRecord({ kind, type, title, folder, values: valuesOf(kind, answers) }, estate);
  if ('refusal' in made) return { refusal: made.refusal };
  const changes = createChanges(estate);
  changes.append(made.file, made.text);
  return { changes: wireChanges(changes.files()), uri: made.file, id: made.id };
}

/** The school's folder; where there is none yet, the opened one. */
function folderFor({ school, folder }: NewRecordPlace, estate: Estate): string {
  const home = estate.ofKindAnywhere('school').find(record => record.id === school && school !== '');
  const own = home && estate.schoolFolderOf(home.file);
  return own ?? nameOfUri(folder).replace(/\/$/, '');
}
