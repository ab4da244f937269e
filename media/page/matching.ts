/** One thing that may be chosen: shown by its title, written by its text. */
export interface Option {
  readonly text: string;
  readonly title: string;
  /** Said after the title, in a paler colour. */
  readonly detail?: string;
}

/** Every word is found in the title, the text or the detail; what begins with the first word comes first. */
export function matching(options: readonly Option[], words: string): readonly Option[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const hay = ({ title, text, detail = '' }: Option): string => `${title} ${text} ${detail}`.toLowerCase();
  const found = options.filter(option => parts.every(part => hay(option).includes(part)));
  const first = parts[0] ?? '';
  const begins = (option: Option): number => (hay(option).startsWith(first) ? 0 : 1);
  return found.toSorted((a, b) => begins(a) - begins(b));
}
