import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pingCommand } from '../../../server/probe/ping-command.ts';
import { isUsageError, parsePing } from '../../../server/probe/ping-parse.ts';
import { pingOutputs } from './ping-outputs.data.ts';

describe('parsePing', () => {
  for (const { name, address, text, expected } of pingOutputs) {
    it(name, () => {
      const outcome = parsePing(text, address, 1_234);
      if ('reason' in expected) {
        assert.ok(!outcome.ok, 'should have failed');
        assert.equal(outcome.reason, expected.reason);
        return;
      }
      assert.ok(outcome.ok, outcome.ok ? '' : outcome.detail);
      const { sent, received, least, mean, most, simulated } = outcome.value;
      assert.deepEqual({ received, least, mean, most }, expected);
      assert.equal(sent, 5);
      assert.equal(simulated, false);
      assert.equal(outcome.milliseconds, 1_234);
    });
  }

  it('survives anything', () => {
    for (const text of ['', '\0\xff', 'ttl=', 'TTL=1', 'x'.repeat(100_000), 'ttl=64 time=1e999 ms', 'ttl=64 time=ms']) {
      const outcome = parsePing(text, '10.0.0.1', 1);
      if (outcome.ok) assert.ok(Number.isFinite(outcome.value.most));
    }
  });

  it('knows a ping that wants plainer options', () => {
    assert.ok(
      isUsageError("ping: invalid option -- 'i'\nBusyBox v1.30.1 multi-call binary.\n\nUsage: ping [OPTIONS] HOST"),
    );
    assert.ok(isUsageError('ping: invalid number 0.2'));
    assert.ok(isUsageError('ping: -i interval too short: Operation not permitted'));
    assert.ok(!isUsageError('5 packets transmitted, 0 received, 100% packet loss, time 4086ms'));
  });
});

describe('pingCommand', () => {
  const four = { address: '10.1.2.3', family: 4 } as const;
  const six = { address: 'fd00:1::7', family: 6 } as const;
  it('is an argument vector for each system, with the address last', () => {
    assert.deepEqual(pingCommand(four, 'quick', 'linux'), {
      command: 'ping',
      args: ['-n', '-i', '0.2', '-c', '5', '-W', '1', '10.1.2.3'],
    });
    assert.deepEqual(pingCommand(six, 'plain', 'linux').args, ['-6', '-n', '-c', '5', '-W', '1', 'fd00:1::7']);
    assert.deepEqual(pingCommand(four, 'quick', 'darwin').args, [
      '-n',
      '-c',
      '5',
      '-i',
      '0.2',
      '-W',
      '1000',
      '10.1.2.3',
    ]);
    assert.equal(pingCommand(six, 'quick', 'darwin').command, 'ping6');
  });
  it('is the full path on Windows, where the current folder would be searched first', () => {
    assert.deepEqual(pingCommand(four, 'quick', 'win32', { SystemRoot: 'D:\\Win' }), {
      command: 'D:\\Win\\System32\\PING.EXE',
      args: ['-4', '-n', '5', '-w', '1000', '10.1.2.3'],
    });
  });
});
