import type { TextEdit } from '../model/text-edit.ts';
import { betweenBrackets, endOf, endOfEntry, lineStartOf, nextLineOf, wholeEntry } from './entry-span.ts';
import { bodyOf, columnAt, eolAt, stepOf, writeItem, writeNew } from './edit-text.ts';
import type { NewValue } from './edit-text.ts';
import { entryOf, nodeAt } from './node.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from './node.ts';
import { keyText, quoteFor } from './quote.ts';
import { readRecord } from './read-record.ts';
import { blockFor } from './block-text.ts';

export type Path = readonly (string | number)[];

/** The declared order of the fields of the map at a path; unknown fields go to the end. */
export type Order = readonly string[] | ((path: Path) => readonly string[]);

export interface InsertOptions {
  /** A plain list is the order of the map that the field goes into; groups made on the way go to the end of theirs. */
  readonly order: Order;
  readonly style?: ScalarNode['style'];
}

/** The tree to edit in, or undefined where the text has an error of form: then no offset can be trusted (precise.md 32). */
function editable(text: string): MapNode | undefined {
  const read = readRecord(text);
  if (read.slips.some(slip => slip.code === 'GEN-012' && slip.severity === 'error')) return undefined;
  return read.root ?? undefined;
}

/** Puts a new field into the map at `path`, making the groups on the way; undefined if it is there, or the text forbids it. */
export function insertKey(
  text: string,
  path: Path,
  key: string,
  value: NewValue,
  options: InsertOptions,
): TextEdit[] | undefined {
  const root = editable(text);
  if (!root) return undefined;
  const { node, found } = nodeAt(root, path);
  const missing = path.slice(found);
  const [name, ...inner] = [...missing, key];
  if (node?.type !== 'map' || typeof name !== 'string' || inner.some(step => typeof step === 'number'))
    return undefined;
  const wrapped = inner.reduceRight<NewValue>((held, step) => ({ [step]: held }), value);
  const there = entryOf(node, name);
  if (there) return canFill(node, there, inner.length) ? fillEntry(text, there, wrapped, options) : undefined;
  const order = orderAt(options.order, path.slice(0, found), missing.length);
  return [insertInto(text, node, { name, value: wrapped, order, style: options.style })];
}

/** A group that is named but has nothing below it yet can take its first field. */
function canFill(map: MapNode, entry: Entry, deeper: number): boolean {
  return entry.value === null && deeper > 0 && !map.flow;
}

function orderAt(order: Order, path: Path, missing: number): readonly string[] {
  if (typeof order === 'function') return order(path);
  return missing === 0 ? order : [];
}

interface NewEntry {
  readonly name: string;
  readonly value: NewValue;
  readonly order: readonly string[];
  readonly style: ScalarNode['style'] | undefined;
}

function insertInto(text: string, map: MapNode, entry: NewEntry): TextEdit {
  const last = map.entries.at(-1);
  const first = map.entries[0];
  if (map.flow) {
    const written = `${keyText(entry.name, true)}: ${writeItem(entry.value, true, entry.style)}`;
    return last
      ? { start: last.end, end: last.end, text: `, ${written}` }
      : { start: map.start + 1, end: map.start + 1, text: written };
  }
  const column = first ? columnAt(text, first.start) : 0;
  const above = entryAbove(map, entry);
  const make = { step: stepOf(text), eol: eolAt(text, (above ?? first ?? map).start), style: entry.style };
  if (above || !first)
    return afterEntry(text, above, column, writeNew(entry.name, entry.value, column, make), make.eol);
  return beforeEntry(text, first, column, writeNew(entry.name, entry.value, column, make), make.eol);
}

/** The field to stand below: the nearest declared before it that is there; none if all declared ones come after it. */
function entryAbove(map: MapNode, entry: NewEntry): Entry | undefined {
  const place = entry.order.indexOf(entry.name);
  if (place < 0) return map.entries.at(-1);
  let best: Entry | undefined;
  let bestPlace = -1;
  for (const other of map.entries) {
    const otherPlace = entry.order.indexOf(other.key.text);
    if (otherPlace > bestPlace && otherPlace < place) {
      best = other;
      bestPlace = otherPlace;
    }
  }
  const someAfter = map.entries.some(other => entry.order.indexOf(other.key.text) > place);
  return best ?? (someAfter ? undefined : map.entries.at(-1));
}

