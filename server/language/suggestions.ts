import type { Estate } from '../estate/estate.ts';
import { proposeId } from '../estate/next-id.ts';
import { isRetired, statusOf, type RecordEntry } from '../estate/record.ts';
import { addDays, addMonths, sayDay } from '../model/day.ts';
import { fieldKinds } from '../model/field-kinds.ts';
import type { ChoiceField, Field, GroupField } from '../model/field.ts';
import { declarationOf, type KindName } from '../records/index.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { nodeAt } from '../yaml/node.ts';
import { quoteFor } from '../yaml/quote.ts';

/** One thing that may stand at the cursor. */
export interface Offer {
  readonly text: string;
  /** As it is written. */
  readonly insert: string;
  readonly kind: 'value' | 'record' | 'key';
  readonly detail?: string;
  readonly about?: string;
}

export function suggestionsFor(field: Field, cursor: Cursor, record: RecordEntry, estate: Estate): Offer[] {
  if (field.kind === 'list') return suggestionsFor(field.of, cursor, record, estate);
  if (field.kind === 'group') return groupOffers(field, cursor, record, estate);
  if (field.kind === 'id') return idOffers(cursor.prefix, record, estate);
  if (field.kind === 'reference') return [...recordOffers(field.to, cursor, record, estate), ...answers(field)];
  if (field.kind === 'link-end') return recordOffers(['asset'], cursor, record, estate);
  if (fieldKinds[field.kind].dated) return [...dateOffers(estate.today(record.file)), ...answers(field)];
  const fixed = fieldKinds[field.kind]
    .suggest(field)
    .map(({ text, about }): Offer => ({ text, insert: text, kind: 'value', detail: about }));
  return fixed.length > 0 ? [...fixed, ...answers(field)] : [];
}

/** `unknown` is an answer everywhere; `none` where it means something. */
function answers(field: Field): Offer[] {
  const offers: Offer[] = [{ text: 'unknown', insert: 'unknown', kind: 'value', detail: 'To be found out' }];
  if (field.none !== undefined) offers.push({ text: 'none', insert: 'none', kind: 'value', detail: field.none });
  return offers;
}

/** In the place of a part that may be written short (`checks: [ping]`), and its fields where it may not. */
function groupOffers(field: GroupField, cursor: Cursor, record: RecordEntry, estate: Estate): Offer[] {
  const { node, found } = nodeAt(record.text.root, cursor.path);
  const part = found === cursor.path.length && node?.type === 'map' ? node : undefined;
  const short = field.short === undefined || part ? undefined : field.fields[field.short];
  const values = short ? suggestionsFor(short, cursor, record, estate) : [];
  if (typeof cursor.path.at(-1) !== 'number' || cursor.inFlow) return values;
  const free = Object.entries(field.fields).filter(([key]) => !part?.entries.some(entry => entry.key.text === key));
  return [
    ...values,
    ...free.map(([key, { label, about }]): Offer => ({
      text: key,
      insert: `${key}: `,
      kind: 'key',
      detail: label,
      about,
    })),
  ];
}

/** The next free id; none while another one is being typed. */
function idOffers(typed: string, record: RecordEntry, estate: Estate): Offer[] {
  if (!record.declaration) return [];
  const type = record.values['type'];
  const id = proposeId(
    {
      declaration: record.declaration,
      type: typeof type === 'string' ? type : '',
      title: record.title,
      file: record.file,
    },
    estate,
  );
  if (!id.toLowerCase().startsWith(typed.trim().toLowerCase())) return [];
  return [{ text: id, insert: id, kind: 'value', detail: 'The next free one' }];
}

/** Records that may be named here: live ones first, by their id; the title finds them too. */
function recordOffers(kinds: readonly string[], cursor: Cursor, record: RecordEntry, estate: Estate): Offer[] {
  const found = kinds.flatMap(kind => (declarationOf(kind) ? estate.ofKind(kind as KindName, record.file) : []));
  const others = found.filter(other => other.id && other.id !== record.id);
  const taken = new Set(takenIn(record, cursor));
  const free = others.filter(other => !taken.has(other.id));
  return free
    .sort((a, b) => Number(isRetired(a)) - Number(isRetired(b)))
    .map(other => ({
      text: other.id,
      insert: quoteFor(other.id, undefined, cursor.inFlow),
      kind: 'record',
      detail: [other.title, statusWord(other)].filter(Boolean).join(' · '),
      about: other.declaration?.label ?? '',
    }));
}

/** Ids that the same list names already. */
function takenIn(record: RecordEntry, cursor: Cursor): string[] {
  const list = cursor.path.slice(0, -1).join('.');
  if (typeof cursor.path.at(-1) !== 'number') return [];
  return record.understood.uses
    .filter(use => use.path.slice(0, -1).join('.') === list && use.path.at(-1) !== cursor.path.at(-1))
    .map(use => use.text);
}

function statusWord(record: RecordEntry): string {
  const field = record.declaration?.fields['status'] as ChoiceField | undefined;
  const status = statusOf(record);
  return status === record.declaration?.life?.start ? '' : (field?.choices[status] ?? status);
}

function dateOffers(today: string): Offer[] {
  const days: [string, string][] = [
    [today, 'today'],
    [addDays(today, -1), 'yesterday'],
    [addDays(today, 1), 'tomorrow'],
    [addDays(today, 7), 'in a week'],
    [addMonths(today, 1), 'in a month'],
    [addMonths(today, 12), 'in a year'],
    [addMonths(today, 36), 'in three years'],
    [addMonths(today, 60), 'in five years'],
  ];
  return days.map(([day, words]) => ({ text: day, insert: day, kind: 'value', detail: `${words}: ${sayDay(day)}` }));
}
