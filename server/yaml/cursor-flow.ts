import { flowSigns } from './brackets.ts';
import type { FlowSign } from './brackets.ts';
import type { Cursor } from './cursor.ts';
import { ancestors, columnOf } from './cursor-path.ts';
import { isBlank, isColon } from './row.ts';
import type { Row } from './row.ts';

type FlowCursor = Pick<Cursor, 'path' | 'at' | 'prefix' | 'replace' | 'siblings' | 'indent' | 'hasColon'>;

/** One open bracket on the way to the cursor. */
interface Bracket {
  readonly sort: 'list' | 'map';
  readonly keys: string[];
  index: number;
  key: string | undefined;
  /** Where the present piece starts, and its colon if it has one. */
  from: number;
  colon: number | undefined;
}

/** The cursor between brackets, on this line or with the opening one on a line above; undefined where it is not. */
export function flowAt(text: string, rows: readonly Row[], row: Row, offset: number): FlowCursor | undefined {
  const opener = openingRow(text, rows, row);
  if (!opener || offset <= opener.rest.start) return undefined;
  const brackets = bracketsTo(text, opener.rest.start, offset);
  const top = brackets.at(-1);
  if (!top) return undefined;
  const outer = ancestors(text, rows, opener, opener.end + 1);
  const path = [...outer, ...brackets.slice(0, -1).flatMap(stepOf)];
  const indent = columnOf(opener, opener.key?.start ?? opener.content);
  return { ...pieceAt(text, top, offset, path), siblings: siblingsOf(text, top, offset), indent };
}

/** The key or value between two commas that the cursor stands in. */
function pieceAt(
  text: string,
  top: Bracket,
  offset: number,
  path: (string | number)[],
): Omit<FlowCursor, 'siblings' | 'indent'> {
  const end = pieceEnd(text, offset);
  const from = pastBlanks(text, top.colon === undefined ? top.from : top.colon + 1, offset);
  const isQuoted = from < offset && (text[from] === '"' || text[from] === "'");
  const prefix = text.slice(isQuoted ? from + 1 : from, offset);
  if (top.sort === 'map' && top.colon === undefined) {
    const hasColon = text[pastBlanks(text, end.key, text.length)] === ':';
    return { path, at: 'key', prefix, replace: { start: from, end: Math.max(end.key, offset) }, hasColon };
  }
  const replace = { start: from, end: Math.max(end.piece, offset) };
  return { path: [...path, ...stepOf(top)], at: 'value', prefix, replace, hasColon: false };
}

function stepOf(bracket: Bracket): (string | number)[] {
  return bracket.sort === 'list' ? [bracket.index] : bracket.key === undefined ? [] : [bracket.key];
}

/** The row whose bracket may still be open at this row: this one, or one above that all rows between are deeper than. */
function openingRow(text: string, rows: readonly Row[], row: Row): Row | undefined {
  if (startsFlow(text, row)) return row;
  let least = row.kind === 'blank' || closes(text, row) ? Infinity : row.indent;
  for (let at = row.line - 1; at >= 0 && least > 0; at -= 1) {
    const above = rows[at];
    if (above?.kind !== 'content') continue;
    if (startsFlow(text, above)) return openerColumn(above) < least ? above : undefined;
    least = Math.min(least, above.indent);
  }
  return undefined;
}

function closes(text: string, row: Row): boolean {
  return /[\]}]/.test(text[row.content] ?? '');
}

function openerColumn(row: Row): number {
  return columnOf(row, row.key?.start ?? row.dashes.at(-1) ?? row.content);
}

function startsFlow(text: string, row: Row): boolean {
  return (
    row.kind === 'content' &&
    (row.key !== undefined || row.dashes.length > 0) &&
    /[[{]/.test(text[row.rest.start] ?? '')
  );
}

function bracketsTo(text: string, open: number, offset: number): Bracket[] {
  const brackets: Bracket[] = [];
  for (const { at, sign } of flowSigns(text, open, offset)) {
    const top = brackets.at(-1);
    if (sign === '[' || sign === '{') brackets.push(newBracket(sign, at));
    else if (sign === ']' || sign === '}') brackets.pop();
    else if (top) insideBracket(text, top, { at, sign });
    if (brackets.length === 0) return [];
  }
  return brackets;
}

function insideBracket(text: string, top: Bracket, { at, sign }: FlowSign): void {
  if (sign === ',') nextPiece(top, at);
  else if (sign === ':') noteColon(text, top, at);
}

function newBracket(sign: string, at: number): Bracket {
  return { sort: sign === '[' ? 'list' : 'map', keys: [], index: 0, key: undefined, from: at + 1, colon: undefined };
}

function noteColon(text: string, top: Bracket, at: number): void {
  if (top.sort !== 'map' || top.colon !== undefined || !isFlowColon(text, at)) return;
  top.colon = at;
  top.key = unquoted(text.slice(top.from, at).trim());
  top.keys.push(top.key);
}

function isFlowColon(text: string, at: number): boolean {
  return isColon(text, at, text.length) || (text[at] === ':' && /[\s,\]}]/.test(text[at + 1] ?? ''));
}

function nextPiece(bracket: Bracket, at: number): void {
  bracket.index += 1;
  bracket.key = undefined;
  bracket.colon = undefined;
  bracket.from = at + 1;
}

function unquoted(text: string): string {
  return /^(?:"[^]*"|'[^]*')$/.test(text) ? text.slice(1, -1) : text;
}

function pastBlanks(text: string, from: number, until: number): number {
  let at = from;
  while (at < until && (isBlank(text[at]) || text[at] === '\n' || text[at] === '\r')) at += 1;
  return at;
}

/** Where the piece the cursor stands in ends: as a key at its colon, as a value at the comma, bracket or line's end. */
function pieceEnd(text: string, offset: number): { key: number; piece: number } {
  let at = offset;
  let key: number | undefined;
  while (at < text.length && !/[,\]}\n\r]/.test(text[at] ?? '')) {
    if (key === undefined && isFlowColon(text, at)) key = at;
    at += 1;
  }
  const piece = offset + text.slice(offset, at).trimEnd().length;
  return { key: key === undefined ? piece : offset + text.slice(offset, key).trimEnd().length, piece };
}

/** The other keys of the map between the brackets, those behind the cursor included. */
function siblingsOf(text: string, top: Bracket, offset: number): string[] {
  if (top.sort !== 'map') return [];
  const before = top.colon === undefined ? top.keys : top.keys.slice(0, -1);
  const close = /[\]}\n]/.exec(text.slice(offset));
  const behind = text.slice(offset, close ? offset + close.index : text.length);
  const comma = behind.indexOf(',');
  const after =
    comma < 0
      ? []
      : [...behind.slice(comma).matchAll(/,\s*("[^"]*"|'[^']*'|[^\s,:"'][^,:]*?)\s*:/g)].map(match =>
          unquoted(match[1] ?? ''),
        );
  return [...before, ...after];
}
