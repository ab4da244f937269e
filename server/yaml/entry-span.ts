import type { TextEdit } from '../model/text-edit.ts';
import type { Entry, Node } from './node.ts';

/** Past the last sign that belongs to a node: of a group or list its last field or item, not the comments after it. */
export function endOf(node: Node): number {
  if (node.type === 'scalar' || node.flow) return node.end;
  const last = node.type === 'map' ? node.entries.at(-1) : node.items.at(-1);
  if (!last) return node.end;
  return 'key' in last ? endOfEntry(last) : endOf(last);
}

export function endOfEntry(entry: Entry): number {
  return entry.value ? endOf(entry.value) : entry.end;
}

export function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the line after the one `offset` ends on; an offset just past a line end is there already. */
export function nextLineOf(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const next = text.indexOf('\n', offset);
  return next < 0 ? text.length : next + 1;
}

/** Takes an entry out: its lines whole; on a dash's line up to the next field; between brackets with one comma. */
export function wholeEntry(text: string, entry: Entry): TextEdit {
  const lineStart = lineStartOf(text, entry.start);
  const end = endOfEntry(entry);
  const before = text.slice(lineStart, entry.start);
  if (/^[ \t]*$/.test(before) && /^[ \t]*(?:#.*)?\r?(?:\n|$)/.test(restOfLine(text, end))) {
    return { start: lineStart, end: nextLineOf(text, end), text: '' };
  }
  if (/^[ \t]*(?:-[ \t]+)+$/.test(before)) return afterDash(text, entry, end);
  return betweenBrackets(text, entry.start, end);
}

function restOfLine(text: string, end: number): string {
  return end > 0 && text[end - 1] === '\n' ? '' : text.slice(end, nextLineOf(text, end));
}

function afterDash(text: string, entry: Entry, end: number): TextEdit {
  const column = entry.start - lineStartOf(text, entry.start);
  const next = nextLineOf(text, end);
  const following = new RegExp(`^(?:[ \\t]*(?:#.*)?\\r?\\n)* {${String(column)}}(?=[^ \\t#-])`).exec(text.slice(next));
  if (following) return { start: entry.start, end: next + following[0].length, text: '' };
  const trimmed = text.slice(0, end).trimEnd().length;
  return { start: entry.start, end: Math.max(entry.start, trimmed), text: '' };
}

export function betweenBrackets(text: string, start: number, end: number): TextEdit {
  const after = /^\s*,[ \t]*/.exec(text.slice(end));
  if (after) return { start, end: end + after[0].length, text: '' };
  const before = /,\s*$/.exec(text.slice(0, start));
  return { start: start - (before ? before[0].length : 0), end, text: '' };
}
