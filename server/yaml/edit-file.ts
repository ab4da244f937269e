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
  if (last?.text.trim() !== '') return [insertion(fileText, fileText.length, `---${eol}${body}`, eol)];
  if (before && fileText.startsWith('...', before.end))
    return [insertion(fileText, before.end, `---${eol}${body}`, eol)];
  return [insertion(fileText, fileText.length, body, eol)];
}

/** New lines at an offset, which start on a line of their own. */
function insertion(text: string, at: number, lines: string, eol: string): TextEdit {
  const isLineStart = at === 0 || /[\n\uFEFF]/.test(text[at - 1] ?? '');
  return { start: at, end: at, text: (isLineStart ? '' : eol) + lines };
}
