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

const strayItem: Settled = { fits: false, column: undefined, reason: 'stray_item' };

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
  if (top.column === column) return sort === 'list' ? itemBeside(levels, top, left) : fieldBeside(levels, top, left);
  if (top.open && !left) return { fits: true, levels: [...levels, { column, sort, open: false }] };
  return between(top, left, column, sort);
}

/** The column is none that is open: the nearest of those on either side was meant. */
function between(top: Level, left: Level | undefined, column: number, sort: Level['sort']): Settled {
  if (sort === 'list' && top.sort === 'map' && left?.sort !== 'list') return strayItem;
  const reason = sort === 'list' ? 'list_column' : 'bad_indent';
  if (!left) return { fits: false, column: top.column, reason };
  const deeper = left.sort === sort && left.column - column <= column - top.column;
  return { fits: false, column: deeper || top.sort !== sort ? left.column : top.column, reason };
}

function itemBeside(levels: Level[], top: Level, left: Level | undefined): Settled {
  if (top.sort === 'list') return { fits: true, levels };
  // A list may start in the column of the field it belongs to.
  if (top.open && !left) return { fits: true, levels: [...levels, { column: top.column, sort: 'list', open: false }] };
  return left?.sort === 'list' ? { fits: false, column: left.column, reason: 'list_column' } : strayItem;
}

function fieldBeside(levels: Level[], top: Level, left: Level | undefined): Settled {
  if (top.sort === 'map') return { fits: true, levels };
  const outer = levels.slice(0, -1);
  const above = outer.at(-1);
  if (above?.column === top.column && above.sort === 'map') return { fits: true, levels: outer };
  return { fits: false, column: left?.sort === 'map' ? left.column : above?.column, reason: 'bad_indent' };
}
