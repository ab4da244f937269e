/**
 * Looks at a datagram before net-snmp sees it, because net-snmp 3.29.2 can be crashed by a Report in a v2c answer,
 * reads cut answers as success, and accepts an unauthenticated answer to an authenticated question. Pure.
 */
import { berTags, isSoundOid, readAll, readInteger, readTlv, type Tlv } from './ber.ts';

export interface Expected {
  /** Number on the wire: 0 = v1, 1 = v2c, 3 = v3. */
  readonly version: 0 | 1 | 3;
  /** v3: flags that the answer must carry; 1 = authenticated, 3 = and encrypted. */
  readonly flags: 0 | 1 | 3;
  /** Request ids (v1, v2c) or message ids (v3) that are waiting. */
  readonly isWaiting: (id: number) => boolean;
}

export type Checked =
  | { readonly ok: true; readonly report: false }
  /** `counter`: which of the usmStats counters (RFC 3414, 5) the agent names, 0 when none. */
  | { readonly ok: true; readonly report: true; readonly counter: number }
  | { readonly ok: false; readonly fault: string };

const responseTag = 0xa2;
const reportTag = 0xa8;

export function checkAnswer(datagram: Uint8Array, expected: Expected): Checked {
  const outer = readTlv(datagram, 0, datagram.length);
  if (outer?.tag !== berTags.sequence) return fault('it is no SNMP message, or a cut one');
  const parts = readAll(datagram, outer);
  if (parts === undefined) return fault('its lengths do not fit together');
  const version = readInteger(datagram, parts[0]);
  if (version !== expected.version) return fault('it is of another SNMP version');
  return expected.version === 3 ? checkV3(datagram, parts, expected) : checkCommunity(datagram, parts, expected);
}

/** The id of a question of ours: what the answer must repeat. */
export function questionId(datagram: Uint8Array): number | undefined {
  const outer = readTlv(datagram, 0, datagram.length);
  const parts = outer === undefined ? undefined : readAll(datagram, outer);
  const version = readInteger(datagram, parts?.[0]);
  const holder = version === 3 ? parts?.[1] : parts?.[2];
  return holder === undefined ? undefined : readInteger(datagram, readTlv(datagram, holder.start, holder.end));
}

function checkCommunity(datagram: Uint8Array, parts: readonly Tlv[], expected: Expected): Checked {
  const pdu = parts[2];
  if (parts.length !== 3 || parts[1]?.tag !== berTags.octets || pdu === undefined) return fault('it is no SNMP answer');
  if (pdu.tag !== responseTag) return fault('it is an SNMP message, but no answer');
  const id = readInteger(datagram, readTlv(datagram, pdu.start, pdu.end));
  if (id === undefined || !expected.isWaiting(id)) return fault('it answers another question');
  return checkPdu(datagram, pdu);
}

function checkV3(datagram: Uint8Array, parts: readonly Tlv[], expected: Expected): Checked {
  const [, header, security, scoped] = parts;
  if (header === undefined || security === undefined || scoped === undefined) return fault('it is no SNMP answer');
  const head = readHeader(datagram, header);
  if (head === undefined) return fault('its header is broken');
  if (!expected.isWaiting(head.id)) return fault('it answers another question');
  if (!isSecuritySound(datagram, security)) return fault('its security part is broken');
  return head.flags === 3 ? checkEncrypted(scoped, expected) : checkPlain(datagram, scoped, head.flags, expected);
}

/** Message id, greatest size, flags, security model (RFC 3412, 6). */
function readHeader(datagram: Uint8Array, header: Tlv): { readonly id: number; readonly flags: number } | undefined {
  const head = header.tag === berTags.sequence ? (readAll(datagram, header) ?? []) : [];
  const [idPart, , flagsPart, modelPart] = head;
  const id = readInteger(datagram, idPart);
  if (head.length !== 4 || id === undefined || readInteger(datagram, modelPart) !== 3) return undefined;
  const flags = readFlags(datagram, flagsPart);
  return flags === undefined ? undefined : { id, flags };
}

/** The two security bits; encryption without authentication does not exist. */
function readFlags(datagram: Uint8Array, part: Tlv | undefined): number | undefined {
  if (part?.tag !== berTags.octets || part.end - part.start !== 1) return undefined;
  const value = (datagram[part.start] ?? 0) & 3;
  return value === 2 ? undefined : value;
}

