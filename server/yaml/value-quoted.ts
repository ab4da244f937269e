import { foundWithFirstFix } from './found.ts';
import type { Found } from './found.ts';
import { easyQuotes } from './quote.ts';
import { closingQuote, isBlank, trimmedEnd } from './row.ts';
import { slip } from './slip.ts';
import { hasLinesBelow, simpleKey } from './value-plain.ts';
import { endOfRow, rowHolding } from './value-place.ts';
import type { ValuePlace, ValueRead } from './value.ts';

const goodEscape = /\\(?:[0abt\tnvfre "/\\N_LP\r\n]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U00(?:0[\da-fA-F]|10)[\da-fA-F]{4})/y;

export function readQuoted(place: ValuePlace): ValueRead {
  const { text, index, rest } = place;
  const here = closingQuote(text, rest.start, endOfRow(place, index));
  if (here >= 0) return closedAt(place, here, index);
  const last = lastRowOf(place);
  const close = closingQuote(text, rest.start, endOfRow(place, last));
  if (close < 0 || last === index) return loneQuote(place) ?? { until: index, filled: true, found: unclosed(place) };
  return closedAt(place, close, rowHolding(place, close, last));
}

function closedAt(place: ValuePlace, close: number, until: number): ValueRead {
  const { text, rest } = place;
  const lineEnd = endOfRow(place, until);
  const after = text.slice(close + 1, lineEnd).trim();
  if (after !== '' && !(after.startsWith('#') && isBlank(text[close + 1]))) {
    return { until, filled: true, found: endedEarly(place, trimmedEnd(text, close, lineEnd)) };
  }
  const hash = after === '' ? {} : { hash: text.indexOf('#', close) };
  const bad = text[rest.start] === '"' && badEscapeAt(text.slice(rest.start + 1, close)) >= 0;
  return { until, filled: true, ...hash, ...(bad ? { found: escape(place, close) } : {}) };
}

/** Where a backslash stands with a sign that means nothing after it, or -1. Read in pairs: `\\S` is a backslash and an S. */
function badEscapeAt(inner: string): number {
  for (let at = inner.indexOf('\\'); at >= 0; at = inner.indexOf('\\', at)) {
    goodEscape.lastIndex = at;
    const match = goodEscape.exec(inner);
    if (!match) return at;
    at += match[0].length;
  }
  return -1;
}

/** The rows a quoted text may run on over: all deeper ones up to a line that is plainly a field. */
function lastRowOf(place: ValuePlace): number {
  const { rows, index, column, text } = place;
  let last = index;
  for (let at = index + 1; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row || (row.kind !== 'blank' && row.indent <= column)) break;
    if (row.key && simpleKey.test(text.slice(row.key.start, row.key.end))) break;
    if (row.kind !== 'blank') last = at;
  }
  return last;
}

/** A quote with nothing behind it: nobody meant a text by it, so lines below may still belong to the field. */
function loneQuote(place: ValuePlace): ValueRead | undefined {
  const { rest, index } = place;
  if (rest.end > rest.start + 1 || !hasLinesBelow(place)) return undefined;
  const found = slip('unclosed_quote', rest, [{ title: 'Remove it', edits: [{ ...rest, text: '' }] }]);
  return { until: index, filled: false, found: foundWithFirstFix(found) };
}

function unclosed(place: ValuePlace): Found {
  const { text, rest } = place;
  const quote = text[rest.start] ?? '"';
  const fix = { title: 'Close the quote', edits: [{ start: rest.end, end: rest.end, text: quote }], preferred: true };
  const trailing = /\\+$/.exec(text.slice(rest.start, rest.end))?.[0].length ?? 0;
  const inner = text.slice(rest.start + 1, rest.end);
  // A backslash at the end, or one that means nothing, would swallow the quote that closes.
  const risky = quote === '"' && (trailing % 2 === 1 || badEscapeAt(inner) >= 0);
  const fixes = risky
    ? [{ title: 'Put the text in quotes', edits: [{ ...rest, text: easyQuotes(inner) }], preferred: true }]
    : [fix];
  return foundWithFirstFix(slip('unclosed_quote', { start: rest.start, end: rest.start + 1 }, fixes));
}

/** Something follows the closing quote: the whole was meant, the outer quotes being quotes only if they are a pair. */
function endedEarly(place: ValuePlace, end: number): Found {
  const { text, rest } = place;
  const raw = withoutComment(text.slice(rest.start, end));
  const quote = raw[0] ?? '"';
  const pair = raw.length > 1 && raw.endsWith(quote);
  const inner = pair ? raw.slice(1, -1) : raw;
  const edit = {
    start: rest.start,
    end: rest.start + raw.length,
    text: easyQuotes(inner.replaceAll(/\s*[\r\n]+\s*/g, ' ')),
  };
  const fixes = [{ title: 'Put other quotes round the whole text', edits: [edit], preferred: true }];
  const reason = quote === "'" && pair ? 'apostrophe' : 'stray_quote';
  return foundWithFirstFix(slip(reason, { start: rest.start, end: rest.start + raw.length }, fixes));
}

function withoutComment(raw: string): string {
  return raw.replace(/(["'])\s+#\s.*$/, '$1');
}

function escape(place: ValuePlace, close: number): Found {
  const { text, rest } = place;
  const inner = text.slice(rest.start + 1, close);
  const single = {
    title: 'Use single quotes',
    edits: [{ start: rest.start, end: close + 1, text: `'${inner.replaceAll("'", "''")}'` }],
    preferred: true,
  };
  const at = rest.start + 1 + Math.max(0, badEscapeAt(inner));
  return foundWithFirstFix(slip('bad_escape', { start: at, end: at + 2 }, [single]));
}
