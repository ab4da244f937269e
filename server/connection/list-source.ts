import { readFileSync, statSync } from 'node:fs';
import { assetList } from '../exchange/asset-list.ts';
import type { ListTarget } from '../exchange/list-target.ts';
import { readTable, readTableText } from '../exchange/read-table.ts';
import { mostBytes, noTable, type TableAnswer } from '../exchange/table.ts';
import { whyNot } from '../host/record-files.ts';
import type { ListSource } from '../protocol/importing.ts';
import { nameOfUri, pathOf } from './names.ts';

/** Reads lists, and remembers the last one: a mapping is changed many times, the list is not. */
export function createListReader(): (source: ListSource, list?: Headed) => Promise<TableAnswer> {
  let last: Read | undefined;
  return async (source, list = assetList) => {
    const found = await read(source, list, last);
    last = found;
    return found.answer;
  };
}

/** What tells the headings of a list. */
type Headed = Pick<ListTarget<string>, 'isHeading'>;

interface Read {
  readonly key: string;
  readonly list?: Headed;
  readonly answer: TableAnswer;
}

async function read(source: ListSource, list: Headed, last: Read | undefined): Promise<Read> {
  const { file, text, sheet } = source;
  if (text !== undefined) return { key: '', answer: readTableText(text, list) };
  const path = file === undefined ? undefined : pathOf(nameOfUri(file));
  if (path === undefined) return { key: '', answer: noTable('This file is not on this computer. Save it here first.') };
  try {
    const { size, mtimeMs } = statSync(path);
    const key = JSON.stringify([path, size, mtimeMs, sheet]);
    if (last?.key === key && last.list === list) return last;
    const bytes = size > mostBytes ? new Uint8Array(mostBytes + 1) : readFileSync(path);
    return { key, list, answer: await readTable(bytes, { sheet, list }) };
  } catch (error) {
    return { key: '', answer: noTable(`The file cannot be read: ${whyNot(error)}.`) };
  }
}
