import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver-types';
import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { Field, Fields } from '../model/field.ts';
import type { Span } from '../model/text-edit.ts';
import { declarations } from '../records/index.ts';
import { rangeIn, type Place, type Range } from '../rules/locate.ts';
import { cursorAt, type Cursor } from '../yaml/cursor.ts';
import { nodeAt, type MapNode } from '../yaml/node.ts';
import { lineEnding } from '../yaml/lines.ts';
import { fieldAt, fieldsBelow } from '../model/paths.ts';
import { spotAt, type Spot } from './place.ts';
import { suggestionsFor, type Offer } from './suggestions.ts';

/** What may stand at the cursor, best first: kinds, fields, choices, records by id and title, dates, the next free id. */
export function completeAt(estate: Estate, file: string, place: Place): CompletionList {
  const spot = spotAt(estate, file, place);
  const cursor = spot && cursorFor(spot.segment.text, spot.offset);
  if (!cursor || cursor.at === 'none' || cursor.inComment) return { isIncomplete: false, items: [] };
  const items = cursor.at === 'key' ? keyItems(spot, cursor) : valueItems(spot, cursor, estate);
  return { isIncomplete: false, items };
}

/** Where a new text at the offset belongs. */
export function cursorFor(text: string, offset: number): Cursor {
  return withinItsPart(text, cursorAt(text, offset));
}

/** On an empty line in the middle of a part, however far left the cursor stands: a key of that part, for one of the record would cut it in two. */
function withinItsPart(text: string, cursor: Cursor): Cursor {
  const below = isOnEmptyLine(text, cursor)
    ? /^[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)(-?)/.exec(text.slice(cursor.replace.end))
    : null;
  if (!below) return cursor;
  const [whole, indent = '', dash] = below;
  const here = columnOf(text, cursor.replace.start);
  if (indent.length < here || (indent.length === here && !dash)) return cursor;
  const next = cursorAt(text, cursor.replace.end + whole.length);
  if (dash || next.at !== 'key') return { ...cursor, at: 'none' };
  return { ...cursor, path: next.path, siblings: next.siblings, indent: next.indent };
}

function isOnEmptyLine(text: string, { at, inFlow, replace }: Cursor): boolean {
  if (at !== 'key' || inFlow || replace.start !== replace.end) return false;
  return /(^|\n)[ \t]*$/.test(text.slice(0, replace.start));
}

function keyItems(spot: Spot, cursor: Cursor): CompletionItem[] {
  const { record, segment } = spot;
  const eol = lineEnding(segment.text);
  const home = homeOf(spot, cursor);
  if (!home) return [];
  const range = rangeIn(segment, home.replace);
  if (!record.declaration)
    return record.kind || cursor.path.length > 0 ? [] : startItems(home.written, cursor, range, eol);
  const fields = fieldsBelow(record.declaration, cursor.path);
  const free = Object.entries(fields ?? {}).filter(
    ([key, field]) => !home.written.includes(key) && field.written === undefined,
  );
  return order(free, record).map(([key, field], i) => ({
    label: key,
    kind: CompletionItemKind.Field,
    detail: field.label,
    documentation: field.about,
    sortText: String(i).padStart(3, '0'),
    filterText: key,
    insertTextMode: InsertTextMode.asIs,
    ...keyEdit(
      home.lead + key,
      cursor.hasColon ? '' : opening(field, cursor, home.column, eol),
      range,
      needsComma(segment.text, cursor),
    ),
    command: { title: 'Suggest', command: 'editor.action.triggerSuggest' },
  }));
}

function keyEdit(
  key: string,
  after: string,
  range: Range,
  comma: boolean,
): Pick<CompletionItem, 'textEdit' | 'insertTextFormat'> {
  // Between brackets another field follows: the cursor stays before the comma that parts the two.
  if (comma && after)
    return { insertTextFormat: InsertTextFormat.Snippet, textEdit: { range, newText: `${key}${after}$0, ` } };
  return { textEdit: { range, newText: key + after } };
}

function needsComma(text: string, cursor: Cursor): boolean {
  return cursor.inFlow && /^\s*[^\s,}\]#]/.test(text.slice(cursor.replace.end));
}

/** Where a new key goes: the column of the other keys of its part, however far the cursor's line is indented. */
interface Home {
  readonly column: number;
  readonly replace: Span;
  readonly lead: string;
  readonly written: readonly string[];
}

function homeOf({ record, segment }: Spot, cursor: Cursor): Home | undefined {
  const part = partAt(record, cursor);
  if (part === 'taken') return undefined;
  const written = [...cursor.siblings, ...(part?.entries.map(entry => entry.key.text) ?? [])];
  const column = columnOfKeys(part, segment.text) ?? cursor.indent;
  const indent = columnOf(segment.text, cursor.replace.start);
  const blankBefore = segment.text.slice(cursor.replace.start - indent, cursor.replace.start).trim() === '';
  if (!cursor.inFlow && blankBefore && indent !== column) {
    return {
      column,
      written,
      lead: ' '.repeat(column),
      replace: { start: cursor.replace.start - indent, end: cursor.replace.end },
    };
  }
  return { column, written, lead: atLeftEdge(segment.text, cursor) ? ' ' : '', replace: cursor.replace };
}

/** The column in which the part's keys stand, where they stand one below the other. */
function columnOfKeys(part: MapNode | undefined, text: string): number | undefined {
  const first = part?.flow === false ? part.entries[0] : undefined;
  return first && columnOf(text, first.key.start);
}

