import type { ErrorCode } from 'yaml';
import type { Fix, Span, TextEdit } from '../model/text-edit.ts';
import type { Slip } from './node.ts';
import { quoteFor } from './quote.ts';
import { syntaxMessages } from './syntax-messages.data.ts';

/** What is left when no slip of our own fits: the package's own error at its place, and a mend that lets the rest be read. */
export function syntaxSlip(code: ErrorCode, at: Span, text: string): { slip: Slip; mends: TextEdit[] } {
  const entry = syntaxMessages[code];
  const block = blockAt(text, at.start);
  const quoted = entry.fix === 'quote' ? quoteValue(text, block) : undefined;
  const fixes: Fix[] = quoted ? [{ title: 'Put the text in quotes', edits: [quoted] }] : [];
  if (entry.fix === 'line') fixes.push({ title: 'Keep the line as a comment', edits: [commentOut(text, block)] });
  const slip: Slip = {
    code: code === 'DUPLICATE_KEY' ? 'GEN-019' : 'GEN-012',
    reason: code,
    severity: 'error',
    start: at.start,
    end: Math.max(at.start, Math.min(at.end, block.end)),
    message: entry.message,
    fixes,
  };
  return { slip, mends: [{ ...block, text: '' }] };
}

/** The line at the offset and the deeper lines below it, which would otherwise raise errors of their own. */
function blockAt(text: string, offset: number): Span {
  let start = text.lastIndexOf('\n', Math.min(offset, text.length) - 1) + 1;
  // An error at the very end of the text belongs to the last line that has something on it.
  while (start > 0 && text.slice(start).trim() === '') start = text.lastIndexOf('\n', start - 2) + 1;
  const indent = widthAt(text, start);
  let end = lineEnd(text, start);
  while (end < text.length) {
    const next = end + 1;
    const nextEnd = lineEnd(text, next);
    if (text.slice(next, nextEnd).trim() === '' || widthAt(text, next) <= indent) break;
    end = nextEnd;
  }
  return { start, end: text[end - 1] === '\r' ? end - 1 : end };
}

function lineEnd(text: string, start: number): number {
  const at = text.indexOf('\n', start);
  return at < 0 ? text.length : at;
}

function widthAt(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at += 1;
  return at - start;
}

function quoteValue(text: string, block: Span): TextEdit | undefined {
  const line = text.slice(block.start, block.end);
  if (line.includes('\n')) return undefined;
  const match = /^\s*(?:- +)*(?:[^\s:'"[{]+:[ \t]+)?/.exec(line);
  const from = match ? match[0].length : 0;
  const value = line.slice(from).trimEnd();
  return value === ''
    ? undefined
    : { start: block.start + from, end: block.start + from + value.length, text: quoteFor(value, 'double') };
}

function commentOut(text: string, block: Span): TextEdit {
  return { ...block, text: text.slice(block.start, block.end).replaceAll(/^/gm, '# ') };
}
