import { lineStartOf } from './entry-span.ts';
import { lineEnding } from './lines.ts';
import type { ScalarNode } from './node.ts';
import { keyText, quoteFor } from './quote.ts';
import { indentStep } from './row.ts';

/** What may be written anew: a text, a group of fields, or a list. null leaves the place after the colon empty. */
export type NewValue = string | null | readonly NewValue[] | { readonly [key: string]: NewValue };

export interface Make {
  readonly step: number;
  readonly eol: string;
  readonly style: ScalarNode['style'] | undefined;
}

export function columnAt(text: string, offset: number): number {
  return offset - lineStartOf(text, offset);
}

export function stepOf(text: string): number {
  return indentStep(text);
}

/** The line end of the line above the offset, else of the line itself, else the one the text uses most. */
export function eolAt(text: string, offset: number): '\n' | '\r\n' {
  const before = text.lastIndexOf('\n', offset - 1);
  const at = before >= 0 ? before : text.indexOf('\n', offset);
  if (at < 0) return lineEnding(text);
  return text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** The lines of a new field, the first without its indent, the others indented from `column`. */
export function writeNew(name: string, value: NewValue, column: number, make: Make): string[] {
  const key = keyText(name);
  if (value === null) return [`${key}:`];
  if (typeof value === 'string' || isEmpty(value)) return [`${key}: ${writeItem(value, false, make.style)}`];
  const pad = ' '.repeat(make.step);
  return [`${key}:`, ...bodyOf(value, column + make.step, make).map(line => pad + line)];
}

/** The lines of a group or a list, without the indent they share. */
export function bodyOf(value: NewValue, column: number, make: Make): string[] {
  if (value === null || typeof value === 'string') return [writeItem(value, false, make.style)];
  if (isList(value)) return value.flatMap(item => itemLines(item, column, make));
  return Object.entries(value).flatMap(([key, held]) => writeNew(key, held, column, make));
}

function itemLines(item: NewValue, column: number, make: Make): string[] {
  if (item === null || typeof item === 'string' || isEmpty(item))
    return [`- ${writeItem(item, false, make.style)}`.trimEnd()];
  return bodyOf(item, column + 2, make).map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`));
}

/** A value on one line. */
export function writeItem(value: NewValue, flow: boolean, style?: ScalarNode['style']): string {
  if (value === null) return '';
  if (typeof value === 'string') return quoteFor(value, style, flow);
  if (isList(value)) return `[${value.map(item => writeItem(item, true, style)).join(', ')}]`;
  const fields = Object.entries(value).map(([key, held]) => `${keyText(key, true)}: ${writeItem(held, true, style)}`);
  return `{${fields.join(', ')}}`;
}

function isList(value: NewValue): value is readonly NewValue[] {
  return Array.isArray(value);
}

function isEmpty(value: Exclude<NewValue, string | null>): boolean {
  return isList(value) ? value.length === 0 : Object.keys(value).length === 0;
}
