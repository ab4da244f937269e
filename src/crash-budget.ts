/** How often a server that dies is started again: five times in three minutes, then a person must look. */
const crashBudget = { times: 5, withinMilliseconds: 3 * 60 * 1000 };

export interface CrashVerdict {
  /** The crashes that still count, this one included. */
  readonly recent: readonly number[];
  readonly restart: boolean;
  /** The first one of its window is told by a message; the next ones only by the log. */
  readonly first: boolean;
}

export function judgeCrash(earlier: readonly number[], now: number): CrashVerdict {
  const recent = [...earlier.filter(at => now - at < crashBudget.withinMilliseconds), now];
  return { recent, restart: recent.length <= crashBudget.times, first: recent.length === 1 };
}
