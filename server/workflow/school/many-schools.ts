import { isWritten, type RecordEntry } from '../../estate/record.ts';
import { cleanCell, isNotKnown } from '../../exchange/read-cells.ts';
import { domainOf, phaseOf, type SchoolField } from '../../exchange/school-columns.ts';
import type { Table, TableRow } from '../../exchange/table.ts';
import { fieldKinds } from '../../model/field-kinds.ts';
import { applyEdits } from '../../model/text-edit.ts';
import { count, sentenceCase } from '../../model/words.ts';
import { school } from '../../records/school/school.ts';
import { insertKey, removeKey, setValue } from '../../yaml/edit.ts';
import { createChanges, type Changes } from '../changes.ts';
import { schoolId, wordId } from './new-school.ts';
import { nameIn, type SchoolTemplate, type TemplateFile } from './school-template.ts';

/** What happens to a row of the list of schools. */
export interface SchoolRowPlan {
  readonly number: number;
  readonly outcome: 'new' | 'left_out' | 'error';
  /** Name of the folder that is made; empty where none is. */
  readonly folder: string;
  readonly title: string;
  readonly sentence: string;
}

export interface SchoolsPlan {
  readonly rows: readonly SchoolRowPlan[];
  /** All of them new; names begin with the school's folder. */
  readonly files: readonly TemplateFile[];
  readonly summary: string;
}

export interface SchoolsWish {
  readonly table: Table;
  /** One for each heading. */
  readonly columns: readonly (SchoolField | undefined)[];
  readonly template: SchoolTemplate;
  /** Names that stand in the folder already. */
  readonly folders: Iterable<string>;
  /** Ids of the schools that there are already. */
  readonly ids: Iterable<string>;
}

interface Making {
  readonly template: SchoolTemplate;
  /** Name, small → the row it came from, 0 where it was there before. */
  readonly folders: Map<string, number>;
  readonly ids: Map<string, number>;
  readonly files: TemplateFile[];
}

/** What would become of every row of a list of schools, and the files that are made for them. Writes nothing. */
export function planSchools({ table, columns, template, folders, ids }: SchoolsWish): SchoolsPlan {
  const making: Making = {
    template,
    folders: new Map([...folders].map(name => [name.toLowerCase(), 0])),
    ids: new Map([...ids].map(id => [id.toLowerCase(), 0])),
    files: [],
  };
  // Ids that the list gives come first, so that none that is made up stands in their way.
  const drafts = table.rows.map(row => draftOf(row, columns));
  const given = new Set(drafts.flatMap(draft => (draft.id === undefined ? [] : [draft.id.toLowerCase()])));
  const rows = drafts.flatMap(draft => (draft.isBlank ? [] : [make(draft, given, making)]));
  const made = rows.filter(row => row.outcome === 'new').length;
  const rest = [
    [rows.filter(row => row.outcome === 'left_out').length, 'left out'],
    [rows.filter(row => row.outcome === 'error').length, 'with errors'],
  ] as const;
  const others = rest.filter(([n]) => n > 0).map(([n, words]) => `, ${n} ${words}`);
  return { rows, files: making.files, summary: `${count(made, 'new school')}${others.join('')}.` };
}

interface Draft {
  readonly number: number;
  readonly isBlank: boolean;
  readonly values: ReadonlyMap<SchoolField, string>;
  readonly id: string | undefined;
  readonly said: string[];
}

function draftOf({ number, cells }: TableRow, columns: readonly (SchoolField | undefined)[]): Draft {
  const values = new Map<SchoolField, string>();
  const said: string[] = [];
  for (const [at, field] of columns.entries()) {
    const cell = cells[at] ?? '';
    if (field === undefined || isNotKnown(cell)) continue;
    const text = readField(field, cleanCell(cell));
    if (text === undefined)
      said.push(`“${cleanCell(cell)}” is no value for “${school.fields[field].label}”, so it is left out`);
    else values.set(field, text);
  }
  return { number, isBlank: cells.every(isNotKnown), values, id: values.get('id'), said };
}

/** The text that the school's record can hold; undefined where there is none. */
function readField(field: SchoolField, text: string): string | undefined {
  if (field === 'phase') return phaseOf(text);
  if (field === 'domain') return domainOf(text);
  if (field === 'ict_owner' || field === 'maintenance') return text;
  const declared = school.fields[field];
  const reading = fieldKinds[declared.kind].read(text, declared);
  if (reading.ok) return text;
  return reading.severity === 'information' ? text : reading.fixes[0]?.text;
}

