import type { Fix, TextEdit } from '../model/text-edit.ts';
import { foundWithFirstFix } from './found.ts';
import type { Found } from './found.ts';
import { slip } from './slip.ts';
import type { Walk } from './walk.ts';

/** The slips of blanks: tabs and pasted spaces before a line, lines in a wrong column, a BOM inside the text. */
export function blankSlips(walk: Walk): Found[] {
  return [...moveSlips(walk), ...oddBlankSlips(walk), ...markSlips(walk.text)];
}

function moveSlips(walk: Walk): Found[] {
  return walk.moves.map(move => {
    const edits = [...new Set(move.rows)].flatMap(row => indentEdit(walk, row, move.by) ?? []);
    const title = `Move it to the ${move.by < 0 ? 'left' : 'right'}, in line with the others`;
    const found = foundWithFirstFix(slip(move.reason, move.at, [{ title, edits, preferred: true }]));
    return move.quiet ? { ...found, quiet: true } : found;
  });
}

function indentEdit(walk: Walk, index: number, by: number): TextEdit | undefined {
  const row = walk.rows[index];
  if (!row || row.kind === 'blank') return undefined;
  return { start: row.start, end: row.content, text: ' '.repeat(Math.max(0, row.indent + by)) };
}

/** One slip for all lines of a record that are indented with tabs, one for all with pasted spaces: one key press made them. */
function oddBlankSlips(walk: Walk): Found[] {
  const moved = new Set(walk.moves.flatMap(move => move.rows));
  // A line that is moved gets its spaces by the move, whose slip is the one that counts.
  const odd = walk.oddRows.filter(index => !moved.has(index));
  const tabbed = odd.filter(index => leadOf(walk, index).includes('\t'));
  const pasted = odd.filter(index => !leadOf(walk, index).includes('\t'));
  return [...oddBlankSlip(walk, 'tab', tabbed), ...oddBlankSlip(walk, 'odd_space', pasted)];
}

function leadOf(walk: Walk, index: number): string {
  const row = walk.rows[index];
  return row ? walk.text.slice(row.start, row.content) : '';
}

function oddBlankSlip(walk: Walk, reason: 'tab' | 'odd_space', indexes: readonly number[]): Found[] {
  const first = walk.rows[indexes[0] ?? -1];
  if (!first) return [];
  const edits = indexes.flatMap(index => indentEdit(walk, index, 0) ?? []);
  const title = reason === 'tab' ? 'Replace the tabs with spaces' : 'Replace them with spaces';
  const fix: Fix = { title, edits, preferred: true };
  return [foundWithFirstFix(slip(reason, { start: first.start, end: first.content }, [fix]))];
}

function markSlips(text: string): Found[] {
  const at = text.indexOf('\uFEFF');
  if (at < 0) return [];
  const edits = [...text.matchAll(/\uFEFF/g)].map(match => ({ start: match.index, end: match.index + 1, text: '' }));
  return [
    foundWithFirstFix(
      slip('byte_order_mark', { start: at, end: at + 1 }, [{ title: 'Remove it', edits, preferred: true }]),
    ),
  ];
}
