import { parse } from 'csv-parse/sync';
import type { RawRow } from './table.ts';

/**
 * The text of a file, whichever way a spreadsheet program wrote it: Unicode with or without its mark, else Windows' own letters.
 * Undefined where the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 65_536).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Rows and cells of a text with commas, semicolons or tabs between its cells. Blank rows stay, so that rows can be counted. */
export function readSeparated(text: string): RawRow[] {
  // Without its mark, with one sort of line end: old Macs wrote a lone carriage return.
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const named = /^sep=(.)\n/i.exec(plain);
  const body = named ? plain.slice(named[0].length) : plain;
  const delimiter = named?.[1] ?? guessSeparator(body);
  return (parseBody(body, delimiter) ?? withoutQuotes(body, delimiter)).map(cells => cells.map(cell => cell.trim()));
}

function parseBody(body: string, delimiter: string): RawRow[] | undefined {
  try {
    return parse(body, {
      delimiter,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
    });
  } catch {
    return undefined; // a quote that is never closed
  }
}

/** Line by line, where the quotes do not pair: 75" is a size there, and no quote. */
function withoutQuotes(body: string, delimiter: string): RawRow[] {
  return body
    .replace(/\n$/, '')
    .split('\n')
    .map(line => parseBody(line, delimiter)?.[0] ?? line.split(delimiter));
}

const separators = ['\t', ';', ','] as const;

/** The one that stands equally often in the most lines. */
function guessSeparator(body: string): string {
  const lines = body
    .slice(0, 200_000)
    .split('\n')
    .filter(line => line.trim() !== '')
    .slice(0, 50)
    .map(line => line.replaceAll(/"[^"]*"/g, ''));
  let best: string = ',';
  let most = 0;
  for (const separator of separators) {
    const counts = lines.map(line => line.split(separator).length - 1).filter(count => count > 0);
    const usual =
      counts.length === 0 ? 0 : Math.max(...counts.map(one => counts.filter(other => other === one).length));
    if (usual <= most) continue;
    best = separator;
    most = usual;
  }
  return best;
}
