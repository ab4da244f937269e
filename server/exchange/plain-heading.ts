import type { ImportField } from './columns.ts';
import { headingWords, neverTaken } from './headings.data.ts';

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

interface Meant {
  readonly field: ImportField;
  /** 1 = the likeliest meaning of this heading; the later it is listed for the field, the smaller. */
  readonly weight: number;
}

const byHeading: ReadonlyMap<string, readonly Meant[]> = tableOfHeadings();

function tableOfHeadings(): Map<string, Meant[]> {
  const table = new Map<string, Meant[]>();
  for (const [field, words] of Object.entries(headingWords) as [ImportField, readonly string[]][])
    for (const [at, word] of words.entries()) {
      const plain = plainHeading(word);
      const known = table.get(plain) ?? [];
      if (known.some(one => one.field === field)) continue;
      table.set(plain, [...known, { field, weight: 1 - (0.4 * at) / words.length }]);
    }
  return table;
}

/** The fields that a column with this heading may be. */
export function fieldsByHeading(heading: string): readonly Meant[] {
  if (whyNeverTaken(heading) !== undefined) return [];
  const plain = plainHeading(heading);
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

/** Why a column with this heading is not taken, whatever stands in it. */
export function whyNeverTaken(heading: string): string | undefined {
  const plain = plainHeading(heading);
  if (byHeading.has(plain)) return undefined;
  return neverTaken.find(one => one.heading.test(plain))?.because;
}
