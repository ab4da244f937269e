import { foundWithFirstFix } from './found.ts';
import type { Found } from './found.ts';
import type { Row } from './row.ts';
import { slip } from './slip.ts';
import type { Walk } from './walk.ts';

/** A second `kind:` in one record is the start of another one; the walk ends there. The same line typed twice is not. */
export function secondRecord(walk: Walk, name: string, row: Row): Found | undefined {
  if (name !== 'kind' || !row.key) return undefined;
  const first = walk.fields.findIndex(field => field.name === 'kind');
  if (first < 0 || first === walk.fields.length - 1) return undefined;
  const start = boundaryOf(walk, first, row);
  walk.cut = start;
  const lineEnd = walk.text.slice(0, start).endsWith('\r\n') ? '\r\n' : '\n';
  const fix = {
    title: 'Put "---" between the two',
    edits: [{ start, end: start, text: `---${lineEnd}` }],
    preferred: true,
  };
  return { ...foundWithFirstFix(slip('two_records', { start: row.key.start, end: row.rest.end }, [fix])), mends: [] };
}

/** Where the second record begins: fields that stand above `kind` in the first are taken to stand above it here too. */
function boundaryOf(walk: Walk, first: number, row: Row): number {
  const before = walk.fields.slice(0, first).map(field => field.name);
  const lately = walk.fields.slice(walk.fields.length - before.length);
  const same =
    before.length > 0 && lately.length === before.length && lately.every((field, at) => field.name === before[at]);
  let line = same ? (lately[0]?.row ?? row.line) : row.line;
  while (walk.rows[line - 1]?.kind === 'comment') line -= 1;
  return walk.rows[line]?.start ?? row.start;
}
