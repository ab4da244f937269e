import type { Span, TextEdit } from '../model/text-edit.ts';
import { closersOf, matchBracket } from './brackets.ts';
import { foundWithFirstFix } from './found.ts';
import type { Found } from './found.ts';
import { easyQuotes } from './quote.ts';
import { trimmedEnd } from './row.ts';
import { slip } from './slip.ts';
import { commentAt, quoted } from './value-plain.ts';
import { endOfRow, rowHolding } from './value-place.ts';
import type { ValuePlace, ValueRead } from './value.ts';

/** A list or a group on one line, in brackets. */
export function readFlow(place: ValuePlace): ValueRead {
  const { text, index, rest } = place;
  const last = lastRowOf(place);
  const match = matchBracket(text, rest.start, endOfRow(place, last));
  if (match.lost !== undefined) return { until: index, filled: true, found: lostInside(place, match.lost) };
  if (match.close < 0) return { until: index, filled: true, found: unclosed(place) };
  const until = rowHolding(place, match.close, last);
  return { filled: true, until, ...closedAt(place, match.close, endOfRow(place, until)) };
}

/** What follows the closing bracket on its line, and what is wrong between the brackets. */
function closedAt(place: ValuePlace, close: number, rowEnd: number): Pick<ValueRead, 'found' | 'hash'> {
  const { text, rest } = place;
  const lineEnd = trimmedEnd(text, close, rowEnd);
  const comment = commentAt(text, { start: close + 1, end: lineEnd });
  if (text.slice(close + 1, comment?.hash ?? lineEnd).trim() !== '') {
    const end = comment?.meant === true ? trimmedEnd(text, rest.start, comment.hash) : lineEnd;
    return { found: quoted('text_after_bracket', { start: rest.start, end }, text, '') };
  }
  const found = insideSlip(text, { start: rest.start, end: close + 1 });
  return { ...(comment ? { hash: comment.hash } : {}), ...(found ? { found } : {}) };
}

/** Rows the brackets may run on over: deeper ones, and one that starts with the closing bracket in the field's own column. */
function lastRowOf(place: ValuePlace): number {
  const { rows, index, column, text } = place;
  let last = index;
  for (let at = index + 1; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row) break;
    if (row.kind === 'blank') continue;
    const closes = row.indent === column && /[\]}]/.test(text[row.content] ?? '');
    if (row.indent <= column && !closes) break;
    last = at;
    if (closes) break;
  }
  return last;
}

function lostInside(place: ValuePlace, hash: number): Found {
  const { text, rest } = place;
  const from = Math.max(text.lastIndexOf(',', hash), text.lastIndexOf('[', hash), text.lastIndexOf('{', hash)) + 1;
  const blanks = /^\s*(?:[A-Za-z_][\w-]*:[ \t]+)?/.exec(text.slice(from, hash))?.[0].length ?? 0;
  const stop = /[,\]}]/.exec(text.slice(hash, rest.end));
  const item = { start: from + blanks, end: trimmedEnd(text, hash, stop ? hash + stop.index : rest.end) };
  return quoted('lost_after_hash', item, text, text.slice(item.start, hash), { start: hash, end: rest.end });
}

/** `{see folder` is a text; `[AST-1, AST-2` is a list that lacks its end. */
function unclosed(place: ValuePlace): Found {
  const { text, rest } = place;
  const open = text[rest.start] ?? '[';
  const comment = commentAt(text, rest);
  const end = comment ? trimmedEnd(text, rest.start, comment.hash) : rest.end;
  const written = text.slice(rest.start, end);
  const missing = closersOf(written);
  const close = { title: `Close it with ${missing}`, edits: [{ start: end, end, text: missing }] };
  const quote = { title: 'Put the text in quotes', edits: [{ start: rest.start, end, text: easyQuotes(written) }] };
  const isList = missing !== '' && listLike(open, written);
  const at = { start: rest.start, end: rest.start + 1 };
  return foundWithFirstFix(slip('unclosed_bracket', at, isList ? [close, quote] : [quote], open));
}

function listLike(open: string, written: string): boolean {
  return open === '[' ? !/^\[[^,]*\s[^,]*$/.test(written) : /^\{\s*[\w-]+:\s/.test(written);
}

/** `{see folder}` is text to whoever wrote it; `{from:2020}` lacks the blank after its colon. */
function insideSlip(text: string, span: Span): Found | undefined {
  const written = text.slice(span.start, span.end);
  if (!written.startsWith('{') || written.length < 3 || /[[\]"']|:[\s,}]/.test(written)) return undefined;
  const parts = [...written.slice(1, -1).matchAll(/[^,]+/g)].filter(part => part[0].trim() !== '');
  if (parts.length === 0) return undefined;
  const glued = parts.map(part => /^\s*[A-Za-z_][\w-]*:(?=[^\s/])/.exec(part[0]));
  if (!glued.every(match => match !== null)) return quoted('braces', span, text, '');
  const edits: TextEdit[] = parts.map((part, index) => {
    const at = span.start + 1 + part.index + (glued[index]?.[0].length ?? 0);
    return { start: at, end: at, text: ' ' };
  });
  const first = glued[0]?.[0].trim().slice(0, -1) ?? '';
  const fixes = [{ title: 'Add the space', edits, preferred: true }];
  return foundWithFirstFix(slip('no_space_after_colon', span, fixes, first));
}
