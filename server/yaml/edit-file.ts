import type { TextEdit } from '../model/text-edit.ts';
import { lineEnding } from './lines.ts';
import { splitSegments } from './segments.ts';

/**
 * Adds a record (its own lines, without dashes) at the end of a file: into an empty record at the end, before a closing `...`,
 * else below a new line of dashes (precise.md 32). Offsets count in the file.
 */
export function appendRecord(fileText: string, record: string): TextEdit[] {
  const eol = lineEnding(fileText);
  const lines = record.replaceAll(/\r\n?|\n/g, eol);
  const body = lines.endsWith(eol) ? lines : lines + eol;
  const segments = splitSegments(fileText);
  const last = segments.at(-1);
  const before = segments.at(-2);
  if (!last) return [];
  const blank = last.text.trim() === '';
  const markerStart = before?.end ?? last.start;
  const marker = fileText.slice(markerStart, last.start);
  if (blank && marker.startsWith('...') && before) {
    const missing = before.text === '' || before.text.endsWith('\n') ? '' : eol;
    return [{ start: markerStart, end: markerStart, text: `${missing}---${eol}${body}` }];
  }
  const end = fileText.length;
  const missing = end === 0 || end === last.start ? '' : eol;
  if (blank) {
    const open = end > 0 && !/[\n\uFEFF]$/.test(fileText) ? eol : '';
    return [{ start: end, end, text: open + body }];
  }
  return [{ start: end, end, text: `${fileText.endsWith('\n') ? '' : missing}---${eol}${body}` }];
}
