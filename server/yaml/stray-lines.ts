import type { Fix, Span, TextEdit } from '../model/text-edit.ts';
import { foundWithFirstFix } from './found.ts';
import type { Found } from './found.ts';
import { gluedField } from './glued-field.ts';
import { trimmedEnd } from './row.ts';
import type { Row } from './row.ts';
import { slip } from './slip.ts';
import { quoteLines, simpleKey } from './value-plain.ts';
import type { TextAbove, Walk } from './walk.ts';

/** Is this a field only by accident of a colon in a sentence? Names of fields have no blanks in them. */
export function isSentence(text: string, row: Row): boolean {
  if (!row.key || row.key.quoted || row.dashes.length > 0 || row.rest.start >= row.rest.end) return false;
  return /\s/.test(text.slice(row.key.start, row.key.end));
}

/** Lines that are no fields, from this row on: one slip for all of them. */
export function strayLines(walk: Walk, index: number): { found: Found; until: number } | undefined {
  const row = walk.rows[index];
  if (!row) return undefined;
  const above = textAbove(walk, row);
  const { lines, until } = runFrom(walk, index, above);
  const bareFields = lines.every(line => line.key);
  if (lines.length === 0 || (bareFields && !(above && isLongText(walk.text, above)))) return undefined;
  const found = above && belongs(walk, lines, above) ? belongsAbove(walk, { lines, until }, above) : apart(walk, lines);
  return { until, found };
}

/** The lines of the run that start left of where they should, and its last row, deeper lines of the same text included. */
function runFrom(walk: Walk, index: number, above: TextAbove | undefined): { lines: Row[]; until: number } {
  const { text, rows } = walk;
  const lines: Row[] = [];
  let until = index - 1;
  for (let at = index; at < rows.length; at += 1) {
    const row = rows[at];
    const goes = row ? goesOn(text, row, above, lines.length > 0) : 'no';
    if (!row || goes === 'no') break;
    if (goes === 'blank') continue;
    if (goes === 'stray') lines.push(row);
    until = at;
  }
  return { lines, until };
}

/** What a line is to the run of stray lines above it: one more, a deeper one of the same text, a blank one, or its end. */
function goesOn(
  text: string,
  row: Row,
  above: TextAbove | undefined,
  begun: boolean,
): 'stray' | 'deeper' | 'blank' | 'no' {
  if (row.kind === 'blank') return above?.words.block === undefined ? 'no' : 'blank';
  if (begun && carriesOn(text, row, above)) return 'deeper';
  return isNextStray(text, row, above, begun) ? 'stray' : 'no';
}

function isNextStray(text: string, row: Row, above: TextAbove | undefined, begun: boolean): boolean {
  return isStray(text, row, above) && !(begun && gluedField(text, row) !== undefined);
}

/** A deeper line below a stray one: part of the same text, unless it is plainly a field. */
function carriesOn(text: string, row: Row, above: TextAbove | undefined): boolean {
  if (!above || row.indent <= above.column) return false;
  if (above.words.block !== undefined) return true;
  return (
    row.kind === 'content' &&
    row.dashes.length === 0 &&
    !(row.key && simpleKey.test(text.slice(row.key.start, row.key.end)))
  );
}

function isStray(text: string, row: Row, above: TextAbove | undefined): boolean {
  if (row.kind !== 'content' || row.dashes.length > 0) return false;
  return row.key === undefined || (above !== undefined && isSentence(text, row));
}

/** The text on the lines just above, if a line in this row's column could be its next line without its indent. */
function textAbove(walk: Walk, row: Row): TextAbove | undefined {
  const { above, rows } = walk;
  if (!above || row.indent > above.column) return undefined;
  const between = rows.slice(above.until + 1, row.line);
  return between.every(line => line.kind === 'blank') ? above : undefined;
}

function wordCount(text: string, above: TextAbove): number {
  return text
    .slice(above.words.start, above.words.end)
    .split(/\s+/)
    .filter(word => word !== '').length;
}

