import type { RawRow } from './table.ts';
import { unpackParts } from './unpack.ts';

export type WorkbookAnswer =
  | { readonly ok: true; readonly sheets: readonly { readonly name: string; readonly rows: readonly RawRow[] }[] }
  | { readonly ok: false; readonly sentence: string };

const broken = 'This workbook is damaged, or it is no workbook. Open it in your spreadsheet program and save it anew.';

/** Reads all sheets of an .xlsx file. The bytes may come from anywhere: what they unpack to is bounded first. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookAnswer> {
  const unpacked = await unpackParts(bytes);
  if (!unpacked.ok) return unpacked;
  try {
    // Loaded when it is first needed: the language server starts without it.
    const { default: readSheets } = await import('read-excel-file/universal');
    const sheets = await readSheets(new Blob([unpacked.archive]), { trim: true });
    return {
      ok: true,
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(asText)) })),
    };
  } catch {
    return { ok: false, sentence: broken };
  }
}

function asText(value: unknown): string {
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value.trim() : '';
}

const day = 24 * 60 * 60 * 1000;

/** A day, with its time of day if it has one; the time alone where the cell holds nothing else (day 0 of the spreadsheet's calendar). */
function dateText(value: Date): string {
  const milliseconds = value.getTime();
  if (Number.isNaN(milliseconds)) return '';
  // A spreadsheet counts in fractions of days: half a second is what that may be off.
  const at = new Date(milliseconds + 500);
  const isTimeOnly = milliseconds < Date.UTC(1900, 0, 1) && milliseconds > Date.UTC(1899, 11, 29);
  const time = at.toISOString().slice(11, 16);
  if (isTimeOnly && milliseconds % day !== 0) return time;
  const date = at.toISOString().slice(0, 10);
  return time === '00:00' ? date : `${date} ${time}`;
}

/** As a person would type it: no `1e+21`, no digits that only the computer's own reckoning adds. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? value.toLocaleString('en-GB', { useGrouping: false, maximumFractionDigits: 15 }) : text;
}
