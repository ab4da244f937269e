import type { Slip } from './node.ts';

export interface SlipText {
  readonly message: (what: string) => string;
  /** GEN-012 unless said. */
  readonly code?: Slip['code'];
  /** error unless said. */
  readonly severity?: Slip['severity'];
}

const notUsed = (sign: string): string =>
  `Text that starts with "${sign}" has a special meaning which records do not use. If it is text, put it in quotes; if not, write out here what you mean.`;

const texts = {
  too_long: {
    message: () =>
      'This record is far longer than any record should be, so it was not read. Look for something pasted in by mistake.',
  },
  too_deep: {
    message: () =>
      'This is a list within a list within a list, far deeper than any record goes, so it was not read. Look for stray brackets.',
  },
  binary: {
    message: () =>
      'This is not text: the file is damaged or of another sort, such as a picture or a spreadsheet. Get the last good copy back.',
  },
  lone_cr: {
    message: () =>
      'The lines of this record end in a way that only very old programs use, so it reads as one line. Save it with ordinary line ends.',
  },
  byte_order_mark: {
    message: () =>
      'There is an invisible sign here, left by another program when two files were put together. Remove it.',
  },
  odd_space: {
    message: () =>
      'This looks like a space but is not one, so the line is misread. It comes with text pasted from a web page; replace it.',
  },
  tab: {
    message: () =>
      'Lines are indented with spaces here; a tab is not counted, so the line is misread. Replace the tabs with spaces.',
  },
  directive: {
    message: () =>
      'A line that starts with % is an order to a YAML program and says nothing about the school. Remove it.',
  },
  duplicate_key: {
    code: 'GEN-019',
    message: (what: string) =>
      `"${what}" is already there further up, so this one is not read. Keep the one that is right and remove the other.`,
  },
  alias: { message: () => notUsed('*') },
  anchor: { message: () => notUsed('&') },
  tag: { message: () => notUsed('!') },
  merge_key: {
    message: () =>
      '"<<" would copy fields from another place, which records do not do, so nothing is copied. Write the fields out here.',
  },
  odd_key: {
    message: () => 'The name of a field must be plain words before a colon, such as "title: text". Write it so.',
  },
  no_record: {
    code: 'GEN-013',
    message: () =>
      'This is not a record: a record is made of lines such as "kind: asset". Start it with a line that says its kind.',
  },
  no_space_after_colon: {
    message: (what: string) =>
      `There must be a space after the colon of "${what}", or the line is not read as a field. Add the space.`,
  },
  opening_sign: {
    message: (what: string) =>
      `There is a stray ${what} before the name of this field, so the line is not read as a field. Remove it.`,
  },
  space_before_colon: {
    message: (what: string) =>
      `The colon must follow "${what}" at once and have a space after it, or the line is not read as a field.`,
  },
  unclosed_quote: {
    message: () =>
      'This quote is opened and never closed, so the lines below would be swallowed. Close it at the end of the text.',
  },
  apostrophe: {
    message: () =>
      'The apostrophe ended this text early, because it opens with the same sign. Use double quotes round the whole text.',
  },
  stray_quote: {
    message: () =>
      'The quote ended this text early and something still follows it. Put other quotes round the whole text.',
  },
  bad_escape: {
    message: () =>
      'Between double quotes a backslash has a special meaning, so this text cannot be read as written. Use single quotes.',
  },
  curly_quotes: {
    severity: 'warning',
    message: () =>
      'These curly quotes are not quotes to the computer but part of the text. Use straight ones, or none.',
  },
  lost_after_hash: {
    message: (what: string) =>
      what === ''
        ? 'Everything after "#" is left out: this field now reads as empty. Put the text in quotes.'
        : `Everything after " #" is left out: this now reads only "${what}". Put the text in quotes.`,
  },
  colon_in_value: {
    message: (what: string) =>
      `The colon makes "${what}" read as the name of a new field. If it all belongs to one text, put the text in quotes.`,
  },
  odd_start: {
    message: (what: string) =>
      `A text cannot start with "${what}" unless it stands in quotes: the sign has a special meaning there. Put the text in quotes.`,
  },
  braces: {
    message: () => 'Curly brackets have a special meaning here, so this is not read as text. Put the text in quotes.',
  },
  unclosed_bracket: {
    message: (what: string) =>
      `The bracket ${what} is opened and never closed, so the lines below would be swallowed. Close it, or put the text in quotes.`,
  },
  text_after_bracket: {
    message: () =>
      'Text follows the closing bracket, so it is left out. If the bracket is part of the text, put the whole text in quotes.',
  },
  second_line: {
    message: (what: string) =>
      `This line starts at the left, so it is not read as part of "${what}" above. If it belongs to it, indent it.`,
  },
  read_as_field: {
    message: (what: string) =>
      `This line was read as a new field called "${what}". If it belongs to the text above, put that text in quotes.`,
  },
  bare_text: {
    message: (what: string) =>
      `"${what}" is not a field, because it has no colon, so it is left out. Write it as "field: text", or keep it as a comment.`,
  },
  pasted_rows: {
    message: () =>
      'These lines look pasted from a spreadsheet and are not read. Import the spreadsheet instead, or remove the lines.',
  },
  bad_indent: {
    message: () =>
      'This line starts in another column than the fields it belongs with, so it is misread. Line it up with them.',
  },
  block_indent: {
    message: () =>
      'This line starts further left than the first line of the text it belongs to. Line it up with that one.',
  },
  list_column: {
    message: () =>
      'This dash stands in another column than the list it belongs to, so it is misread. Line it up with the others.',
  },
  stray_item: {
    message: () =>
      'This line starts with a dash but the field above it is no list, so it is left out. Add it to a list, or remove the dash.',
  },
  two_records: {
    message: () =>
      'A second record starts here without a line of three dashes above it, so it is not read. Put "---" between the two.',
  },
} as const satisfies Record<string, SlipText>;

export type SlipReason = keyof typeof texts;
export const slipTexts: Record<SlipReason, SlipText> = texts;
