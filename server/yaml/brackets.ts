import { closingQuote, isBlank, opensQuote } from './row.ts';

/** A sign that counts between brackets; `"` stands for a quote that is opened and not closed, `#` for where a comment starts. */
export interface FlowSign {
  readonly at: number;
  readonly sign: string;
}

/** The signs between brackets that are none of a quoted text's and none of a comment's. */
export function* flowSigns(text: string, from: number, end: number): Generator<FlowSign> {
  for (let at = from; at < end; at += 1) {
    const sign = text[at] ?? '';
    if (opensQuote(text, at)) {
      const close = closingQuote(text, at, end);
      if (close < 0) {
        yield { at, sign: '"' };
        return;
      }
      at = close;
    } else if (sign === '#' && isBlank(text[at - 1])) {
      yield { at, sign };
      const next = text.indexOf('\n', at);
      at = next < 0 ? end : next;
    } else if ('[]{},:'.includes(sign)) yield { at, sign };
  }
}

export interface Match {
  /** The bracket that closes the one at `open`, or -1. */
  readonly close: number;
  /** A `#` inside that is no comment: what follows it, the closing bracket too, would be lost. */
  readonly lost?: number;
}

export function matchBracket(text: string, open: number, end: number): Match {
  let depth = 0;
  for (const { at, sign } of flowSigns(text, open, end)) {
    if (sign === '#' && !/[\s#]/.test(text[at + 1] ?? ' ')) return { close: -1, lost: at };
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth === 0) return { close: at };
  }
  return { close: -1 };
}

/** The brackets that would close the text, or '' where a quote is open too, or they do not pair. */
export function closersOf(text: string): string {
  const open: string[] = [];
  for (const { sign } of flowSigns(text, 0, text.length)) {
    if (sign === '"') return '';
    if (sign === '[' || sign === '{') open.unshift(sign === '[' ? ']' : '}');
    else if ((sign === ']' || sign === '}') && open.shift() !== sign) return '';
  }
  return open.join('');
}
