import type { Estate } from '../../estate/estate.ts';
import { proposeId } from '../../estate/next-id.ts';
import { parseRecord, type RecordEntry } from '../../estate/record.ts';
import { reachOf } from '../../estate/schools.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { To } from '../../model/form.ts';
import { fieldsBelow, type Path } from '../../model/paths.ts';
import { applyEdits } from '../../model/text-edit.ts';
import { declarations, type KindName } from '../../records/index.ts';
import { missingFor } from '../../rules/missing.ts';
import { insertKey } from '../../yaml/edit.ts';
import { writeRecord } from '../../yaml/new-record.ts';
import { answerField } from '../form-answer.ts';
import { createPicks } from '../form-pools.ts';
import { fileFor } from './file-for.ts';

export interface NewRecord {
  readonly kind: KindName;
  /** Of an asset: which sort; empty for kinds without types. */
  readonly type: string;
  readonly title: string;
  /** The folder of the school, or of the records where there is none yet; or the folder that all schools share. */
  readonly folder: string;
  /** What is known already, in the order in which it is to be written where the declaration says nothing. */
  readonly values?: readonly NewValue[];
}

/** What one field is to say. */
export interface NewValue {
  readonly path: Path;
  readonly to: To;
}

export interface MadeRecord {
  readonly file: string;
  readonly id: string;
  /** Its lines, without dashes. */
  readonly text: string;
}

/** A value that its field cannot take, with the reading's own sentence. */
export interface RefusedValue {
  readonly path: Path;
  readonly refusal: string;
}

/** The shortest record that is right: what must be there and is not known yet says so. It goes where its like are. */
export function makeRecord(wanted: NewRecord, estate: Estate): MadeRecord | RefusedValue {
  const { kind, title, values = [] } = wanted;
  const declaration = declarations[kind];
  const first = withValues(begin(wanted, '', estate), values, estate);
  if ('refusal' in first) return first;
  // What sort of thing it is and where decides the file, and the file whose ids count.
  const type = textAt(first, 'type') ?? '';
  const file = fileFor({ kind, type, place: textAt(first, 'location'), folder: wanted.folder }, estate);
  const id = ownId(values) ?? freeEverywhere(proposeId({ declaration, type, title, file }, estate), file, estate);
  const made = withValues(begin(wanted, id, estate, file), values, estate);
  if ('refusal' in made) return made;
  const other = holderOf(id, file, estate);
  if (other) return { path: ['id'], refusal: takenBy(id, other) };
  return { file, id, text: withUnknowns(made) };
}

function textAt({ values }: RecordEntry, field: string): string | undefined {
  const value = values[field];
  return typeof value === 'string' ? value : undefined;
}

function ownId(values: readonly NewValue[]): string | undefined {
  const to = values.find(({ path }) => path.length === 1 && path[0] === 'id')?.to;
  return to && 'text' in to ? to.text.trim() : undefined;
}

function takenBy(id: string, { title }: RecordEntry): string {
  return `${id} is already ${title === '' ? 'another record' : title}. Give this one another id, or none: then the next free one is taken.`;
}

/** Who has the id: in the file's own school; for a record of all schools, in any of them. */
function holderOf(id: string, file: string, estate: Estate): RecordEntry | undefined {
  const own = estate.named(id, file);
  if (own || estate.schoolFolderOf(file) !== undefined) return own;
  const below = estate.schoolFolders.filter(folder => folder.startsWith(reachOf(file)));
  return below.map(folder => estate.named(id, `${folder}/x`)).find(one => one !== undefined);
}

function freeEverywhere(proposed: string, file: string, estate: Estate): string {
  const [, start = `${proposed}-`, digits = ''] = /^(.*?)(\d+)$/.exec(proposed) ?? [];
  let id = proposed;
  for (let n = digits === '' ? 2 : Number(digits) + 1; holderOf(id, file, estate); n++)
    id = `${start}${String(n).padStart(digits.length, '0')}`;
  return id;
}

/** Kind, id, title, and what the kind itself decides. */
export function begin(
  { kind, type, title, folder }: NewRecord,
  id: string,
  estate: Estate,
  file = fileFor({ kind, type, folder }, estate),
): RecordEntry {
  const declaration = declarations[kind];
  // Where a record is one of those in use unless it says otherwise, a new one says that it is a draft.
  const status = declaration.everyday.includes('status') ? Object.keys(declaration.life?.steps ?? {})[0] : undefined;
  return entryOf(writeRecord({ kind, id, title, status, type: type === '' ? undefined : type }), file);
}

function entryOf(text: string, file: string): RecordEntry {
  const parsed = parseRecord(text);
  return { ...parsed, file, index: 0, values: parsed.understood.values };
}

/** Each value is taken as a form takes it: `23/11/2026`, a place by its title. */
export function withValues(
  record: RecordEntry,
  values: readonly NewValue[],
  estate: Estate,
): RecordEntry | RefusedValue {
  const picks = createPicks(estate);
  let { source } = record;
  for (const { path, to } of values) {
    const answer = answerField({ record, text: source, path, to }, estate, picks);
    if ('refusal' in answer) return { path, refusal: answer.refusal };
    if ('question' in answer) return { path, refusal: asSentence(answer) };
    source = applyEdits(source, answer.edits);
  }
  return source === record.source ? record : entryOf(source, record.file);
}

/** A question is put as it is, with its answers: whoever asked can be asked back, or told. */
function asSentence({
  question,
  answers,
}: {
  question: string;
  answers: readonly { title: string; to: To }[];
}): string {
  const meant = answers.filter(({ to }) => !('sure' in to)).map(({ title }) => title);
  return meant.length === 0 ? question : `${question} ${meant.join(' · ')}?`;
}

/** What the record needs, be it unknown. Of several fields of which one will do, the first. */
function withUnknowns(record: RecordEntry): string {
  const { declaration } = record;
  if (!declaration) return record.source;
  const order = (path: Path) => Object.keys(fieldsBelow(declaration, path) ?? {});
  return neededBy(record, declaration).reduce((made, path) => {
    const edits = insertKey(made, path.slice(0, -1), path.at(-1) ?? '', 'unknown', { order });
    return edits ? applyEdits(made, edits) : made;
  }, record.source);
}

/** Paths that the record needs by its present step and does not have; of several of which one will do, the first. */
export function neededBy(record: RecordEntry, declaration: Declaration): readonly (readonly string[])[] {
  const codes = new Set(declaration.needs.map(need => need.code ?? 'GEN-015'));
  return [...codes].flatMap(code => missingFor(record, code)).map(path => (path.split('|')[0] ?? '').split('.'));
}
