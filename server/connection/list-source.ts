import { readFileSync, statSync } from 'node:fs';
import { readTable, readTableText } from '../exchange/read-table.ts';
import { mostBytes, noTable, type TableAnswer } from '../exchange/table.ts';
import { whyNot } from '../host/record-files.ts';
import type { ListSource } from '../protocol/importing.ts';
import { nameOfUri, pathOf } from './names.ts';

/** Reads lists, and remembers the last one: a mapping is changed many times, the list is not. */
export function createListReader(): (source: ListSource) => Promise<TableAnswer> {
  let last: { readonly key: string; readonly answer: TableAnswer } | undefined;
  return async source => {
    const found = await read(source, last);
    last = found;
    return found.answer;
  };
}

interface Read {
  readonly key: string;
  readonly answer: TableAnswer;
}

async function read(source: ListSource, last: Read | undefined): Promise<Read> {
  const { file, text, sheet } = source;
  if (text !== undefined) return { key: '', answer: readTableText(text) };
  const path = file === undefined ? undefined : pathOf(nameOfUri(file));
  if (path === undefined) return { key: '', answer: noTable('This file is not on this computer. Save it here first.') };
  try {
    const { size, mtimeMs } = statSync(path);
    const key = JSON.stringify([path, size, mtimeMs, sheet]);
    if (last?.key === key) return last;
    const bytes = size > mostBytes ? new Uint8Array(mostBytes + 1) : readFileSync(path);
    return { key, answer: await readTable(bytes, { sheet }) };
  } catch (error) {
    return { key: '', answer: noTable(`The file cannot be read: ${whyNot(error)}.`) };
  }
}
