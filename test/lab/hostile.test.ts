/** Every known fault of net-snmp 3.29.2 that concerns GET, and more: no crash, no hang, and the right words. */
import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { describe, it } from 'node:test';
import type { Credential, FailureReason, Outcome, SystemGroup } from '../../server/model/outcome.ts';
import { readSystemGroup } from '../../server/probe/snmp/system-group.ts';
import { decode, integer, octets, oid, sequence, tlv } from '../simulators/ber.ts';
import { emptyValue, startAgent, writeReport } from '../simulators/snmp-agent.ts';
import {
  answerPdu,
  pduTags,
  readMessage,
  writeCommunity,
  writePdu,
  type Bind,
  type Pdu,
} from '../simulators/snmp-message.ts';
import { serveUdp, type Reply } from '../simulators/udp.ts';
import { community, contextFor, guardFor, recorded, smallWalk, targetOf } from './support.ts';

interface Attack {
  readonly name: string;
  readonly answer: (pdu: Pdu, good: Buffer, reply: Reply, datagram: Buffer, from: { port: number }) => void;
  readonly expected: FailureReason | 'ok';
  /** Milliseconds for one try, where not the usual. */
  readonly packet?: number;
}

const secret: Credential = {
  v: '3',
  user: 'fits',
  level: 'authPriv',
  auth: { protocol: 'sha', password: 'authentication' },
  priv: { protocol: 'aes', password: 'encryption' },
};
const name = 'demonstration-read';
const engine = Buffer.from('80001234567890', 'hex');

function respond(pdu: Pdu, value: (name: string, index: number) => Buffer): Buffer {
  const binds = pdu.oids.map((asked, index): Bind => ({ oid: asked, value: value(asked, index) }));
  return writeCommunity(1, name, writePdu(pduTags.response, pdu.id, 0, 0, binds));
}
/** The good values, except one that is replaced. */
function replaceOne(pdu: Pdu, index: number, value: Buffer): Buffer {
  return respond(pdu, (asked, at) => (at === index ? value : (smallWalk.get(asked) ?? tlv(0x80))));
}
function withPdu(
  pdu: Pdu,
  status: number,
  index: number,
  binds: readonly Bind[],
  tag: number = pduTags.response,
): Buffer {
  return writeCommunity(1, name, writePdu(tag, pdu.id, status, index, binds));
}
/** A varbind list of raw parts. */
function raw(pdu: Pdu, ...varbinds: readonly Buffer[]): Buffer {
  const list = sequence(...varbinds);
  return writeCommunity(1, name, tlv(pduTags.response, integer(pdu.id), integer(0), integer(0), list));
}
function changed(buffer: Buffer, from: string, to: string): Buffer {
  const hex = buffer.toString('hex');
  const at = hex.indexOf(from);
  assert.ok(at >= 0, `nothing to change: ${from}`);
  return Buffer.from(hex.slice(0, at) + to + hex.slice(at + from.length), 'hex');
}

const binds = (pdu: Pdu): Bind[] => pdu.oids.map(asked => ({ oid: asked, value: smallWalk.get(asked) ?? tlv(0x80) }));

