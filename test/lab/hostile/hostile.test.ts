/** Every known fault of net-snmp 3.29.2 that concerns GET, and more: no crash, no hang, and the right words. */
import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { describe, it } from 'node:test';
import { readSystemGroup } from '../../../server/probe/snmp/system-group.ts';
import { startAgent } from '../../simulators/snmp-agent.ts';
import { answerPdu, readMessage, writeCommunity } from '../../simulators/snmp-message.ts';
import { serveUdp } from '../../simulators/udp.ts';
import { attacks } from './answers-v2c.ts';
import { discovery, scopedAnswer, security, v3, v3Attacks } from './answers-v3.ts';
import { assertOutcome, name, read, secret } from './asking.ts';
import { community, contextFor, guardFor, recorded, smallWalk, targetOf } from '../support.ts';

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
        assert.ok(milliseconds < 20_000, `${milliseconds} ms`);
        if (outcome.ok) assert.ok(outcome.value.sysDescr.length <= 1_024);
        assert.ok(server.received() <= 8, `${server.received()} datagrams`);
      } finally {
        await server.close();
      }
    });
  }
});

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
        assert.ok(milliseconds < 20_000, `${milliseconds} ms`);
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
