import type { TextEdit } from '../model/text-edit.ts';
import { blankSlips } from './blanks.ts';
import { settle } from './levels.ts';
import type { Level } from './levels.ts';
import type { Comment } from './ignores.ts';
import type { Slip } from './node.ts';
import { rowsOf } from './row.ts';
import type { Row } from './row.ts';
import { slip } from './slip.ts';
import { gluedField, isSentence, strayLines } from './stray-lines.ts';
import { foundWithFirstFix } from './found.ts';
import { secondRecord } from './two-records.ts';
import { readValue } from './value.ts';
import type { ValuePlace } from './value.ts';
import type { Walk } from './walk.ts';

export interface Scan {
  readonly slips: readonly Slip[];
  readonly mends: readonly TextEdit[];
  readonly comments: readonly { readonly at: Comment; readonly nextLine: number; readonly aboveKind: boolean }[];
  /** Where this record ends: the text's end, or where a second record starts without its dashes. */
  readonly end: number;
  /** Nothing but blanks and comments. */
  readonly empty: boolean;
}

/** Walks a record's lines once, knows which belongs to which by their columns, and names the slips the parser would garble. */
export function scanRecord(text: string): Scan {
  const rows = rowsOf(text);
  const walk: Walk = {
    text,
    rows,
    found: [],
    comments: [],
    levels: [],
    above: undefined,
    moves: [],
    moving: undefined,
    oddRows: [],
    fields: [],
    cut: undefined,
  };
  const isRecord = rows.some(row => row.key !== undefined || gluedField(text, row) !== undefined);
  for (let index = 0; index < rows.length && walk.cut === undefined;)
    index = isRecord ? step(walk, index) : plainStep(walk, index);
  const end = walk.cut ?? text.length;
  const found = [...walk.found, ...(isRecord ? blankSlips(walk) : [])].filter(
    one => one.slip.start < end || one.slip.reason === 'two_records',
  );
  return {
    slips: oncePerSort(found.map(one => one.slip)),
    mends: found.flatMap(one => one.mends).filter(edit => edit.end <= end),
    comments: commentsOf(walk, end),
    end,
    empty: rows.every(row => row.kind !== 'content'),
  };
}

/** What records do not use at all is said at its first place only. */
function oncePerSort(slips: readonly Slip[]): Slip[] {
  const once = new Set(['alias', 'anchor', 'tag', 'merge_key']);
  return slips.filter(
    (one, index) => !once.has(one.reason) || slips.findIndex(other => other.reason === one.reason) === index,
  );
}

function commentsOf(walk: Walk, end: number): Scan['comments'] {
  return walk.comments
    .filter(comment => comment.start < end)
    .map(at => {
      const next = walk.rows.slice(at.line + 1).find(row => row.kind === 'content');
      const key = next?.key ? walk.text.slice(next.key.start, next.key.end) : '';
      return {
        at,
        nextLine: next?.line ?? at.line,
        aboveKind: key === 'kind' && next?.indent === (walk.levels[0]?.column ?? 0),
      };
    });
}

/** A text without a single field is no record; only its comments count. */
function plainStep(walk: Walk, index: number): number {
  const row = walk.rows[index];
  if (row?.kind === 'comment') noteComment(walk, row, row.content);
  return index + 1;
}

function noteComment(walk: Walk, row: Row, start: number): void {
  walk.comments.push({ start, end: row.end, line: row.line, alone: start === row.content });
}

function step(walk: Walk, index: number): number {
  const row = walk.rows[index];
  if (!row || row.kind === 'blank') return index + 1;
  if (row.kind === 'comment') return plainStep(walk, index);
  if (row.indent === 0 && walk.text[row.content] === '%') return directive(walk, row);
  if (row.oddBlanks) walk.oddRows.push(row.line);
  if (isSentence(walk.text, row) && walk.above) {
    const stray = strayLines(walk, index);
    if (stray) return take(walk, stray);
  }
  if (row.key || row.dashes.length > 0) return placedStep(walk, row);
  return bareStep(walk, row);
}

