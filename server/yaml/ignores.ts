import type { IgnoreComment } from './node.ts';

/** A comment as the scanner found it. `alone`: nothing but the comment stands on its line. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly alone: boolean;
}

const form = /^#+\s*(fits-ignore(?:-file)?)(?![\w-])[ \t]*([^:]*)(?::(.*))?$/i;

/** `# fits-ignore CODE[, CODE]: reason`; one without codes or reason comes out too, so that a rule can say so. */
export function ignoreOf(
  comment: Comment,
  text: string,
  nextLine: number,
  aboveKind: boolean,
): IgnoreComment | undefined {
  const match = form.exec(text.slice(comment.start, comment.end).trimEnd());
  if (!match) return undefined;
  const [, word = '', codes = '', reason = ''] = match;
  return {
    start: comment.start,
    end: comment.end,
    codes: codes.split(/[\s,]+/).filter(code => code !== ''),
    reason: reason.trim(),
    reach: word.toLowerCase() === 'fits-ignore-file' ? 'file' : comment.alone && aboveKind ? 'record' : 'line',
    line: comment.alone ? nextLine : comment.line,
  };
}
