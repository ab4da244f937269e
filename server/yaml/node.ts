import type { Fix, Span } from '../model/text-edit.ts';

/**
 * A record's text as a tree of our own. All offsets count from the start of the record's segment (segments.ts), so that a
 * record keeps its tree while the text above it changes. Text stays text: a scalar is what the person wrote, unquoted and
 * unescaped, never YAML's idea of a number or a date.
 */
export type Node = ScalarNode | MapNode | ListNode;

export interface ScalarNode extends Span {
  readonly type: 'scalar';
  readonly text: string;
  /** `plain` may mean "absent": see isAbsent. */
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

export interface Entry extends Span {
  readonly key: ScalarNode;
  /** null: nothing stands after the colon. */
  readonly value: Node | null;
}

export interface MapNode extends Span {
  readonly type: 'map';
  readonly flow: boolean;
  /** In the order written; a second entry of the same key is left out here and is a slip. */
  readonly entries: readonly Entry[];
}

export interface ListNode extends Span {
  readonly type: 'list';
  readonly flow: boolean;
  readonly items: readonly (Node | null)[];
}

/** What is wrong with the text itself, before anyone asks what it means. */
export interface Slip extends Span {
  readonly code: 'GEN-012' | 'GEN-013' | 'GEN-019' | 'GEN-022';
  /** Which slip: `tab`, `lost_after_hash`, `no_space_after_colon`, … or one of the yaml package's error codes. */
  readonly reason: string;
  readonly severity: 'error' | 'warning';
  /** Plain words (people.md section 3). */
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** `# fits-ignore CODE[, CODE]: reason` (precise.md 36). */
export interface IgnoreComment extends Span {
  readonly codes: readonly string[];
  readonly reason: string;
  /** line: findings that start on `line`; record: the whole record; file: the whole file. */
  readonly reach: 'line' | 'record' | 'file';
  /** For reach `line`: the 0-based line, counted from the segment's first line. */
  readonly line: number;
}

/** One record's text, read. */
export interface RecordText {
  /** null: empty, or no record at all (then there is a slip, unless it is empty). */
  readonly root: MapNode | null;
  readonly slips: readonly Slip[];
  readonly ignores: readonly IgnoreComment[];
}

/** Null, `~` or nothing = absent (precise.md 37). */
export function isAbsent(node: Node | null | undefined): boolean {
  if (!node) return true;
  return node.type === 'scalar' && node.style === 'plain' && /^(~|null|Null|NULL|)$/.test(node.text);
}

/** The entry of this key, if the map has it. */
export function entryOf(map: MapNode | null | undefined, key: string): Entry | undefined {
  return map?.entries.find(entry => entry.key.text === key);
}

/** What stands at the path (`['contract', 'to']`, `['terms', 0, 'from']`), or the deepest that does. */
export function nodeAt(root: Node | null, path: readonly (string | number)[]): { node: Node | null; found: number } {
  let node = root;
  let found = 0;
  for (const step of path) {
    let next: Node | null | undefined;
    if (typeof step === 'number') next = node?.type === 'list' ? node.items[step] : undefined;
    else next = node?.type === 'map' ? entryOf(node, step)?.value : undefined;
    if (!next) break;
    node = next;
    found += 1;
  }
  return { node, found };
}
