import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AddressMap } from '../../server/model/outcome.ts';
import type { SeenDevice } from '../../server/model/seen-device.ts';
import { createProbeRunner, type LookOptions, type LookResult } from '../../server/probe/run.ts';
import { addressesOf } from '../../server/probe/sweep/addresses.ts';
import type { LookProgress } from '../../server/probe/sweep/look.ts';
import { applyEdits } from '../../server/model/text-edit.ts';
import { discover, recordFound } from '../../server/workflow/discovery/discover.ts';
import { demonstrationDevices, demonstrationSecrets } from '../simulators/demonstration-devices.data.ts';
import { startSilentPort } from '../simulators/silent-port.ts';
import { startOpenPort, type TcpServer } from '../simulators/tcp-servers.ts';
import { serveUdp } from '../simulators/udp.ts';
import { checkerOf, school as schoolRecords } from '../unit/engine/school.ts';
import { neverAsk, startDemonstrationRunner } from './demonstration-runner.ts';

const networks = ['192.0.2.0/24', '203.0.113.0/24'];
const { network, runner, guardOf, stored } = await startDemonstrationRunner(networks);
const credential = (name: string) => ({ school: 'SCH-EPS', name });

function look(name?: string, options?: LookOptions, guard = guardOf()): Promise<LookResult> {
  const job = { networks, ...(name !== undefined && { credential: credential(name) }) };
  return runner.look(job, guard, name === undefined ? neverAsk : stored, options);
}

const byAddress = (seen: readonly SeenDevice[]): string[] => seen.map(({ address }) => address).sort();
const up = demonstrationDevices.filter(({ trouble }) => trouble !== 'down');
const addressOf = (id: string): string => demonstrationDevices.find(device => device.id === id)?.address ?? id;

