import type { Span } from '../model/text-edit.ts';
import { foundWithFirstFix } from './found.ts';
import type { Found } from './found.ts';
import { easyQuotes, isPlainSafe } from './quote.ts';
import { isBlank, trimmedEnd } from './row.ts';
import type { Row } from './row.ts';
import { slip } from './slip.ts';
import type { SlipReason } from './slip-texts.data.ts';
import type { ValuePlace, ValueRead } from './value.ts';

/** A field's name as records have them; a line that starts so is a field, however wrongly it is indented. */
export const simpleKey = /^[A-Za-z_][\w-]*$/;

const openCurly = /^[\u201c\u201d\u201e\u2018\u2019]/;
const wholeCurly =
  /^(?:[\u201c\u201d\u201e]([^\u201c\u201d\u201e]*)[\u201c\u201d]|[\u2018\u2019]([^\u2018]*)[\u2018\u2019])$/;

/** Where a comment starts on the line, and whether it is one: `# so`, not `#2`. */
export function commentAt(text: string, rest: Span): { hash: number; meant: boolean } | undefined {
  for (let at = rest.start; at < rest.end; at += 1) {
    if (text[at] !== '#' || !(at === rest.start || isBlank(text[at - 1]))) continue;
    const after = text.slice(at + 1, rest.end);
    return { hash: at, meant: after === '' || /^(?:[\s#!-]|fits-ignore)/.test(after) };
  }
  return undefined;
}

/** Text without quotes: on its line, and on the deeper lines below that carry it on. */
export function readPlain(place: ValuePlace): ValueRead {
  const { text, rest, index } = place;
  const comment = commentAt(text, rest);
  const end = comment ? trimmedEnd(text, rest.start, comment.hash) : rest.end;
  const hash = comment?.meant === true ? { hash: comment.hash } : {};
  if (end === rest.start) {
    if (comment?.meant !== false || hasLinesBelow(place)) return { until: index, filled: false, hash: rest.start };
    return { until: index, filled: true, found: lost(place, '', rest.start) };
  }
  const value = { start: rest.start, end };
  const first = firstLineSlip(place, value, comment);
  if (first) return { until: index, filled: true, found: first, ...hash };
  if (comment) return { until: index, filled: true, ...hash };
  return { ...carriedOn(place, value), filled: true };
}

function firstLineSlip(
  place: ValuePlace,
  value: Span,
  comment: { hash: number; meant: boolean } | undefined,
): Found | undefined {
  const { text, rest } = place;
  const written = text.slice(value.start, value.end);
  const whole = comment?.meant === false ? rest : value;
  const colon = /:(?=[ \t]|$)/.exec(written);
  if (colon) return quoted('colon_in_value', whole, text, written.slice(0, colon.index), value);
  if (comment?.meant === false) return lost(place, written, comment.hash);
  if (openCurly.test(written) && wholeCurly.test(written)) return curly(text, value);
  return undefined;
}

function lost(place: ValuePlace, kept: string, hash: number): Found {
  const { text, rest } = place;
  const found = slip(
    'lost_after_hash',
    { start: hash, end: rest.end },
    [
      {
        title: 'Put the text in quotes',
        edits: [{ ...rest, text: easyQuotes(straight(text.slice(rest.start, rest.end))) }],
        preferred: true,
      },
      { title: 'Keep it as a comment', edits: [{ start: hash + 1, end: hash + 1, text: ' ' }] },
    ],
    kept,
  );
  return foundWithFirstFix(found);
}

function curly(text: string, value: Span): Found {
  const inner = straight(text.slice(value.start, value.end));
  const edit = { ...value, text: isPlainSafe(inner) ? `"${inner}"` : easyQuotes(inner) };
  return foundWithFirstFix(
    slip('curly_quotes', value, [{ title: 'Use straight quotes', edits: [edit], preferred: true }]),
  );
}

/** Curly quotes round the whole text are quotes to the person; inside it they are signs like others. */
function straight(text: string): string {
  const match = wholeCurly.exec(text);
  return match ? (match[1] ?? match[2] ?? '') : text;
}

/** A slip whose mend is quotes round the text; `at` is what is underlined. */
export function quoted(reason: SlipReason, whole: Span, text: string, what: string, at: Span = whole): Found {
  const edit = { start: whole.start, end: whole.end, text: easyQuotes(straight(text.slice(whole.start, whole.end))) };
  return foundWithFirstFix(
    slip(reason, at, [{ title: 'Put the text in quotes', edits: [edit], preferred: true }], what),
  );
}

/** Are there lines below that belong to this field, so that it is not a field with its text lost? */
export function hasLinesBelow(place: ValuePlace): boolean {
  const { rows, column } = place;
  let at = place.index + 1;
  while (rows[at] && rows[at]?.kind !== 'content') at += 1;
  const next = rows[at];
  return next !== undefined && (next.indent > column || (next.indent === column && next.dashes.length > 0));
}

interface Spoilt {
  readonly reason: 'colon_in_value' | 'lost_after_hash';
  readonly at: Span;
  readonly what: string;
}

/** The lines below that carry the text on; the first that cannot be one ends it, the first that spoils it is the slip. */
function carriedOn(place: ValuePlace, value: Span): Omit<ValueRead, 'filled'> {
  const { text, rows, index } = place;
  let until = index;
  let spoilt: Spoilt | undefined;
  let end = value.end;
  for (let at = index + 1; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row || endsText(place, row, text)) break;
    if (row.kind === 'blank') continue;
    until = at;
    const line = { start: row.content, end: trimmedEnd(text, row.content, row.end) };
    const comment = commentAt(text, line);
    if (comment?.meant === true) return { until, hash: comment.hash };
    end = line.end;
    spoilt ??= spoiltBy(text, row, line, comment?.hash);
  }
  if (!spoilt) return { until, words: { start: value.start, end } };
  const edit = { start: value.start, end, text: quoteLines(text.slice(value.start, end)) };
  const fixes = [{ title: 'Put the text in quotes', edits: [edit], preferred: true }];
  return { until, found: foundWithFirstFix(slip(spoilt.reason, spoilt.at, fixes, spoilt.what)) };
}

function spoiltBy(text: string, row: Row, line: Span, hash: number | undefined): Spoilt | undefined {
  if (hash !== undefined)
    return { reason: 'lost_after_hash', at: { start: hash, end: line.end }, what: text.slice(line.start, hash) };
  if (row.key) return { reason: 'colon_in_value', at: row.key, what: text.slice(row.key.start, row.key.end) };
  return undefined;
}

function endsText(place: ValuePlace, row: Row, text: string): boolean {
  if (row.kind === 'blank') return false;
  if (row.kind === 'comment' || row.indent <= place.column) return true;
  if (row.key && simpleKey.test(text.slice(row.key.start, row.key.end))) return true;
  return row.dashes.length > 0 && place.sort === 'item';
}

/** Text over several lines in double quotes, its lines left where they are. */
export function quoteLines(text: string): string {
  return `"${text.replaceAll(/["\\]/g, sign => `\\${sign}`)}"`;
}