const attacks: readonly Attack[] = [
  {
    name: 'a Report in a v2c answer (crashes net-snmp)',
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 0, 0, binds(pdu), pduTags.report)),
    expected: 'bad_answer',
  },
  {
    name: 'garbage',
    answer: (_pdu, _good, reply) => reply(Buffer.from('hello, I am no SNMP agent')),
    expected: 'bad_answer',
  },
  { name: 'an empty datagram', answer: (_pdu, _good, reply) => reply(Buffer.alloc(0)), expected: 'bad_answer' },
  { name: 'cut by one byte', answer: (_pdu, good, reply) => reply(good.subarray(0, -1)), expected: 'bad_answer' },
  {
    name: 'cut in half',
    answer: (_pdu, good, reply) => reply(good.subarray(0, good.length / 2)),
    expected: 'bad_answer',
  },
  {
    name: 'a length that lies about a value',
    answer: (_pdu, good, reply) => reply(changed(good, Buffer.from('\x04\x05sw-06').toString('hex'), '040673772d3036')),
    expected: 'bad_answer',
  },
  {
    name: 'indefinite length',
    answer: (_pdu, good, reply) =>
      reply(Buffer.concat([Buffer.from([0x30, 0x80]), decode(good).node.content, Buffer.alloc(2)])),
    expected: 'bad_answer',
  },
  {
    name: 'the answer to another question',
    answer: (pdu, _good, reply) => reply(withPdu({ ...pdu, id: pdu.id + 1 }, 0, 0, binds(pdu))),
    expected: 'bad_answer',
  },
  {
    name: 'another object than asked',
    answer: (pdu, _good, reply) =>
      reply(
        withPdu(
          pdu,
          0,
          0,
          binds(pdu).map(bind => ({ ...bind, oid: `${bind.oid}.1` })),
        ),
      ),
    expected: 'bad_answer',
  },
  {
    name: 'the right values in the wrong order',
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 0, 0, binds(pdu).reverse())),
    expected: 'bad_answer',
  },
  {
    name: 'all values null',
    answer: (pdu, _good, reply) => reply(respond(pdu, () => tlv(0x05))),
    expected: 'bad_answer',
  },
  {
    name: 'no such object at all',
    answer: (pdu, _good, reply) => reply(respond(pdu, () => tlv(0x80))),
    expected: 'bad_answer',
  },
  { name: 'no value at all', answer: (pdu, _good, reply) => reply(withPdu(pdu, 0, 0, [])), expected: 'bad_answer' },
  {
    name: 'one value too few',
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 0, 0, binds(pdu).slice(1))),
    expected: 'bad_answer',
  },
  {
    name: 'an object without a value',
    answer: (pdu, _good, reply) => reply(raw(pdu, sequence(oid('1.3.6.1.2.1.1.1.0')))),
    expected: 'bad_answer',
  },
  {
    name: 'an empty object identifier',
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 1, tlv(0x06))),
    expected: 'bad_answer',
  },
  {
    name: 'an unended object identifier',
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 1, tlv(0x06, Buffer.from([0x2b, 0x86])))),
    expected: 'bad_answer',
  },
  {
    name: 'a huge part of an object identifier',
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 1, tlv(0x06, Buffer.from([0x2b, 255, 255, 255, 255, 127])))),
    expected: 'bad_answer',
  },
  {
    name: 'the name of a value unended',
    answer: (pdu, _good, reply) =>
      reply(raw(pdu, ...pdu.oids.map(() => sequence(tlv(6, Buffer.from([0x2b, 0x86])), tlv(5))))),
    expected: 'bad_answer',
  },
  {
    name: 'a value of an unknown type',
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 2, tlv(0x5f, Buffer.from('x')))),
    expected: 'bad_answer',
  },
  {
    name: 'an integer of nine bytes',
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 2, tlv(0x02, Buffer.alloc(9, 1)))),
    expected: 'bad_answer',
  },
  {
    name: 'an IP address of three bytes',
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 2, tlv(0x40, Buffer.alloc(3)))),
    expected: 'bad_answer',
  },
  {
    name: 'an empty number',
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 2, emptyValue(0x43))),
    expected: 'bad_answer',
  },
  {
    name: 'a text where the time belongs',
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 2, octets('soon'))),
    expected: 'bad_answer',
  },
  {
    name: 'another version',
    answer: (pdu, _good, reply) => reply(writeCommunity(0, name, writePdu(pduTags.response, pdu.id, 0, 0, binds(pdu)))),
    expected: 'bad_answer',
  },
  {
    name: 'another community',
    answer: (pdu, _good, reply) =>
      reply(writeCommunity(1, 'other', writePdu(pduTags.response, pdu.id, 0, 0, binds(pdu)))),
    expected: 'bad_answer',
  },
  {
    name: 'our own question sent back',
    answer: (_pdu, _good, reply, datagram) => reply(datagram),
    expected: 'bad_answer',
  },
  {
    name: 'a trap',
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 0, 0, binds(pdu), 0xa7)),
    expected: 'bad_answer',
  },
  {
    name: 'error 99 at 50',
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 99, 50, binds(pdu))),
    expected: 'bad_answer',
  },
  { name: 'tooBig for ever', answer: (pdu, _good, reply) => reply(withPdu(pdu, 1, 0, [])), expected: 'bad_answer' },
  {
    name: 'noSuchName for ever',
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 2, 1, binds(pdu))),
    expected: 'bad_answer',
  },
  {
    name: 'authorizationError',
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 16, 0, [])),
    expected: 'wrong_credential',
  },
  {
    name: 'a description of 60 kB',
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 0, octets('x'.repeat(60_000)))),
    expected: 'ok',
  },
  {
    name: '3,000 values',
    answer: (pdu, _good, reply) =>
      reply(
        withPdu(
          pdu,
          0,
          0,
          Array.from({ length: 3_000 }, () => ({ oid: '1.3.6.1.2.1.1.1.0', value: tlv(5) })),
        ),
      ),
    expected: 'bad_answer',
  },
  {
    name: 'deep nesting',
    answer: (_pdu, _good, reply) =>
      reply(Array.from({ length: 5_000 }).reduce<Buffer>(inner => sequence(inner), tlv(5))),
    expected: 'bad_answer',
  },
  {
    name: 'a hundred copies',
    answer: (_pdu, good, reply) => Array.from({ length: 100 }).forEach(() => reply(good)),
    expected: 'ok',
  },
  {
    name: 'a flood of garbage, then the answer',
    answer: (_pdu, good, reply) => {
      for (let count = 0; count < 200; count += 1) reply(Buffer.from('garbage'));
      reply(good);
    },
    expected: 'ok',
  },
  { name: 'a late answer', answer: (_pdu, good, reply) => reply(good, 1_700), expected: 'no_answer' },
  {
    name: 'the answer to the first try, after the second',
    answer: (_pdu, good, reply) => reply(good, 2_400),
    // Wide apart, so that a busy machine does not turn it into a late answer.
    packet: 2_000,
    expected: 'ok',
  },
  {
    name: 'an answer from another port',
    answer: (_pdu, good, _reply, _datagram, from) => sendFrom('127.0.0.1', good, from.port),
    expected: 'no_answer',
  },
  {
    name: 'an answer from another address',
    answer: (_pdu, good, _reply, _datagram, from) => sendFrom('127.0.0.2', good, from.port),
    expected: 'no_answer',
  },
];

