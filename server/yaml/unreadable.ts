import type { Slip } from './node.ts';
import { slip } from './slip.ts';

/** Far beyond any record; what it bounds is the time a hostile or pasted text can cost (the parser reads 1–3 MB a second). */
const longestRecord = 96 * 1024;

const control = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;
const tooDeep = /(?:[[{]\s*){65}|(?:- +){65}/;

/** What makes a text not worth reading at all; then this is its only slip. */
export function unreadable(text: string): Slip | undefined {
  const damaged = text.search(control);
  if (damaged >= 0) return slip('binary', { start: damaged, end: damaged + 1 }, []);
  if (text.length > longestRecord) return slip('too_long', firstLine(text), []);
  const deep = text.search(tooDeep);
  if (deep >= 0) return slip('too_deep', { start: deep, end: deep + 1 }, []);
  return undefined;
}

/** The first line that says anything and is no comment, as far as it is worth underlining. */
export function firstLine(text: string): { start: number; end: number } {
  const match = /(?:^|\n)\s*(?=[^\s#])/.exec(text.slice(0, 10_000));
  const start = match ? match.index + match[0].length : 0;
  const line = /^[^\r\n]*/.exec(text.slice(start, start + 200))?.[0] ?? '';
  return { start, end: start + line.trimEnd().length };
}

/** A CR that ends a line by itself: the parser takes it for part of the text. */
export function loneReturn(text: string): Slip | undefined {
  const at = text.search(/\r(?!\n)/);
  if (at < 0) return undefined;
  const edits = [...text.matchAll(/\r(?!\n)/g)].map(match => ({
    start: match.index,
    end: match.index + 1,
    text: '\n',
  }));
  return slip('lone_cr', { start: at, end: at + 1 }, [{ title: 'Use ordinary line ends', edits }]);
}
