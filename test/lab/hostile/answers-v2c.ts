/** What a hostile agent may answer to a question of SNMP version 2c. */
import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import type { FailureReason } from '../../../server/model/outcome.ts';
import { decode, integer, octets, oid, sequence, tlv } from '../../simulators/ber.ts';
import { emptyValue } from '../../simulators/snmp-agent.ts';
import { pduTags, writeCommunity, writePdu, type Bind, type Pdu } from '../../simulators/snmp-message.ts';
import type { Reply } from '../../simulators/udp.ts';
import { name } from './asking.ts';
import { smallWalk } from '../support.ts';

export interface Attack {
  readonly name: string;
  readonly answer: (pdu: Pdu, good: Buffer, reply: Reply, datagram: Buffer, from: { port: number }) => void;
  readonly expected: FailureReason | 'ok';
  /** Milliseconds for one try, where not the usual. */
  readonly packet?: number;
}

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

export const attacks: readonly Attack[] = [
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