/** Someone else than the agent, who knows everything that the agent knows. */
function sendFrom(address: string, datagram: Buffer, port: number): void {
  const socket = createSocket('udp4');
  socket.on('error', () => socket.close());
  socket.bind(0, address, () => socket.send(datagram, port, '127.0.0.1', () => socket.close()));
}

async function read(
  port: number,
  credential: Credential,
  packet = 600,
): Promise<{ outcome: Outcome<SystemGroup>; milliseconds: number }> {
  const since = performance.now();
  const context = contextFor(guardFor({ 'udp/161': port }), credential, { packet, device: 6_000 });
  const outcome = await readSystemGroup(targetOf({ snmp: credential.v === '3' ? 'v3' : 'v2c' }), recorded, context);
  return { outcome, milliseconds: performance.now() - since };
}

function assertOutcome(outcome: Outcome<SystemGroup>, expected: FailureReason | 'ok'): void {
  assert.equal(outcome.ok ? 'ok' : outcome.reason, expected, outcome.ok ? '' : outcome.detail);
}

// At the same time: most of them wait for a time-out.
describe('hostile v2c agents', { concurrency: 16 }, () => {
  for (const attack of attacks) {
    it(attack.name, async () => {
      const server = await serveUdp('127.0.0.1', (datagram, reply, from) => {
        const message = readMessage(datagram);
        assert.ok(message.version !== 3);
        const pdu = answerPdu(message.pdu, smallWalk, 1);
        assert.ok(pdu !== undefined);
        attack.answer(message.pdu, writeCommunity(1, name, pdu), reply, datagram, from);
      });
      try {
        const { outcome, milliseconds } = await read(server.port, community, attack.packet);
        assertOutcome(outcome, attack.expected);
        assert.ok(milliseconds < 6_000, `${milliseconds} ms`);
        if (outcome.ok) assert.ok(outcome.value.sysDescr.length <= 1_024);
        assert.ok(server.received() <= 8, `${server.received()} datagrams`);
      } finally {
        await server.close();
      }
    });
  }
});

