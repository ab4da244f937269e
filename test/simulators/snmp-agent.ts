/** A simulated SNMP agent: replays a walk by v1, v2c and v3 (USM), and may be slow, lossy, silent or small. */
import { randomBytes } from 'node:crypto';
import { integer, octets, sequence, tlv } from './ber.ts';
import {
  answerPdu,
  pduTags,
  readMessage,
  readScoped,
  writeCommunity,
  writePdu,
  type CommunityMessage,
  type Pdu,
  type V3Message,
} from './snmp-message.ts';
import type { Walk } from './snmprec.ts';
import { serveUdp, type UdpServer } from './udp.ts';
import { decrypt, digestLength, digestOf, encrypt, localisedKey, type AgentUser } from './usm.ts';

export interface AgentOptions {
  readonly address: string;
  readonly port?: number;
  readonly walk: Walk;
  /** Any other community meets silence, as with real agents. */
  readonly communities?: readonly string[];
  readonly users?: readonly AgentUser[];
  /** Milliseconds before each answer. */
  readonly delay?: number;
  /** The first n datagrams are lost. */
  readonly loseFirst?: number;
  /** Longer answers become tooBig. */
  readonly mostBytes?: number;
  /** Sends boots and time as 0 in the discovery Report, as some agents do; a second Report then sets the clock. */
  readonly shyOfTime?: boolean;
}

export interface SnmpAgent extends UdpServer {
  readonly engineId: Buffer;
  /** Questions that were answered with values. */
  readonly answered: () => number;
}

interface Engine {
  readonly id: Buffer;
  readonly boots: number;
  readonly time: () => number;
  readonly keyOf: (user: AgentUser, password: string) => Buffer;
}

export async function startAgent(options: AgentOptions): Promise<SnmpAgent> {
  const engine = createEngine();
  let left = options.loseFirst ?? 0;
  let answered = 0;
  const server = await serveUdp(
    options.address,
    (datagram, reply) => {
      left -= 1;
      if (left >= 0) return;
      const answer = answerSafely(datagram, options, engine);
      if (answer === undefined) return;
      if (!answer.report) answered += 1;
      reply(answer.datagram, options.delay);
    },
    options.port,
  );
  return { ...server, engineId: engine.id, answered: () => answered };
}

interface Answer {
  readonly datagram: Buffer;
  readonly report: boolean;
}

/** An agent drops what it cannot read. */
function answerSafely(datagram: Buffer, options: AgentOptions, engine: Engine): Answer | undefined {
  let message: CommunityMessage | V3Message;
  try {
    message = readMessage(datagram);
  } catch {
    return undefined;
  }
  return message.version === 3 ? answerV3(message, datagram, options, engine) : answerCommunity(message, options);
}

function answerCommunity(message: CommunityMessage, options: AgentOptions): Answer | undefined {
  if (options.communities?.includes(message.community) !== true) return undefined;
  const pdu = answerPdu(message.pdu, options.walk, message.version);
  if (pdu === undefined) return undefined;
  const datagram = writeCommunity(message.version, message.community, pdu);
  if (datagram.length <= (options.mostBytes ?? 65_000)) return { datagram, report: false };
  return { datagram: writeCommunity(message.version, message.community, tooBig(message.pdu)), report: false };
}

function tooBig(pdu: Pdu): Buffer {
  return writePdu(pduTags.response, pdu.id, 1, 0, []);
}

function createEngine(): Engine {
  const id = Buffer.concat([Buffer.from([0x80, 0x00, 0xff, 0xff, 0x04]), randomBytes(8)]);
  const keys = new Map<string, Buffer>();
  const started = Date.now();
  return {
    id,
    boots: 7,
    time: () => 1_000 + Math.floor((Date.now() - started) / 1_000),
    keyOf: (user, password) => {
      const name = `${user.auth?.protocol ?? 'sha'}:${password}`;
      const key = keys.get(name) ?? localisedKey(user.auth?.protocol ?? 'sha', password, id);
      keys.set(name, key);
      return key;
    },
  };
}

