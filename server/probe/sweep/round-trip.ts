/** How long to wait for an answer: a few times what answers take here, within bounds. */
export interface RoundTrip {
  /** An answer took so many milliseconds. */
  readonly note: (milliseconds: number) => void;
  /** Milliseconds to wait now. */
  readonly patience: () => number;
}

/** A device that sleeps to save power needs a moment (network.md 4): less than this loses wireless ones. */
export const leastPatience = 300;
/** The second pass waits so long whatever was seen: whoever is slower is as good as not there. */
export const mostPatience = 1_000;

/** Follows the round trips as TCP does (RFC 6298): a smoothed mean and four times its spread. */
export function followRoundTrips(): RoundTrip {
  let mean: number | undefined;
  let spread = 0;
  return {
    note: milliseconds => {
      if (mean === undefined) [mean, spread] = [milliseconds, milliseconds / 2];
      else {
        spread += (Math.abs(milliseconds - mean) - spread) / 4;
        mean += (milliseconds - mean) / 8;
      }
    },
    patience: () => Math.min(mostPatience, Math.max(leastPatience, Math.ceil((mean ?? 0) + 4 * spread))),
  };
}
