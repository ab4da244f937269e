/** A small BER codec for the simulators (ITU-T X.690), independent of the one in server/probe, so that each tests the other. */

export interface Node {
  readonly tag: number;
  /** A view into the decoded buffer. */
  readonly content: Buffer;
}

export function tlv(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length: number[] = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256);
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length, ...length]), content]);
}

export function sequence(...contents: readonly Uint8Array[]): Buffer {
  return tlv(0x30, ...contents);
}

export function octets(content: Uint8Array | string): Buffer {
  return tlv(0x04, Buffer.from(content));
}

/** Signed (INTEGER) or unsigned (Counter32 0x41, Gauge32 0x42, TimeTicks 0x43, Counter64 0x46) by the shortest form. */
export function integer(value: number | bigint, tag = 0x02): Buffer {
  const bytes: number[] = [];
  let rest = BigInt(value);
  do {
    bytes.unshift(Number(rest & 0xffn));
    rest >>= 8n;
  } while (!((rest === 0n && (bytes[0] ?? 0) < 0x80) || (rest === -1n && (bytes[0] ?? 0) >= 0x80)));
  return tlv(tag, Buffer.from(bytes));
}

export function oid(text: string): Buffer {
  return tlv(0x06, oidContent(text));
}

export function oidContent(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes: number[] = [];
  for (const part of [first * 40 + second, ...rest]) {
    const group = [part % 128];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) group.unshift((left % 128) | 0x80);
    bytes.push(...group);
  }
  return Buffer.from(bytes);
}

export function oidText(content: Uint8Array): string {
  const parts: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    if (parts.length === 0)
      parts.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)));
    else parts.push(value);
    value = 0;
  }
  return parts.join('.');
}

/** The first element; throws on what is cut. */
export function decode(buffer: Buffer): { readonly node: Node; readonly rest: Buffer } {
  const tag = buffer[0];
  const first = buffer[1];
  if (tag === undefined || first === undefined) throw new Error('cut');
  const count = first < 0x80 ? 0 : first & 0x7f;
  const length = count === 0 ? first : buffer.readUIntBE(2, count);
  const start = 2 + count;
  if (buffer.length < start + length) throw new Error('cut');
  return { node: { tag, content: buffer.subarray(start, start + length) }, rest: buffer.subarray(start + length) };
}

export function decodeAll(buffer: Buffer): readonly Node[] {
  const nodes: Node[] = [];
  for (let rest = buffer; rest.length > 0;) {
    const found = decode(rest);
    nodes.push(found.node);
    rest = found.rest;
  }
  return nodes;
}

export function nodeAt(nodes: readonly Node[], index: number): Node {
  const node = nodes[index];
  if (node === undefined) throw new Error(`element ${index} is missing`);
  return node;
}

export function toInteger(node: Node): number {
  return node.content.length === 0 ? 0 : node.content.readIntBE(0, Math.min(6, node.content.length));
}