/** The order of RFC 3414, 3.2: engine, user, level, digest, clock, decryption. */
function answerV3(message: V3Message, datagram: Buffer, options: AgentOptions, engine: Engine): Answer | undefined {
  const report = (counter: number, signer?: AgentUser): Answer => {
    const shy = counter === 4 && options.shyOfTime === true;
    const pdu = writePdu(pduTags.report, 0, 0, 0, [
      { oid: `1.3.6.1.6.3.15.1.1.${counter}.0`, value: integer(1, 0x41) },
    ]);
    return { datagram: writeV3(message.id, pdu, engine, { user: signer, priv: false, shy }), report: true };
  };
  if (!message.engineId.equals(engine.id)) return report(4);
  const user = options.users?.find(known => known.name === message.user);
  if (user === undefined) return report(3);
  const [wantsAuth, wantsPriv] = [(message.flags & 1) !== 0, (message.flags & 2) !== 0];
  if (wantsAuth !== (user.auth !== undefined) || wantsPriv !== (user.priv !== undefined)) return report(1);
  if (!isGenuine(message, datagram, user, engine)) return report(5);
  if (wantsAuth && !isInTime(message, engine)) return report(2, user);
  const scoped = openScoped(message, user, engine);
  if (scoped === undefined) return report(6);
  const pdu = answerPdu(scoped.pdu, options.walk, 3);
  if (pdu === undefined) return undefined;
  return { datagram: writeV3(message.id, pdu, engine, { user, priv: wantsPriv, shy: false }), report: false };
}

function isGenuine(message: V3Message, datagram: Buffer, user: AgentUser, engine: Engine): boolean {
  if (user.auth === undefined) return true;
  const claimed = Buffer.from(message.digest);
  message.digest.fill(0);
  const right = digestOf(user.auth.protocol, engine.keyOf(user, user.auth.password), datagram);
  return claimed.equals(right);
}

function isInTime(message: V3Message, engine: Engine): boolean {
  return message.boots === engine.boots && Math.abs(message.time - engine.time()) <= 150;
}

function openScoped(message: V3Message, user: AgentUser, engine: Engine): ReturnType<typeof readScoped> | undefined {
  try {
    if (user.priv === undefined) return readScoped(message.scoped.content);
    const key = engine.keyOf(user, user.priv.password);
    const plain = decrypt(key, message.boots, message.time, message.salt, message.scoped.content);
    if (plain[0] !== 0x30) return undefined;
    return readScoped(plain.subarray(plain[1] === undefined || plain[1] < 0x80 ? 2 : 2 + (plain[1] & 0x7f)));
  } catch {
    return undefined;
  }
}

interface V3Options {
  /** Signs with this user's key; absent: in the clear. */
  readonly user: AgentUser | undefined;
  readonly priv: boolean;
  readonly shy: boolean;
}

function writeV3(id: number, pdu: Buffer, engine: Engine, options: V3Options): Buffer {
  const { user } = options;
  const [boots, time] = options.shy ? [0, 0] : [engine.boots, engine.time()];
  const flags = (user?.auth === undefined ? 0 : 1) | (options.priv ? 2 : 0);
  const digest = Buffer.alloc(user?.auth === undefined ? 0 : digestLength(user.auth.protocol));
  let scoped = sequence(octets(engine.id), octets(''), pdu);
  let salt: Buffer = Buffer.alloc(0);
  if (options.priv && user?.priv !== undefined) {
    const sealed = encrypt(engine.keyOf(user, user.priv.password), boots, time, scoped);
    scoped = octets(sealed.data);
    salt = sealed.salt;
  }
  const build = (mark: Buffer): Buffer =>
    sequence(
      integer(3),
      sequence(integer(id), integer(65_507), octets(Buffer.from([flags])), integer(3)),
      octets(
        sequence(
          octets(engine.id),
          integer(boots),
          integer(time),
          octets(user?.name ?? ''),
          octets(mark),
          octets(salt),
        ),
      ),
      scoped,
    );
  if (user?.auth === undefined) return build(digest);
  return build(digestOf(user.auth.protocol, engine.keyOf(user, user.auth.password), build(digest)));
}

/** For hostile agents: a v3 Report in the clear, with whatever counter, clock and engine. */
export function writeReport(id: number, counter: number, engineId: Buffer, boots: number, time: number): Buffer {
  const pdu = writePdu(pduTags.report, 0, 0, 0, [{ oid: `1.3.6.1.6.3.15.1.1.${counter}.0`, value: integer(1, 0x41) }]);
  const security = sequence(octets(engineId), integer(boots), integer(time), octets(''), octets(''), octets(''));
  return sequence(
    integer(3),
    sequence(integer(id), integer(65_507), octets(Buffer.from([0])), integer(3)),
    octets(security),
    sequence(octets(engineId), octets(''), pdu),
  );
}

/** For hostile agents: an empty value of any tag. */
export function emptyValue(tag: number): Buffer {
  return tlv(tag);
}