/** The part that the key would stand in, if it has fields yet; `taken` where another value stands. */
function partAt(record: RecordEntry, cursor: Cursor): MapNode | undefined | 'taken' {
  const { node, found } = nodeAt(record.text.root, cursor.path);
  if (!node || found < cursor.path.length) return undefined;
  if (node.type === 'map') return node;
  const isTyped = node.start >= cursor.replace.start && node.end <= cursor.replace.end;
  return isTyped ? undefined : 'taken';
}

/** Between brackets that opened on a line above: text may not begin at the very left there. */
function atLeftEdge(text: string, cursor: Cursor): boolean {
  return cursor.inFlow && columnOf(text, cursor.replace.start) === 0;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** What follows a key that was chosen: a blank, or the first line of its list or part. */
function opening(field: Field, cursor: Cursor, column: number, eol: string): string {
  if (cursor.inFlow || (field.kind !== 'list' && field.kind !== 'group')) return ': ';
  const below = `:${eol}${' '.repeat(column + 2)}`;
  return field.kind === 'list' ? `${below}- ` : below;
}

/** Fields that fit the asset's type come first, those of other types last. */
function order(fields: [string, Field][], record: RecordEntry): [string, Field][] {
  const type = record.values['type'];
  const rank = (field: Field) =>
    field.offeredFor === undefined ? 1 : typeof type === 'string' && field.offeredFor.includes(type) ? 0 : 2;
  const known = fields.filter(([, field]) => typeof type !== 'string' || rank(field) < 2);
  return known
    .map((entry, i) => ({ entry, i }))
    .sort((a, b) => everydayFirst(a.entry[0], b.entry[0], record) || a.i - b.i)
    .map(({ entry }) => entry);
}

function everydayFirst(a: string, b: string, record: RecordEntry): number {
  const everyday = record.declaration?.everyday.map(String) ?? [];
  return Number(everyday.includes(b)) - Number(everyday.includes(a));
}

/** An empty place: the records that one may begin here. */
function startItems(written: readonly string[], cursor: Cursor, range: Range, eol: string): CompletionItem[] {
  if (written.includes('kind')) return [];
  const bare: CompletionItem = {
    label: 'kind',
    kind: CompletionItemKind.Field,
    detail: 'What sort of record this is',
    sortText: '000',
    textEdit: { range, newText: cursor.hasColon ? 'kind' : 'kind: ' },
    command: { title: 'Suggest', command: 'editor.action.triggerSuggest' },
  };
  if (written.length > 0 || cursor.hasColon) return [bare];
  const whole = Object.values(declarations).map((declaration, i) => ({
    label: `New ${declaration.label.toLowerCase()}`,
    // Not `Snippet`: VS Code's own snippets are switched off for records, because they come up within values, too.
    kind: CompletionItemKind.Struct,
    detail: `kind: ${declaration.kind}`,
    documentation: declaration.about,
    filterText: `new ${declaration.kind} ${declaration.label} kind`,
    sortText: `1${String(i).padStart(2, '0')}`,
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range,
      newText: snippetOf(declaration.kind, declaration.everyday.map(String), declaration.fields).join(eol) + eol,
    },
  }));
  return [bare, ...whole];
}

/** The lines of the shortest useful record, with a stop at each value. */
export function snippetOf(kind: string, everyday: readonly string[], fields: Fields): string[] {
  let stop = 0;
  return everyday.map(key => {
    if (key === 'kind') return `kind: ${kind}`;
    const field = fields[key];
    stop += 1;
    const blank = `\${${stop}}`;
    if (field?.kind === 'list')
      return field.of.kind === 'group'
        ? `${key}:\n  - ${Object.keys(field.of.fields)[0] ?? ''}: ${blank}`
        : `${key}: [${blank}]`;
    if (field?.kind === 'choice') return `${key}: \${${stop}|${Object.keys(field.choices).join(',')}|}`;
    return `${key}: ${blank}`;
  });
}

function valueItems(spot: Spot, cursor: Cursor, estate: Estate): CompletionItem[] {
  if (standsBelow(spot, cursor)) return [];
  const range = rangeIn(spot.segment, cursor.replace);
  const offers = offersFor(spot, cursor, estate);
  const lead = cursor.needsBlank || atLeftEdge(spot.segment.text, cursor) ? ' ' : '';
  return offers.map((offer, i) => ({
    label: offer.text,
    kind:
      offer.kind === 'record'
        ? CompletionItemKind.Reference
        : offer.kind === 'key'
          ? CompletionItemKind.Field
          : CompletionItemKind.Value,
    ...(offer.detail ? { labelDetails: { description: offer.detail } } : {}),
    ...(offer.about ? { documentation: offer.about } : {}),
    filterText: [offer.text, offer.detail].filter(Boolean).join(' '),
    sortText: String(i).padStart(5, '0'),
    textEdit: { range, newText: lead + offer.insert },
  }));
}

/** The value stands on the lines below already: a list, or a part with fields of its own. */
function standsBelow({ record }: Spot, cursor: Cursor): boolean {
  const { node, found } = nodeAt(record.text.root, cursor.path);
  return found === cursor.path.length && node !== null && node.type !== 'scalar' && node.start > cursor.replace.end;
}

function offersFor(spot: Spot, cursor: Cursor, estate: Estate): Offer[] {
  const { record } = spot;
  if (cursor.path.length === 1 && cursor.path[0] === 'kind') {
    return Object.values(declarations).map(({ kind, label, about }) => ({
      text: kind,
      insert: kind,
      kind: 'value',
      detail: label,
      about,
    }));
  }
  const field = fieldAt(record.declaration, cursor.path);
  return field ? suggestionsFor(field, cursor, record, estate) : [];
}
