/**
 * The parts of a workbook, unpacked within bounds and packed anew without compression: whoever reads that copy cannot be made to
 * unpack more than was counted here, whatever the file says of itself.
 */
export type UnpackAnswer =
  { readonly ok: true; readonly archive: ArrayBuffer } | { readonly ok: false; readonly sentence: string };

interface Part {
  readonly name: string;
  readonly method: number;
  readonly isLocked: boolean;
  /** Where its own bytes start and end in the file. */
  readonly start: number;
  readonly end: number;
}

const mostUnpacked = 48 * 1024 * 1024;
const mostParts = 2000;
/** Rows times columns of one sheet, the empty ones counted: the reader makes room for each. */
const mostCells = 2_000_000;

const sentences = {
  broken: 'This workbook is damaged, or it is no workbook. Open it in your spreadsheet program and save it anew.',
  other: 'This file is not a spreadsheet. Save the list as .xlsx or .csv first.',
  openDocument: 'This is an OpenDocument spreadsheet. Save it as .xlsx or .csv, and take that.',
  locked: 'This workbook has a password. Save a copy without one, and take that.',
  large:
    'This workbook unpacks to far more than a list of equipment holds, so it was left alone. Save the one sheet as .csv and take that.',
} as const;

function refuse(why: keyof typeof sentences): UnpackAnswer {
  return { ok: false, sentence: sentences[why] };
}

export async function unpackParts(bytes: Uint8Array): Promise<UnpackAnswer> {
  const parts = listParts(bytes);
  if (parts === undefined) return refuse('broken');
  if (parts.some(part => part.isLocked)) return refuse('locked');
  if (!parts.some(part => part.name === 'xl/workbook.xml'))
    return refuse(parts.some(part => part.name === 'content.xml') ? 'openDocument' : 'other');
  const wanted = parts.filter(part => /\.xml(\.rels)?$/.test(part.name));
  const unpacked: (readonly [name: string, content: Uint8Array])[] = [];
  let left = mostUnpacked;
  for (const part of wanted) {
    const content = await unpack(bytes.subarray(part.start, part.end), part.method, left);
    if (typeof content === 'string') return refuse(content);
    left -= content.length;
    if (isEndless(content)) return refuse('broken');
    if (isTooWide(part.name, content)) return refuse('large');
    unpacked.push([part.name, content]);
  }
  return { ok: true, archive: packStored(unpacked) };
}

/** The archive's own list of its parts, which stands at its end. */
function listParts(bytes: Uint8Array): Part[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostParts) return undefined;
  const parts: Part[] = [];
  for (let n = 0; n < count; n++) {
    const part = readEntry(view, bytes, at);
    if (part === undefined) return undefined;
    parts.push(part.part);
    at = part.next;
  }
  return parts;
}

/** The end mark is followed by a remark of at most 65,535 bytes. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 65_535; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): { part: Part; next: number } | undefined {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return undefined;
  const size = view.getUint32(at + 20, true);
  const nameLength = view.getUint16(at + 28, true);
  const local = view.getUint32(at + 42, true);
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== 0x04034b50) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const end = start + size;
  if (end > view.byteLength || at + 46 + nameLength > view.byteLength) return undefined;
  return {
    part: {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      start,
      end,
    },
    next: at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  };
}

async function unpack(packed: Uint8Array, method: number, most: number): Promise<Uint8Array | 'large' | 'broken'> {
  if (method === 0) return packed.length > most ? 'large' : packed;
  if (method !== 8) return 'broken';
  const stream = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of stream) {
      const bytes = piece as Uint8Array;
      size += bytes.length;
      if (size > most) return 'large'; // leaving the loop ends the stream
      pieces.push(bytes);
    }
  } catch {
    return 'broken';
  }
  return new Uint8Array(Buffer.concat(pieces));
}

const longestTag = 64 * 1024;
const longestText = 1024 * 1024;

/** The reader goes back to the beginning of what is not closed yet with every piece it takes: no program writes such a part. */
function isEndless(content: Uint8Array): boolean {
  let isTag = false;
  for (let at = 0; ; isTag = !isTag) {
    const next = content.indexOf(isTag ? 0x3e : 0x3c, at);
    if ((next < 0 ? content.length : next) - at > (isTag ? longestTag : longestText)) return true;
    if (next < 0) return false;
    at = next;
  }
}

/** Where rows and cells say that they stand: `r="12"`, `r="B12"`. */
const addresses = /<(?:\w+:)?(?:c|row)\b[^<>]*?\sr\s*=\s*["']([A-Za-z&#;]*)([^"']*)/g;

/** A single cell far out makes the reader hold all the empty ones before it. */
function isTooWide(name: string, content: Uint8Array): boolean {
  if (!name.startsWith('xl/worksheets/')) return false;
  let [lastRow, lastColumn] = [0, 0];
  for (const [, letters = '', digits = ''] of new TextDecoder().decode(content).matchAll(addresses)) {
    if (!/^\d*$/.test(digits) || /[&#;]/.test(letters)) return true; // no program writes an address so
    lastRow = Math.max(lastRow, Number(digits));
    lastColumn = Math.max(lastColumn, columnNumber(letters));
  }
  return lastRow * lastColumn > mostCells;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** An archive of the parts as they are. The reader goes by the list at the end and looks at no check sum. */
function packStored(parts: readonly (readonly [name: string, content: Uint8Array])[]): ArrayBuffer {
  const locals: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const label = new TextEncoder().encode(name);
    const sizes = [0, content.length, content.length];
    const local = header([0x04034b50], [20, 0, 0, 0, 0], sizes, [label.length, 0]);
    entries.push(header([0x02014b50], [20, 20, 0, 0, 0, 0], sizes, [label.length, 0, 0, 0, 0, 0, 0], [at]), label);
    locals.push(local, label, content);
    at += local.length + label.length + content.length;
  }
  const listed = entries.reduce((sum, entry) => sum + entry.length, 0);
  const end = header([0x06054b50], [0, 0, parts.length, parts.length], [listed, at], [0]);
  return new Uint8Array(Buffer.concat([...locals, ...entries, end])).buffer;
}

/** Numbers of four bytes and of two bytes in turn, as the form asks for. */
function header(...groups: readonly (readonly number[])[]): Uint8Array {
  const sizes = groups.map((_, at) => (at % 2 === 0 ? 4 : 2));
  const total = groups.reduce((sum, group, at) => sum + group.length * (sizes[at] ?? 0), 0);
  const view = new DataView(new ArrayBuffer(total));
  let offset = 0;
  for (const [at, group] of groups.entries())
    for (const number of group) {
      if (sizes[at] === 4) view.setUint32(offset, number, true);
      else view.setUint16(offset, number, true);
      offset += sizes[at] ?? 0;
    }
  return new Uint8Array(view.buffer);
}
