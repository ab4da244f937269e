import type { TextEdit } from '../model/text-edit.ts';
import { blankSlips } from './blanks.ts';
import { foundWithFirstFix } from './found.ts';
import { gluedField } from './glued-field.ts';
import type { Comment } from './ignores.ts';
import type { Slip } from './node.ts';
import { noteComment, placedStep, valueStep } from './place.ts';
import { rowsOf } from './row.ts';
import type { Row } from './row.ts';
import { slip } from './slip.ts';
import { isSentence, strayLines } from './stray-lines.ts';
import { listen, say } from './walk.ts';
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
  const walk = newWalk(text);
  const { rows } = walk;
  const isRecord = hasFields(walk);
  for (let index = 0; index < rows.length && walk.cut === undefined;)
    index = isRecord ? step(walk, index) : plainStep(walk, index);
  const end = walk.cut ?? text.length;
  const blanks = isRecord ? blankSlips(walk) : [];
  const found = [...walk.found, ...blanks].filter(one => one.slip.start < end || one.slip.reason === 'two_records');
  return {
    slips: oncePerSort(found.filter(one => one.quiet !== true).map(one => one.slip)),
    mends: found.flatMap(one => one.mends).filter(edit => edit.end <= end),
    comments: commentsOf(walk, end),
    end,
    empty: rows.every(row => row.kind !== 'content'),
  };
}

function newWalk(text: string): Walk {
  return {
    text,
    rows: rowsOf(text),
    found: [],
    comments: [],
    levels: [],
    above: undefined,
    moves: [],
    moving: undefined,
    oddRows: [],
    fields: [],
    echo: undefined,
    quiet: false,
    cut: undefined,
  };
}

/** A text without a single field is no record, and one all in brackets has no lines to judge by their columns. */
function hasFields(walk: Walk): boolean {
  const first = walk.rows.find(row => row.kind === 'content');
  if (first && /^\{(?:[ \t]*$|.*\}[ \t]*$)/.test(walk.text.slice(first.content, first.end))) return false;
  return walk.rows.some(row => row.key !== undefined || gluedField(walk.text, row) !== undefined);
}

/** What records do not use at all is said at its first place only. */
function oncePerSort(slips: readonly Slip[]): Slip[] {
  const said = new Set<string>();
  return slips.filter(one => {
    const again = said.has(one.reason);
    if (/^(?:alias|anchor|tag)$/.test(one.reason)) said.add(one.reason);
    return !again;
  });
}

function commentsOf(walk: Walk, end: number): Scan['comments'] {
  const root = walk.levels[0]?.column ?? 0;
  const next: (Row | undefined)[] = [];
  for (let line = walk.rows.length - 1; line >= 0; line -= 1) {
    const below = walk.rows[line + 1];
    next[line] = below?.kind === 'content' ? below : next[line + 1];
  }
  return walk.comments
    .filter(comment => comment.start < end)
    .map(at => {
      const row = next[at.line];
      const isKind = row?.key !== undefined && walk.text.slice(row.key.start, row.key.end) === 'kind';
      return { at, nextLine: row?.line ?? at.line, aboveKind: isKind && row.indent === root };
    });
}

function plainStep(walk: Walk, index: number): number {
  const row = walk.rows[index];
  if (row?.kind === 'comment') noteComment(walk, row, row.content);
  return index + 1;
}

function step(walk: Walk, index: number): number {
  const row = walk.rows[index];
  if (row?.kind !== 'content') return plainStep(walk, index);
  listen(walk, row);
  if (row.indent === 0 && walk.text[row.content] === '%') return directive(walk, row);
  if (row.oddBlanks) walk.oddRows.push(row.line);
  const stray = isSentence(walk.text, row) && walk.above ? takeStray(walk, row) : undefined;
  return stray ?? fieldStep(walk, row);
}

function fieldStep(walk: Walk, row: Row): number {
  return row.key || row.dashes.length > 0 ? placedStep(walk, row) : bareStep(walk, row);
}

function directive(walk: Walk, row: Row): number {
  const next = walk.rows[row.line + 1]?.start ?? row.end;
  const fixes = [{ title: 'Remove the line', edits: [{ start: row.start, end: next, text: '' }] }];
  walk.found.push(foundWithFirstFix(slip('directive', { start: row.content, end: row.end }, fixes)));
  return row.line + 1;
}

function takeStray(walk: Walk, row: Row): number | undefined {
  const stray = strayLines(walk, row.line);
  if (!stray) return undefined;
  say(walk, row, stray.found);
  walk.above = undefined;
  return stray.until + 1;
}

/** A line with neither a field nor a dash: the text of the open field above, a field with a slip in it, or stray. */
function bareStep(walk: Walk, row: Row): number {
  const top = walk.levels.at(-1);
  const below = top?.open === true && row.indent > top.column;
  const meant = gluedField(walk.text, row);
  // Below an open field `See:https` is text; `type:ping` is a field, as the names of fields are in small letters.
  if (meant && !(below && !/^[a-z_]+[ \t]*:/.test(walk.text.slice(row.body, row.end)))) {
    say(walk, row, meant.found);
    return placedStep(walk, meant.row, true);
  }
  if (below) {
    top.open = false;
    return valueStep(walk, row, { sort: 'below', column: top.column, name: '', glued: false });
  }
  return takeStray(walk, row) ?? row.line + 1;
}
