/** What a hostile agent may answer to a question of SNMP version 3. */
import type { FailureReason } from '../../../server/model/outcome.ts';
import { integer, octets, sequence, tlv } from '../../simulators/ber.ts';
import { writeReport } from '../../simulators/snmp-agent.ts';
import { pduTags, writeCommunity, writePdu, type Bind } from '../../simulators/snmp-message.ts';
import { engine } from './asking.ts';
import { smallWalk } from '../support.ts';

export interface V3Attack {
  readonly name: string;
  readonly answer: (id: number, turn: number, datagram: Buffer) => readonly Buffer[];
  readonly expected: FailureReason;
  /** Datagrams that we may send at most. */
  readonly most: number;
}

/** A v3 message with whatever parts. */
export function v3(id: number, flags: number, security: Buffer, scoped: Buffer, model = 3): Buffer {
  return sequence(
    integer(3),
    sequence(integer(id), integer(65_507), octets(Buffer.from([flags])), integer(model)),
    octets(security),
    scoped,
  );
}
export function security(user = 'fits', digest = Buffer.alloc(0), salt = Buffer.alloc(0), engineId = engine): Buffer {
  return sequence(octets(engineId), integer(7), integer(1_000), octets(user), octets(digest), octets(salt));
}
export function scopedAnswer(): Buffer {
  const asked = [1, 2, 3, 4, 5, 6].map(number => `1.3.6.1.2.1.1.${number}.0`);
  const list = asked.map((one): Bind => ({ oid: one, value: smallWalk.get(one) ?? tlv(0x80) }));
  return sequence(octets(engine), octets(''), writePdu(pduTags.response, 1, 0, 0, list));
}
export const discovery = (id: number): Buffer => writeReport(id, 4, engine, 7, 1_000);
const afterDiscovery = (answer: (id: number) => Buffer) => (id: number, turn: number) => [
  turn === 1 ? discovery(id) : answer(id),
];

export const v3Attacks: readonly V3Attack[] = [
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
