/** Packs IEEE's register of hardware addresses (the package oui-data) into dist/oui.br: who made which device. */
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { isFresh, writeNote } from './freshness.ts';
import { inRoot } from './root.ts';
import { knownVendors } from './vendors.data.ts';

export const vendorTable = { name: 'oui', outfile: 'dist/oui.br' } as const;

const source = 'node_modules/oui-data/index.json';
const inputs = [source, 'scripts/vendors.ts', 'scripts/vendors.data.ts'];

export function isVendorTableFresh(): boolean {
  return isFresh(vendorTable.name, vendorTable.outfile, ['package']);
}

/** A maker a line: its name, a tab, and the first digits of its addresses. server/probe/sweep/vendors.ts reads it. */
export function packVendors(register: Readonly<Record<string, string>>): string {
  const byName = new Map<string, string[]>();
  for (const [digits, entry] of Object.entries(register)) {
    const name = nameOf(entry.split('\n')[0] ?? '');
    if (name !== '') byName.set(name, [...(byName.get(name) ?? []), digits]);
  }
  return [...byName].map(([name, digits]) => `${name}\t${digits.join(' ')}`).join('\n');
}

/** "BROTHER INDUSTRIES, LTD." → Brother; empty for entries that name nobody. */
function nameOf(entry: string): string {
  const known = knownVendors.find(([pattern]) => pattern.test(entry));
  if (known) return known[1];
  const plain = entry
    .replace(
      /[\s,.]+(inc|incorporated|ltd|limited|llc|gmbh|corp|corporation|co|company|pte|pvt|pty|plc|ag|bv|srl|spa|sa|ab|as|oy|kg)\b.*$/i,
      '',
    )
    .trim();
  if (/^(private|ieee registration authority)$/i.test(plain)) return '';
  const shouted = plain === plain.toUpperCase() && plain.length > 5;
  return shouted ? plain.replace(/\p{L}+/gu, word => word.charAt(0) + word.slice(1).toLowerCase()) : plain;
}

export function buildVendorTable(): void {
  const text = packVendors(JSON.parse(fs.readFileSync(inRoot(source), 'utf8')) as Record<string, string>);
  const packed = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
  const outfile = inRoot(vendorTable.outfile);
  fs.mkdirSync(path.dirname(outfile), { recursive: true });
  fs.writeFileSync(outfile, packed);
  const bytes = Object.fromEntries(inputs.map(file => [file, { bytes: fs.statSync(inRoot(file)).size, imports: [] }]));
  writeNote(vendorTable.name, {
    mode: 'package',
    metafile: {
      inputs: bytes,
      outputs: {
        [vendorTable.outfile]: {
          bytes: packed.length,
          inputs: { [source]: { bytesInOutput: packed.length } },
          imports: [],
          exports: [],
        },
      },
    },
  });
}