interface V3Attack {
  readonly name: string;
  readonly answer: (id: number, turn: number, datagram: Buffer) => readonly Buffer[];
  readonly expected: FailureReason;
  /** Datagrams that we may send at most. */
  readonly most: number;
}

/** A v3 message with whatever parts. */
function v3(id: number, flags: number, security: Buffer, scoped: Buffer, model = 3): Buffer {
  return sequence(
    integer(3),
    sequence(integer(id), integer(65_507), octets(Buffer.from([flags])), integer(model)),
    octets(security),
    scoped,
  );
}
function security(user = 'fits', digest = Buffer.alloc(0), salt = Buffer.alloc(0), engineId = engine): Buffer {
  return sequence(octets(engineId), integer(7), integer(1_000), octets(user), octets(digest), octets(salt));
}
function scopedAnswer(): Buffer {
  const asked = [1, 2, 3, 4, 5, 6].map(number => `1.3.6.1.2.1.1.${number}.0`);
  const list = asked.map((one): Bind => ({ oid: one, value: smallWalk.get(one) ?? tlv(0x80) }));
  return sequence(octets(engine), octets(''), writePdu(pduTags.response, 1, 0, 0, list));
}
const discovery = (id: number): Buffer => writeReport(id, 4, engine, 7, 1_000);
const afterDiscovery = (answer: (id: number) => Buffer) => (id: number, turn: number) => [
  turn === 1 ? discovery(id) : answer(id),
];

const v3Attacks: readonly V3Attack[] = [
  {
    name: 'a Report without a clock for every question (loops in net-snmp)',
    answer: id => [writeReport(id, 4, engine, 0, 0)],
    expected: 'bad_answer',
    most: 4,
  },
  {
    name: 'the clock is wrong for ever',
    answer: afterDiscovery(id => writeReport(id, 2, engine, 7, 1_000)),
    expected: 'bad_answer',
    most: 4,
  },
  {
    name: 'a Report that names nothing',
    answer: afterDiscovery(id => writeReport(id, 99, engine, 7, 1_000)),
    expected: 'bad_answer',
    most: 4,
  },
  {
    name: 'a hundred Reports at once',
    answer: id => Array.from({ length: 100 }, () => discovery(id)),
    expected: 'bad_answer',
    most: 4,
  },
  {
    name: 'introduces itself, then silence',
    answer: (id, turn) => (turn === 1 ? [discovery(id)] : []),
    expected: 'wrong_credential',
    most: 3,
  },
  {
    name: 'an answer in the clear to a question that was sealed',
    answer: afterDiscovery(id => v3(id, 0, security(), scopedAnswer())),
    expected: 'bad_answer',
    most: 3,
  },
  {
    name: 'an answer that is signed only',
    answer: afterDiscovery(id => v3(id, 1, security('fits', Buffer.alloc(12, 1)), scopedAnswer())),
    expected: 'bad_answer',
    most: 3,
  },
  {
    name: 'a wrong digest',
    answer: afterDiscovery(id =>
      v3(id, 3, security('fits', Buffer.alloc(12, 1), Buffer.alloc(8)), octets(Buffer.alloc(64, 7))),
    ),
    expected: 'bad_answer',
    most: 3,
  },
  {
    name: 'a digest of no length',
    answer: afterDiscovery(id =>
      v3(id, 3, security('fits', Buffer.alloc(0), Buffer.alloc(8)), octets(Buffer.alloc(64, 7))),
    ),
    expected: 'bad_answer',
    most: 3,
  },
  {
    name: 'encryption without a signature',
    answer: afterDiscovery(id => v3(id, 2, security(), octets(Buffer.alloc(64)))),
    expected: 'bad_answer',
    most: 3,
  },
  {
    name: 'an empty engine',
    answer: id => [v3(id, 0, security('', Buffer.alloc(0), Buffer.alloc(0), Buffer.alloc(0)), scopedAnswer())],
    expected: 'bad_answer',
    most: 2,
  },
  {
    name: 'an engine of 30 kB',
    answer: id => [writeReport(id, 4, Buffer.alloc(30_000), 7, 1)],
    expected: 'bad_answer',
    most: 2,
  },
  {
    name: 'another security model',
    answer: id => [v3(id, 0, security(), scopedAnswer(), 1)],
    expected: 'bad_answer',
    most: 2,
  },
  {
    name: 'a v2c answer',
    answer: () => [writeCommunity(1, 'public', writePdu(pduTags.response, 1, 0, 0, []))],
    expected: 'bad_answer',
    most: 2,
  },
  { name: 'garbage', answer: () => [Buffer.from([0x30, 3, 2, 1, 3])], expected: 'bad_answer', most: 2 },
  { name: 'our own question sent back', answer: (_id, _turn, datagram) => [datagram], expected: 'bad_answer', most: 2 },
];

