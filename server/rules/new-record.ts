import type { Estate } from '../estate/estate.ts';
import type { Use } from '../estate/interpret.ts';
import { proposeId } from '../estate/next-id.ts';
import { parseRecord, statusOf, type RecordEntry } from '../estate/record.ts';
import type { Declaration } from '../model/declaration.ts';
import type { RecordFix } from '../model/finding.ts';
import { applyEdits } from '../model/text-edit.ts';
import { sentenceCase } from '../model/words.ts';
import { declarationOf, type KindName } from '../records/index.ts';
import type { NewValue } from '../yaml/edit-text.ts';
import { writeRecord } from '../yaml/new-record.ts';
import { quoteFor } from '../yaml/quote.ts';
import { firstOf, keyEdits } from './fix.ts';
import { missingAt } from './missing.ts';

/** Makes the record that is named and not there, beside its like, and names it by its id. */
export function newRecordFix(use: Use, kind: string, record: RecordEntry, estate: Estate): RecordFix | undefined {
  const declaration = declarationOf(kind);
  if (!declaration || use.text.length === 0) return undefined;
  const isId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(use.text);
  const title = isId ? sentenceCase(use.text.replace(/[-_]+/g, ' ')) : use.text;
  const id = isId ? use.text : proposeId({ declaration, type: '', title, file: record.file }, estate);
  const beside = estate.ofKind(kind as KindName, record.file).at(-1);
  const file = beside?.file ?? record.file;
  const status = quietStatus(declaration);
  const start = `kind: ${kind}\nid: ${id}\ntitle: ${quoteFor(title)}\n${status === undefined ? '' : `status: ${status}\n`}`;
  return {
    title: `Create the ${declaration.label.toLowerCase()} “${title}”`,
    edits: isId ? [] : [{ start: use.start, end: use.end, text: id }],
    append: { file, text: withAnswers(start, file) },
  };
}

/** The status to write, where the one that is meant without asks for more than anybody knows yet. */
function quietStatus({ life, needs }: Declaration): string | undefined {
  const asks = (status: string) => needs.some(need => need.at?.includes(status));
  if (!life || !asks(life.start)) return undefined;
  return Object.keys(life.steps).find(status => !asks(status) && !life.retired.includes(status));
}

/** The record with what it needs, to be found out. */
function withAnswers(text: string, file: string): string {
  const parsed = parseRecord(text);
  const record = { ...parsed, file, index: 0, values: parsed.understood.values };
  const missing = missingAt(record, statusOf(record)).map(path => ({ path: firstOf(path), value: 'unknown' }));
  return applyEdits(text, keyEdits(record, missing) ?? []);
}

/** A record that a fix proposes beside its like: with what is known, and nothing that nobody has said. */
export function draftRecord(
  kind: KindName,
  title: string,
  from: RecordEntry,
  estate: Estate,
  fields: Readonly<Record<string, NewValue | undefined>>,
): { file: string; text: string } {
  const declaration = declarationOf(kind);
  const file = estate.ofKind(kind, from.file).at(-1)?.file ?? from.file;
  const id = declaration && proposeId({ declaration, type: '', title, file }, estate);
  return { file, text: writeRecord({ kind, id, title: title.slice(0, 80), ...fields }) };
}
