import type { Span } from '../model/text-edit.ts';
import { ancestors, columnOf, siblingsAt } from './cursor-path.ts';
import { flowAt } from './cursor-flow.ts';
import { closingQuote, isBlank, rowsOf, trimmedEnd } from './row.ts';
import type { Row } from './row.ts';
import { gluedField } from './glued-field.ts';
import { commentAt } from './value-plain.ts';
import { isBlockHeader } from './value.ts';

/** What the cursor stands on, told from the lines around it alone, so that it holds in a broken record too. */
export interface Cursor {
  /** Of a key: the map it stands in. Of a value: the value itself, its own key or index last. */
  readonly path: readonly (string | number)[];
  readonly at: 'key' | 'value' | 'none';
  /** What is typed of it before the cursor, an opening quote left out. */
  readonly prefix: string;
  /** What an accepted item replaces: the whole key or value, quotes included. */
  readonly replace: Span;
  /** The other keys of the map the cursor stands in. */
  readonly siblings: readonly string[];
  /** The column the key stands in, or a new key would stand in; of a value: that of its key. */
  readonly indent: number;
  /** Blanks at the start of the cursor's line. */
  readonly lineIndent: number;
  readonly inComment: boolean;
  /** Between brackets, where a comma ends a text. */
  readonly inFlow: boolean;
  /** A colon stands behind the key already. */
  readonly hasColon: boolean;
  /** The value must start with a blank, because none stands after the colon or dash. */
  readonly needsBlank: boolean;
}

/** Offsets count in the segment's text. A bare word after a dash is a `value`; it may be meant as the first key of a group. */
export function cursorAt(text: string, offset: number): Cursor {
  const rows = rowsOf(text);
  const row = rows.find(one => offset <= one.end) ?? rows.at(-1);
  if (!row) return nowhere(offset, 0);
  const base = nowhere(offset, row.kind === 'blank' ? offset - row.start : row.indent);
  const holder = textHolder(text, rows, row, offset);
  if (holder) return { ...base, path: ancestors(text, rows, holder, holder.end + 1) };
  const flow = flowAt(text, rows, row, offset);
  return flow ? { ...base, ...flow, inFlow: true } : onLine(text, rows, row, offset);
}

function onLine(text: string, rows: readonly Row[], row: Row, offset: number): Cursor {
  if (row.kind === 'blank') return onBlankLine(text, rows, row, offset);
  const hash = hashOf(text, row);
  if (hash !== undefined && offset > hash) return { ...nowhere(offset, row.indent), inComment: true };
  if (row.kind === 'content') return onContent(text, rows, row, offset);
  return offset === row.content ? onBlankLine(text, rows, row, offset) : nowhere(offset, row.indent);
}

function nowhere(offset: number, lineIndent: number): Cursor {
  return {
    path: [],
    at: 'none',
    prefix: '',
    replace: { start: offset, end: offset },
    siblings: [],
    indent: lineIndent,
    lineIndent,
    inComment: false,
    inFlow: false,
    hasColon: false,
    needsBlank: false,
  };
}

function onContent(text: string, rows: readonly Row[], row: Row, offset: number): Cursor {
  if (offset < Math.max(row.content, (row.dashes[0] ?? -1) + 1)) return nowhere(offset, row.indent);
  if (offset < row.body) return betweenDashes(text, rows, row, offset);
  const meant = meantField(text, row);
  if (meant.key && offset <= meant.key.colon) return onKey(text, rows, meant, offset);
  if (meant.key || row.dashes.length > 0) return onValue(text, rows, meant, offset);
  return onBareText(text, rows, row, offset);
}

/** The row with its field, if only the blank around its colon is missing. */
function meantField(text: string, row: Row): Row {
  const meant = row.dashes.length === 0 ? gluedField(text, row)?.row : undefined;
  return meant?.key?.start === row.body ? meant : row;
}

/** Right behind a dash, before the text of the item. */
function betweenDashes(text: string, rows: readonly Row[], row: Row, offset: number): Cursor {
  const base = nowhere(offset, row.indent);
  return {
    ...base,
    path: ancestors(text, rows, row, offset),
    at: row.rest.start >= row.rest.end ? 'value' : 'none',
    needsBlank: text[offset - 1] === '-',
  };
}

