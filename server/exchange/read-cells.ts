import type { Day } from '../model/day.ts';
import { addMonths } from '../model/day.ts';
import { fieldKinds } from '../model/field-kinds.ts';
import type { Field } from '../model/field.ts';
import { asset } from '../records/register/asset.ts';
import { assetTypes, type AssetType } from '../records/vocabulary.data.ts';
import { declaredField, type DateOrder, type ImportField } from './columns.ts';
import { readDayCell } from './read-day.ts';
import { conditionWords, noSerial, notKnown, statusWords, typeWords } from './words.data.ts';

/** What a cell says of a field: a text that the field reads, nothing, or something that the field cannot hold. */
export type CellReading =
  | { readonly is: 'value'; readonly text: string }
  | { readonly is: 'nothing' }
  | { readonly is: 'unread'; readonly because: string };

/** What is needed to read a row's cells. */
export interface Surroundings {
  readonly today: Day;
  readonly dateOrder: DateOrder;
  readonly heading: string;
  /** The day on which it was bought, where the row says so: "3 years" of warranty count from it. */
  readonly bought: Day | undefined;
}

const nothing: CellReading = { is: 'nothing' };

function value(text: string): CellReading {
  return { is: 'value', text };
}

function unread(because: string): CellReading {
  return { is: 'unread', because };
}

/** The cell's text on one line, without signs that nobody sees. */
export function cleanCell(cell: string): string {
  return keepLines(cell).replaceAll(/\s+/g, ' ').trim();
}

/** The same with its lines kept, for notes. */
function keepLines(cell: string): string {
  return cell
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(
      /\p{Surrogate}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff\u00ad]/gu,
      '',
    )
    .replaceAll('\u00a0', ' ')
    .trim();
}

