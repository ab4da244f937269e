import type { Span, TextEdit } from '../model/text-edit.ts';
import { foundWithFirstFix } from './found.ts';
import type { Found } from './found.ts';
import { easyQuotes } from './quote.ts';
import { closingQuote, isBlank, opensQuote, trimmedEnd } from './row.ts';
import { slip } from './slip.ts';
import { commentAt, quoted } from './value-plain.ts';
import type { ValuePlace, ValueRead } from './value.ts';

/** A list or a group on one line, in brackets. */
export function readFlow(place: ValuePlace): ValueRead {
  const { text, rows, index, rest } = place;
  const last = lastRowOf(place);
  const match = matchBracket(text, rest.start, rows[last]?.end ?? rest.end);
  if (match.lost !== undefined) return { until: index, filled: true, found: lostInside(place, match.lost) };
  if (match.close < 0) return { until: index, filled: true, found: unclosed(place) };
  let until = index;
  while (until < last && (rows[until]?.end ?? 0) <= match.close) until += 1;
  const lineEnd = trimmedEnd(text, match.close, rows[until]?.end ?? rest.end);
  const after = { start: match.close + 1, end: lineEnd };
  const comment = commentAt(text, after);
  if (text.slice(after.start, comment?.hash ?? after.end).trim() !== '') {
    const whole = {
      start: rest.start,
      end: comment?.meant === true ? trimmedEnd(text, rest.start, comment.hash) : lineEnd,
    };
    return { until, filled: true, found: quoted('text_after_bracket', whole, text, '') };
  }
  const hash = comment ? { hash: comment.hash } : {};
  const found = insideSlip(text, { start: rest.start, end: match.close + 1 });
  return found ? { until, filled: true, found, ...hash } : { until, filled: true, ...hash };
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

interface Match {
  readonly close: number;
  /** A `#` inside that is no comment: what follows it, the closing bracket too, would be lost. */
  readonly lost?: number;
}

function matchBracket(text: string, open: number, end: number): Match {
  let depth = 0;
  for (let at = open; at < end; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    else if (opensQuote(text, at)) {
      const close = closingQuote(text, at, end);
      if (close < 0) return { close: -1 };
      at = close;
    } else if (sign === '#' && isBlank(text[at - 1])) {
      if (!/[\s#]/.test(text[at + 1] ?? ' ')) return { close: -1, lost: at };
      const next = text.indexOf('\n', at);
      at = next < 0 ? end : next;
    }
    if (depth === 0) return { close: at };
  }
  return { close: -1 };
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
  const isList = missing !== '' && (open === '[' ? !/^\[[^,]*\s[^,]*$/.test(written) : /^\{\s*[\w-]+:\s/.test(written));
  const at = { start: rest.start, end: rest.start + 1 };
  return foundWithFirstFix(slip('unclosed_bracket', at, isList ? [close, quote] : [quote], open));
}

/** The brackets that would close the line, or '' where a quote is open too, or they do not pair. */
function closersOf(written: string): string {
  const open: string[] = [];
  for (let at = 0; at < written.length; at += 1) {
    const sign = written[at] ?? '';
    if (sign === '[' || sign === '{') open.unshift(sign === '[' ? ']' : '}');
    else if (sign === ']' || sign === '}') {
      if (open.shift() !== sign) return '';
    } else if (opensQuote(written, at)) {
      const close = closingQuote(written, at, written.length);
      if (close < 0) return '';
      at = close;
    }
  }
  return open.join('');
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