describe('hostile v3 agents', { concurrency: 16 }, () => {
  for (const attack of v3Attacks) {
    it(attack.name, async () => {
      let turn = 0;
      const server = await serveUdp('127.0.0.1', (datagram, reply) => {
        turn += 1;
        const message = readMessage(datagram);
        assert.ok(message.version === 3);
        for (const answer of attack.answer(message.id, turn, datagram)) reply(answer);
      });
      try {
        const { outcome, milliseconds } = await read(server.port, secret);
        assertOutcome(outcome, attack.expected);
        assert.ok(milliseconds < 6_000, `${milliseconds} ms`);
        assert.ok(server.received() <= attack.most, `${server.received()} datagrams`);
        assert.doesNotMatch(JSON.stringify(outcome), /authentication|"encryption/);
      } finally {
        await server.close();
      }
    });
  }

  it('a signed answer to a question without a password (throws in net-snmp)', async () => {
    let turn = 0;
    const server = await serveUdp('127.0.0.1', (datagram, reply) => {
      turn += 1;
      const message = readMessage(datagram);
      assert.ok(message.version === 3);
      reply(turn === 1 ? discovery(message.id) : v3(message.id, 1, security('open', Buffer.alloc(12)), scopedAnswer()));
    });
    try {
      const { outcome } = await read(server.port, { v: '3', user: 'open', level: 'noAuthNoPriv' });
      assertOutcome(outcome, 'bad_answer');
    } finally {
      await server.close();
    }
  });
});

describe('mutated answers', () => {
  /** Repeatable: the same mutations in every run. */
  function createRandom(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
  }
  for (const credential of [community, secret]) {
    it(`300 of v${credential.v}: each ends, none crashes`, async () => {
      const agent = await startAgent({
        address: '127.0.0.1',
        walk: smallWalk,
        communities: [name],
        users: [
          { name: 'fits', auth: { protocol: 'sha', password: 'authentication' }, priv: { password: 'encryption' } },
        ],
      });
      const random = createRandom(20_261_123);
      const proxy = await serveUdp('127.0.0.1', (datagram, reply) => {
        const ask = createSocket('udp4');
        const timer = setTimeout(() => ask.close(), 200);
        ask.on('message', answer => {
          clearTimeout(timer);
          ask.close();
          const broken = Buffer.from(answer);
          const changes = 1 + Math.floor(random() * 3);
          for (let count = 0; count < changes; count += 1)
            broken[Math.floor(random() * broken.length)] = Math.floor(random() * 256);
          reply(random() < 0.2 ? broken.subarray(0, Math.floor(random() * broken.length)) : broken);
        });
        ask.send(datagram, agent.port, '127.0.0.1');
      });
      const times = { packet: 60, device: 2_000 };
      const snmp = credential.v === '3' ? 'v3' : 'v2c';
      const one = async (): Promise<string> => {
        const context = contextFor(guardFor({ 'udp/161': proxy.port }), credential, times);
        const outcome = await readSystemGroup(targetOf({ snmp }), recorded, context);
        return outcome.ok ? 'ok' : outcome.reason;
      };
      const seen = new Set<string>();
      try {
        for (let round = 0; round < 15; round += 1) {
          for (const reason of await Promise.all(Array.from({ length: 20 }, one))) seen.add(reason);
        }
      } finally {
        await proxy.close();
        await agent.close();
      }
      const known = ['ok', 'bad_answer', 'no_answer', 'wrong_credential'];
      assert.deepEqual(
        [...seen].filter(reason => !known.includes(reason)),
        [],
      );
    });
  }
});
