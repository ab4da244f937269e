import type { Estate } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { Span } from '../model/text-edit.ts';
import { indexLines, placeAt } from '../yaml/lines.ts';
import { placeInFile, type Segment } from '../yaml/segments.ts';

/** Lines and characters from 0, in UTF-16 units: as the language server protocol counts. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** Where a span of a record stands in its file. */
export function rangeOf(estate: Estate, record: Pick<RecordEntry, 'file' | 'index'>, span: Span): Range {
  const segment = estate.files.get(record.file)?.segments[record.index];
  return segment ? rangeIn(segment, span) : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
}

export function rangeIn(segment: Segment, span: Span): Range {
  const lines = indexLines(segment.text);
  return { start: placeInFile(segment, lines, span.start), end: placeInFile(segment, lines, span.end) };
}

/** Where a span of the whole file stands. */
export function rangeInText(text: string, span: Span): Range {
  const lines = indexLines(text);
  return { start: placeAt(lines, span.start), end: placeAt(lines, span.end) };
}
