import type { Column, ImportField } from '../../exchange/columns.ts';
import { cleanCell, isNotKnown, readCell, typeOf } from '../../exchange/read-cells.ts';
import type { TableRow } from '../../exchange/table.ts';
import { makes } from '../../exchange/words.data.ts';
import type { Day } from '../../model/day.ts';
import { labelAt } from '../../model/paths.ts';
import { listed } from '../../model/words.ts';
import { asset } from '../../records/register/asset.ts';
import { secretTexts } from '../../rules/gen/gen-006.ts';
import { assetTypes, type AssetType } from '../../records/vocabulary.data.ts';

/** Fields of an asset that a row can fill as they are. */
export type AssetField = Exclude<ImportField, 'tag' | 'make_model' | 'cost_each' | 'location' | 'supplier'>;

/** What a row of the list says, read field by field; what cannot be held is told, not lost. */
export interface Draft {
  readonly number: number;
  readonly values: Map<AssetField, string>;
  readonly type: AssetType;
  /** What the list itself calls the sort of thing: "iPad", "PC". */
  readonly sort: string | undefined;
  /** The school's own label. */
  readonly tag: string | undefined;
  /** Names of the place and the supplier, as the list writes them. */
  readonly place: string | undefined;
  readonly supplier: string | undefined;
  /** What a person should know of this row: parts of a sentence. */
  readonly said: string[];
}

/** A row that gives no draft, with what is told of it; blank rows are told nothing of. */
export interface Skipped {
  readonly number: number;
  readonly because: string | undefined;
}

export function isSkipped(one: Draft | Skipped): one is Skipped {
  return !('values' in one);
}

interface Gathered {
  readonly texts: Map<ImportField, string>;
  /** What stands in the column of types. */
  sort: string | undefined;
  /** Values that no field holds: they go to the notes, and it is said why. */
  readonly kept: string[];
  readonly unread: string[];
  /** What the columns are called in which a password stands: it goes nowhere. */
  readonly secrets: string[];
}

/** One of these says that there is a thing; a price or a room alone does not. */
const naming: readonly ImportField[] = [
  'title',
  'type',
  'make',
  'model',
  'make_model',
  'serial',
  'tag',
  'hostname',
  'mac',
  'address',
];

export function draftOf(row: TableRow, columns: readonly Column[], today: Day): Draft | Skipped {
  const { number } = row;
  const filled = columns.flatMap(({ field }, at) =>
    field !== undefined && !isNotKnown(row.cells[at] ?? '') ? [{ field, cell: row.cells[at] ?? '' }] : [],
  );
  if (filled.length === 0)
    return { number, because: row.cells.some(cell => !isNotKnown(cell)) ? 'nothing of it is taken' : undefined };
  const [only, ...more] = filled;
  if (!filled.some(one => naming.includes(one.field)))
    return { number, because: 'it does not say which thing is meant' };
  const wide = columns.filter(column => column.field !== undefined).length >= 4;
  if (wide && only && more.length === 0 && typeOf(only.cell) === undefined && only.field !== 'serial')
    return { number, because: `only “${cleanCell(only.cell)}” stands in it, like a heading between the rows` };
  return complete(number, gather(row, columns, today));
}

function gather(row: TableRow, columns: readonly Column[], today: Day): Gathered {
  const found: Gathered = { texts: new Map(), sort: undefined, kept: [], unread: [], secrets: [] };
  // The day of purchase first: a warranty may count from it.
  const order = [...columns.entries()].sort(
    (a, b) => Number(b[1].field === 'bought') - Number(a[1].field === 'bought'),
  );
  for (const [at, column] of order)
    if (column.field !== undefined) gatherCell(column.field, row.cells[at] ?? '', column, today, found);
  return found;
}

function gatherCell(
  field: ImportField,
  cell: string,
  { heading, dateOrder = 'uk' }: Column,
  today: Day,
  found: Gathered,
): void {
  if (secretTexts.test(cell)) {
    found.secrets.push(labelOf(field, heading));
    return;
  }
  const reading = readCell(field, cell, { today, dateOrder, heading, bought: found.texts.get('bought') });
  if (reading.is === 'value') {
    found.texts.set(field, reading.text);
    if (field === 'type') found.sort = cleanCell(cell);
  } else if (reading.is === 'unread') {
    found.kept.push(`${labelOf(field, heading)}: ${cleanCell(cell)}`);
    found.unread.push(reading.because);
  }
}

function labelOf(field: ImportField, heading: string): string {
  const label = labelAt(asset, [field]);
  return label === field ? heading : label;
}

