/** What a heading says of its column. */
export interface Headings<F extends string> {
  /** The fields that a column with this heading may be. */
  readonly meant: (heading: string) => readonly Meant<F>[];
  /** Why a column with this heading is not taken, whatever stands in it. */
  readonly whyNeverTaken: (heading: string) => string | undefined;
}

/** Headings whose column is never taken, with the reason that is shown. */
export interface NeverTaken {
  readonly heading: RegExp;
  readonly because: string;
}

/** A heading without case, signs, units and line breaks: `Price (£)` → `price`, `S/N` → `s n`, `Asset No.` → `asset no`. */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/\(.*?\)|\[.*?\]/g, ' ')
    .replaceAll(/[#№]/g, ' no ')
    .replaceAll(/&/g, ' and ')
    .replaceAll(/\+/g, ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

export interface Meant<F extends string> {
  readonly field: F;
  /** 1 = the likeliest meaning of this heading; the later it is listed for the field, the smaller. */
  readonly weight: number;
}

/** Tells headings by the words that each field goes by, the likeliest first. */
export function createHeadings<F extends string>(
  words: Readonly<Record<F, readonly string[]>>,
  neverTaken: readonly NeverTaken[],
): Headings<F> {
  const byHeading = tableOfHeadings(words);
  const whyNeverTaken = (heading: string) => {
    const plain = plainHeading(heading);
    return byHeading.has(plain) ? undefined : neverTaken.find(one => one.heading.test(plain))?.because;
  };
  return {
    whyNeverTaken,
    meant: heading => (whyNeverTaken(heading) === undefined ? meantBy(plainHeading(heading), byHeading) : []),
  };
}

type Table<F extends string> = ReadonlyMap<string, readonly Meant<F>[]>;

function tableOfHeadings<F extends string>(words: Readonly<Record<F, readonly string[]>>): Table<F> {
  const table = new Map<string, Meant<F>[]>();
  for (const [field, listed] of Object.entries(words) as [F, readonly string[]][])
    for (const [at, word] of listed.entries()) {
      const plain = plainHeading(word);
      const known = table.get(plain) ?? [];
      if (known.some(one => one.field === field)) continue;
      table.set(plain, [...known, { field, weight: 1 - (0.4 * at) / listed.length }]);
    }
  return table;
}

function meantBy<F extends string>(plain: string, byHeading: Table<F>): readonly Meant<F>[] {
  const exact = byHeading.get(plain);
  if (exact) return exact;
  // "Asset tag number", "Date of purchase 2019": without the words that say nothing.
  const bare = plain
    .replaceAll(/\b(?:the|a|of|current|please|school|ict|it|enter|if known|any|new|0?\d+)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return (byHeading.get(bare) ?? byHeading.get(plain.replace(/s$/, '')) ?? []).map(one => ({
    ...one,
    weight: one.weight * 0.8,
  }));
}
