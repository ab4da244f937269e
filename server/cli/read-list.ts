import { readFileSync, statSync } from 'node:fs';
import { whyNot } from '../host/record-files.ts';
import type { ListTarget } from '../exchange/list-target.ts';
import { readTable } from '../exchange/read-table.ts';
import { mostBytes, type Table } from '../exchange/table.ts';
import { CannotRun } from './run.ts';

/** The table in the file, or CannotRun with the sentence that says why there is none. */
export async function readList(
  file: string | undefined,
  sheet: string | undefined,
  usage: string,
  list?: Pick<ListTarget<string>, 'isHeading'>,
): Promise<Table> {
  if (file === undefined) throw new CannotRun(usage);
  const answer = await readTable(bytesOf(file), { sheet, ...(list ? { list } : {}) });
  if (!answer.ok) throw new CannotRun(`${file}: ${answer.sentence}`);
  return answer.table;
}

function bytesOf(file: string): Uint8Array {
  try {
    // A larger one is refused by its size: reading it would only take memory.
    return statSync(file).size > mostBytes ? new Uint8Array(mostBytes + 1) : readFileSync(file);
  } catch (error) {
    throw new CannotRun(`${file} cannot be read: ${whyNot(error)}.`);
  }
}

/** `--map "Asset No=tag,Room=-"` → heading → field; `-` = left out. */
export function readMap<F extends string>(
  texts: readonly string[],
  headings: readonly string[],
  fields: Readonly<Record<F, string>>,
): ReadonlyMap<string, F | undefined> {
  const map = new Map<string, F | undefined>();
  for (const text of texts.flatMap(one => one.split(','))) {
    const at = text.lastIndexOf('=');
    const heading = headingOf(text.slice(0, Math.max(0, at)), headings);
    map.set(heading, fieldOf(text.slice(at + 1).trim(), fields));
  }
  return map;
}

function headingOf(name: string, headings: readonly string[]): string {
  const heading = headings.find(one => one.trim().toLowerCase() === name.trim().toLowerCase());
  if (heading === undefined)
    throw new CannotRun(`--map: there is no column “${name.trim()}”. The columns are: ${headings.join(', ')}.`);
  return heading;
}

function fieldOf<F extends string>(name: string, fields: Readonly<Record<F, string>>): F | undefined {
  if (name === '-') return undefined;
  const entries = Object.entries<string>(fields) as [F, string][];
  const found = entries.find(([field, label]) => [field, label.toLowerCase()].includes(name.toLowerCase()));
  if (!found)
    throw new CannotRun(
      `--map: there is no field “${name}”. The fields are: ${Object.keys(fields).join(', ')}, and - for none.`,
    );
  return found[0];
}