function afterEntry(text: string, above: Entry | undefined, column: number, lines: string[], eol: string): TextEdit {
  const at = above ? pastDeeperComments(text, nextLineOf(text, endOfEntry(above)), column) : text.length;
  const joined = lines.map(line => ' '.repeat(column) + line + eol).join('');
  const missing = at > 0 && text[at - 1] !== '\n' ? eol : '';
  return { start: at, end: at, text: missing + joined };
}

/** Comments right of the column belong to the group above them. */
function pastDeeperComments(text: string, from: number, column: number): number {
  let at = from;
  for (;;) {
    const comment = /^( *)#[^\n]*(?:\n|$)/.exec(text.slice(at, at + 2000));
    if (!comment || (comment[1]?.length ?? 0) <= column) return at;
    at += comment[0].length;
  }
}

function beforeEntry(text: string, first: Entry, column: number, lines: string[], eol: string): TextEdit {
  const lineStart = lineStartOf(text, first.start);
  const indent = ' '.repeat(column);
  if (text.slice(lineStart, first.start).trim() !== '') {
    // On a dash's line the new field takes the dash, and the first goes to a line of its own.
    return {
      start: first.start,
      end: first.start,
      text: lines.map((line, at) => (at === 0 ? line : indent + line)).join(eol) + eol + indent,
    };
  }
  let at = lineStart;
  while (at > 0 && /^[ \t]*#/.test(text.slice(lineStartOf(text, at - 1), at))) at = lineStartOf(text, at - 1);
  return { start: at, end: at, text: lines.map(line => indent + line + eol).join('') };
}

/** A field that is there with nothing after its colon gets its value: a text beside it, a group or list below it. */
function fillEntry(
  text: string,
  entry: Entry,
  value: NewValue,
  options: { style?: ScalarNode['style'] },
): TextEdit[] | undefined {
  const colon = text.indexOf(':', entry.key.end);
  if (colon < 0) return undefined;
  if (typeof value === 'string') {
    const blankLine = /^[ \t]*\r?(?:\n|$)/.test(text.slice(colon + 1, nextLineOf(text, colon)));
    const at = blankLine && text[colon + 1] === ' ' ? colon + 2 : colon + 1;
    return [{ start: at, end: at, text: (at === colon + 1 ? ' ' : '') + quoteFor(value, options.style) }];
  }
  const column = columnAt(text, entry.start);
  const make = { step: stepOf(text), eol: eolAt(text, entry.start), style: options.style };
  const lines = bodyOf(value, column + make.step, make);
  const at = nextLineOf(text, colon);
  const missing = text[at - 1] === '\n' ? '' : make.eol;
  return [
    {
      start: at,
      end: at,
      text: missing + lines.map(line => ' '.repeat(column + make.step) + line + make.eol).join(''),
    },
  ];
}

/** Changes the text at `path`, in the quotes it has; a field with nothing after its colon is filled. */
export function setValue(text: string, path: Path, value: string): TextEdit[] | undefined {
  const root = editable(text);
  if (!root || path.length === 0) return undefined;
  const flow = isFlow(root, path);
  const entry = entryAt(root, path);
  if (entry?.value === null) return flow ? fillFlow(text, entry, value) : fillEntry(text, entry, value, {});
  const node = exactly(root, path);
  if (node?.type !== 'scalar') return undefined;
  const indent = entry ? columnAt(text, entry.start) : columnAt(text, node.start) - 2;
  const isBlock = node.style === 'block';
  const written = isBlock
    ? blockFor(text, node, value, { indent, step: stepOf(text) })
    : quoteFor(value, node.style, flow);
  return [{ start: node.start, end: node.end, text: written }];
}

function entryAt(root: Node, path: Path): Entry | undefined {
  const step = path.at(-1);
  const holder = exactly(root, path.slice(0, -1));
  return typeof step === 'string' && holder?.type === 'map' ? entryOf(holder, step) : undefined;
}

function fillFlow(text: string, entry: Entry, value: string): TextEdit[] {
  const colon = /^\s*:/.exec(text.slice(entry.key.end));
  const at = entry.key.end + (colon ? colon[0].length : 0);
  return [{ start: at, end: at, text: `${colon ? '' : ':'} ${quoteFor(value, undefined, true)}` }];
}

function exactly(root: Node, path: Path): Node | undefined {
  const { node, found } = nodeAt(root, path);
  return found === path.length && node ? node : undefined;
}

/** Does the path run through brackets, where a comma ends a text? */
function isFlow(root: Node, path: Path): boolean {
  return path.some((_, depth) => {
    const node = exactly(root, path.slice(0, depth));
    return node !== undefined && node.type !== 'scalar' && node.flow;
  });
}

/** Puts an item at the end of the list at `path`, making the list (and the groups on the way) where there is none. */
export function appendToList(
  text: string,
  path: Path,
  item: ItemValue,
  options: InsertOptions,
): TextEdit[] | undefined {
  const root = editable(text);
  const key = path.at(-1);
  if (!root || key === undefined) return undefined;
  const list = exactly(root, path);
  if (list) return list.type === 'list' ? appendItem(text, list, item, options.style) : undefined;
  const entry = entryAt(root, path);
  if (entry) return isFlow(root, path) ? undefined : fillEntry(text, entry, [item], options);
  return typeof key === 'string' ? insertKey(text, path.slice(0, -1), key, [item], options) : undefined;
}

/** An item: a text, or a group of fields. */
export type ItemValue = string | Readonly<Record<string, NewValue>>;

function appendItem(
  text: string,
  list: ListNode,
  item: NewValue,
  style: ScalarNode['style'] | undefined,
): TextEdit[] | undefined {
  const last = list.items.at(-1);
  if (list.flow) {
    const written = writeItem(item, true, style);
    if (list.items.length === 0) return [{ start: list.start + 1, end: list.start + 1, text: written }];
    return last ? [{ start: endOf(last), end: endOf(last), text: `, ${written}` }] : undefined;
  }
  if (!last) return undefined;
  const column = columnAt(text, list.start);
  const make = { step: stepOf(text), eol: eolAt(text, list.start), style };
  const lines = bodyOf([item], column, make);
  const at = pastDeeperComments(text, nextLineOf(text, endOf(last)), column);
  const missing = text[at - 1] === '\n' ? '' : make.eol;
  return [{ start: at, end: at, text: missing + lines.map(line => ' '.repeat(column) + line + make.eol).join('') }];
}

/** Takes a field out with its comment at the end of its line; comments above it stay. */
export function removeKey(text: string, path: Path): TextEdit[] | undefined {
  const root = editable(text);
  const entry = root ? entryAt(root, path) : undefined;
  if (!root || !entry) return undefined;
  return [isFlow(root, path) ? betweenBrackets(text, entry.start, entry.end) : wholeEntry(text, entry)];
}

/** Takes an item out of its list, with the comment at the end of its line; undefined for one that shares its line with a dash. */
export function removeItem(text: string, path: Path): TextEdit[] | undefined {
  const root = editable(text);
  const item = root ? exactly(root, path) : undefined;
  if (!root || !item || typeof path.at(-1) !== 'number') return undefined;
  if (isFlow(root, path.slice(0, -1)) || isFlow(root, path)) return [betweenBrackets(text, item.start, endOf(item))];
  const lineStart = lineStartOf(text, item.start);
  const isAlone = /^ *-[ \t]+$/.test(text.slice(lineStart, item.start));
  return isAlone ? [{ start: lineStart, end: nextLineOf(text, endOf(item)), text: '' }] : undefined;
}

/** Gives a field another name; undefined if that name is taken. */
export function renameKey(text: string, path: Path, name: string): TextEdit[] | undefined {
  const root = editable(text);
  const key = path.at(-1);
  const holder = root ? exactly(root, path.slice(0, -1)) : undefined;
  if (typeof key !== 'string' || holder?.type !== 'map' || entryOf(holder, name)) return undefined;
  const entry = entryOf(holder, key);
  return entry
    ? [{ start: entry.key.start, end: entry.key.end, text: quoteFor(name, entry.key.style, holder.flow) }]
    : undefined;
}
