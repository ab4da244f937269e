import type { Span } from '../model/text-edit.ts';
import { foundWithFirstFix } from './found.ts';
import { gluedField } from './glued-field.ts';
import { settle } from './levels.ts';
import type { Level } from './levels.ts';
import type { Row } from './row.ts';
import { slip } from './slip.ts';
import { secondRecord } from './two-records.ts';
import { readValue } from './value.ts';
import type { ValuePlace, ValueRead } from './value.ts';
import { say } from './walk.ts';
import type { Move, Walk } from './walk.ts';

export function noteComment(walk: Walk, row: Row, start: number): void {
  walk.comments.push({ start, end: row.end, line: row.line, alone: start === row.content });
}

function sortOf(row: Row): Level['sort'] {
  return row.dashes.length > 0 ? 'list' : 'map';
}

function columnOf(row: Row, offset: number): number {
  return row.indent + offset - row.content;
}

/** A line with a field or a dash: settled into its level, moved in thought if it starts in a wrong column. */
export function placedStep(walk: Walk, written: Row, isGlued = false): number {
  const item = gluedItem(walk, written);
  const row = item ?? written;
  const glued = isGlued || item !== undefined;
  if (!moveGoesOn(walk, row)) walk.moving = undefined;
  const settled = settle(walk.levels, row.indent + movedBy(walk), sortOf(row));
  if (settled.fits) {
    walk.levels = settled.levels;
    noteMoved(walk, [row]);
    return openLevels(walk, row, glued);
  }
  if (settled.reason === 'first_indent') return moveFirstLines(walk, row, glued);
  if (settled.reason === 'stray_item' || settled.column === undefined) return strayItem(walk, row);
  return moveLine(walk, row, { column: settled.column, reason: settled.reason, glued });
}

/** `- kind:asset` with fields below it in the same column is a field too; by itself it is a text. */
function gluedItem(walk: Walk, row: Row): Row | undefined {
  const next = walk.rows[row.line + 1];
  if (row.key || row.dashes.length === 0) return undefined;
  if (!next?.key || next.dashes.length > 0 || next.indent !== columnOf(row, row.body)) return undefined;
  const meant = gluedField(walk.text, row);
  if (meant) say(walk, row, meant.found);
  return meant?.row;
}

/** Does the last move hold for this line too: it stands in the same wrong column, or belongs to a line that was moved? */
function moveGoesOn(walk: Walk, row: Row): boolean {
  const { moving, levels } = walk;
  if (!moving || row.indent < moving.from) return false;
  if (row.indent === moving.from) return (moving.reason === 'list_column') === row.dashes.length > 0;
  const column = row.indent + moving.by;
  return levels.some(level => level.column === column) || levels.at(-1)?.open === true;
}

function movedBy(walk: Walk): number {
  return walk.moving?.by ?? 0;
}

function noteMoved(walk: Walk, rows: readonly Row[]): void {
  for (const row of rows) walk.moving?.rows.push(row.line);
}

interface Target {
  readonly column: number;
  readonly reason: Move['reason'];
  readonly glued: boolean;
}

function moveLine(walk: Walk, row: Row, to: Target): number {
  const settled = settle(walk.levels, to.column, sortOf(row));
  if (!settled.fits) return strayItem(walk, row);
  const at = to.reason === 'list_column' ? { start: row.content, end: row.content + 1 } : nameOf(row);
  const move: Move = {
    reason: to.reason,
    at,
    rows: [row.line],
    by: to.column - row.indent,
    from: row.indent,
    quiet: walk.quiet,
  };
  walk.moves.push(move);
  walk.moving = move;
  walk.levels = settled.levels;
  return openLevels(walk, row, to.glued);
}

function nameOf(row: Row): Span {
  return { start: row.body, end: row.key?.end ?? row.rest.end };
}

