import type { Column } from '../../exchange/columns.ts';
import type { IncidentField } from '../../exchange/incident-list.ts';
import { incidentList } from '../../exchange/incident-list.ts';
import { namesLeftOut } from '../../exchange/incident-headings.data.ts';
import { cleanCell, isNotKnown } from '../../exchange/read-cells.ts';
import { readMomentCell } from '../../exchange/read-day.ts';
import type { TableRow } from '../../exchange/table.ts';
import { sayDay, type Day } from '../../model/day.ts';
import { secretTexts } from '../../rules/gen/gen-006.ts';
import { isPartlyLeftOut, withoutPrivateWords } from './private-words.ts';

/** What a row of the help desk's list says. */
export interface IncidentDraft {
  readonly number: number;
  /** The help desk's own number. */
  readonly ref: string | undefined;
  readonly on: string;
  readonly resolved: string | undefined;
  /** What was reported: in short, and all of it where that is more. */
  readonly title: string;
  readonly symptom: string | undefined;
  /** As the list writes them. */
  readonly texts: ReadonlyMap<IncidentField, string>;
  /** Takes out of a text of this row what belongs to people. */
  readonly withoutPeople: (text: string) => string;
  /** What a person should know of this row: parts of a sentence. */
  readonly said: string[];
}

export type ReadRow =
  | { readonly is: 'draft'; readonly draft: IncidentDraft }
  | { readonly is: 'left_out' | 'error'; readonly number: number; readonly sentence: string }
  /** A blank row: nothing is told of it. */
  | { readonly is: 'blank' };

export interface Reading {
  readonly columns: readonly Column<IncidentField>[];
  readonly today: Day;
  /** Words of places and things, in small letters: they are no names of people. */
  readonly known: ReadonlySet<string>;
}

const longestTitle = 80;
/** More than this is a correspondence: nobody reads it in a record, and it is full of names. */
const longestText = 400;

/** Reads a row; what cannot be held is told, and nothing is guessed. */
export function readIncident(row: TableRow, reading: Reading): ReadRow {
  const { number } = row;
  const people = peopleIn(row, reading.columns);
  const withoutPeople = (text: string) => withoutPrivateWords(text, people, reading.known);
  const texts = textsOf(row, reading, withoutPeople);
  if (texts.size === 0)
    return row.cells.every(isNotKnown) ? { is: 'blank' } : leftOut(number, 'nothing of it is taken');
  if (isRequest(texts.get('sort'))) return leftOut(number, `it is “${texts.get('sort') ?? ''}” and no fault`);
  const { title, symptom } = wordsOf(texts);
  if (title === undefined) return wrong(number, 'It does not say what was reported.');
  const on = momentOf('on', row, reading);
  if (on.text === undefined) return wrong(number, noDay(on.cell));
  if (on.text.slice(0, 10) > reading.today)
    return wrong(number, `It was reported on ${sayDay(on.text.slice(0, 10))}, which has not come yet.`);
  const said: string[] = [];
  const resolved = resolvedOf(row, on.text, reading, said);
  if ([...texts.values()].some(isPartlyLeftOut)) said.push('what belongs to a person is left out of its words');
  const ref = texts.get('ref');
  return { is: 'draft', draft: { number, ref, on: on.text, resolved, title, symptom, texts, withoutPeople, said } };
}

/** A wish belongs to the help desk alone: only what failed says anything of the equipment. */
function isRequest(sort = ''): boolean {
  return /\b(?:request|question|enquiry|demand|change)\b/i.test(sort) && !/\b(?:incident|fault)\b/i.test(sort);
}

function noDay(cell: string): string {
  return cell === '' ? 'There is no day on which it was reported.' : `“${cell}” is no date.`;
}

function leftOut(number: number, because: string): ReadRow {
  return { is: 'left_out', number, sentence: `Left out: ${because}.` };
}

function wrong(number: number, sentence: string): ReadRow {
  return { is: 'error', number, sentence };
}

/** Fields that hold what people wrote: what belongs to people is left out of them. */
const written: ReadonlySet<IncidentField> = new Set<IncidentField>(['summary', 'details', 'resolution', 'category']);

function textsOf(
  row: TableRow,
  { columns }: Reading,
  withoutPeople: IncidentDraft['withoutPeople'],
): Map<IncidentField, string> {
  const texts = new Map<IncidentField, string>();
  for (const [at, { field }] of columns.entries()) {
    const cell = row.cells[at] ?? '';
    if (field === undefined || isNotKnown(cell) || secretTexts.test(cell)) continue;
    const text = cleanCell(cell);
    texts.set(field, written.has(field) ? withoutPeople(text) : text);
  }
  return texts;
}

/** What stands in the columns of people's names, those that handled it among them. */
function peopleIn({ cells }: TableRow, columns: readonly Column<IncidentField>[]): string[] {
  return columns.flatMap(({ heading, field }, at) => {
    const isPerson = field === 'by' || incidentList.headings.whyNeverTaken(heading) === namesLeftOut;
    const text = cleanCell(cells[at] ?? '');
    return isPerson && text !== '' ? [text] : [];
  });
}

function wordsOf(texts: ReadonlyMap<IncidentField, string>): Pick<IncidentDraft, 'symptom'> & { title?: string } {
  const [summary, details] = [texts.get('summary'), texts.get('details')];
  const all = [summary, details === summary ? undefined : details].filter(one => one !== undefined).join(' – ');
  if (!/\p{L}{2}/u.test(all.replaceAll('(left out)', ''))) return { symptom: undefined };
  const title = shortened(firstOf(summary ?? details ?? ''), longestTitle);
  return { title, symptom: title === all ? undefined : shortened(all, longestText) };
}

/** The first sentence of a long text. */
function firstOf(text: string): string {
  return text.length <= longestTitle ? text : (/^.{12,}?[.!?](?=\s)/.exec(text)?.[0] ?? text);
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:.–-]+$/, '')}…`;
}

interface Moment {
  readonly cell: string;
  readonly text: string | undefined;
}

function momentOf(field: 'on' | 'resolved', { cells }: TableRow, { columns, today }: Reading): Moment {
  const at = columns.findIndex(column => column.field === field);
  const cell = cleanCell(cells[at] ?? '');
  if (isNotKnown(cell)) return { cell: '', text: undefined };
  const read = readMomentCell(cell, columns[at]?.dateOrder ?? 'uk', today);
  return { cell, text: read.is === 'day' ? read.day : undefined };
}

/** When it was over; a day before it was reported, or one that has not come, is told and not taken. */
function resolvedOf(row: TableRow, on: string, reading: Reading, said: string[]): string | undefined {
  const { cell, text } = momentOf('resolved', row, reading);
  if (text === undefined) {
    if (cell !== '') said.push(`“${cell}” is no date, so when it was resolved is left out`);
    return undefined;
  }
  const isBefore = text.length === 16 && on.length === 16 ? text < on : text.slice(0, 10) < on.slice(0, 10);
  const why = isBefore ? 'before it was reported' : text.slice(0, 10) > reading.today ? 'which has not come yet' : '';
  if (why === '') return text;
  said.push(`it would be resolved on ${sayDay(text.slice(0, 10))}, ${why}, so that is left out`);
  return undefined;
}
