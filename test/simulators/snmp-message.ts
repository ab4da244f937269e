/** SNMP messages as the simulated agents read and write them. */
import {
  decode,
  decodeAll,
  integer,
  nodeAt,
  octets,
  oid,
  oidText,
  sequence,
  tlv,
  toInteger,
  type Node,
} from './ber.ts';
import type { Walk } from './snmprec.ts';

export const pduTags = { get: 0xa0, getNext: 0xa1, response: 0xa2, set: 0xa3, getBulk: 0xa5, report: 0xa8 } as const;

export interface Pdu {
  readonly tag: number;
  readonly id: number;
  /** Error-status, or non-repeaters of GETBULK. */
  readonly second: number;
  /** Error-index, or max-repetitions of GETBULK. */
  readonly third: number;
  readonly oids: readonly string[];
}

export interface CommunityMessage {
  readonly version: 0 | 1;
  readonly community: string;
  readonly pdu: Pdu;
}

export interface V3Message {
  readonly version: 3;
  readonly id: number;
  readonly flags: number;
  readonly engineId: Buffer;
  readonly boots: number;
  readonly time: number;
  readonly user: string;
  /** A view into the datagram, so that it can be zeroed in place for the digest. */
  readonly digest: Buffer;
  readonly salt: Buffer;
  /** The scoped PDU, encrypted or not, as it stands. */
  readonly scoped: Node;
}

export function readMessage(datagram: Buffer): CommunityMessage | V3Message {
  const parts = decodeAll(decode(datagram).node.content);
  const version = toInteger(nodeAt(parts, 0));
  if (version === 0 || version === 1) {
    return { version, community: nodeAt(parts, 1).content.toString(), pdu: readPdu(nodeAt(parts, 2)) };
  }
  if (version !== 3) throw new Error('unknown version');
  const header = decodeAll(nodeAt(parts, 1).content);
  const security = decodeAll(decode(nodeAt(parts, 2).content).node.content);
  return {
    version,
    id: toInteger(nodeAt(header, 0)),
    flags: nodeAt(header, 2).content[0] ?? 0,
    engineId: nodeAt(security, 0).content,
    boots: toInteger(nodeAt(security, 1)),
    time: toInteger(nodeAt(security, 2)),
    user: nodeAt(security, 3).content.toString(),
    digest: nodeAt(security, 4).content,
    salt: nodeAt(security, 5).content,
    scoped: nodeAt(parts, 3),
  };
}

/** Context engine id and name are repeated as they came. */
export function readScoped(content: Buffer): { readonly engine: Buffer; readonly name: Buffer; readonly pdu: Pdu } {
  const parts = decodeAll(content);
  return { engine: nodeAt(parts, 0).content, name: nodeAt(parts, 1).content, pdu: readPdu(nodeAt(parts, 2)) };
}

function readPdu(node: Node): Pdu {
  const parts = decodeAll(node.content);
  const varbinds = decodeAll(nodeAt(parts, 3).content);
  return {
    tag: node.tag,
    id: toInteger(nodeAt(parts, 0)),
    second: toInteger(nodeAt(parts, 1)),
    third: toInteger(nodeAt(parts, 2)),
    oids: varbinds.map(varbind => oidText(nodeAt(decodeAll(varbind.content), 0).content)),
  };
}

export interface Bind {
  readonly oid: string;
  /** The whole encoded value. */
  readonly value: Buffer;
}

export function writePdu(tag: number, id: number, status: number, index: number, binds: readonly Bind[]): Buffer {
  const list = sequence(...binds.map(bind => sequence(oid(bind.oid), bind.value)));
  return tlv(tag, integer(id), integer(status), integer(index), list);
}

export function writeCommunity(version: 0 | 1, community: string, pdu: Buffer): Buffer {
  return sequence(integer(version), octets(community), pdu);
}

const noSuchObject = tlv(0x80);
const endOfView = tlv(0x82);

/** The answer to a GET, GETNEXT or GETBULK out of a walk; undefined for what a read-only agent does not do. */
export function answerPdu(pdu: Pdu, walk: Walk, version: 0 | 1 | 3): Buffer | undefined {
  if (pdu.tag === pduTags.getBulk && version !== 0) return writePdu(pduTags.response, pdu.id, 0, 0, bulk(pdu, walk));
  if (pdu.tag !== pduTags.get && pdu.tag !== pduTags.getNext) return undefined;
  const binds = pdu.oids.map(name => (pdu.tag === pduTags.get ? exact(name, walk) : following(name, walk)));
  const missing = binds.findIndex(bind => (bind.value[0] ?? 0) >= 0x80);
  if (version === 0 && missing >= 0) {
    const asked = pdu.oids.map(name => ({ oid: name, value: tlv(0x05) }));
    return writePdu(pduTags.response, pdu.id, 2, missing + 1, asked);
  }
  return writePdu(pduTags.response, pdu.id, 0, 0, binds);
}

function exact(name: string, walk: Walk): Bind {
  return { oid: name, value: walk.get(name) ?? noSuchObject };
}

function following(name: string, walk: Walk): Bind {
  return walk.next(name) ?? { oid: name, value: endOfView };
}

function bulk(pdu: Pdu, walk: Walk): readonly Bind[] {
  const once = pdu.oids.slice(0, Math.max(0, pdu.second));
  let row = pdu.oids.slice(once.length);
  const binds = once.map(name => following(name, walk));
  for (let turn = 0; turn < Math.min(100, pdu.third) && row.length > 0; turn += 1) {
    const answers = row.map(name => following(name, walk));
    binds.push(...answers);
    if (answers.every(bind => bind.value[0] === 0x82)) break;
    row = answers.map(bind => bind.oid);
  }
  return binds;
}
