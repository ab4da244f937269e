import type { TextEdit } from '../model/text-edit.ts';
import { foundWithFirstFix } from './found.ts';
import type { Found } from './found.ts';
import { closingQuote, isBlank } from './row.ts';
import type { Row } from './row.ts';
import { slip } from './slip.ts';
import type { SlipReason } from './slip-texts.data.ts';

/** A line meant as a field: what is wrong with it, and the line as it was meant. */
export interface GluedField {
  readonly found: Found;
  readonly row: Row;
}

interface Form {
  readonly reason: SlipReason;
  /** Groups: what stands before the name, the name, from the name to the value. */
  readonly pattern: RegExp;
  /** What the mend is called. */
  title(name: string): string;
}

const forms: readonly Form[] = [
  {
    reason: 'odd_space',
    pattern: /^()([A-Za-z_][\w-]*)(:[\u00a0\u2000-\u200b\u202f\u3000]+)/,
    title: () => 'Replace it with a space',
  },
  {
    reason: 'no_space_after_colon',
    pattern: /^()([A-Za-z_][\w-]*)(:)(?=[^\s:/])/,
    title: () => 'Add the space',
  },
  {
    reason: 'space_before_colon',
    pattern: /^()([A-Za-z_][\w-]*)([ \t]+:)(?=\S)/,
    title: name => `Write "${name}: "`,
  },
  {
    reason: 'opening_sign',
    pattern: /^(["'[{])([A-Za-z_][\w-]*)(:[ \t]+|:$)/,
    title: () => 'Remove it',
  },
];

/** A line with a field's name whose colon is not as it must be, so that it is no field to the parser. */
export function gluedField(text: string, row: Row): GluedField | undefined {
  if (row.key || row.kind !== 'content') return undefined;
  const line = text.slice(row.body, row.end);
  for (const form of forms) {
    const match = form.pattern.exec(line);
    if (match && !(match[1] !== '' && isWhole(text, row))) return gluedAs(form, match, row, text);
  }
  return undefined;
}

/** `"SRV-01: backup"` and `[a: b]` are a text and a list, not a field with a stray sign. */
function isWhole(text: string, row: Row): boolean {
  const last = row.rest.end - 1;
  const open = text[row.body];
  if (open === '[' || open === '{') return text[last] === (open === '[' ? ']' : '}');
  const close = closingQuote(text, row.body, row.end);
  return close >= 0 && /^[ \t]*(?:#.*)?$/.test(text.slice(close + 1, last + 1));
}

function gluedAs(form: Form, match: RegExpExecArray, row: Row, text: string): GluedField {
  const [whole, before = '', name = '', between = ''] = match;
  const start = row.body + before.length;
  const nameEnd = start + name.length;
  const valueStart = row.body + whole.length;
  const isSign = before !== '';
  const edits: TextEdit[] = isSign
    ? [{ start: row.body, end: start, text: '' }]
    : [{ start: nameEnd, end: valueStart, text: ': ' }];
  const at = isSign
    ? { start: row.body, end: start }
    : { start: form.reason === 'odd_space' ? nameEnd + 1 : row.body, end: valueStart };
  const fixes = [{ title: form.title(name), edits, preferred: true }];
  const found = slip(form.reason, at, fixes, isSign ? before : name);
  let from = valueStart;
  while (from < row.rest.end && isBlank(text[from])) from += 1;
  const key = { start, end: nameEnd, colon: nameEnd + Math.max(0, between.indexOf(':')), quoted: false };
  return {
    found: foundWithFirstFix(found),
    row: { ...row, key, rest: { start: from, end: Math.max(from, row.rest.end) } },
  };
}