/** Blank, "n/a", "see list", "tbc" … */
export function isNotKnown(cell: string): boolean {
  const text = cleanCell(cell)
    .toLowerCase()
    .replace(/[\s.!]+$/, '');
  return (
    notKnown.has(text) ||
    notKnown.has(text.replaceAll(/[()[\]"“”]/g, '')) ||
    notKnown.has(cleanCell(cell).toLowerCase())
  );
}

type Reader = (text: string, around: Surroundings) => CellReading;

/** The fields that need more than their own kind's reading. */
const readers: Partial<Readonly<Record<ImportField, Reader>>> = {
  type: text => value(typeOf(text) ?? 'other'),
  status: text => byWords(text, asset.fields.status, statusWords.find(one => one.words.test(text))?.status, 'a status'),
  condition: text =>
    byWords(text, asset.fields.condition, conditionWords.find(one => one.words.test(text))?.condition, 'a condition'),
  serial: readSerial,
  tag: readSerial,
  cost_gbp: readMoney,
  cost_each: readMoney,
  quantity: readQuantity,
  replace_year: readYear,
  owned: readOwned,
  warranty_until: readUntil,
  lease_until: readUntil,
  end_of_support: readUntil,
  bought: readDate,
};

/** Reads a cell for its field. Never throws. */
export function readCell(field: ImportField, cell: string, around: Surroundings): CellReading {
  if (field === 'notes') return isNotKnown(cell) ? nothing : value(keepLines(cell));
  const text = cleanCell(cell);
  if (isNotKnown(cell)) return meansNone(field, text) ? value('none') : nothing;
  const reader = readers[field];
  if (reader) return reader(text, around);
  const declared = declaredField(field);
  return declared ? readDeclared(text, declared) : value(text);
}

/** "None" is an answer where the field has a meaning for it: no warranty. */
function meansNone(field: ImportField, text: string): boolean {
  return /^(?:none|nil)$/i.test(text) && declaredField(field)?.none !== undefined;
}

/** As the field itself reads it, or as it would be if written in the field's own form. */
function readDeclared(text: string, field: Field): CellReading {
  const reading = fieldKinds[field.kind].read(text, field);
  if (reading.ok) return value(field.kind === 'mac' ? String(reading.value) : text);
  const [fix, ...others] = reading.fixes;
  if (fix && others.length === 0) {
    const again = fieldKinds[field.kind].read(fix.text, field);
    if (again.ok) return value(fix.text);
  }
  return unread(`“${text}” is no ${nounOf(field)}`);
}

function nounOf(field: Field): string {
  return { address: 'network address', mac: 'MAC address' }[field.kind as string] ?? `value for “${field.label}”`;
}

function byWords(text: string, field: Field, meant: string | undefined, noun: string): CellReading {
  const reading = fieldKinds[field.kind].read(text, field);
  const named = reading.ok ? text : undefined;
  const found = named ?? meant;
  return found === undefined ? unread(`“${text}” is not ${noun} known here`) : value(found);
}

/** The type that the words mean, or undefined. */
export function typeOf(text: string): AssetType | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  if (Object.hasOwn(assetTypes, name)) return name as AssetType;
  return typeWords.find(one => one.words.test(text))?.type;
}

/** A number that a spreadsheet has shortened (`6.37E+15`) is no longer the number on the label. */
function readSerial(text: string): CellReading {
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)) return unread(`the spreadsheet has shortened the number to “${text}”`);
  return noSerial.test(text) ? nothing : value(text.replace(/^(?:s\/n|sn|serial(?: no\.?)?)\s*[:#]\s*/i, ''));
}

function readMoney(text: string): CellReading {
  const bare = text
    .replace(/^(?:£|GBP)\s*/i, '')
    .replace(/\s*(?:£|GBP|pounds?|(?:inc|ex|exc|incl|excl|plus|\+)\.? ?vat|each)\.?$/i, '')
    .replaceAll(/(?<=\d)[, ](?=\d{3}(?!\d))/g, '');
  if (!/^\d{1,12}(?:\.\d+)?$/.test(bare)) return unread(`“${text}” is no sum in pounds`);
  const pence = Math.round(Number(bare) * 100);
  return value(pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2));
}

function readQuantity(text: string): CellReading {
  const digits = /^(?:x\s*|qty:?\s*)?(\d{1,6})(?:\.0+)?(?:\s*(?:x|off|no\.?|pcs|pieces|units?|items?))?$/i.exec(
    text,
  )?.[1];
  return digits === undefined || Number(digits) < 1 ? unread(`“${text}” is no number`) : value(String(Number(digits)));
}

function readYear(text: string, around: Surroundings): CellReading {
  const year = /^(20\d\d)(?:\s*[/–-]\s*\d{2,4})?$/.exec(text)?.[1];
  if (year !== undefined) return value(year);
  const day = readDayCell(text, around.dateOrder, around.today);
  return day.is === 'day' && /^20/.test(day.day) ? value(day.day.slice(0, 4)) : unread(`“${text}” is no year`);
}

function readOwned(text: string): CellReading {
  if (/\b(?:leas\w*|rent\w*|hire\w*|loan\w*)\b|^(?:no|n|false)$/i.test(text)) return value('no');
  return /\b(?:own\w*|bought|purchased?|school)\b|^(?:yes|y|true)$/i.test(text)
    ? value('yes')
    : unread(`“${text}” says neither owned nor leased`);
}

function readDate(text: string, { dateOrder, today }: Surroundings): CellReading {
  const found = readDayCell(text, dateOrder, today);
  return found.is === 'day' ? value(found.day) : unread(`“${text}” is no date`);
}

/** A date, or a length of time from the day of purchase: `3 years`, `36 months`; a bare number where the heading has the unit. */
function readUntil(text: string, around: Surroundings): CellReading {
  const date = readDate(text, around);
  if (date.is === 'value') return date;
  const parts = /^(\d{1,3})\s*-?\s*(y(?:ea)?rs?|y|m(?:on)?ths?|m)?\b/i.exec(text);
  const unit = parts?.[2] ?? /\b(month|year)s?\b/i.exec(around.heading)?.[1];
  if (!parts || unit === undefined || /^\d{4}/.test(text)) return date;
  if (around.bought === undefined) return unread(`“${text}” counts from a day of purchase that is not known`);
  return value(addMonths(around.bought, Number(parts[1]) * (/^y/i.test(unit) ? 12 : 1)));
}
