import type { Span } from '../model/text-edit.ts';
import { indexLines, offsetAt, placeAt } from './lines.ts';
import type { LineIndex, LinePlace } from './lines.ts';

/**
 * One record's stretch of a file: what stands between two marker lines (`---` or `...`). Offsets count in the file. The marker
 * itself belongs to no segment; what follows it on its own line belongs to the segment below.
 */
export interface Segment extends Span {
  readonly text: string;
  /** 0-based line and character of the file where the segment's text starts. */
  readonly line: number;
  readonly character: number;
}

const marker = /(?:^|\n)(?:---|\.\.\.)(?=[ \t\r\n]|$)/g;

/** A file always has at least one segment; one before the first marker only when something stands there. */
export function splitSegments(text: string): Segment[] {
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  const segments: Segment[] = [];
  let start = first;
  let line = 0;
  let lineStart = 0;
  let character = first;
  // A BOM stands where the line end before a first marker would: same length, same offsets.
  const body = first === 0 ? text : `\n${text.slice(1)}`;
  let counted = first;
  for (const match of body.matchAll(marker)) {
    const at = match.index + (match[0].startsWith('\n') ? 1 : 0);
    if (segments.length > 0 || at > first)
      segments.push({ start, end: at, text: text.slice(start, at), line, character });
    start = afterMarker(text, at + 3);
    for (; counted < start; counted += 1) {
      if (!isLineEnd(text, counted)) continue;
      line += 1;
      lineStart = counted + 1;
    }
    character = start - lineStart;
  }
  segments.push({ start, end: text.length, text: text.slice(start), line, character });
  return segments;
}

function isLineEnd(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10);
}

/** Past the rest of the marker's line if that is blank, else past the blanks only. */
function afterMarker(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  if (text[at] === '\r' && text[at + 1] === '\n') return at + 2;
  if (text[at] === '\n') return at + 1;
  return at;
}

/** Where an offset of the segment's text stands in the file. `lines` is the index of the segment's own text. */
export function placeInFile(segment: Segment, lines: LineIndex, offset: number): LinePlace {
  const place = placeAt(lines, offset);
  return place.line === 0
    ? { line: segment.line, character: segment.character + place.character }
    : { line: segment.line + place.line, character: place.character };
}

/** The offset in the segment's text of a place in the file (clamped to the segment). */
export function offsetInSegment(segment: Segment, lines: LineIndex, place: LinePlace): number {
  const line = place.line - segment.line;
  return offsetAt(lines, { line, character: line === 0 ? place.character - segment.character : place.character });
}

/** The index of the lines of a segment's text, made when first asked for and kept as long as the segment lives. */
export function segmentLines(): (segment: Segment) => LineIndex {
  const known = new WeakMap<Segment, LineIndex>();
  return segment => {
    const have = known.get(segment) ?? indexLines(segment.text);
    known.set(segment, have);
    return have;
  };
}
