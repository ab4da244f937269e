import type { TextEdit } from '../model/text-edit.ts';

/** A text with its slips mended for reading, and the way back from its offsets to those of the text as written. */
export interface Draft {
  readonly text: string;
  back(offset: number): number;
}

/** A mend that overlaps an earlier one is left out: the first slip at a place is the one that counts. */
export function draftOf(text: string, mends: readonly TextEdit[]): Draft {
  const edits = withoutOverlap(mends);
  if (edits.length === 0) return { text, back: offset => offset };
  const parts: string[] = [];
  /** For each edit: where its replacement starts in the mended text. */
  const starts: number[] = [];
  let from = 0;
  let length = 0;
  for (const edit of edits) {
    parts.push(text.slice(from, edit.start), edit.text);
    length += edit.start - from;
    starts.push(length);
    length += edit.text.length;
    from = edit.end;
  }
  parts.push(text.slice(from));
  return { text: parts.join(''), back: offset => backThrough(edits, starts, offset) };
}

function backThrough(edits: readonly TextEdit[], starts: readonly number[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  if (!edit) return offset;
  const inside = offset - (starts[low - 1] ?? 0);
  if (inside >= edit.text.length) return edit.end + inside - edit.text.length;
  return Math.min(edit.start + inside, edit.end);
}

function withoutOverlap(mends: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  const order = mends.map((edit, index) => ({ edit, index }));
  order.sort((a, b) => a.edit.start - b.edit.start || a.index - b.index);
  let end = 0;
  for (const { edit } of order) {
    if (edit.start < end) continue;
    kept.push(edit);
    end = edit.end;
  }
  return kept;
}