function make(draft: Draft, given: ReadonlySet<string>, making: Making): SchoolRowPlan {
  const { number, values, said } = draft;
  const title = values.get('title');
  if (title === undefined)
    return tell(number, 'left_out', '', '', 'Left out: it does not say what the school is called.');
  const folder = folderFor(title, number);
  const before = making.folders.get(folder.toLowerCase());
  if (before === 0)
    return tell(number, 'left_out', '', title, `The folder ${folder} is there already; nothing in it is touched.`);
  if (before !== undefined)
    return tell(
      number,
      'error',
      '',
      title,
      `Rows ${before} and ${number} would both become the folder ${folder}. Give one of the two another name.`,
    );
  const twin = draft.id === undefined ? undefined : making.ids.get(draft.id.toLowerCase());
  if (twin !== undefined)
    return tell(
      number,
      'error',
      '',
      title,
      `The id ${draft.id ?? ''} ${twin === 0 ? 'belongs to another school already' : `stands in row ${twin}, too`}. Give this school another.`,
    );
  const taken = new Set([...making.ids.keys(), ...given]);
  const id = draft.id ?? schoolId(title, taken);
  making.folders.set(folder.toLowerCase(), number);
  making.ids.set(id.toLowerCase(), number);
  making.files.push(
    ...filesFor(values, id, making.template).map(({ name, text }) => ({ name: `${folder}/${name}`, text })),
  );
  const more = said.length === 0 ? '' : ` ${sentenceCase(said.join('; '))}.`;
  return tell(number, 'new', folder, title, `Folder ${folder}, id ${id}.${more}`);
}

function tell(
  number: number,
  outcome: SchoolRowPlan['outcome'],
  folder: string,
  title: string,
  sentence: string,
): SchoolRowPlan {
  return { number, outcome, folder, title, sentence };
}

/** Names that Windows keeps for its devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A folder's name that every system takes: `oakfield-primary-school`. */
function folderFor(title: string, number: number): string {
  if (!/[A-Za-z0-9]/.test(title.normalize('NFKD'))) return `school-${number}`;
  const words = wordId(title);
  return reserved.test(words) ? `${words}-school` : words;
}

/** Numbers and names that are true of one school only: what the list does not say is not known. */
const ownFields = ['domain', 'pupils', 'staff', 'classes'] as const;
/** What was done at the template's own school. */
const ownHistory = ['records_copy', 'history'] as const;

function filesFor(values: ReadonlyMap<SchoolField, string>, id: string, template: SchoolTemplate): TemplateFile[] {
  const changes = createChanges(template.estate);
  const { school: record } = template;
  setText(changes, record, 'id', id);
  for (const field of ['title', 'phase'] as const) setText(changes, record, field, values.get(field));
  for (const field of ownFields)
    setText(changes, record, field, values.get(field) ?? (isWritten(record, field) ? 'unknown' : undefined));
  for (const field of ownHistory) changes.edit(record, text => removeKey(text, [field]));
  namePosts(changes, template, values);
  moveContacts(changes, template, values.get('domain'));
  const after = new Map(changes.files().map(({ file, before, edits }) => [file, applyEdits(before, edits)]));
  return [...template.estate.files.values()].map(({ file, text }) => ({
    name: nameIn(file),
    text: after.get(file) ?? text,
  }));
}

/** The posts that the school's record names get the names that they have there. */
function namePosts(changes: Changes, template: SchoolTemplate, values: ReadonlyMap<SchoolField, string>): void {
  const { owner, maintenance } = template;
  if (owner) setText(changes, owner, 'title', values.get('ict_owner'));
  if (maintenance && maintenance !== owner) setText(changes, maintenance, 'title', values.get('maintenance'));
}

function setText(changes: Changes, record: RecordEntry, key: string, text: string | undefined): void {
  if (text === undefined) return;
  const order = Object.keys(record.declaration?.fields ?? {});
  changes.edit(record, source => setValue(source, [key], text) ?? insertKey(source, [], key, text, { order }));
}

/** Posts are reached at the new school's own addresses, or it is not known yet where. */
function moveContacts(changes: Changes, { school: record, roles }: SchoolTemplate, domain: string | undefined): void {
  const old = record.values.domain;
  if (old === undefined) return;
  for (const role of roles) {
    const contact = role.values.contact;
    if (contact === undefined || !contact.toLowerCase().includes(`@${old.toLowerCase()}`)) continue;
    const at = contact.toLowerCase().indexOf(`@${old.toLowerCase()}`) + 1;
    const moved = domain === undefined ? 'unknown' : contact.slice(0, at) + domain + contact.slice(at + old.length);
    setText(changes, role, 'contact', moved);
  }
}
