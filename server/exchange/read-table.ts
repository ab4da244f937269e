import { assetList } from './asset-list.ts';
import { findTable } from './find-table.ts';
import type { ListTarget } from './list-target.ts';
import { decodeText, readSeparated } from './read-separated.ts';
import { readWorkbook } from './read-workbook.ts';
import { mostBytes, mostRows, noTable, type RawRow, type TableAnswer } from './table.ts';

export interface ReadTableOptions {
  /** Of a workbook: the sheet to take; absent = the first one that holds a table. */
  readonly sheet?: string | undefined;
  /** What the list becomes: its headings are told by that. */
  readonly list?: AnyList;
}

type AnyList = Pick<ListTarget<string>, 'isHeading'>;

/** Reads the table in the bytes of a .csv or .xlsx file. Never throws: what cannot be read is said in a sentence. */
export async function readTable(
  bytes: Uint8Array,
  { sheet, list = assetList }: ReadTableOptions = {},
): Promise<TableAnswer> {
  const refused = whyNot(bytes);
  if (refused !== undefined) return noTable(refused);
  if (startsWith(bytes, [0x50, 0x4b])) {
    const workbook = await readWorkbook(bytes);
    return workbook.ok ? chooseSheet(workbook.sheets, sheet, list) : noTable(workbook.sentence);
  }
  const text = decodeText(bytes);
  if (text === undefined) return noTable('This file is not a spreadsheet. Save the list as .xlsx or .csv first.');
  return readTableText(text, list);
}

/** Reads the table in a pasted text, or in that of a .csv file. */
export function readTableText(text: string, list: AnyList = assetList): TableAnswer {
  if (text.trim() === '') return noTable('There is nothing in it: no row has any text.');
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(text))
    return noTable('This is a web page, not a spreadsheet. Open it in your spreadsheet program and save it as .xlsx.');
  return tableOf(readSeparated(text), list, '', []);
}

const ole = [0xd0, 0xcf, 0x11, 0xe0];

/** Files that can be told by their first bytes. */
function whyNot(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'This file is empty.';
  if (bytes.length > mostBytes)
    return 'This file is larger than 20 MB, so it cannot be a list of a school. Save the one sheet as .csv and take that.';
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    return 'This is a PDF. Copy the list into a spreadsheet, and save it as .xlsx or .csv.';
  if (!startsWith(bytes, ole)) return undefined;
  return holdsWide(bytes, 'EncryptedPackage')
    ? 'This workbook has a password. Save a copy without one, and take that.'
    : 'This is the old Excel form (.xls). Open it in your spreadsheet program and save it as .xlsx.';
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** Whether the word stands in the bytes as Windows writes it, two bytes a letter. */
function holdsWide(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(word, 'utf16le'));
}

interface Sheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
}

function chooseSheet(sheets: readonly Sheet[], wanted: string | undefined, list: AnyList): TableAnswer {
  const names = sheets.map(sheet => sheet.name);
  if (wanted !== undefined) {
    const sheet = sheets.find(one => one.name.trim().toLowerCase() === wanted.trim().toLowerCase());
    return sheet
      ? tableOf(sheet.rows, list, sheet.name, names)
      : noTable(`There is no sheet called “${wanted}”. There is: ${names.join(', ')}.`);
  }
  const answers = sheets.map(sheet => tableOf(sheet.rows, list, sheet.name, names));
  const first = answers.find(answer => answer.ok && answer.table.headings.length > 1) ?? answers.find(one => one.ok);
  return first ?? answers.find(answer => !answer.ok) ?? noTable('There is no sheet in this workbook.');
}

function tableOf(raw: readonly RawRow[], list: AnyList, sheet: string, sheets: readonly string[]): TableAnswer {
  const { headings, rows } = findTable(raw, list.isHeading);
  if (rows.length === 0)
    return noTable(
      headings.length === 0
        ? 'There is nothing in it: no row has any text.'
        : 'There are headings, but no row below them.',
    );
  if (rows.length > mostRows)
    return noTable(
      `There are ${rows.length.toLocaleString('en-GB')} rows in it, more than the ${mostRows.toLocaleString('en-GB')} that one list may have. Divide it, by building or by year.`,
    );
  return { ok: true, table: { headings, rows, sheet, sheets } };
}
