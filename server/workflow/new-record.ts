import type { Estate } from '../estate/estate.ts';
import { proposeId } from '../estate/next-id.ts';
import { parseRecord, type RecordEntry } from '../estate/record.ts';
import { fieldsBelow, type Path } from '../model/paths.ts';
import { applyEdits } from '../model/text-edit.ts';
import { declarations, type KindName } from '../records/index.ts';
import { usualFile } from '../records/file-names.data.ts';
import { missingFor } from '../rules/missing.ts';
import { insertKey } from '../yaml/edit.ts';
import { writeRecord } from '../yaml/new-record.ts';

export interface NewRecord {
  readonly kind: KindName;
  /** Of an asset: which sort; empty for kinds without types. */
  readonly type: string;
  readonly title: string;
  /** The folder of the school, or of the records where there is none yet. */
  readonly folder: string;
}

export interface MadeRecord {
  readonly file: string;
  readonly id: string;
  /** Its lines, without dashes. */
  readonly text: string;
}

/** The shortest record that is right: what must be there and is not known yet says so. It goes where its like are. */
export function makeRecord(wanted: NewRecord, estate: Estate): MadeRecord {
  const { kind, type, title } = wanted;
  const declaration = declarations[kind];
  const file = fileFor(wanted, estate);
  const id = proposeId({ declaration, type, title, file }, estate);
  // Where a record is one of those in use unless it says otherwise, a new one says that it is a draft.
  const status = declaration.everyday.includes('status') ? Object.keys(declaration.life?.steps ?? {})[0] : undefined;
  const text = writeRecord({ kind, id, title, status, type: type === '' ? undefined : type });
  return { file, id, text: withUnknowns(text, file) };
}

/** What the record needs, be it unknown. Of several fields of which one will do, the first. */
function withUnknowns(text: string, file: string): string {
  const parsed = parseRecord(text);
  const { declaration } = parsed;
  if (!declaration) return text;
  const record: RecordEntry = { ...parsed, file, index: 0, values: parsed.understood.values };
  const order = (path: Path) => Object.keys(fieldsBelow(declaration, path) ?? {});
  const codes = new Set(declaration.needs.map(need => need.code ?? 'GEN-015'));
  const missing = [...codes]
    .flatMap(code => missingFor(record, code))
    .map(path => (path.split('|')[0] ?? '').split('.'));
  return missing.reduce((made, path) => {
    const edits = insertKey(made, path.slice(0, -1), path.at(-1) ?? '', 'unknown', { order });
    return edits ? applyEdits(made, edits) : made;
  }, text);
}

/** The file that holds most of its like in this school: of its type, else of its kind; else the usual one. */
export function fileFor({ kind, type, folder }: NewRecord, estate: Estate): string {
  const all = estate.ofKindAnywhere(kind).filter(record => isAt(record, folder, estate));
  const ofType = type === '' ? [] : all.filter(record => (record.values as Record<string, unknown>)['type'] === type);
  return fullest(ofType) ?? fullest(all) ?? freeFile(`${folder}/${usualFile(kind)}`, estate);
}

function isAt(record: RecordEntry, folder: string, estate: Estate): boolean {
  const home = estate.schoolFolderOf(record.file);
  return (
    record.file.startsWith('file:') && (home === folder || (home === undefined && record.file.startsWith(`${folder}/`)))
  );
}

/** The first of those that hold most. */
function fullest(records: readonly RecordEntry[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { file } of records) counts.set(file, (counts.get(file) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, held]) => held === most)?.[0];
}

/** A file in which two versions are mixed takes nothing new: then one beside it. */
function freeFile(file: string, estate: Estate): string {
  return estate.files.get(file)?.conflict ? file.replace(/(\.fits\.yaml)$/, '-2$1') : file;
}