/** A text that reads like a sentence, so that a line with a colon in it may well go on with it. */
function isLongText(text: string, above: TextAbove): boolean {
  return above.words.block !== undefined || wordCount(text, above) > 2;
}

function hasTabs(text: string, lines: readonly Row[]): boolean {
  return lines.some(line => text.slice(line.content, line.end).trimEnd().includes('\t'));
}

function belongs(walk: Walk, lines: readonly Row[], above: TextAbove): boolean {
  if (hasTabs(walk.text, lines)) return false;
  if (above.words.block !== undefined || wordCount(walk.text, above) > 1) return true;
  return lines.length === 1 && lines[0]?.indent === above.column;
}

function spanOf(text: string, lines: readonly Row[]): Span {
  const last = lines.at(-1);
  return { start: lines[0]?.content ?? 0, end: last ? trimmedEnd(text, last.content, last.end) : 0 };
}

/** Lines that belong to nothing above: kept as comments, or taken out. */
function apart(walk: Walk, lines: readonly Row[]): Found {
  const { text } = walk;
  const span = spanOf(text, lines);
  const one = lines.length === 1;
  const count = String(lines.length);
  const comment: Fix = {
    title: one ? 'Keep the line as a comment' : `Keep the ${count} lines as comments`,
    edits: lines.map(line => ({ start: line.content, end: line.content, text: '# ' })),
  };
  const remove: Fix = {
    title: one ? 'Remove the line' : `Remove the ${count} lines`,
    edits: [withoutLines(walk, lines)],
  };
  const reason = one && !hasTabs(text, lines) ? 'bare_text' : 'pasted_rows';
  return foundWithFirstFix(slip(reason, span, [comment, remove], text.slice(span.start, span.end)));
}

function withoutLines(walk: Walk, lines: readonly Row[]): TextEdit {
  const first = lines[0]?.line ?? 0;
  return {
    start: walk.rows[first]?.start ?? 0,
    end: walk.rows[first + lines.length]?.start ?? walk.text.length,
    text: '',
  };
}

/** Lines that go on with the text above: indented; put in quotes with it where a sign in them would end it. */
function belongsAbove(walk: Walk, run: { lines: readonly Row[]; until: number }, above: TextAbove): Found {
  const { text } = walk;
  const { lines } = run;
  const span = spanOf(text, lines);
  const key = lines.find(line => line.key)?.key;
  const reason = key ? 'read_as_field' : 'second_line';
  const what = key ? text.slice(key.start, key.end) : above.name;
  const column = above.words.block ?? above.column + 2;
  const spoils = key !== undefined || lines.some(line => /[ \t]#/.test(text.slice(line.content, line.end)));
  if (above.words.block !== undefined || !spoils) {
    const indents = lines.map(line => ({ start: line.start, end: line.content, text: ' '.repeat(column) }));
    return foundWithFirstFix(slip(reason, span, [{ title: 'Indent it', edits: indents, preferred: !key }], what));
  }
  const quote: Fix = { title: 'Put the text in quotes', edits: [quoteWith(walk, run, above, column)] };
  return foundWithFirstFix(slip(reason, span, [quote, ...(key ? renameFix(key, what) : [])], what));
}

/** The text above and the lines of the run in one pair of quotes. */
function quoteWith(
  walk: Walk,
  run: { lines: readonly Row[]; until: number },
  above: TextAbove,
  column: number,
): TextEdit {
  const { text, rows } = walk;
  const start = above.words.start;
  const last = rows[run.until];
  const end = last ? trimmedEnd(text, last.content, last.end) : start;
  let written = text.slice(start, above.words.end);
  let from = above.words.end;
  for (const line of run.lines) {
    written += text.slice(from, line.start) + ' '.repeat(column);
    from = line.content;
  }
  return { start, end, text: quoteLines(written + text.slice(from, end)) };
}

function renameFix(at: Span, key: string): Fix[] {
  const name = key
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  if (!/^[a-z]/.test(name)) return [];
  return [{ title: `Call the field "${name}"`, edits: [{ start: at.start, end: at.end, text: name }] }];
}
