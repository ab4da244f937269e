import type { Span } from '../model/text-edit.ts';

/** One line of a record, taken apart by itself: what stands in which column, before anyone asks what it belongs to. */
export interface Row {
  readonly line: number;
  readonly start: number;
  /** Past the last unit of the line, its line end left out. */
  readonly end: number;
  /** Where the first sign stands that is no blank. */
  readonly content: number;
  /** The column of `content`, a tab counted as one step of indentation. */
  readonly indent: number;
  /** Blanks other than spaces stand before `content`. */
  readonly oddBlanks: boolean;
  readonly kind: 'blank' | 'comment' | 'content';
  /** Offsets of the dashes that open list items. */
  readonly dashes: readonly number[];
  /** Where the text after the dashes starts. */
  readonly body: number;
  /** The field's name, where the line has one, and its colon. */
  readonly key?: Span & { readonly colon: number; readonly quoted: boolean };
  /** What follows the colon (or the dashes, or everything): trimmed, a comment at its end included. */
  readonly rest: Span;
}

export function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  const step = indentStep(text);
  let start = 0;
  for (let line = 0; start <= text.length; line += 1) {
    const next = text.indexOf('\n', start);
    const stop = next < 0 ? text.length : next;
    rows.push(rowOf(text, line, { start, end: text[stop - 1] === '\r' && stop > start ? stop - 1 : stop }, step));
    if (next < 0) break;
    start = next + 1;
  }
  return rows;
}

/** The first indentation made of spaces alone, which is the record's step; 2 if there is none. */
export function indentStep(text: string): number {
  const match = /(?:^|\n)( {1,8})[^\s#-]/.exec(text) ?? /(?:^|\n)( {1,8})-/.exec(text);
  return Math.max(2, match?.[1]?.length ?? 2);
}

function rowOf(text: string, line: number, span: Span, step: number): Row {
  const { start, end } = span;
  const lead = leadOf(text, span, step);
  const base = { line, start, end, content: lead.content, indent: lead.indent, oddBlanks: lead.odd };
  if (lead.content >= end || text[lead.content] === '#') {
    const kind = lead.content >= end ? 'blank' : 'comment';
    return { ...base, kind, dashes: [], body: end, rest: { start: end, end } };
  }
  const { dashes, body } = dashesAt(text, lead.content, end);
  const key = keyAt(text, body, end);
  const from = pastBlanks(text, key ? key.colon + 1 : body, end);
  const rest = { start: from, end: Math.max(from, trimmedEnd(text, from, end)) };
  return { ...base, kind: 'content', dashes, body, rest, ...(key ? { key } : {}) };
}

/** The dashes that open items on a line, each with a blank or the line's end behind it, and where the text after them starts. */
function dashesAt(text: string, from: number, end: number): { dashes: number[]; body: number } {
  const dashes: number[] = [];
  let body = from;
  while (text[body] === '-' && (body + 1 >= end || isBlank(text[body + 1]))) {
    dashes.push(body);
    body = pastBlanks(text, body + 1, end);
  }
  return { dashes, body };
}

function pastBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text[at])) at += 1;
  return at;
}

function leadOf(text: string, span: Span, step: number): { content: number; indent: number; odd: boolean } {
  let content = span.start;
  let indent = 0;
  let odd = false;
  for (; content < span.end; content += 1) {
    const sign = text[content] ?? '';
    if (sign === ' ') indent += 1;
    else if (sign === '\t') indent += step;
    else if (sign === '\uFEFF') indent += 0;
    else if (oddSpace.test(sign)) indent += 1;
    else break;
    odd ||= sign !== ' ' && sign !== '\uFEFF';
  }
  return { content, indent, odd };
}

/** Spaces that come with pasted text and that YAML takes for letters. */
const oddSpace = /[\u00a0\u2000-\u200b\u202f\u3000]/;

export function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t';
}

export function trimmedEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isBlank(text[at - 1])) at -= 1;
  return at;
}

/** A field's name: text up to a colon that a blank or the line's end follows. */
function keyAt(text: string, body: number, end: number): Row['key'] {
  const first = text[body];
  if (first === '"' || first === "'") return quotedKeyAt(text, body, end);
  if (first === undefined || '[{#|>?'.includes(first)) return undefined;
  for (let at = body; at < end; at += 1) {
    if (text[at] === '#' && isBlank(text[at - 1])) return undefined;
    if (isColon(text, at, end))
      return at > body ? { start: body, end: trimmedEnd(text, body, at), colon: at, quoted: false } : undefined;
  }
  return undefined;
}

function quotedKeyAt(text: string, body: number, end: number): Row['key'] {
  const close = closingQuote(text, body, end);
  if (close < 0) return undefined;
  const colon = pastBlanks(text, close + 1, end);
  return isColon(text, colon, end) ? { start: body, end: close + 1, colon, quoted: true } : undefined;
}

export function isColon(text: string, at: number, end: number): boolean {
  return at < end && text[at] === ':' && (at + 1 >= end || isBlank(text[at + 1]));
}

/** The quote that ends the text opened at `open`, or -1. */
export function closingQuote(text: string, open: number, end: number): number {
  const quote = text[open];
  for (let at = open + 1; at < end; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== "'") return at;
      at += 1;
    }
  }
  return -1;
}

/** Between brackets a quote opens a quoted text only where a text can start; inside a plain one it is a sign like others. */
export function opensQuote(text: string, at: number): boolean {
  const sign = text[at];
  if (sign !== '"' && sign !== "'") return false;
  let before = at - 1;
  while (/\s/.test(text[before] ?? '')) before -= 1;
  const last = text[before] ?? '';
  if (last === ':') return before < at - 1 || /["']/.test(text[before - 1] ?? '');
  return last !== '' && '[{,'.includes(last);
}
