/** A piece of text: offsets in UTF-16 units, end exclusive. Which text they count in is said where a Span is handed over. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replace `[start, end)` by `text`. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** One way to mend a finding: a title that says what will happen, and the edits that do it. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** True where it keeps what was meant beyond doubt, so that it may be the preferred one. */
  readonly preferred?: boolean;
}

/** The text after the edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  }
  return result;
}
