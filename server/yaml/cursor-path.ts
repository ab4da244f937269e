import type { Row } from './row.ts';

/** Something on a line that deeper text may belong to. */
interface Opener {
  readonly column: number;
  readonly sort: 'dash' | 'key';
  readonly name: string;
  /** A text stands behind its colon, so nothing below belongs to it. */
  readonly filled: boolean;
}

export function columnOf(row: Row, offset: number): number {
  return row.indent + offset - row.content;
}

/** The dashes and the key of a line that start before `until`, rightmost first. */
function openersOf(text: string, row: Row, until: number): Opener[] {
  const openers: Opener[] = row.dashes
    .filter(dash => dash < until)
    .map(dash => ({ column: columnOf(row, dash), sort: 'dash', name: '', filled: false }));
  if (row.key && row.key.start < until) {
    const filled = row.rest.start < row.rest.end && !/^[#&!]/.test(text.slice(row.rest.start, row.rest.end));
    openers.push({ column: columnOf(row, row.key.start), sort: 'key', name: keyName(text, row.key), filled });
  }
  return openers.reverse();
}

function keyName(text: string, key: NonNullable<Row['key']>): string {
  const written = text.slice(key.start, key.end);
  if (!key.quoted) return written;
  const inner = written.slice(1, -1);
  return written.startsWith("'") ? inner.replaceAll("''", "'") : inner;
}

interface Climb {
  readonly path: (string | number)[];
  /** Only what starts left of this column can hold what was found so far. */
  limit: number;
  /** The column of the list whose earlier items are being counted. */
  list: number | undefined;
  count: number;
}

/** The path to what stands at `offset` of a row, by columns alone: of the row's own dashes and key, then of the lines above. */
export function ancestors(text: string, rows: readonly Row[], row: Row, offset: number): (string | number)[] {
  const climb: Climb = { path: [], limit: limitAt(row, offset), list: undefined, count: 0 };
  const own = row.kind === 'content' ? openersOf(text, row, offset) : [];
  for (const opener of own) visit(climb, { ...opener, filled: false });
  for (let at = row.line - 1; at >= 0 && !isAtTop(climb); at -= 1) {
    const above = rows[at];
    const openers = above?.kind === 'content' ? openersOf(text, above, Infinity) : [];
    for (const opener of openers) visit(climb, opener);
  }
  if (climb.list !== undefined) climb.path.unshift(climb.count);
  return climb.path;
}

function limitAt(row: Row, offset: number): number {
  if (row.kind !== 'content') return offset - row.start;
  return offset > row.end ? Infinity : columnOf(row, offset);
}

function isAtTop(climb: Climb): boolean {
  return climb.limit <= 0 && climb.list === undefined;
}

function visit(climb: Climb, opener: Opener): void {
  if (climb.list !== undefined) {
    if (opener.column > climb.list) return;
    if (opener.sort === 'dash' && opener.column === climb.list) {
      climb.count += 1;
      return;
    }
    climb.path.unshift(climb.count);
    // A list may stand in the column of its own key.
    climb.limit = climb.list + (opener.sort === 'key' ? 1 : 0);
    climb.list = undefined;
    climb.count = 0;
  }
  if (opener.column >= climb.limit) return;
  climb.limit = opener.column;
  if (opener.sort === 'dash') climb.list = opener.column;
  else if (!opener.filled) climb.path.unshift(opener.name);
}

/** The keys that stand in this column around the row, up and down to the first line that starts left of it. */
export function siblingsAt(
  text: string,
  rows: readonly Row[],
  row: Row,
  column: number,
  except: Row | undefined,
): string[] {
  const level = levelOf(rows, row, column);
  const names: string[] = [];
  for (let at = row.line; at >= 0; at -= 1) {
    if (!gather(text, rows[at], level, { names, except: at === row.line ? except : undefined, down: false })) break;
  }
  names.reverse();
  for (let at = row.line + 1; at < rows.length; at += 1) {
    if (!gather(text, rows[at], level, { names, except: undefined, down: true })) break;
  }
  return names;
}

/** On a blank line right of a filled field the new key joins that field's level. */
function levelOf(rows: readonly Row[], row: Row, column: number): number {
  if (row.kind === 'content') return column;
  for (let at = row.line - 1; at >= 0; at -= 1) {
    const above = rows[at];
    if (above?.kind !== 'content') continue;
    const keyColumn = above.key ? columnOf(above, above.key.start) : undefined;
    if (keyColumn === undefined || keyColumn > column) return column;
    return above.rest.start < above.rest.end ? keyColumn : column;
  }
  return column;
}

/** Adds the row's key if it is of the level; false: the map ends here. */
function gather(
  text: string,
  row: Row | undefined,
  column: number,
  into: { names: string[]; except: Row | undefined; down: boolean },
): boolean {
  if (row?.kind !== 'content') return true;
  const dash = row.dashes.find(at => columnOf(row, at) < column);
  if (into.down && (row.indent < column || dash !== undefined)) return false;
  if (row.key && columnOf(row, row.key.start) === column && row !== into.except)
    into.names.push(keyName(text, row.key));
  return row.indent >= column && dash === undefined;
}