function onKey(text: string, rows: readonly Row[], row: Row, offset: number): Cursor {
  const key = row.key ?? { start: row.body, end: row.end, quoted: false };
  const column = columnOf(row, key.start);
  const start = key.quoted ? key.start + 1 : key.start;
  return {
    ...nowhere(offset, row.indent),
    path: ancestors(text, rows, row, key.start),
    at: 'key',
    prefix: text.slice(start, Math.max(start, offset)),
    replace: { start: key.start, end: key.end },
    siblings: siblingsAt(text, rows, row, column, row),
    indent: column,
    hasColon: true,
  };
}

function onValue(text: string, rows: readonly Row[], row: Row, offset: number): Cursor {
  const span = valueSpan(text, row, offset);
  const quoted = text[span.start] === '"' || text[span.start] === "'";
  const start = quoted ? span.start + 1 : span.start;
  const opener = row.key?.start ?? row.dashes.at(-1) ?? row.content;
  const column = columnOf(row, opener);
  const before = text[span.start - 1];
  return {
    ...nowhere(offset, row.indent),
    path: ancestors(text, rows, row, row.end + 1),
    at: 'value',
    prefix: text.slice(start, Math.max(start, offset)),
    replace: span,
    siblings: row.key ? siblingsAt(text, rows, row, column, row) : [],
    indent: column,
    needsBlank: before === ':' || before === '-',
  };
}

/** The value on this line without its comment; where there is none yet, the cursor's own place. */
function valueSpan(text: string, row: Row, offset: number): Span {
  const comment = hashOf(text, row);
  const end = comment === undefined ? row.rest.end : trimmedEnd(text, row.rest.start, comment);
  if (row.rest.start >= end || offset < row.rest.start)
    return { start: offset, end: Math.max(offset, offset < row.rest.start && end > row.rest.start ? end : offset) };
  return { start: row.rest.start, end: Math.max(end, Math.min(offset, row.end)) };
}

/** Text with neither colon nor dash: a key on its way, or the text of the field above that is still open. */
function onBareText(text: string, rows: readonly Row[], row: Row, offset: number): Cursor {
  const column = row.indent;
  const end = Math.max(trimmedEnd(text, row.body, row.end), offset);
  return {
    ...nowhere(offset, row.indent),
    path: ancestors(text, rows, row, row.body),
    at: 'key',
    prefix: text.slice(row.body, offset),
    replace: { start: row.body, end },
    siblings: siblingsAt(text, rows, row, column, row),
    indent: column,
  };
}

/** On a line without text the cursor's own column says which map a new key would join. */
function onBlankLine(text: string, rows: readonly Row[], row: Row, offset: number): Cursor {
  const column = offset - row.start;
  return {
    ...nowhere(offset, column),
    path: ancestors(text, rows, row, offset),
    at: 'key',
    replace: { start: offset, end: Math.max(offset, row.kind === 'blank' ? row.end : offset) },
    siblings: siblingsAt(text, rows, row, column, undefined),
    indent: column,
  };
}

/** Where the comment on a line starts, quotes respected. */
function hashOf(text: string, row: Row): number | undefined {
  if (row.kind === 'comment') return row.content;
  const { start, end } = row.rest;
  const quote = text[start] === '"' || text[start] === "'";
  const close = quote ? closingQuote(text, start, end) : -1;
  if (quote && close < 0) return undefined;
  return commentAt(text, { start: close < 0 ? start : close + 1, end })?.hash;
}

/** The row whose block or open quote this line is part of: text, where nothing is a key. */
function textHolder(text: string, rows: readonly Row[], row: Row, offset: number): Row | undefined {
  let least = row.kind === 'blank' ? offset - row.start : row.indent;
  for (let at = row.line - 1; at >= 0; at -= 1) {
    const above = rows[at];
    if (!above) break;
    if (above.kind === 'blank') continue;
    const opener = above.kind === 'content' ? openerColumn(above) : above.indent;
    if (opener < least && above.kind === 'content' && holdsText(text, above, row)) return above;
    least = Math.min(least, above.indent);
    if (least <= 0) break;
  }
  return undefined;
}

function openerColumn(row: Row): number {
  return columnOf(row, row.key?.start ?? row.dashes.at(-1) ?? row.content);
}

function holdsText(text: string, above: Row, row: Row): boolean {
  const rest = text.slice(above.rest.start, above.rest.end);
  if (isBlockHeader(rest)) return above.key !== undefined || above.dashes.length > 0;
  if (!/^["']/.test(rest) || closingQuote(text, above.rest.start, above.end) >= 0) return false;
  const close = closingQuote(text, above.rest.start, text.length);
  return close >= row.start && !isBlank(text[close]);
}
