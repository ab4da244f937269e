import type { AssetRow, ProblemRow, RecordPlace } from '../server/protocol/base.ts';

/** One line of a tree, without the editor: what it says and what it stands for. */
export interface TreeNode {
  /** Never holds text that changes, or the tree would lose its place at every refresh. */
  readonly id: string;
  readonly label: string;
  /** The words beside the label; the icon says nothing that they do not say. */
  readonly description: string;
  /** Lines of the tooltip, plain text. */
  readonly tooltip: readonly string[];
  /** Name of a product icon, and of its theme colour. */
  readonly icon: string;
  readonly colour?: string;
  readonly kind: 'group' | 'asset' | 'device' | 'problem';
  readonly children: readonly TreeNode[];
  readonly place?: RecordPlace;
  readonly asset?: AssetRow;
  readonly problem?: ProblemRow;
}

/** Two records may wrongly have the same id (GEN-002): the later ones get a number, so that the tree can show both. */
export function uniqueIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return id => {
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}#${String(times)}`;
  };
}

/** Names as people sort them: "Class 9" before "Class 10". */
export function byName(a: { readonly label: string }, b: { readonly label: string }): number {
  return a.label.localeCompare(b.label, 'en-GB', { numeric: true, sensitivity: 'base' });
}

/** The rows of each key, keys in the order in which they first appear. */
export function grouped<Row, Key>(rows: readonly Row[], key: (row: Row) => Key): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const of = groups.get(key(row));
    if (of === undefined) groups.set(key(row), [row]);
    else of.push(row);
  }
  return groups;
}
