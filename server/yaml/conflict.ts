import type { Slip } from './node.ts';

const marks = /(?:^|\n)(<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)/g;

/**
 * A merge that was never finished: no record of such a file can be trusted, so this is said alone. Offsets count in the file.
 * A line of `=======` by itself is an underline in somebody's note; only `<<<<<<<` or `>>>>>>>` make it a conflict.
 */
export function findConflictMarkers(fileText: string): Slip | undefined {
  for (const match of fileText.matchAll(marks)) {
    const mark = match[1] ?? '';
    if (!mark.startsWith('<') && !mark.startsWith('>')) continue;
    const start = match.index + (match[0].startsWith('\n') ? 1 : 0);
    const lineEnd = fileText.indexOf('\n', start);
    const end = (lineEnd < 0 ? fileText : fileText.slice(0, lineEnd)).trimEnd().length;
    return {
      code: 'GEN-022',
      reason: 'conflict_markers',
      severity: 'error',
      start,
      end: Math.max(end, start + mark.length),
      message:
        'Two people changed this file and their versions were never put together, so nothing in it can be checked. Keep what is right between the lines of <<<<<<< and >>>>>>>, then delete those lines.',
      fixes: [],
    };
  }
  return undefined;
}
