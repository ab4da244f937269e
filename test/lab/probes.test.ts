import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runProgram } from '../../server/host/run-program.ts';
import type { ProbeGuard } from '../../server/model/outcome.ts';
import { probeDevice } from '../../server/probe/device.ts';
import { pingDevice } from '../../server/probe/ping.ts';
import { resolveAddress } from '../../server/probe/resolve.ts';
import { tryPort } from '../../server/probe/tcp.ts';
import { startEcho } from '../simulators/echo.ts';
import { findShutPort, startOpenPort, type TcpServer } from '../simulators/tcp-servers.ts';
import { makeCertificate } from '../simulators/tls-certificate.ts';
import { startSecureWebPage } from '../simulators/tcp-servers.ts';
import { serveUdp } from '../simulators/udp.ts';
import { request } from 'node:https';
import { community, contextFor, guardFor, recorded, targetOf } from './support.ts';

const loopback: ProbeGuard = { trusted: true, networks: ['127.0.0.0/8'], addressMap: {}, onlyLoopback: true };
const echoGuard = (port: number): ProbeGuard =>
  guardFor({}, { addressMap: { [recorded]: { to: '127.0.0.1', icmp: `udp/${port}` } } });

/** Whether this machine has a ping that this user may run. */
const pinged = await runProgram('ping', ['-c', '1', '127.0.0.1'], { timeout: 5_000 });
const hasPing = pinged.ended === 'exit' && pinged.code === 0;

describe('TCP', () => {
  let open: TcpServer;
  before(async () => {
    open = await startOpenPort('127.0.0.1');
  });
  after(async () => open.close());

  it('tells open from shut, and hangs up', async () => {
    const context = contextFor(loopback);
    const outcome = await tryPort('127.0.0.1', open.port, context);
    assert.ok(outcome.ok && outcome.value.open);
    const shut = await tryPort('127.0.0.1', await findShutPort('127.0.0.1'), context);
    assert.ok(shut.ok && !shut.value.open);
    assert.equal(open.connections(), 1);
    assert.equal(context.sender.count(), 2);
  });

  it('opens no socket when it is cancelled before, outside or not recorded', async () => {
    const cancelled = contextFor(loopback);
    cancelled.stop.abort();
    const outcome = await tryPort('127.0.0.1', open.port, cancelled);
    assert.ok(!outcome.ok && outcome.reason === 'cancelled');
    assert.equal(cancelled.sender.count(), 0);
    const outside = contextFor({ ...loopback, networks: ['10.0.0.0/8'] });
    const refused = await tryPort('127.0.0.1', open.port, outside);
    assert.ok(!refused.ok && refused.reason === 'outside_networks');
    assert.equal(outside.sender.count(), 0);
  });

  it('speaks TLS with a certificate of its own making', async () => {
    const certificate = makeCertificate('nas-01.exampleton.example');
    const server = await startSecureWebPage('127.0.0.1', 'NAS-01', certificate);
    try {
      const name = await new Promise<string>((resolve, reject) => {
        const asked = request({
          host: '127.0.0.1',
          port: server.port,
          ca: certificate.cert,
          servername: 'nas-01.exampleton.example',
        });
        asked.on('response', response => resolve(`${response.statusCode ?? 0}`));
        asked.on('error', reject);
        asked.end();
      });
      assert.equal(name, '200');
    } finally {
      await server.close();
    }
  });
});

describe('simulated ping', () => {
  it('counts what comes back, and says that it is simulated', async () => {
    const echo = await startEcho({ address: '127.0.0.1', loseEvery: 5 });
    try {
      const outcome = await pingDevice(recorded, contextFor(echoGuard(echo.port)));
      assert.ok(outcome.ok);
      assert.deepEqual([outcome.value.sent, outcome.value.received, outcome.value.simulated], [5, 4, true]);
      assert.equal(echo.received(), 5);
    } finally {
      await echo.close();
    }
  });

  it('hears nothing of a device that is off, and nothing of forged answers', async () => {
    const off = await pingDevice(recorded, contextFor(echoGuard(await findShutPort('127.0.0.1'))));
    assert.ok(!off.ok && off.reason === 'no_answer');
    const forger = await serveUdp('127.0.0.1', (_datagram, reply) => reply(Buffer.alloc(9)));
    try {
      const forged = await pingDevice(recorded, contextFor(echoGuard(forger.port)));
      assert.ok(!forged.ok && forged.reason === 'no_answer');
    } finally {
      await forger.close();
    }
  });
});