/** The record's first lines are indented and the rest is not: the first ones are moved. */
function moveFirstLines(walk: Walk, row: Row, glued: boolean): number {
  const root = walk.levels[0];
  const before = walk.rows.slice(0, row.line).filter(other => other.kind === 'content');
  const [first] = before;
  if (!root || !first || root.sort !== sortOf(row)) return strayItem(walk, row);
  const rows = before.map(other => other.line);
  walk.moves.push({
    reason: 'bad_indent',
    at: nameOf(first),
    rows,
    by: row.indent - root.column,
    from: root.column,
    quiet: walk.quiet,
  });
  walk.moving = undefined;
  walk.levels = [{ column: row.indent, sort: root.sort, open: false }];
  return openLevels(walk, row, glued);
}

/** An item that belongs to no list: left out whole, with the deeper lines below it. */
function strayItem(walk: Walk, row: Row): number {
  let until = row.line;
  for (
    let next = walk.rows[until + 1];
    next?.kind === 'content' && next.indent > row.indent;
    next = walk.rows[until + 1]
  )
    until += 1;
  const rows = walk.rows.slice(row.line, until + 1);
  const end = walk.rows[until + 1]?.start ?? walk.text.length;
  const fixes = [
    {
      title: 'Keep it as a comment',
      edits: rows.map(other => ({ start: other.content, end: other.content, text: '# ' })),
    },
    { title: 'Remove it', edits: [{ start: row.start, end, text: '' }] },
  ];
  const reason = row.dashes.length > 0 ? 'stray_item' : 'bad_indent';
  say(walk, row, foundWithFirstFix(slip(reason, { start: row.content, end: row.rest.end }, fixes)));
  walk.above = undefined;
  return until + 1;
}

/** The line's own dashes and field open levels of their own; then its value is read. */
function openLevels(walk: Walk, row: Row, glued: boolean): number {
  const by = movedBy(walk);
  for (const dash of row.dashes.slice(1))
    walk.levels.push({ column: columnOf(row, dash) + by, sort: 'list', open: false });
  if (!row.key)
    return valueStep(walk, row, {
      sort: 'item',
      column: columnOf(row, row.dashes.at(-1) ?? row.content),
      name: '',
      glued,
    });
  if (row.dashes.length > 0) walk.levels.push({ column: columnOf(row, row.key.start) + by, sort: 'map', open: false });
  const name = walk.text.slice(row.key.start, row.key.end);
  if (walk.levels.length === 1) {
    const second = secondRecord(walk, name, row);
    if (second) {
      walk.found.push(second);
      return row.line;
    }
    walk.fields.push({ name, row: row.line });
  }
  return valueStep(walk, row, { sort: 'field', column: columnOf(row, row.key.start), name, glued });
}

interface Owner {
  readonly sort: ValuePlace['sort'];
  /** As written, since the lines below are compared as written too. */
  readonly column: number;
  readonly name: string;
  /** The field has a slip of its own already (so has `<<`, in the tree); what is wrong with its value is said when that one is mended. */
  readonly glued: boolean;
}

/** Reads what stands after the colon or dash. */
export function valueStep(walk: Walk, row: Row, owner: Owner): number {
  const { text, rows } = walk;
  const read = readValue({ text, rows, index: row.line, rest: row.rest, column: owner.column, sort: owner.sort });
  const top = walk.levels.at(-1);
  if (top && owner.sort !== 'below') top.open = !read.filled;
  if (read.found) say(walk, row, owner.glued || owner.name === '<<' ? { ...read.found, quiet: true } : read.found);
  if (read.hash !== undefined) noteComment(walk, rows[read.until] ?? row, read.hash);
  noteRows(walk, row.line, read);
  walk.above =
    read.words && owner.name !== ''
      ? { name: owner.name, words: read.words, until: read.until, column: owner.column }
      : undefined;
  return read.until + 1;
}

/** The further rows of a value: moved with their field, and their blanks looked at. */
function noteRows(walk: Walk, from: number, read: ValueRead): void {
  const rows = walk.rows.slice(from + 1, read.until + 1);
  noteMoved(walk, rows);
  const odd = rows.filter(row => row.kind === 'content' && row.oddBlanks).map(row => row.line);
  walk.oddRows.push(...(read.oddRows ?? odd));
}