/** Engine id, boots, time, user, digest, privacy parameters: the engine id must be there, since keys are made from it. */
function isSecuritySound(datagram: Uint8Array, security: Tlv): boolean {
  const inner = security.tag === berTags.octets ? readTlv(datagram, security.start, security.end) : undefined;
  const fields = inner?.tag === berTags.sequence ? (readAll(datagram, inner) ?? []) : [];
  const wanted = [berTags.octets, berTags.integer, berTags.integer, berTags.octets, berTags.octets, berTags.octets];
  if (fields.length !== wanted.length || fields.some((field, index) => field.tag !== wanted[index])) return false;
  const engine = fields[0];
  const length = engine === undefined ? 0 : engine.end - engine.start;
  const areNumbers = fields.slice(1, 3).every(field => readInteger(datagram, field) !== undefined);
  return areNumbers && length >= 1 && length <= 32;
}

/** What is inside shows only after decryption; net-snmp checks the digest with the key, which only the device has. */
function checkEncrypted(scoped: Tlv, expected: Expected): Checked {
  if (expected.flags !== 3 || scoped.tag !== berTags.octets) return fault('it is encrypted, which was not asked for');
  return { ok: true, report: false };
}

function checkPlain(datagram: Uint8Array, scoped: Tlv, flags: number, expected: Expected): Checked {
  const parts = scoped.tag === berTags.sequence ? (readAll(datagram, scoped) ?? []) : [];
  const pdu = parts[2];
  if (parts.length !== 3 || pdu === undefined) return fault('its lengths do not fit together');
  if (pdu.tag === reportTag) {
    // A Report may say in the clear what is wrong with the question, but may not claim more security than was asked.
    if (flags > expected.flags) return fault('it claims a security that was not asked for');
    const checked = checkPdu(datagram, pdu);
    return checked.ok ? { ok: true, report: true, counter: readCounter(datagram, pdu) } : checked;
  }
  if (pdu.tag !== responseTag) return fault('it is an SNMP message, but no answer');
  if (flags !== expected.flags) return fault('it is not protected as the question was');
  return checkPdu(datagram, pdu);
}

function checkPdu(datagram: Uint8Array, pdu: Tlv): Checked {
  const [id, status, index, list, ...rest] = readAll(datagram, pdu) ?? [];
  const numbers = [id, status, index].every(part => readInteger(datagram, part) !== undefined);
  if (!numbers || list?.tag !== berTags.sequence || rest.length > 0) return fault('its lengths do not fit together');
  const varbinds = readAll(datagram, list);
  if (varbinds === undefined) return fault('its lengths do not fit together');
  const broken = varbinds.some(varbind => !isVarbindSound(datagram, varbind));
  return broken ? fault('one of its values is broken') : { ok: true, report: false };
}

function isVarbindSound(datagram: Uint8Array, varbind: Tlv): boolean {
  if (varbind.tag !== berTags.sequence) return false;
  const [name, value, ...rest] = readAll(datagram, varbind) ?? [];
  if (name?.tag !== berTags.oid || value === undefined || rest.length > 0) return false;
  return isSoundOid(datagram, name) && isValueSound(datagram, value);
}

/** Most bytes of each type (RFC 2578); agents pad unsigned numbers by a zero byte. */
const longest: Readonly<Record<number, { readonly least: number; readonly most: number }>> = {
  0x02: { least: 1, most: 5 },
  0x04: { least: 0, most: 65_535 },
  0x05: { least: 0, most: 0 },
  0x40: { least: 4, most: 4 },
  0x41: { least: 1, most: 5 },
  0x42: { least: 1, most: 5 },
  0x43: { least: 1, most: 5 },
  0x44: { least: 0, most: 65_535 },
  0x46: { least: 1, most: 9 },
  0x80: { least: 0, most: 0 },
  0x81: { least: 0, most: 0 },
  0x82: { least: 0, most: 0 },
};

function isValueSound(datagram: Uint8Array, value: Tlv): boolean {
  if (value.tag === berTags.oid) return isSoundOid(datagram, value);
  const bounds = longest[value.tag];
  const length = value.end - value.start;
  return bounds !== undefined && length >= bounds.least && length <= bounds.most;
}

/** Prefix of usmStats, 1.3.6.1.6.3.15.1.1; the next part is the counter's number. */
const usmStats = Buffer.from([0x2b, 6, 1, 6, 3, 15, 1, 1]);

function readCounter(datagram: Uint8Array, pdu: Tlv): number {
  const list = (readAll(datagram, pdu) ?? [])[3];
  const first = list === undefined ? undefined : readTlv(datagram, list.start, list.end);
  const name = first === undefined ? undefined : readTlv(datagram, first.start, first.end);
  if (name === undefined) return 0;
  const oid = Buffer.from(datagram.subarray(name.start, name.end));
  return oid.subarray(0, usmStats.length).equals(usmStats) ? (oid[usmStats.length] ?? 0) : 0;
}

function fault(text: string): Checked {
  return { ok: false, fault: text };
}