describe('a look at the demonstration network', () => {
  it('finds every device that is up and none else, without a password', async () => {
    const progress: LookProgress[] = [];
    const { seen, cancelled, failed } = await look(undefined, { onProgress: one => progress.push(one) });
    assert.deepEqual([cancelled, failed], [false, false]);
    assert.deepEqual(byAddress(seen), up.map(({ address }) => address).sort());
    assert.ok(seen.every(({ told, mac }) => told === undefined && mac === ''));
    const printer = seen.find(({ address }) => address === addressOf('PRN-01'));
    assert.deepEqual(
      printer?.ports.map(port => port.name),
      ['web page', 'printing', 'internet printing'],
    );
    assert.deepEqual(
      seen.find(({ address }) => address === addressOf('SRV-02'))?.ports.map(({ port }) => port),
      [445],
    );
    const tried = progress.filter(({ step }) => step === 'addresses');
    assert.deepEqual(tried.at(-1), { step: 'addresses', done: 508, of: 508, found: up.length });
    assert.deepEqual(progress.at(-1), { step: 'devices', done: up.length, of: up.length, found: up.length });
  });

  it('asks those that accept the password who they are', async () => {
    const { seen, sends } = await look('snmp-v3-core');
    assert.deepEqual(byAddress(seen), up.map(({ address }) => address).sort());
    const speaking = up.filter(({ snmp, trouble }) => snmp === 'v3' && trouble !== 'other_password');
    const told = seen.filter(one => one.told !== undefined);
    assert.deepEqual(byAddress(told), speaking.map(({ address }) => address).sort());
    for (const { address, told: identity } of told) {
      const words = demonstrationDevices.find(device => device.address === address)?.words;
      assert.deepEqual([identity?.sysName, identity?.sysLocation], [words?.['name'], words?.['location']]);
      assert.deepEqual([identity?.snmp, identity?.credential], ['v3', 'snmp-v3-core']);
    }
    const core = told.find(({ address }) => address === addressOf('SW-01'))?.told;
    assert.equal(core?.parts[0]?.serial, 'SW7000');
    const power = told.find(({ address }) => address === addressOf('UPS-01'))?.told;
    assert.deepEqual([power?.upsMake, power?.upsModel], ['Example', 'U2200']);
    const text = JSON.stringify(seen);
    for (const secret of Object.values(demonstrationSecrets)) assert.ok(!text.includes(secret));
    // 53 TCP ports are mapped; what is asked besides is asked of the devices that the map has, never of the others.
    assert.ok(sends < 200, String(sends));
  });

  it('records make a second look find nothing new, and no record is at fault', async () => {
    const home = 'file:///school/school.fits.yaml';
    const subnets = networks.map(
      (cidr, n) => `kind: subnet\nid: net-${n}\ntitle: Network ${n}\ncidr: ${cidr}\ncredential: snmp-v2c-read\n`,
    );
    const checker = checkerOf({ [home]: schoolRecords, 'file:///school/network.fits.yaml': subnets.join('---\n') });
    const { seen } = await look('snmp-v2c-read');
    const first = discover(seen, checker.estate, home);
    assert.deepEqual([first.found, first.recorded, first.fresh.length, first.passing], [up.length, 0, up.length, 0]);
    for (const { file, before, edits } of recordFound(seen, checker.estate, home))
      checker.setFile(file, applyEdits(before, edits));
    const troubles = [...checker.estate.files.keys()]
      .flatMap(file => checker.inFile(file))
      .filter(({ finding }) => finding.severity !== 'information');
    assert.deepEqual(troubles, []);
    const again = discover((await look()).seen, checker.estate, home);
    assert.deepEqual([again.found, again.recorded, again.fresh.length], [up.length, up.length, 0]);
    // What calls itself by an id of the house gets that id.
    const ids = checker.estate.ofKind('asset', home).map(({ id }) => id);
    for (const device of up.filter(({ snmp, trouble }) => snmp === 'v2c' && trouble !== 'no_snmp'))
      assert.ok(ids.includes(device.id), `${device.id} among ${ids.join(' ')}`);
  });

  it('sends nothing for an untrusted folder, or outside the recorded networks', async () => {
    const before = network.counters.all();
    for (const guard of [
      guardOf({ trusted: false }),
      guardOf({ networks: [] }),
      guardOf({ networks: ['10.0.0.0/8'] }),
      guardOf({ addressMap: {} }),
    ]) {
      const { seen, sends } = await look('snmp-v2c-read', {}, guard);
      assert.deepEqual([seen, sends], [[], 0]);
    }
    const wide = await runner.look({ networks: ['192.0.0.0/16'] }, guardOf({ networks: ['192.0.0.0/16'] }), neverAsk);
    assert.deepEqual([wide.seen, wide.sends], [[], 0], 'wider than a /20');
    assert.equal(network.counters.all(), before);
  });

  it('ends soon when it is stopped, and leaves nothing sending', async () => {
    const stop = new AbortController();
    const onProgress = ({ found }: LookProgress): void => {
      if (found > 3) stop.abort();
    };
    const since = performance.now();
    const { cancelled, failed } = await look('snmp-v3-core', { signal: stop.signal, onProgress });
    assert.deepEqual([cancelled, failed], [true, false]);
    assert.ok(performance.now() - since < 30_000);
    // What the sender began, not what arrives: the last packets may still be on their way.
    const before = await runner.countSends();
    assert.ok(before > 0);
    await new Promise(resolve => setTimeout(resolve, 600));
    assert.equal(await runner.countSends(), before);
  });

  it('says so when it did not come to its end', async () => {
    const absent = createProbeRunner({ workerPath: '/no/such/worker.js' });
    const result = await absent.look({ networks }, guardOf(), neverAsk);
    assert.deepEqual(result, { seen: [], cancelled: false, failed: true, sends: 0 });
    await absent.close();
  });

  it('is not misled by a device that answers with whatever it likes', async () => {
    const hostile = await serveUdp('127.0.0.1', (_datagram, reply) => {
      for (const answer of ['', '\0', '0'.repeat(1_400), '\x30\x82\xff\xff']) reply(Buffer.from(answer, 'latin1'));
      reply(Buffer.from('302902010104127465737480a81c020400000001020100020100300e300c06082b0601020101', 'hex'));
    });
    const port = await startOpenPort('127.0.0.1');
    try {
      const map: AddressMap = {
        ...network.addressMap,
        '192.0.2.200': { to: '127.0.0.1', ports: { 'udp/161': hostile.port, 'tcp/443': port.port } },
        // Answers nothing but SNMP, and that falsely: it is there all the same.
        '192.0.2.201': { to: '127.0.0.1', ports: { 'udp/161': hostile.port } },
      };
      for (const name of ['snmp-v2c-read', 'snmp-v3-core']) {
        const { seen } = await look(name, {}, guardOf({ addressMap: map }));
        const expected = [...up.map(({ address }) => address), '192.0.2.200', '192.0.2.201'].sort();
        assert.deepEqual(byAddress(seen), expected, name);
        assert.ok(seen.every(({ address, told }) => !address.startsWith('192.0.2.20') || told === undefined));
      }
    } finally {
      await Promise.all([hostile.close(), port.close()]);
    }
  });
});

