import type { Estate, FileEntry } from '../estate/estate.ts';
import type { RecordEntry } from '../estate/record.ts';
import type { Span } from '../model/text-edit.ts';
import type { Place } from '../rules/locate.ts';
import { indexLines } from '../yaml/lines.ts';
import { offsetInSegment, type Segment } from '../yaml/segments.ts';

/** Where a cursor stands: in which record, and at which offset of its text. */
export interface Spot {
  readonly entry: FileEntry;
  readonly segment: Segment;
  readonly record: RecordEntry;
  readonly offset: number;
}

/** The record at a place of a file; undefined on a marker line, or where there is no such file. */
export function spotAt(estate: Estate, file: string, place: Place): Spot | undefined {
  const entry = estate.files.get(file);
  if (!entry || entry.conflict) return undefined;
  for (let i = entry.segments.length - 1; i >= 0; i--) {
    const segment = entry.segments[i];
    const record = entry.records[i];
    if (!segment || !record || isBefore(place, segment)) continue;
    const lines = indexLines(segment.text);
    const offset = offsetInSegment(segment, lines, place);
    return isBeyond(segment, place) ? undefined : { entry, segment, record, offset };
  }
  return undefined;
}

function isBefore(place: Place, segment: Segment): boolean {
  return place.line < segment.line || (place.line === segment.line && place.character < segment.character);
}

/** On the marker line below the segment's text. */
function isBeyond(segment: Segment, place: Place): boolean {
  const ends = segment.text.endsWith('\n') || segment.text === '';
  const lines = segment.text.split('\n').length - (ends ? 1 : 0);
  const isLast = segment.text === '' || place.line - segment.line < lines;
  return !isLast && place.character > 0 && place.line - segment.line > lines;
}

export function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
