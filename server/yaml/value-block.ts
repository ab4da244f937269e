import type { Found } from './found.ts';
import { foundWithFirstFix } from './found.ts';
import type { Row } from './row.ts';
import { slip } from './slip.ts';
import type { ValuePlace, ValueRead } from './value.ts';

/** A block of text: everything deeper belongs to it, and nothing in it is looked at but where its lines start. */
export function readBlock(place: ValuePlace): ValueRead {
  const { index, column, rest, text } = place;
  const header = text.slice(rest.start, rest.end);
  const until = lastRowOf(place);
  const lines = place.rows.slice(index + 1, until + 1).filter(row => row.kind !== 'blank');
  const asked = /^[|>][-+]?([1-9])/.exec(header)?.[1];
  const block =
    asked === undefined ? (lines[0]?.indent ?? Math.max(column, 0) + 2) : Math.max(column, 0) + Number(asked);
  const oddRows = lines.filter(
    row => row.oddBlanks && !/^ *$/.test(text.slice(row.start, Math.min(row.content, row.start + block))),
  );
  const found = tooFarLeft(lines, block);
  const hash = header.indexOf('#');
  return {
    until,
    filled: true,
    words: { ...rest, block },
    oddRows: oddRows.map(row => row.line),
    ...(found ? { found } : {}),
    ...(hash < 0 ? {} : { hash: rest.start + hash }),
  };
}

function lastRowOf(place: ValuePlace): number {
  const { rows, index, column } = place;
  let until = index;
  /** The block's own column once it is known: a comment left of it ends the block. */
  let block: number | undefined;
  for (let at = index + 1; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row) break;
    if (row.kind === 'blank') continue;
    if (row.indent <= column || (row.kind === 'comment' && block !== undefined && row.indent < block)) break;
    block ??= row.indent;
    until = at;
  }
  return until;
}

/** Lines of the block left of its first line: the parser takes them for something else. */
function tooFarLeft(lines: readonly Row[], block: number): Found | undefined {
  const left = lines.filter(row => row.indent < block);
  const first = left[0];
  if (!first) return undefined;
  const edits = left.map(row => ({ start: row.start, end: row.content, text: ' '.repeat(block) }));
  const fix = { title: 'Line it up with the first line of the text', edits, preferred: true };
  return foundWithFirstFix(slip('block_indent', { start: first.content, end: first.end }, [fix]));
}