function directive(walk: Walk, row: Row): number {
  const next = walk.rows[row.line + 1]?.start ?? row.end;
  const fixes = [{ title: 'Remove the line', edits: [{ start: row.start, end: next, text: '' }] }];
  walk.found.push(foundWithFirstFix(slip('directive', { start: row.content, end: row.end }, fixes)));
  return row.line + 1;
}

function take(walk: Walk, stray: NonNullable<ReturnType<typeof strayLines>>): number {
  walk.found.push(stray.found);
  walk.above = undefined;
  return stray.until + 1;
}

/** A line with neither a field nor a dash: the text of the open field above, a field with a slip in it, or stray. */
function bareStep(walk: Walk, row: Row): number {
  const top = walk.levels.at(-1);
  const meant = gluedField(walk.text, row);
  if (meant && !(top?.open && row.indent > top.column && !/^[a-z_]+:/.test(walk.text.slice(row.body, row.end)))) {
    walk.found.push(meant.found);
    return placedStep(walk, meant.row);
  }
  if (top?.open && row.indent > top.column) {
    top.open = false;
    return valueStep(walk, row, { sort: 'below', column: top.column, name: '' });
  }
  const stray = strayLines(walk, row.line);
  return stray ? take(walk, stray) : row.line + 1;
}

/** A line with a field or a dash: settled into its level, moved in thought if it starts in a wrong column. */
function placedStep(walk: Walk, written: Row): number {
  const glued = written.dashes.length > 0 && !written.key ? gluedItem(walk, written) : undefined;
  const row = glued ?? written;
  const sort = row.dashes.length > 0 ? 'list' : 'map';
  const by = moveGoesOn(walk, row) ? (walk.moving?.by ?? 0) : 0;
  if (by === 0) walk.moving = undefined;
  const settled = settle(walk.levels, row.indent + by, sort);
  if (settled.fits) {
    walk.levels = settled.levels;
    if (walk.moving) walk.moving.rows.push(row.line);
    return openLevels(walk, row, by);
  }
  if (settled.reason === 'stray_item' || settled.column === undefined) return strayItem(walk, row);
  if (settled.reason === 'first_indent') return moveFirstLines(walk, row, sort);
  return moveLine(walk, row, settled.column, settled.reason);
}

/** `- kind:asset` with fields below it in the same column is a field too; by itself it is a text. */
function gluedItem(walk: Walk, row: Row): Row | undefined {
  const next = walk.rows[row.line + 1];
  if (!next?.key || next.dashes.length > 0 || next.indent !== columnOf(row, row.body)) return undefined;
  const meant = gluedField(walk.text, row);
  if (meant) walk.found.push(meant.found);
  return meant?.row;
}

function columnOf(row: Row, offset: number): number {
  return row.indent + offset - row.content;
}

/** Does the last move hold for this line too: it stands in the same wrong column, or belongs to a line that was moved? */
function moveGoesOn(walk: Walk, row: Row): boolean {
  const { moving, levels } = walk;
  if (!moving || row.indent < moving.from) return false;
  const column = row.indent + moving.by;
  const sameSort = (moving.reason === 'list_column') === row.dashes.length > 0;
  return (
    (row.indent === moving.from && sameSort) ||
    (row.indent > moving.from && levels.some(level => level.column === column)) ||
    levels.at(-1)?.open === true
  );
}

function moveLine(walk: Walk, row: Row, column: number, reason: 'bad_indent' | 'list_column'): number {
  const sort = row.dashes.length > 0 ? 'list' : 'map';
  const settled = settle(walk.levels, column, sort);
  if (!settled.fits) return strayItem(walk, row);
  const move = {
    reason,
    at: { start: row.body, end: row.key?.end ?? row.rest.end },
    rows: [row.line],
    by: column - row.indent,
    from: row.indent,
  };
  if (reason === 'list_column') move.at = { start: row.content, end: row.content + 1 };
  walk.moves.push(move);
  walk.moving = move;
  walk.levels = settled.levels;
  return openLevels(walk, row, move.by);
}

