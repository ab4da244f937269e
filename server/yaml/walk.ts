import type { Span } from '../model/text-edit.ts';
import type { Comment } from './ignores.ts';
import type { Found } from './found.ts';
import type { Level } from './levels.ts';
import type { Row } from './row.ts';
import type { SlipReason } from './slip-texts.data.ts';
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
  /** An echo of the slip above it: moved for reading, not said. */
  readonly quiet: boolean;
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
  /** The column of a line whose slip may make the deeper lines below it look misplaced. */
  echo: number | undefined;
  /** The present line stands below such a line: if it looks misplaced, that is an echo and is not said. */
  quiet: boolean;
  /** Where the record ends although the text goes on. */
  cut: number | undefined;
}

/** Slips after which nobody can tell what the deeper lines below belong to. */
const unsettling = new Set<string>([
  'odd_start',
  'unclosed_quote',
  'unclosed_bracket',
  'stray_item',
  'stray_quote',
  'apostrophe',
  'text_after_bracket',
  'bare_text',
  'pasted_rows',
  'second_line',
  'read_as_field',
  'colon_in_value',
  'space_before_colon',
  'opening_sign',
] satisfies SlipReason[]);

const misplaced = new Set<string>([
  'stray_item',
  'bad_indent',
  'bare_text',
  'pasted_rows',
  'second_line',
  'read_as_field',
] satisfies SlipReason[]);

export function say(walk: Walk, row: Row, found: Found): void {
  const echo = walk.quiet && misplaced.has(found.slip.reason);
  walk.found.push(echo ? { ...found, quiet: true } : found);
  if (!walk.quiet && unsettling.has(found.slip.reason)) walk.echo = row.indent;
}

/** Before each line: does it stand below a line whose slip it may echo? */
export function listen(walk: Walk, row: Row): void {
  const { echo } = walk;
  walk.quiet = echo !== undefined && (row.indent > echo || (row.indent === echo && row.dashes.length > 0));
  if (!walk.quiet) walk.echo = undefined;
}
