/** Hardware address → who made it, by its first digits: the register of IEEE, packed by the build into dist/oui.br. */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

export interface Vendors {
  /** Empty where it is not known, or where the device made up its address (phones and tablets do). */
  readonly of: (mac: string) => Promise<string>;
}

/** Digits that name a maker: the longer ones are parts of a shorter one that were sold on. */
const lengths = [9, 7, 6] as const;

/** Reads the file when it is first needed; where it is missing nobody is known. */
export function openVendors(file: string): Vendors {
  let loading: Promise<ReadonlyMap<string, string>> | undefined;
  return {
    of: async mac => {
      const digits = mac.replaceAll(':', '').toUpperCase();
      if (digits.length !== 12 || isMadeUp(mac)) return '';
      const table = await (loading ??= load(file));
      return lengths.map(length => table.get(digits.slice(0, length))).find(name => name !== undefined) ?? '';
    },
  };
}

/** The second bit of the first pair: given by the device itself, not by its maker. */
export function isMadeUp(mac: string): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 2) !== 0;
}

async function load(file: string): Promise<ReadonlyMap<string, string>> {
  const packed = await readFile(file).catch(() => undefined);
  if (packed === undefined) return new Map();
  return readVendors((await promisify(brotliDecompress)(packed)).toString('utf8'));
}

/** A maker a line: its name, a tab, and its digits with blanks between them. */
export function readVendors(text: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [name = '', digits = ''] = line.split('\t');
    for (const one of digits.split(' ')) table.set(one, name);
  }
  return table;
}
