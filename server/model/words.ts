/** Small things of language that every message needs: nearness of words, counts, lists. */

/** Damerau–Levenshtein (adjacent swap = 1), cut off above `limit`. */
function distance(a: string, b: string, limit = 3): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(leastCost(a, b, [i, j], rows, row));
    if (Math.min(...row) > limit) return limit + 1;
    rows.push(row);
  }
  return at(rows, a.length, b.length);
}

/** What it costs to come to this place of the table: a letter more, one less, another, or two swapped. */
function leastCost(
  a: string,
  b: string,
  [i, j]: readonly [number, number],
  rows: readonly number[][],
  row: readonly number[],
): number {
  const other = a[i - 1] === b[j - 1] ? 0 : 1;
  const cost = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(rows, i - 1, j - 1) + other);
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(cost, at(rows, i - 2, j - 2) + 1) : cost;
}

function at(rows: readonly number[][], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

/**
 * The nearest of the words, if it is near enough to be meant (a third of its letters, two at most) and the only one as near.
 * Case does not count.
 */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  const wanted = word.toLowerCase();
  for (const candidate of words) {
    const allowed = Math.min(2, Math.ceil(Math.max(wanted.length, candidate.length) / 3));
    const d = distance(wanted, candidate.toLowerCase(), allowed);
    if (d > allowed || d > least) continue;
    best = d === least && candidate !== best ? undefined : candidate;
    least = d;
  }
  return best;
}

/** "one device", "3 devices". */
export function count(n: number, one: string, many = `${one}s`): string {
  return n === 1 ? `1 ${one}` : `${n.toLocaleString('en-GB')} ${many}`;
}

/** Small numbers as words: "three". */
export function inWords(n: number): string {
  return (
    ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][n] ??
    n.toLocaleString('en-GB')
  );
}

/** "a, b and c". */
export function listed(words: readonly string[], and = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${and} ${words[words.length - 1] ?? ''}`;
}

/** The comparable form of a word: case, spaces, hyphens and underscores do not count. */
export function plainForm(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}

/** "a switch", "an asset". */
export function withArticle(word: string): string {
  return `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;
}

/** The word with a small first letter, unless it is an abbreviation: "ICT owner", "MAC address" stay. */
export function inSentence(label: string): string {
  return /^[A-Z][A-Z]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** Upper first letter. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
