/** One open level of indentation: the fields of a map, or the items of a list, that start in one column. */
export interface Level {
  readonly column: number;
  readonly sort: 'map' | 'list';
  /** Its last field or item has nothing after its colon or dash yet, so deeper lines may belong to it. */
  open: boolean;
}

export type Settled =
  | { readonly fits: true; readonly levels: Level[] }
  | {
      readonly fits: false;
      readonly column: number | undefined;
      readonly reason: 'bad_indent' | 'list_column' | 'stray_item' | 'first_indent';
    };

/** Which level a line belongs to that starts in this column, and if none: where it was probably meant to start. */
export function settle(before: readonly Level[], column: number, sort: Level['sort']): Settled {
  const levels = [...before];
  let left: Level | undefined;
  for (let top = levels.at(-1); top && top.column > column; top = levels.at(-1)) left = levels.pop();
  const top = levels.at(-1);
  if (!top) {
    if (left) return { fits: false, column: left.column, reason: 'first_indent' };
    return { fits: true, levels: [{ column, sort, open: false }] };
  }
  if (top.column === column) return settleBeside(levels, top, left, sort);
  if (top.open && !left) return { fits: true, levels: [...levels, { column, sort, open: false }] };
  if (sort === 'list' && top.sort === 'map' && left?.sort !== 'list') {
    return { fits: false, column: undefined, reason: 'stray_item' };
  }
  const listReason = sort === 'list' ? 'list_column' : 'bad_indent';
  if (!left) return { fits: false, column: top.column, reason: listReason };
  const deeper = left.sort === sort && left.column - column <= column - top.column;
  return { fits: false, column: deeper || top.sort !== sort ? left.column : top.column, reason: listReason };
}

/** The line starts in the column of a level that is there already; the sort may differ. */
function settleBeside(levels: Level[], top: Level, left: Level | undefined, sort: Level['sort']): Settled {
  if (top.sort === sort) return { fits: true, levels };
  if (sort === 'list') {
    // A list may start in the column of the field it belongs to.
    if (top.open && !left) return { fits: true, levels: [...levels, { column: top.column, sort, open: false }] };
    if (left?.sort === 'list') return { fits: false, column: left.column, reason: 'list_column' };
    return { fits: false, column: undefined, reason: 'stray_item' };
  }
  const outer = levels.slice(0, -1);
  const above = outer.at(-1);
  if (above?.column === top.column && above.sort === 'map') return { fits: true, levels: outer };
  const target = left?.sort === 'map' ? left.column : above?.column;
  return { fits: false, column: target, reason: 'bad_indent' };
}
