import type { Span } from '../model/text-edit.ts';
import { readBlock } from './value-block.ts';
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
}

const blockHeader = /^[|>](?:[-+]?[1-9]?|[1-9][-+])(?:[ \t]+#.*)?$/;

/** Who reads a value that starts with this sign. */
const readers: Record<string, (place: ValuePlace) => ValueRead> = {
  '#': readPlain,
  '"': readQuoted,
  "'": readQuoted,
  '[': readFlow,
  '{': readFlow,
  '&': readProperty,
  '*': readProperty,
  '!': readProperty,
};

export function readValue(place: ValuePlace): ValueRead {
  const { text, rest, index } = place;
  if (rest.start >= rest.end) return { until: index, filled: false };
  const reader = readers[text[rest.start] ?? ''];
  if (reader) return reader(place);
  if (isBlockHeader(text.slice(rest.start, rest.end))) return readBlock(place);
  return isOddStart(text, rest) ? readOddStart(place) : readPlain(place);
}

export function isBlockHeader(text: string): boolean {
  return blockHeader.test(text);
}

function isOddStart(text: string, rest: Span): boolean {
  const first = text[rest.start] ?? '';
  if ('@`%]},|>'.includes(first)) return true;
  const alone = rest.start + 1 >= rest.end || isBlank(text[rest.start + 1]);
  return (first === '?' || first === '-') && alone;
}
