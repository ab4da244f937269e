import type { ErrorCode } from 'yaml';

/** What one error of the `yaml` package means to somebody who knows no YAML, and what the mend of it is called. */
export interface SyntaxMessage {
  readonly message: string;
  /**
   * quote: put the value of this line in quotes. remove: take the marked text out. line: turn the line into a comment. None:
   * there is no safe way to guess what was meant.
   */
  readonly fix?: 'quote' | 'remove' | 'line';
}

const notUsed = 'Records do not use this part of YAML, so it is not read. Write the text in full here.';

/** Most of these are met by a slip of our own first (scan.ts); this table is what is left when none of those fits. */
export const syntaxMessages: Record<ErrorCode, SyntaxMessage> = {
  ALIAS_PROPS: { message: notUsed, fix: 'quote' },
  BAD_ALIAS: { message: notUsed, fix: 'quote' },
  BAD_COLLECTION_TYPE: { message: notUsed, fix: 'quote' },
  BAD_DIRECTIVE: {
    message: 'A line that starts with % is an order to a YAML program and says nothing about the school. Remove it.',
    fix: 'line',
  },
  BAD_DQ_ESCAPE: {
    message:
      'Between double quotes a backslash has a special meaning, so this text cannot be read as written. Use single quotes.',
    fix: 'quote',
  },
  BAD_INDENT: {
    message:
      'This line starts further left or right than the lines it belongs to, so it was left out. Line it up with them.',
    fix: 'line',
  },
  BAD_PROP_ORDER: { message: notUsed, fix: 'quote' },
  BAD_SCALAR_START: {
    message: 'A text cannot start with this sign unless it stands in quotes. Put the text in quotes.',
    fix: 'quote',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message:
      'There are two fields on this line, or a text with a colon in it. Put the text in quotes, or each field on its own line.',
    fix: 'quote',
  },
  BLOCK_IN_FLOW: {
    message:
      'Between brackets everything is divided by commas; lines that start with a dash or a field cannot stand there. Close the bracket first.',
    fix: 'line',
  },
  DUPLICATE_KEY: { message: 'This field is already in this record. Keep the one that is right and remove the other.' },
  IMPOSSIBLE: { message: 'This line cannot be read. Write it again as "field: value".', fix: 'line' },
  KEY_OVER_1024_CHARS: {
    message:
      'The text before the colon is too long to be the name of a field. If it is a note, put the text in quotes.',
    fix: 'line',
  },
  MISSING_CHAR: {
    message:
      'Something is missing here: a colon after the field, a comma, or a closing quote or bracket. Look at this line.',
    fix: 'line',
  },
  MULTILINE_IMPLICIT_KEY: {
    message:
      'The name of a field must stand on one line, with its colon. If this belongs to the text above, indent it.',
    fix: 'line',
  },
  MULTIPLE_ANCHORS: { message: notUsed, fix: 'quote' },
  MULTIPLE_DOCS: {
    message:
      'Another record starts here without the line of three dashes between the two. Put "---" on a line above it.',
  },
  MULTIPLE_TAGS: { message: notUsed, fix: 'quote' },
  NON_STRING_KEY: {
    message: 'The name of a field must be one word, such as "title". Write the field as "title: text".',
  },
  RESOURCE_EXHAUSTION: {
    message:
      'This record has lists within lists far deeper than any record needs, so it was not read. Look for stray brackets.',
  },
  TAB_AS_INDENT: {
    message:
      'Lines are indented with spaces here; a tab is not counted, so the line is misread. Replace the tab with spaces.',
    fix: 'remove',
  },
  TAG_RESOLVE_FAILED: { message: notUsed, fix: 'quote' },
  UNEXPECTED_TOKEN: {
    message:
      'This text is in a place where nothing can stand, so it was left out. Put the whole text in quotes, or remove it.',
    fix: 'quote',
  },
};
