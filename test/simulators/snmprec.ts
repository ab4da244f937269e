/** Reads `.snmprec` walks: one `oid|type|value` a line. Sorts, drops duplicates and skips lines that are none. */
import fs from 'node:fs';
import path from 'node:path';
import { integer, oid, octets, tlv } from './ber.ts';

export interface Walk {
  /** The encoded value, or undefined. */
  readonly get: (oid: string) => Buffer | undefined;
  /** The first object behind `oid` in the order of the tree. */
  readonly next: (oid: string) => { readonly oid: string; readonly value: Buffer } | undefined;
  readonly size: number;
}

interface Entry {
  readonly oid: string;
  readonly parts: readonly number[];
  readonly value: Buffer;
}

export function parseWalk(text: string): Walk {
  const found = new Map<string, Entry>();
  for (const line of text.split(/\r?\n/)) {
    const [name = '', type = '', ...rest] = line.split('|');
    const value = /^\d+(\.\d+)+$/.test(name) ? encodeValue(type, rest.join('|')) : undefined;
    if (value !== undefined && !found.has(name))
      found.set(name, { oid: name, parts: name.split('.').map(Number), value });
  }
  const entries = [...found.values()].sort((a, b) => compareOids(a.parts, b.parts));
  return {
    size: entries.length,
    get: name => found.get(name)?.value,
    next: name => {
      const parts = name.split('.').map(Number);
      let low = 0;
      let high = entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (compareOids(entries[middle]?.parts ?? [], parts) <= 0) low = middle + 1;
        else high = middle;
      }
      return entries[low];
    },
  };
}

/** A walk of this folder, with `{name}`-style words replaced: several devices share one model's walk. */
export function readWalk(name: string, words: Readonly<Record<string, string>> = {}): Walk {
  let text = fs.readFileSync(path.join(walksFolder(), `${name}.snmprec`), 'utf8');
  for (const [word, value] of Object.entries(words)) text = text.replaceAll(`{${word}}`, value);
  return parseWalk(text);
}

/** Beside this file when it runs as it is; from the project's root when it was bundled. */
function walksFolder(): string {
  const beside = path.join(import.meta.dirname, 'walks');
  return fs.existsSync(beside) ? beside : path.resolve('test/simulators/walks');
}

function encodeValue(type: string, text: string): Buffer | undefined {
  const hex = type.endsWith('x');
  const raw = hex ? Buffer.from(text, 'hex') : Buffer.from(type.endsWith('e') ? unescape(text) : text);
  switch (type.replace(/[xe]$/, '')) {
    case '2':
      return /^-?\d+$/.test(text) ? integer(BigInt(text)) : undefined;
    case '4':
      return octets(raw);
    case '5':
      return tlv(0x05);
    case '6':
      return /^\.?\d+(\.\d+)+$/.test(text) ? oid(text.replace(/^\./, '')) : undefined;
    case '64':
      return tlv(0x40, hex ? raw : Buffer.from(text.split('.').map(Number)));
    case '65':
    case '66':
    case '67':
    case '70':
      return /^\d+$/.test(text) ? integer(BigInt(text), Number.parseInt(type, 10)) : undefined;
    case '68':
      return tlv(0x44, raw);
    default:
      return undefined;
  }
}

function unescape(text: string): string {
  return text.replace(/\\x([0-9a-f]{2})|\\n|\\r|\\\\/gi, (all: string, code: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return { '\\n': '\n', '\\r': '\r' }[all] ?? '\\';
  });
}

function compareOids(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
