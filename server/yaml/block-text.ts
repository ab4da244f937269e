import { eolAt } from './edit-text.ts';
import type { ScalarNode } from './node.ts';
import { quoteFor } from './quote.ts';

/** A new text for a block: still a block where a block can hold it, its comment kept; else in double quotes. */
export function blockFor(
  text: string,
  node: ScalarNode,
  value: string,
  place: { indent: number; step: number },
): string {
  const written = text.slice(node.start, node.end);
  const header = /^[|>][^\s#]*(.*)/.exec(written)?.[1]?.trimEnd() ?? '';
  const eol = eolAt(text, node.end);
  const tail = written.endsWith('\n') ? eol : '';
  if (!canBeBlock(value)) return `${quoteFor(value, 'double')}${header}${tail}`;
  const ends = value.endsWith('\n');
  const lines = (ends ? value.slice(0, -1) : value).split('\n');
  const pad = ' '.repeat(Math.max(place.indent, 0) + place.step);
  const body = lines.map(line => (line === '' ? '' : pad + line)).join(eol);
  return `|${ends ? '' : '-'}${header}${eol}${body}${ends && tail === '' ? eol : tail}`;
}

/** A block starts with no blank, ends with at most one line end, and has no sign that must be escaped. */
function canBeBlock(value: string): boolean {
  return (
    /^[^\s]/.test(value) &&
    !/\n\n$|[^\S\n ]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/.test(value)
  );
}
