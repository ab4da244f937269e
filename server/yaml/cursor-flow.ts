import type { Cursor } from './cursor.ts';
import { ancestors, columnOf } from './cursor-path.ts';
import { closingQuote, isBlank, isColon, opensQuote } from './row.ts';
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
  const inner = brackets.flatMap((bracket, depth) => (depth === brackets.length - 1 ? [] : stepOf(bracket)));
  const path = [...outer, ...inner];
  const end = pieceEnd(text, offset);
  const column = columnOf(opener, opener.key?.start ?? opener.content);
  const from = pastBlanks(text, top.colon === undefined ? top.from : top.colon + 1, offset);
  const start = /["']/.test(text[from] ?? '') && from < offset ? from + 1 : from;
  const base = { prefix: text.slice(start, offset), indent: column, siblings: siblingsOf(text, top, offset) };
  if (top.sort === 'map' && top.colon === undefined) {
    const colon = text[pastBlanks(text, end.key, text.length)] === ':';
    return { ...base, path, at: 'key', replace: { start: from, end: Math.max(end.key, offset) }, hasColon: colon };
  }
  return {
    ...base,
    path: [...path, ...stepOf(top)],
    at: 'value',
    replace: { start: from, end: Math.max(end.piece, offset) },
    hasColon: false,
  };
}

function stepOf(bracket: Bracket): (string | number)[] {
  return bracket.sort === 'list' ? [bracket.index] : bracket.key === undefined ? [] : [bracket.key];
}

/** The row whose bracket may still be open at this row: this one, or one above that all rows between are deeper than. */
function openingRow(text: string, rows: readonly Row[], row: Row): Row | undefined {
  if (startsFlow(text, row)) return row;
  let least = row.kind === 'blank' ? Infinity : row.indent;
  if (row.key && !/[[{,\]}]/.test(text.slice(row.start, row.end)) && row.indent === 0) return undefined;
  for (let at = row.line - 1; at >= 0; at -= 1) {
    const above = rows[at];
    if (above?.kind !== 'content') continue;
    const column = columnOf(above, above.key?.start ?? above.dashes.at(-1) ?? above.content);
    if (startsFlow(text, above))
      return column < least || /^[\]}]/.test(text.slice(row.content, row.end)) ? above : undefined;
    least = Math.min(least, above.indent);
    if (above.key && least <= 0) return undefined;
  }
  return undefined;
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
  for (let at = open; at < offset; at += 1) {
    const top = brackets.at(-1);
    const sign = text[at] ?? '';
    if (sign === '[' || sign === '{') {
      brackets.push({
        sort: sign === '[' ? 'list' : 'map',
        keys: [],
        index: 0,
        key: undefined,
        from: at + 1,
        colon: undefined,
      });
    } else if (sign === ']' || sign === '}') {
      brackets.pop();
      if (brackets.length === 0) return [];
    } else if (sign === ',' && top) nextPiece(top, at);
    else if (opensQuote(text, at)) {
      const close = closingQuote(text, at, text.length);
      at = close < 0 || close >= offset ? offset : close;
    } else if (top?.sort === 'map' && top.colon === undefined && isFlowColon(text, at)) {
      top.colon = at;
      top.key = unquoted(text.slice(top.from, at).trim());
      top.keys.push(top.key);
    }
  }
  return brackets;
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
