/** Strict reading of BER (ITU-T X.690), only as far as SNMP answers need it: every length must fit its frame. */

export interface Tlv {
  readonly tag: number;
  /** Offset of the contents. */
  readonly start: number;
  /** Offset behind the contents. */
  readonly end: number;
}

export const berTags = { integer: 0x02, octets: 0x04, nothing: 0x05, oid: 0x06, sequence: 0x30 } as const;

/** The element at `offset`, or undefined when it does not fit before `limit` or has no definite length. */
export function readTlv(bytes: Uint8Array, offset: number, limit: number): Tlv | undefined {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined || offset + 2 > limit) return undefined;
  if (first < 0x80) return fit({ tag, start: offset + 2, end: offset + 2 + first }, limit);
  const count = first & 0x7f;
  if (count === 0 || count > 4 || offset + 2 + count > limit) return undefined;
  const length = bytes.subarray(offset + 2, offset + 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return fit({ tag, start: offset + 2 + count, end: offset + 2 + count + length }, limit);
}

function fit(tlv: Tlv, limit: number): Tlv | undefined {
  return tlv.end <= limit ? tlv : undefined;
}

/** All elements inside a frame; undefined when they do not fill it exactly. */
export function readAll(bytes: Uint8Array, frame: Pick<Tlv, 'start' | 'end'>): readonly Tlv[] | undefined {
  const found: Tlv[] = [];
  let offset = frame.start;
  while (offset < frame.end) {
    const tlv = readTlv(bytes, offset, frame.end);
    if (tlv === undefined) return undefined;
    found.push(tlv);
    offset = tlv.end;
  }
  return found;
}

/** A signed integer of at most five bytes (agents pad 32-bit counters), or undefined. */
export function readInteger(bytes: Uint8Array, tlv: Tlv | undefined): number | undefined {
  if (tlv?.tag !== berTags.integer) return undefined;
  const content = bytes.subarray(tlv.start, tlv.end);
  const first = content[0];
  if (first === undefined || content.length > 5) return undefined;
  return content.reduce((sum, byte) => sum * 256 + byte, first >= 0x80 ? -1 : 0);
}

/** True when the contents are a sound object identifier: not empty, ended, every part at most 32 bits. */
export function isSoundOid(bytes: Uint8Array, tlv: Tlv): boolean {
  let run = 0;
  let value = 0;
  for (const byte of bytes.subarray(tlv.start, tlv.end)) {
    value = value * 128 + (byte & 0x7f);
    run = byte >= 0x80 ? run + 1 : 0;
    if (run > 4 || value > 0xffff_ffff) return false;
    if (byte < 0x80) value = 0;
  }
  return tlv.end > tlv.start && run === 0;
}