/** Thousands of addresses: what is too many or too few is told, not all of them. */
function assertSame(seen: readonly SeenDevice[], wanted: readonly string[]): void {
  const [is, be] = [new Set(byAddress(seen)), new Set(wanted)];
  const [more, less] = [[...is].filter(one => !be.has(one)), [...be].filter(one => !is.has(one))];
  assert.deepEqual(
    [more.length, less.length],
    [0, 0],
    `too many ${more.slice(0, 5).join()}, too few ${less.slice(0, 5).join()}`,
  );
}

describe('a wide network', () => {
  it('of 4,094 addresses is swept whole, with every open port', async t => {
    const addresses = addressesOf('127.64.0.0/20') ?? [];
    const open = addresses.filter((_, n) => n % 5 === 0);
    const servers: TcpServer[] = [];
    try {
      for (const address of open) servers.push(await startOpenPort(address, 8080));
    } catch (error) {
      // macOS has only 127.0.0.1.
      await Promise.all(servers.map(server => server.close()));
      return t.skip(`this computer has no 127.64.0.0/20: ${String(error)}`);
    }
    const since = performance.now();
    const guard = guardOf({ networks: ['127.64.0.0/20'], addressMap: {} });
    const { seen, sends } = await runner.look({ networks: ['127.64.0.0/20'] }, guard, neverAsk);
    console.log(
      `/20, all answer, 20 % with an open port: ${Math.round(performance.now() - since)} ms, ${sends} attempts`,
    );
    await Promise.all(servers.map(server => server.close()));
    // Loopback refuses where nothing listens, and a refusal is an answer: everybody is there.
    assertSame(seen, addresses);
    const found = seen.filter(({ ports }) => ports.some(({ port }) => port === 8080));
    assertSame(found, open);
  });

  it('of which four fifths are silent: everybody who is there is found, and nobody else', async t => {
    const silent = await startSilentPort('127.0.0.1');
    if (silent === undefined) return t.skip('this computer answers whatever its queue holds');
    const alive = await startOpenPort('127.0.0.1');
    try {
      const addresses = addressesOf('10.64.0.0/21') ?? [];
      const isUp = (n: number): boolean => n % 5 === 0;
      const map: AddressMap = Object.fromEntries(
        addresses.map((address, n) => {
          const port = isUp(n) ? alive.port : silent.port;
          return [address, { to: '127.0.0.1', ports: { 'tcp/443': port, 'tcp/80': silent.port } }];
        }),
      );
      const guard = guardOf({ networks: ['10.64.0.0/21'], addressMap: map });
      const since = performance.now();
      const { seen, sends } = await runner.look({ networks: ['10.64.0.0/21'] }, guard, neverAsk);
      console.log(
        `/21, 20 % answer, the others are silent: ${Math.round(performance.now() - since)} ms, ${sends} attempts`,
      );
      assertSame(
        seen,
        addresses.filter((_, n) => isUp(n)),
      );
    } finally {
      await alive.close();
      await silent.close();
    }
  });
});