describe('the system ping', () => {
  const skip = hasPing ? false : 'skipped: no ping';
  it('answers on 127.0.0.1', { skip }, async () => {
    const context = contextFor(loopback, undefined, { packet: 1_000, device: 10_000 });
    const outcome = await pingDevice('127.0.0.1', context);
    assert.ok(outcome.ok, outcome.ok ? '' : outcome.detail);
    assert.equal(outcome.value.received, 5);
    assert.equal(outcome.value.simulated, false);
    assert.equal(context.sender.count(), 1);
  });

  it('stops when it is cancelled', { skip }, async () => {
    const context = contextFor(loopback);
    setTimeout(() => context.stop.abort(), 50);
    const outcome = await pingDevice('127.0.0.1', context);
    assert.ok(!outcome.ok && outcome.reason === 'cancelled');
  });
});

describe('runProgram', () => {
  const node = process.execPath;
  const wait = 'setTimeout(() => {}, 60000)';

  it('gives arguments as they are, to no shell', async () => {
    const odd = ['$(echo a)', '; echo b', '"c', '*', ''];
    const end = await runProgram(node, ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...odd], {
      timeout: 10_000,
    });
    assert.ok(end.ended === 'exit');
    assert.deepEqual(JSON.parse(end.output), odd);
  });

  it('says when a program is missing', async () => {
    const end = await runProgram('no-such-program-of-fits', [], { timeout: 1_000 });
    assert.equal(end.ended, 'missing');
  });

  it('bounds time and output, and ends with the signal', async () => {
    assert.equal((await runProgram(node, ['-e', wait], { timeout: 300 })).ended, 'timeout');
    const flood = 'for (;;) process.stdout.write("x".repeat(65536))';
    const end = await runProgram(node, ['-e', flood], { timeout: 10_000, most: 100_000 });
    assert.equal(end.ended, 'too_much');
    assert.ok(end.output.length <= 100_000);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 200);
    assert.equal((await runProgram(node, ['-e', wait], { timeout: 10_000, signal: stop.signal })).ended, 'cancelled');
    assert.equal((await runProgram(node, ['-e', wait], { timeout: 10_000, signal: stop.signal })).ended, 'cancelled');
  });

  it('passes the environment on, and puts nothing of the current folder on the path', async () => {
    const script = 'console.log(process.env.LC_ALL, process.env.PATH.includes("node_modules"))';
    const environment = { LC_ALL: 'C', PATH: '/usr/bin' };
    const end = await runProgram(node, ['-e', script], { timeout: 10_000, environment });
    assert.ok(end.ended === 'exit');
    assert.equal(end.output.trim(), 'C false');
  });
});

describe('resolveAddress', () => {
  it('leaves addresses alone and looks up no name without leave', async () => {
    const context = contextFor(loopback);
    const plain = await resolveAddress(' 10.1.2.3 ', context);
    assert.ok(plain.ok && plain.value === '10.1.2.3');
    for (const [name, reason] of [
      ['', 'not_recorded'],
      ['-f', 'bad_name'],
      ['0177.0.0.1', 'bad_name'],
      ['srv-01.exampleton.example', 'not_loopback'],
    ] as const) {
      const outcome = await resolveAddress(name, context);
      assert.ok(!outcome.ok && outcome.reason === reason, name);
    }
    assert.equal(context.sender.count(), 0);
  });

  it('finds localhost', async () => {
    const outcome = await resolveAddress('localhost', contextFor(loopback));
    assert.ok(outcome.ok && outcome.value === '127.0.0.1');
  });
});

describe('probeDevice', () => {
  it('ends at its own deadline, and calls that silence', async () => {
    const silent = await serveUdp('127.0.0.1', () => undefined);
    const guard = guardFor(
      {},
      {
        addressMap: {
          [recorded]: { to: '127.0.0.1', ports: { 'udp/161': silent.port }, icmp: `udp/${silent.port}` },
        },
      },
    );
    try {
      const since = performance.now();
      const report = await probeDevice(targetOf(), contextFor(guard, community, { packet: 30_000, device: 400 }));
      assert.ok(performance.now() - since < 20_000);
      assert.equal(report.state, 'down');
      assert.ok(!report.snmp.ok && report.snmp.reason === 'no_answer');
      assert.ok(!report.ping.ok && report.ping.reason === 'no_answer');
    } finally {
      await silent.close();
    }
  });

  it('does not wait for ever for a credential', async () => {
    const silent = await serveUdp('127.0.0.1', () => undefined);
    const context = contextFor(guardFor({ 'udp/161': silent.port }), community, { packet: 100, device: 400 });
    try {
      const report = await probeDevice(targetOf(), { ...context, credential: () => new Promise(() => undefined) });
      assert.ok(!report.snmp.ok && report.snmp.reason === 'cannot_run');
      assert.equal(silent.received(), 0);
    } finally {
      await silent.close();
    }
  });
});