/** The record's first lines are indented and the rest is not: the first ones are moved. */
function moveFirstLines(walk: Walk, row: Row, sort: Level['sort']): number {
  const root = walk.levels[0];
  const first = walk.rows.find(other => other.kind === 'content');
  if (!root || !first || root.sort !== sort) return strayItem(walk, row);
  const by = row.indent - root.column;
  const rows = walk.rows
    .slice(0, row.line)
    .filter(other => other.kind === 'content')
    .map(other => other.line);
  walk.moves.push({
    reason: 'bad_indent',
    at: { start: first.body, end: first.key?.end ?? first.rest.end },
    rows,
    by,
    from: root.column,
  });
  walk.moving = undefined;
  walk.levels = [{ column: row.indent, sort, open: false }];
  return openLevels(walk, row, 0);
}

/** An item that belongs to no list: left out whole, with the deeper lines below it. */
function strayItem(walk: Walk, row: Row): number {
  let until = row.line;
  while ((walk.rows[until + 1]?.indent ?? -1) > row.indent && walk.rows[until + 1]?.kind === 'content') until += 1;
  const rows = walk.rows.slice(row.line, until + 1);
  const comment = rows.map(other => ({ start: other.content, end: other.content, text: '# ' }));
  const end = walk.rows[until + 1]?.start ?? walk.text.length;
  const fixes = [
    { title: 'Keep it as a comment', edits: comment },
    { title: 'Remove it', edits: [{ start: row.start, end, text: '' }] },
  ];
  const reason = row.dashes.length > 0 ? 'stray_item' : 'bad_indent';
  walk.found.push(foundWithFirstFix(slip(reason, { start: row.content, end: row.rest.end }, fixes)));
  return until + 1;
}

/** The line's own dashes and field open levels of their own; then its value is read. */
function openLevels(walk: Walk, row: Row, by: number): number {
  const inner = row.dashes
    .slice(1)
    .map(dash => ({ column: columnOf(row, dash) + by, sort: 'list' as const, open: false }));
  walk.levels.push(...inner);
  if (row.key && row.dashes.length > 0)
    walk.levels.push({ column: columnOf(row, row.key.start) + by, sort: 'map', open: false });
  const name = row.key ? walk.text.slice(row.key.start, row.key.end) : '';
  if (walk.levels.length === 1 && row.key) {
    const second = secondRecord(walk, name, row);
    if (second) {
      walk.found.push(second);
      return row.line;
    }
    walk.fields.push({ name, row: row.line });
  }
  const opener = row.key?.start ?? row.dashes.at(-1) ?? row.content;
  return valueStep(walk, row, { sort: row.key ? 'field' : 'item', column: columnOf(row, opener), name });
}

/** Reads what stands after the colon or dash; `column` as written, since the lines below are compared as written too. */
function valueStep(walk: Walk, row: Row, owner: { sort: ValuePlace['sort']; column: number; name: string }): number {
  const { text, rows } = walk;
  const read = readValue({ text, rows, index: row.line, rest: row.rest, column: owner.column, sort: owner.sort });
  const top = walk.levels.at(-1);
  if (top && owner.sort !== 'below') top.open = !read.filled;
  if (read.found) walk.found.push(read.found);
  const last = rows[read.until] ?? row;
  if (read.hash !== undefined) noteComment(walk, last, read.hash);
  walk.oddRows.push(...(read.oddRows ?? carriedOddRows(walk, row.line, read.until)));
  if (walk.moving) for (let at = row.line + 1; at <= read.until; at += 1) walk.moving.rows.push(at);
  walk.above =
    read.words && owner.name !== ''
      ? { name: owner.name, words: read.words, until: read.until, column: owner.column }
      : undefined;
  return read.until + 1;
}

function carriedOddRows(walk: Walk, from: number, until: number): number[] {
  return walk.rows
    .slice(from + 1, until + 1)
    .filter(row => row.kind === 'content' && row.oddBlanks)
    .map(row => row.line);
}
