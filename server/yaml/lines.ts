/** A place as the language server protocol counts it: both from 0, characters in UTF-16 units. */
export interface LinePlace {
  readonly line: number;
  readonly character: number;
}

/** Where each line of a text starts; built once, asked by binary search. */
export interface LineIndex {
  readonly starts: readonly number[];
  readonly length: number;
}

/** A line ends at LF, at CR LF, or at a CR that stands alone, as the protocol says. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return { starts, length: text.length };
}

export function placeAt(index: LineIndex, offset: number): LinePlace {
  const wanted = Math.max(0, Math.min(offset, index.length));
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((index.starts[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: wanted - (index.starts[low] ?? 0) };
}

/** The offset of a place; a place beyond the end of its line counts as the line's end. */
export function offsetAt(index: LineIndex, place: LinePlace): number {
  if (place.line < 0) return 0;
  const start = index.starts[place.line];
  if (start === undefined) return index.length;
  const next = index.starts[place.line + 1] ?? index.length + 1;
  return Math.max(start, Math.min(start + place.character, next - 1, index.length));
}

/** The line ending a text uses most; LF when it has none. */
export function lineEnding(text: string): '\n' | '\r\n' {
  let crlf = 0;
  let lf = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) === 13) crlf += 1;
    else lf += 1;
  }
  return crlf > lf ? '\r\n' : '\n';
}
