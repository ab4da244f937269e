import type { Place } from './grid.ts';

/** How far a key moves, in rows and columns; undefined where it is no move. */
export function moved(
  event: KeyboardEvent,
  at: Place,
  size: { rows: number; columns: number; page: number },
): Place | undefined {
  const clamp = (row: number, column: number): Place => ({
    row: Math.min(Math.max(row, -1), size.rows - 1),
    column: Math.min(Math.max(column, -1), size.columns - 1),
  });
  const whole = event.ctrlKey || event.metaKey;
  const moves: Readonly<Record<string, () => Place>> = {
    ArrowDown: () => clamp(whole ? size.rows : at.row + 1, at.column),
    ArrowUp: () => clamp(whole ? 0 : at.row - 1, at.column),
    ArrowRight: () => clamp(at.row, whole ? size.columns : at.column + 1),
    ArrowLeft: () => clamp(at.row, whole ? 0 : at.column - 1),
    PageDown: () => clamp(at.row + size.page, at.column),
    PageUp: () => clamp(Math.max(0, at.row - size.page), at.column),
    Home: () => clamp(whole ? 0 : at.row, 0),
    End: () => clamp(whole ? size.rows : at.row, size.columns),
  };
  return moves[event.key]?.();
}