function complete(number: number, { texts, sort, kept, unread, secrets }: Gathered): Draft {
  splitMake(texts);
  priceOfAll(texts);
  if (texts.get('quantity') === '1') texts.delete('quantity');
  const said: string[] = [];
  const type = typeFor(texts);
  if (type === 'other') keepSort(sort, texts, kept, said);
  for (const label of secrets) said.push(`“${label}” is left out: it looks like a password`);
  if (unread.length > 0) said.push(`${listed(unread)}: kept in the notes`);
  if (kept.length > 0) texts.set('notes', [texts.get('notes'), ...kept].filter(one => one !== undefined).join('\n'));
  texts.set('type', type);
  const { tag, location, supplier, values } = apart(texts);
  return { number, values, type, sort, tag, place: location, supplier, said };
}

/** A sort of thing that has no type of its own is not lost: its word stands in the title, or in the notes. */
function keepSort(
  sort: string | undefined,
  texts: ReadonlyMap<ImportField, string>,
  kept: string[],
  said: string[],
): void {
  const title = texts.get('title');
  const isKnown = [sort, title, texts.get('model')].some(text => typeOf(text ?? '') === 'other');
  if (!isKnown) {
    const what = sort === undefined ? 'its type is not known' : `“${sort}” is no type known here`;
    said.push(`${what}, so it is recorded as “${shortLabel('other')}”`);
  }
  const isTold = title === undefined ? !texts.has('make') && !texts.has('model') : title.includes(sort ?? '');
  if (sort !== undefined && !isTold) kept.push(`Type: ${sort}`);
}

function apart(texts: Map<ImportField, string>) {
  const [tag, location, supplier] = (['tag', 'location', 'supplier'] as const).map(field => texts.get(field));
  for (const field of ['tag', 'location', 'supplier', 'make_model', 'cost_each'] as const) texts.delete(field);
  return { tag, location, supplier, values: texts as Map<AssetField, string> };
}

const longestFirst = [...makes].sort((a, b) => b.length - a.length);

/** "Dell Latitude 3510" is a make and a model, in a column for both as well as in one for the model where none has the make. */
function splitMake(texts: Map<ImportField, string>): void {
  const both = texts.get('make_model');
  if (both !== undefined && !texts.has('model')) texts.set('model', both);
  const model = texts.get('model');
  if (model === undefined || texts.has('make')) return;
  const make = longestFirst.find(name => startsWithWord(model, name));
  if (make === undefined) return;
  texts.set('make', model.slice(0, make.length));
  const rest = model.slice(make.length).replace(/^[\s,/–-]+/, '');
  if (rest === '') texts.delete('model');
  else texts.set('model', rest);
}

function startsWithWord(text: string, word: string): boolean {
  return text.toLowerCase().startsWith(word.toLowerCase()) && !/^[A-Za-z0-9-]/.test(text.slice(word.length));
}

function priceOfAll(texts: Map<ImportField, string>): void {
  const each = texts.get('cost_each');
  if (each === undefined || texts.has('cost_gbp')) return;
  const pence = Math.round(Number(each) * 100) * Number(texts.get('quantity') ?? 1);
  texts.set('cost_gbp', pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2));
}

/** By its own column, else by whatever else the row says: its title, its model, how its label begins. */
function typeFor(texts: ReadonlyMap<ImportField, string>): AssetType {
  const [own, title, both, model, make, tag, hostname] = (
    ['type', 'title', 'make_model', 'model', 'make', 'tag', 'hostname'] as const
  ).map(field => texts.get(field) ?? '');
  const told = [own, ...[title, both, model, make].map(text => typeOf(text ?? ''))];
  const found = told.find(type => type !== undefined && type !== '' && type !== 'other');
  const type = found ?? typeByPrefix(tag ?? '') ?? typeByPrefix(hostname ?? '');
  return type === undefined ? 'other' : (type as AssetType);
}

const prefixes: ReadonlyMap<string, string> = new Map(
  Object.entries(asset.prefixByType ?? {}).map(([type, prefix]) => [prefix, type]),
);

function typeByPrefix(label: string): AssetType | undefined {
  const prefix = /^([A-Za-z]+)[-_ ]?\d/.exec(label)?.[1]?.toUpperCase();
  return prefix === undefined ? undefined : (prefixes.get(prefix) as AssetType | undefined);
}

/** "Laptop", "UPS": the type without its explanation. */
export function shortLabel(type: AssetType): string {
  return assetTypes[type].split(':')[0] ?? type;
}
