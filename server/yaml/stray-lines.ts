import type { Fix, Span, TextEdit } from '../model/text-edit.ts';
import { foundWithFirstFix } from './found.ts';
import type { Found } from './found.ts';
import { oddSpace, trimmedEnd } from './row.ts';
import type { Row } from './row.ts';
import { slip } from './slip.ts';
import { quoteLines } from './value-plain.ts';
import type { TextAbove, Walk } from './walk.ts';

const glued = /^[A-Za-z_][\w-]*:(?=[^\s:/])/;
const oddlySpaced = /^[A-Za-z_][\w-]*:[\u00a0\u2000-\u200b\u202f\u3000]/;
const spacedColon = /^([A-Za-z_][\w-]*)([ \t]+):(?=\S)/;

/** A line meant as a field whose colon is not followed by a blank: what is wrong, and the line as it was meant. */
export function gluedField(text: string, row: Row): { found: Found; row: Row } | undefined {
  const line = text.slice(row.body, row.end);
  const spaced = spacedColon.exec(line);
  const odd = oddlySpaced.exec(line);
  const match = glued.exec(line) ?? odd ?? spaced;
  if (row.key || row.kind !== 'content' || !match) return undefined;
  const name = spaced?.[1] ?? match[0].slice(0, match[0].indexOf(':'));
  const nameEnd = row.body + name.length;
  const colon = row.body + match[0].indexOf(':');
  const after = colon + 1;
  const span = { start: row.body, end: after };
  const rest = { start: odd ? after + 1 : after, end: row.rest.end };
  const meant: Row = { ...row, key: { start: row.body, end: nameEnd, colon, quoted: false }, rest };
  if (odd) {
    const edits = [{ start: after, end: after + 1, text: ' ' }];
    return {
      row: meant,
      found: foundWithFirstFix(
        slip('odd_space', edits[0] ?? span, [{ title: 'Replace it with a space', edits, preferred: true }]),
      ),
    };
  }
  const edits: TextEdit[] = [{ start: nameEnd, end: after, text: ': ' }];
  const reason = spaced ? 'space_before_colon' : 'no_space_after_colon';
  const title = spaced ? `Write "${name}: "` : 'Add the space';
  return { row: meant, found: foundWithFirstFix(slip(reason, span, [{ title, edits, preferred: true }], name)) };
}

/** Is this a field only by accident of a colon in a sentence? Names of fields have no blanks in them. */
export function isSentence(text: string, row: Row): boolean {
  return (
    row.key !== undefined &&
    !row.key.quoted &&
    row.dashes.length === 0 &&
    /\s/.test(text.slice(row.key.start, row.key.end))
  );
}

/** Lines that are no fields, from this row on; each sort is one slip for all of them. */
export function strayLines(walk: Walk, index: number): { found: Found; until: number } | undefined {
  const { text, rows } = walk;
  const row = rows[index];
  if (!row) return undefined;
  const above = textAbove(walk, row);
  let until = index;
  for (let at = index; at < rows.length; at += 1) {
    const next = rows[at];
    if (next?.kind !== 'content' || next.dashes.length > 0 || (at > index && gluedField(text, next) !== undefined))
      break;
    if (next.key && !(above && isSentence(text, next))) break;
    until = at;
  }
  if (until === index && row.key && above && wordCount(text, above) < 3 && above.words.block === undefined)
    return undefined;
  const lines = rows.slice(index, until + 1).filter(next => !next.key || isSentence(text, next));
  if (lines.length === 0) return undefined;
  return { until, found: strayRun(walk, lines, above) };
}

function strayRun(walk: Walk, lines: readonly Row[], above: TextAbove | undefined): Found {
  const { text } = walk;
  const first = lines[0];
  const last = lines.at(-1);
  const span = { start: first?.content ?? 0, end: last ? trimmedEnd(text, last.content, last.end) : 0 };
  const tabs = lines.some(line => /\t/.test(text.slice(line.content, line.end).trimEnd()));
  if (!tabs && above && (wordCount(text, above) > 1 || (lines.length === 1 && first?.indent === above.column)))
    return belongsAbove(walk, lines, above, span);
  const comment: Fix = {
    title: lines.length === 1 ? 'Keep the line as a comment' : `Keep the ${String(lines.length)} lines as comments`,
    edits: lines.map(line => ({ start: line.content, end: line.content, text: '# ' })),
  };
  const remove: Fix = {
    title: lines.length === 1 ? 'Remove the line' : `Remove the ${String(lines.length)} lines`,
    edits: [{ start: first?.start ?? 0, end: nextStart(walk, last), text: '' }],
  };
  const reason = tabs || lines.length > 1 ? 'pasted_rows' : 'bare_text';
  return foundWithFirstFix(slip(reason, span, [comment, remove], text.slice(span.start, span.end)));
}

function nextStart(walk: Walk, row: Row | undefined): number {
  return row ? (walk.rows[row.line + 1]?.start ?? walk.text.length) : 0;
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

function belongsAbove(walk: Walk, lines: readonly Row[], above: TextAbove, span: Span): Found {
  const { text } = walk;
  const column = above.words.block ?? above.column + 2;
  const indents = lines.map(line => ({ start: line.start, end: line.content, text: ' '.repeat(column) }));
  const named = lines.find(line => line.key);
  const key = named?.key ? text.slice(named.key.start, named.key.end) : undefined;
  const spoils = lines.some(line => line.key !== undefined || /[ \t]#/.test(text.slice(line.content, line.end)));
  if (above.words.block !== undefined || !spoils) {
    const fix = { title: 'Indent it', edits: indents, preferred: key === undefined };
    return foundWithFirstFix(slip(key === undefined ? 'second_line' : 'read_as_field', span, [fix], key ?? above.name));
  }
  const start = above.words.start;
  const written = [text.slice(start, above.words.end)];
  for (const line of lines) {
    const before = text.slice(
      line.start > 1 && text[line.start - 2] === '\r' ? line.start - 2 : line.start - 1,
      line.start,
    );
    written.push(before + ' '.repeat(column) + text.slice(line.content, trimmedEnd(text, line.content, line.end)));
  }
  const quote: Fix = {
    title: 'Put the text in quotes',
    edits: [{ start, end: span.end, text: quoteLines(written.join('')) }],
  };
  const rename = named?.key ? renameFix(named.key, key ?? '') : [];
  return foundWithFirstFix(
    slip(key === undefined ? 'second_line' : 'read_as_field', span, [quote, ...rename], key ?? above.name),
  );
}

function renameFix(at: Span, key: string): Fix[] {
  const name = key
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return /^[a-z]/.test(name)
    ? [{ title: `Call the field "${name}"`, edits: [{ start: at.start, end: at.end, text: name }] }]
    : [];
}

export function isOddBlank(sign: string): boolean {
  return oddSpace.test(sign);
}
