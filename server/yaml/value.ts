import type { Span } from '../model/text-edit.ts';
import { readFlow } from './value-flow.ts';
import { readPlain } from './value-plain.ts';
import { readQuoted } from './value-quoted.ts';
import { readOddStart, readProperty } from './value-start.ts';
import type { Found } from './found.ts';
import { isBlank } from './row.ts';
import type { Row } from './row.ts';

/** Where a value stands: after a field's colon, after a dash, or on a line of its own below its field. */
export interface ValuePlace {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly index: number;
  /** The value's first sign, and the end of its line with blanks left out. */
  readonly rest: Span;
  /** Lines that start right of this column may belong to the value. */
  readonly column: number;
  readonly sort: 'field' | 'item' | 'below';
}

export interface ValueRead {
  /** The last row the value takes up. */
  readonly until: number;
  /** False: nothing stands here, so deeper lines may. */
  readonly filled: boolean;
  /** Where the comment on its last line starts. */
  readonly hash?: number;
  readonly found?: Found;
  /** A text that a following line could belong to: where it starts, and for a block the column of its lines. */
  readonly words?: Span & { readonly block?: number };
  /** Rows of a block of text whose blanks before the block's column are not all spaces. */
  readonly oddRows?: readonly number[];
  /** A mend without a slip of its own: the slip of this sort has been said already. */
  readonly prop?: boolean;
}

const blockHeader = /^[|>](?:[-+]?[1-9]?|[1-9][-+])(?:[ \t]+#.*)?$/;

export function readValue(place: ValuePlace): ValueRead {
  const { text, rest, index } = place;
  const first = text[rest.start];
  if (rest.start >= rest.end || first === undefined) return { until: index, filled: false };
  if (first === '#') return readPlain(place);
  if (first === '"' || first === "'") return readQuoted(place);
  if (first === '[' || first === '{') return readFlow(place);
  if (first === '&' || first === '*' || first === '!') return readProperty(place);
  if (blockHeader.test(text.slice(rest.start, rest.end))) return readBlock(place);
  return isOddStart(text, rest) ? readOddStart(place) : readPlain(place);
}

function isOddStart(text: string, rest: Span): boolean {
  const first = text[rest.start] ?? '';
  if ('@`%]},|>'.includes(first)) return true;
  const alone = rest.start + 1 >= rest.end || isBlank(text[rest.start + 1]);
  return (first === '?' || first === '-') && alone;
}

/** A block of text: everything deeper belongs to it, and nothing in it is looked at. */
function readBlock(place: ValuePlace): ValueRead {
  const { rows, index, column, rest, text } = place;
  const header = text.slice(rest.start, rest.end);
  let until = index;
  for (let at = index + 1; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row) break;
    if (row.kind === 'blank') continue;
    if (row.indent <= column) break;
    until = at;
  }
  const asked = /^[|>][-+]?([1-9])/.exec(header)?.[1];
  const first = rows.slice(index + 1, until + 1).find(row => row.kind !== 'blank');
  const block = asked === undefined ? (first?.indent ?? Math.max(column, 0) + 2) : Math.max(column, 0) + Number(asked);
  const oddRows = rows
    .slice(index + 1, until + 1)
    .filter(
      row =>
        row.kind !== 'blank' &&
        row.oddBlanks &&
        !/^ *$/.test(text.slice(row.start, Math.min(row.content, row.start + block))),
    );
  const hash = header.indexOf('#');
  return {
    until,
    filled: true,
    words: { ...rest, block },
    oddRows: oddRows.map(row => row.line),
    ...(hash < 0 ? {} : { hash: rest.start + hash }),
  };
}
