import type { Estate } from '../../estate/estate.ts';
import { nameOf, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import type { IncidentField } from '../../exchange/incident-list.ts';
import { sayDay } from '../../model/day.ts';
import { plainForm } from '../../model/words.ts';
import { incident } from '../../records/change/incident.ts';
import { declarations } from '../../records/index.ts';
import { writeRecord } from '../../yaml/new-record.ts';
import { createChanges, type Changes } from '../changes.ts';
import { changeField } from '../form-change.ts';
import { createNewIds, type NewIds } from '../new-ids.ts';
import { readIncident, type IncidentDraft, type ReadRow } from './incident-draft.ts';
import { createIncidentHomes } from './incident-homes.ts';
import { createIncidentMeanings, type Meant } from './incident-meanings.ts';
import { countRows, rowOf, sentenceOf, type ImportedRow, type ImportPlan, type ImportWish } from './plan.ts';

const fieldOrder: readonly string[] = Object.keys(incident.fields);

interface Importing {
  readonly estate: Estate;
  readonly changes: Changes;
  readonly newIds: NewIds;
  readonly recorded: Recorded;
  readonly meant: (draft: IncidentDraft) => Meant;
  readonly homeOf: (on: string) => string;
  /** File → texts of the new records. */
  readonly texts: Map<string, string[]>;
  /** Number or words → the row that had it first. */
  readonly rows: Map<string, number>;
}

/**
 * What would become of every row of the help desk's list, and the edits that do it. A longer list adds what is new: an incident is
 * known by its number, else by its day and words. Writes nothing, and never throws at a list.
 */
export function planIncidents({ table, columns, estate, home }: ImportWish<IncidentField>): ImportPlan {
  const { known, meant } = createIncidentMeanings(estate, home);
  const importing: Importing = {
    estate,
    changes: createChanges(estate),
    newIds: createNewIds(estate, home),
    recorded: recordedIn(estate, home),
    meant,
    homeOf: createIncidentHomes(estate, home),
    texts: new Map(),
    rows: new Map(),
  };
  const today = estate.today(home);
  const read = table.rows.map(row => readIncident(row, { columns, today, known }));
  const rows = read.flatMap(one => settle(one, importing));
  // All in one: adding them one by one would look through the whole file each time.
  for (const [file, made] of importing.texts) importing.changes.append(file, made.join('---\n'));
  const { counts, summary } = countRows(rows, ['is resolved now', 'are resolved now']);
  return { rows, counts, summary: `${summary} Names of people are left out.`, files: importing.changes.files() };
}

function settle(row: ReadRow, importing: Importing): ImportedRow[] {
  if (row.is === 'blank') return [];
  if (row.is !== 'draft') return [rowOf(row.number, row.is, undefined, row.sentence)];
  const { draft } = row;
  const twin = twinOf(draft, importing.rows);
  if (twin !== undefined) return [rowOf(draft.number, 'error', draft, twin)];
  const record = importing.recorded.find(draft);
  return [record ? update(draft, record, importing) : create(draft, importing)];
}

/** Number, else day and words: what tells one incident from all others. */
function keyOf({ ref, on, title }: Pick<IncidentDraft, 'ref' | 'on' | 'title'>): string {
  // "#2240", "INC-2240" and "2240" are one number.
  const bare = ref?.toLowerCase().replace(/^(?:#|inc[- ]?(?=\d))\s*/, '');
  return bare === undefined ? `words ${on} ${plainForm(title)}` : `number ${bare}`;
}

function twinOf(draft: IncidentDraft, rows: Map<string, number>): string | undefined {
  const first = rows.get(keyOf(draft));
  if (first === undefined) rows.set(keyOf(draft), draft.number);
  if (first === undefined) return undefined;
  const same = draft.ref === undefined ? 'say the same of the same day' : `have the same number, ${draft.ref}`;
  return `Rows ${first} and ${draft.number} ${same}. Take one of the two out.`;
}

interface Recorded {
  readonly find: (draft: IncidentDraft) => RecordOf<'incident'> | undefined;
}

/** The school's own incidents. */
function recordedIn(estate: Estate, home: string): Recorded {
  const folder = estate.schoolFolderOf(home);
  const byKey = new Map<string, RecordOf<'incident'>>();
  for (const record of estate.ofKind('incident', home)) {
    if (estate.schoolFolderOf(record.file) !== folder) continue;
    const { ref, on = '' } = record.values;
    const key = keyOf({ ref, on: on.replace('T', ' '), title: record.title });
    if (!byKey.has(key)) byKey.set(key, record);
  }
  return { find: draft => byKey.get(keyOf(draft)) };
}

/** All but when it was resolved is as a person may have written it since: it stays. */
function update(draft: IncidentDraft, record: RecordOf<'incident'>, { changes }: Importing): ImportedRow {
  const { resolved } = draft;
  const before = record.values.resolved?.replace('T', ' ');
  if (resolved === undefined && before !== undefined)
    return rowOf(draft.number, 'same', record, 'The list has it open; the record says that it is resolved, and stays.');
  if (resolved === undefined || isSameMoment(resolved, before))
    return rowOf(draft.number, 'same', record, sentenceOf('Nothing is new', draft.said));
  const change = { declaration: declarations.incident, path: ['resolved'], value: resolved, bare: true };
  const isDone = changes.edit(record, text => changeField({ ...change, text }));
  if (!isDone) return rowOf(draft.number, 'error', record, stuckAt(record));
  const day = sayDay(resolved.slice(0, 10));
  return rowOf(draft.number, 'adds', record, sentenceOf(`Resolved on ${day}`, draft.said));
}

function isSameMoment(listed: string, recorded: string | undefined): boolean {
  // Somebody may have written the day alone, or the time more exactly.
  return recorded !== undefined && (recorded.startsWith(listed) || listed.startsWith(recorded));
}

function stuckAt(record: RecordEntry): string {
  return `The record of ${nameOf(record)} has a slip that must be mended before anything can be added.`;
}

function create(draft: IncidentDraft, importing: Importing): ImportedRow {
  const { newIds, texts, homeOf, meant } = importing;
  const { title, on, resolved, symptom, ref } = draft;
  const { values, notes, shown, said } = meant(draft);
  const id = ownId(ref, newIds) ?? newIds.next(incident, '', title);
  const fields: Record<string, string | undefined> = {
    ...values,
    kind: 'incident',
    id,
    title,
    ref,
    on,
    symptom,
    resolved,
    notes: notes.length === 0 ? undefined : notes.join('; '),
  };
  const text = writeRecord(Object.fromEntries(fieldOrder.map(field => [field, fields[field]])));
  const file = homeOf(on);
  texts.set(file, [...(texts.get(file) ?? []), withBareMoments(text)]);
  const over = resolved === undefined ? 'not resolved yet' : `resolved on ${sayDay(resolved.slice(0, 10))}`;
  const first = [sayDay(on.slice(0, 10)), ...shown, over].join(', ');
  return rowOf(draft.number, 'new', { id, title }, sentenceOf(first, [...draft.said, ...said]));
}

/** Times without the quotes that an old reader would want: as people write them. */
function withBareMoments(text: string): string {
  return text.replaceAll(/^(on|resolved): "(\d{4}-\d\d-\d\d \d\d:\d\d[^"]*)"$/gm, '$1: $2');
}

/** The help desk's number is what people say on the telephone: it is the id, too, where it can be one. */
function ownId(ref: string | undefined, { take }: NewIds): string | undefined {
  if (ref === undefined) return undefined;
  const bare = ref.replace(/^#\s*/, '').replaceAll(/\s+/g, '-');
  const id = /^\d+$/.test(bare) ? `${incident.prefix}-${bare}` : bare;
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id) && take(id) ? id : undefined;
}
