import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkAnswer, questionId } from '../../../server/probe/snmp/answer-check.ts';
import { isSoundOid, readAll, readInteger, readTlv } from '../../../server/probe/snmp/ber.ts';
import { chooseLogin } from '../../../server/probe/snmp/credential.ts';
import { decode, integer, octets, oidContent, oidText, tlv } from '../../simulators/ber.ts';
import { pduTags, writeCommunity, writePdu } from '../../simulators/snmp-message.ts';
import { writeReport } from '../../simulators/snmp-agent.ts';

const answer = writeCommunity(
  1,
  'demonstration-read',
  writePdu(pduTags.response, 77, 0, 0, [
    { oid: '1.3.6.1.2.1.1.5.0', value: octets('sw-06') },
    { oid: '1.3.6.1.2.1.1.3.0', value: integer(4_294_967_295, 0x43) },
  ]),
);
const expected = { version: 1, flags: 0, isWaiting: (id: number) => id === 77 } as const;

describe('checkAnswer', () => {
  it('lets a good answer pass', () => {
    assert.deepEqual(checkAnswer(answer, expected), { ok: true, report: false });
    assert.equal(questionId(answer), 77);
  });

  it('lets no cut answer pass, wherever it is cut', () => {
    for (let length = 0; length < answer.length; length += 1) {
      assert.equal(checkAnswer(answer.subarray(0, length), expected).ok, false, String(length));
    }
  });

  it('lets no Report pass to a v2c session, which it would crash', () => {
    const report = Buffer.from(answer);
    report[report.indexOf(0xa2)] = 0xa8;
    assert.equal(checkAnswer(report, expected).ok, false);
  });

  it('reads the counter of a v3 Report', () => {
    const report = writeReport(77, 5, Buffer.from('engine'), 0, 0);
    const v3 = { ...expected, version: 3, flags: 3 } as const;
    assert.deepEqual(checkAnswer(report, v3), { ok: true, report: true, counter: 5 });
    assert.equal(checkAnswer(report, expected).ok, false);
    assert.equal(checkAnswer(writeReport(78, 5, Buffer.from('engine'), 0, 0), v3).ok, false);
    assert.equal(checkAnswer(writeReport(77, 5, Buffer.alloc(0), 0, 0), v3).ok, false);
  });

  it('property: never throws, whatever comes', () => {
    const v3 = { ...expected, version: 3, flags: 3 } as const;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        checkAnswer(bytes, expected);
        checkAnswer(bytes, v3);
        questionId(bytes);
      }),
      { numRuns: 5_000 },
    );
    const good = [answer, writeReport(77, 5, Buffer.from('engine'), 0, 0)];
    const change = fc.record({ at: fc.nat(200), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.array(change, { maxLength: 4 }), (original, changes) => {
        const bytes = Buffer.from(original);
        for (const { at, to } of changes) bytes[at % bytes.length] = to;
        checkAnswer(bytes, expected);
        checkAnswer(bytes, v3);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('BER', () => {
  it('reads integers with their sign, at most five bytes', () => {
    for (const value of [0, 1, 127, 128, 255, 256, -1, -128, -129, 2 ** 31 - 1, -(2 ** 31), 2 ** 32 - 1]) {
      const bytes = integer(value);
      assert.equal(readInteger(bytes, readTlv(bytes, 0, bytes.length)), value);
    }
    const nine = tlv(0x02, Buffer.alloc(9, 1));
    assert.equal(readInteger(nine, readTlv(nine, 0, nine.length)), undefined);
  });

  it('refuses indefinite and lying lengths', () => {
    assert.equal(readTlv(Buffer.from([0x30, 0x80, 0, 0]), 0, 4), undefined);
    assert.equal(readTlv(Buffer.from([0x30, 0x85, 1, 1, 1, 1, 1]), 0, 7), undefined);
    assert.equal(readTlv(Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]), 0, 6), undefined);
    assert.equal(readAll(Buffer.from([0x02, 0x01]), { start: 0, end: 2 }), undefined);
  });

  it('knows sound object identifiers', () => {
    const sound = (bytes: number[]): boolean => isSoundOid(Buffer.from(bytes), { tag: 6, start: 0, end: bytes.length });
    assert.ok(sound([0x2b, 6, 1]));
    assert.ok(sound([0x2b, 0x8f, 0xff, 0xff, 0xff, 0x7f]));
    assert.ok(!sound([]));
    assert.ok(!sound([0x2b, 0x86]));
    assert.ok(!sound([0x2b, 0xff, 0xff, 0xff, 0xff, 0x7f]));
  });

  it('property: the simulators encode what they decode', () => {
    const part = fc.nat({ max: 2 ** 31 });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), rest => {
        const text = `1.3.${rest.join('.')}`;
        assert.equal(oidText(decode(tlv(6, oidContent(text))).node.content), text);
      }),
    );
  });
});

describe('chooseLogin', () => {
  const auth = { protocol: 'sha', password: 'p' } as const;
  it('lets the record decide between v1 and v2c, and nothing between these and v3', () => {
    assert.deepEqual(chooseLogin('v1', { v: '2c', community: 'c' }), {
      version: 0,
      flags: 0,
      community: 'c',
      context: '',
    });
    assert.ok('unfit' in chooseLogin('v3', { v: '2c', community: 'c' }));
    assert.ok('unfit' in chooseLogin('v2c', { v: '3', user: 'u', level: 'noAuthNoPriv' }));
  });
  it('wants the passwords that the level needs, and passes on no other', () => {
    assert.ok('unfit' in chooseLogin('v3', { v: '3', user: 'u', level: 'authNoPriv' }));
    assert.ok('unfit' in chooseLogin('v3', { v: '3', user: 'u', level: 'authPriv', auth }));
    const login = chooseLogin('v3', { v: '3', user: 'u', level: 'noAuthNoPriv', auth });
    assert.ok('user' in login);
    assert.deepEqual(login.user, { name: 'u', level: 1 });
  });
});
