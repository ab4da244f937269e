import type { Span } from '../model/text-edit.ts';
import type { Comment } from './ignores.ts';
import type { Found } from './found.ts';
import type { Level } from './levels.ts';
import type { Row } from './row.ts';
import type { ValueRead } from './value.ts';

/** The last text a following line could belong to. */
export interface TextAbove {
  readonly name: string;
  readonly words: NonNullable<ValueRead['words']>;
  readonly until: number;
  /** The column its field starts in. */
  readonly column: number;
}

/** Lines that start in a wrong column, moved together. */
export interface Move {
  readonly reason: 'bad_indent' | 'list_column';
  readonly at: Span;
  readonly rows: number[];
  readonly by: number;
  /** The column the first of them was written in. */
  readonly from: number;
}

/** What the walk over a record's lines knows so far. Lives for one walk and is seen by nobody else. */
export interface Walk {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly found: Found[];
  readonly comments: Comment[];
  levels: Level[];
  above: TextAbove | undefined;
  readonly moves: Move[];
  /** The move that may go on with the next line. */
  moving: Move | undefined;
  /** Rows whose blanks before the text are not spaces and matter. */
  readonly oddRows: number[];
  /** The fields of the record itself, in order. */
  readonly fields: { readonly name: string; readonly row: number }[];
  /** Where the record ends although the text goes on. */
  cut: number | undefined;
}
