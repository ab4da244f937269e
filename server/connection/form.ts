import type { FileEntry } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { TableModel } from '../model/form.ts';
import {
  askForm,
  askTable,
  changeForm,
  changeTable,
  countKinds,
  type FormAnswer,
  type FormChangeAnswer,
  type FormChangeParams,
  type FormParams,
  type KindCount,
  type TableChangeAnswer,
  type TableChangeParams,
  type TableParams,
} from '../protocol/form.ts';
import { declarationOf, declarations, type KindName } from '../records/index.ts';
import { rangeOf } from '../rules/locate.ts';
import { createChanges } from '../workflow/changes.ts';
import { answerField } from '../workflow/form-answer.ts';
import { formOf } from '../workflow/form.ts';
import { changeCells } from '../workflow/table-change.ts';
import { tableOf } from '../workflow/table.ts';
import type { Answering } from './features.ts';
import { nameOfUri } from './names.ts';
import { wireChanges } from './wire-changes.ts';
import type { Workspace } from './workspace.ts';

/** Answers for the form and the table. */
export function answerForms({ connection, workspace }: Answering): void {
  const whenReady =
    <P, A>(answer: (params: P, workspace: Workspace) => A) =>
    async (params: P): Promise<A> => {
      await workspace.ready;
      return answer(params, workspace);
    };
  connection.onRequest(askForm, whenReady(showForm));
  connection.onRequest(changeForm, whenReady(changeField));
  connection.onRequest(askTable, whenReady(showTable));
  connection.onRequest(changeTable, whenReady(changeRows));
  connection.onRequest(countKinds, whenReady(kindCounts));
}

function showForm(params: FormParams, { checker, estate }: Workspace): FormAnswer {
  const file = estate.files.get(nameOfUri(params.uri));
  if (!file) return { text: '', records: [], sentence: 'The records of this file have not been read yet.' };
  const text = fingerprint(file.text);
  if (file.conflict) return { text, records: [], sentence: file.conflict.message };
  const records = shownIn(file).map(record => ({
    place: record.index,
    id: record.id,
    title: record.title,
    kindLabel: record.declaration?.label ?? '',
    line: rangeOf(estate, record, firstSign(record)).start.line,
  }));
  const record = wantedIn(file, params, records);
  if (!record) return { text, records, sentence: 'There is no record in this file yet.' };
  return { text, records, place: record.index, model: formOf(record, checker) };
}

/** Records that a person would count: not the blank before the first line of dashes, or behind the last. */
function shownIn(file: FileEntry): RecordEntry[] {
  return file.records.filter(({ text, source }) => text.root !== null || /^[^\S\n]*[^#\s]/m.test(source));
}

function firstSign({ source }: RecordEntry) {
  const start = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*/.exec(source)?.[0].length ?? 0;
  return { start, end: start };
}

function wantedIn(file: FileEntry, { place, id, line }: FormParams, records: FormAnswer['records']) {
  const shown = shownIn(file);
  if (line !== undefined) {
    const on = records.findLast(record => record.line <= line) ?? records[0];
    return shown.find(record => record.index === on?.place);
  }
  const same = shown.find(record => record.index === place);
  if (same && (id === undefined || id === '' || same.id === id)) return same;
  // Its id was changed, or it moved: the one of that id, else the one in its place.
  return (id ? shown.find(record => record.id === id) : undefined) ?? same ?? shown[0];
}

function changeField(params: FormChangeParams, { estate }: Workspace): FormChangeAnswer {
  const file = estate.files.get(nameOfUri(params.uri));
  const record = file?.records[params.place];
  if (!file || !record || fingerprint(file.text) !== params.text) return { stale: true };
  const answer = answerField({ record, path: params.path, to: params.to }, estate);
  if (!('edits' in answer)) return answer;
  return { edits: answer.edits.map(edit => ({ range: rangeOf(estate, record, edit), newText: edit.text })) };
}

function showTable({ kind, school }: TableParams, { checker }: Workspace): TableModel | undefined {
  return declarationOf(kind) ? tableOf(kind as KindName, checker, school) : undefined;
}

function changeRows({ cells }: TableChangeParams, { estate }: Workspace): TableChangeAnswer {
  const changes = createChanges(estate);
  const named = cells.map(({ uri, ...cell }) => ({ file: nameOfUri(uri), ...cell }));
  const left = changeCells(named, estate, changes);
  return { changes: wireChanges(changes.files()), left };
}

function kindCounts(_: unknown, { estate }: Workspace): KindCount[] {
  return Object.entries(declarations).map(([kind, { label, plural, about }]) => {
    const records = estate.ofKindAnywhere(kind as KindName).length;
    return { kind, label, plural, about, records };
  });
}
