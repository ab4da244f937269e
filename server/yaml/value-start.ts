import { foundWithFirstFix } from './found.ts';
import type { Found } from './found.ts';
import { trimmedEnd } from './row.ts';
import { slip } from './slip.ts';
import { commentAt, hasLinesBelow, quoted } from './value-plain.ts';
import type { ValuePlace, ValueRead } from './value.ts';

/** A text that starts with a sign YAML keeps for itself. */
export function readOddStart(place: ValuePlace): ValueRead {
  const { text, rest, rows, index } = place;
  const sign = text[rest.start] ?? '';
  const next = rows[index + 1];
  if (sign === '-' && next?.dashes[0] !== undefined && next.indent > place.column)
    return listOnFieldLine(place, next.indent);
  const comment = commentAt(text, rest);
  const end = comment?.meant === true ? trimmedEnd(text, rest.start, comment.hash) : rest.end;
  const whole = { start: rest.start, end };
  const hash = comment?.meant === true ? { hash: comment.hash } : {};
  return { until: index, filled: true, found: quoted('odd_start', whole, text, sign), ...hash };
}

/** `items: - one` with further dashes below: the list was meant to start on the next line, in their column. */
function listOnFieldLine(place: ValuePlace, column: number): ValueRead {
  const { text, rest, rows, index } = place;
  const row = rows[index];
  const from = trimmedEnd(text, row?.start ?? 0, rest.start);
  const lineEnd = text[row?.end ?? 0] === '\r' ? '\r\n' : '\n';
  const edits = [{ start: from, end: rest.start, text: lineEnd + ' '.repeat(column) }];
  const fixes = [{ title: 'Start the list on a line of its own', edits, preferred: true }];
  return { until: index, filled: false, found: foundWithFirstFix(slip('list_column', rest, fixes)) };
}

/** `&name`, `*name` and `!name` as YAML means them, or a text that only starts like one. */
export function readProperty(place: ValuePlace): ValueRead {
  const { text, rest, index } = place;
  const match = /^([&*!])([\w.!:/-]+)(?:[ \t]+(?:#\s.*|(\S.*)))?$/.exec(text.slice(rest.start, rest.end));
  const [, sign = '', name = '', more = ''] = match ?? [];
  if (!match || !isMeant(sign, name, more, hasLinesBelow(place))) return readOddStart(place);
  const token = { start: rest.start, end: rest.start + 1 + name.length };
  if (sign === '*') return { until: index, filled: true, found: quoted('alias', token, text, '') };
  return {
    until: index,
    filled: more !== '',
    found: withoutProperty(place, sign === '&' ? 'anchor' : 'tag', token.end),
  };
}

/** Is this YAML's own order rather than a text? An order has something to work on, in its line or below; an alias has not. */
function isMeant(sign: string, name: string, more: string, hasBelow: boolean): boolean {
  const hasMore = more !== '';
  if (sign === '*') return !hasMore;
  if (sign === '!' && !name.startsWith('!')) return !hasMore && hasBelow;
  // "&home printer" is the name of a printer: a mark is made for something with brackets, quotes or lines of its own.
  if (sign === '&') return hasBelow || /^[[{"'|>]/.test(more);
  return hasMore || hasBelow;
}

function withoutProperty(place: ValuePlace, reason: 'anchor' | 'tag', end: number): Found {
  const { text, rest } = place;
  const blanks = /^[ \t]*/.exec(text.slice(end, rest.end))?.[0].length ?? 0;
  const edits = [{ start: rest.start, end: end + blanks, text: '' }];
  const title = `Remove "${text.slice(rest.start, end)}"`;
  return foundWithFirstFix(slip(reason, { start: rest.start, end }, [{ title, edits }]));
}
