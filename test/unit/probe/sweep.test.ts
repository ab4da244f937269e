import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'node:test';
import type { ProbeGuard } from '../../../server/model/outcome.ts';
import { usualTimes, type ProbeContext } from '../../../server/probe/context.ts';
import { mayAskName } from '../../../server/probe/may-probe.ts';
import { createSender } from '../../../server/probe/sender.ts';
import { addressesOf } from '../../../server/probe/sweep/addresses.ts';
import { readFping } from '../../../server/probe/sweep/fping.ts';
import { lookAt, type LookJob } from '../../../server/probe/sweep/look.ts';
import { offeredNetworks } from '../../../server/probe/sweep/offered.ts';
import { mostAttempts, planSweep } from '../../../server/probe/sweep/plan.ts';
import { followRoundTrips } from '../../../server/probe/sweep/round-trip.ts';
import { isMadeUp, openVendors, readVendors } from '../../../server/probe/sweep/vendors.ts';
import { packVendors } from '../../../scripts/vendors.ts';

const nobody = { of: () => Promise.resolve('') };

describe('the addresses of a range', () => {
  it('are those of single devices', () => {
    assert.deepEqual(addressesOf('192.168.10.0/30'), ['192.168.10.1', '192.168.10.2']);
    assert.ok(addressesOf('192.168.10.9/29')?.includes('192.168.10.14'));
    assert.deepEqual(addressesOf('10.0.0.4/31'), ['10.0.0.4', '10.0.0.5']);
    assert.deepEqual(addressesOf('10.0.0.4/32'), ['10.0.0.4']);
    assert.equal(addressesOf('192.168.10.0/24')?.length, 254);
    const widest = addressesOf('255.255.240.0/20') ?? [];
    assert.equal(widest.length, 4_094);
    assert.equal(widest[0], '255.255.240.1');
  });

  it('of what is too wide, of the newer kind or no range are none', () => {
    for (const cidr of [
      '10.0.0.0/19',
      '10.0.0.0/8',
      '0.0.0.0/0',
      'fd00::/120',
      '10.0.0.0',
      '10.0.0.0/33',
      '10.0.0/24',
      '',
    ])
      assert.equal(addressesOf(cidr), undefined, cidr);
  });
});

describe('the plan of a sweep', () => {
  const own = [{ address: '10.0.3.4', length: 20 }];

  it('never has more attempts open than allowed, and no address twice', () => {
    for (const networks of [['192.168.10.0/24', '192.168.10.0/25'], ['10.0.0.0/20'], ['10.0.0.0/20', '10.9.0.0/20']]) {
      const plans = planSweep(networks, own);
      const all = plans.flatMap(plan => plan.addresses);
      assert.equal(new Set(all).size, all.length);
      for (const plan of plans) {
        const most = plan.atOnce * Math.max(...plan.rounds.map(round => round.length));
        assert.ok(most <= (plan.firstPatience === undefined ? mostAttempts : 300), String(most));
        assert.equal(new Set(plan.rounds.flat()).size, 10);
      }
    }
  });

  it('is careful only on a wide network of this computer itself', () => {
    assert.deepEqual(
      planSweep(['10.0.0.0/20'], own).map(plan => plan.firstPatience),
      [4_000],
    );
    assert.deepEqual(
      planSweep(['10.0.0.0/20'], []).map(plan => plan.firstPatience),
      [undefined],
    );
    assert.deepEqual(
      planSweep(['10.0.0.0/22'], own).map(plan => plan.firstPatience),
      [undefined],
    );
    assert.deepEqual(planSweep([], own), []);
  });
});

it('patience follows the answers, between 300 ms and a second', () => {
  const trips = followRoundTrips();
  assert.equal(trips.patience(), 300);
  for (let n = 0; n < 20; n += 1) trips.note(1);
  assert.equal(trips.patience(), 300);
  for (let n = 0; n < 50; n += 1) trips.note(n % 2 === 0 ? 100 : 300);
  assert.ok(trips.patience() > 400 && trips.patience() < 900, String(trips.patience()));
  for (let n = 0; n < 50; n += 1) trips.note(5_000);
  assert.equal(trips.patience(), 1_000);
});

it('fping’s answer is its addresses and nothing else', () => {
  const said =
    '192.168.10.1\n192.168.10.9\r\nICMP Host Unreachable from 192.168.10.23 for ICMP Echo sent to 192.168.10.7\n\nx';
  assert.deepEqual([...readFping(said)], ['192.168.10.1', '192.168.10.9']);
});

describe('networks that are offered', () => {
  it('are the own ones, a /24 of a wide one, and those of the demonstration', () => {
    const own = [
      { address: '192.168.10.23', length: 24 },
      { address: '10.1.2.3', length: 8 },
      { address: '172.16.5.6', length: 22 },
      { address: '192.0.2.5', length: 24 },
      { address: '198.51.100.5', length: 24 },
    ];
    assert.deepEqual(
      offeredNetworks(['192.0.2.66', '192.0.2.67', '203.0.113.1', 'fd00::1', 'x', '10.1.2.9'], ['172.16.4.0/24'], own),
      [
        { cidr: '192.168.10.0/24', origin: 'own', address: '192.168.10.23' },
        { cidr: '10.1.2.0/24', origin: 'own', address: '10.1.2.3' },
        { cidr: '192.0.2.0/24', origin: 'demonstration', address: '' },
        { cidr: '203.0.113.0/24', origin: 'demonstration', address: '' },
      ],
    );
  });
});

describe('makers by hardware address', () => {
  const table = packVendors({
    C85CE2: 'IEEE Registration Authority\n445 Hoes Lane',
    C85CE27: 'SYNERGY SYSTEMS AND SOLUTIONS\nA1526',
    '8C1F64FFC': 'Invendis Technologies India Pvt Ltd\nBengaluru',
    '8C1F64': 'IEEE Registration Authority',
    '3C2AF4': 'Brother Industries, LTD.\n15-1, Naeshiro-cho',
    '001B2C': 'ATRON electronic GmbH\nHallerstraße',
    '0000AA': 'Private',
  });

  it('are packed once each, and found by the longest beginning', () => {
    const read = readVendors(table);
    assert.equal(read.get('C85CE27'), 'Synergy Systems And Solutions');
    assert.equal(read.get('8C1F64FFC'), 'Invendis Technologies India');
    assert.equal(read.get('3C2AF4'), 'Brother');
    assert.equal(read.get('001B2C'), 'ATRON electronic');
    for (const nobodys of ['C85CE2', '8C1F64', '0000AA']) assert.equal(read.get(nobodys), undefined);
  });

  it('are read from the packed file', { skip: fs.existsSync('dist/oui.br') ? false : 'not built' }, async () => {
    const vendors = openVendors('dist/oui.br');
    assert.equal(await vendors.of('3c:2a:f4:bf:f5:1b'), 'Brother');
    assert.equal(await vendors.of('c8:5c:e2:7a:bc:de'), 'Synergy Systems And Solutions');
    assert.equal(await vendors.of('ac:7e:8a:19:bf:40'), 'Cisco');
    assert.equal(await vendors.of('fe:ff:ff:00:00:01'), '', 'made up by the device');
    assert.equal(await vendors.of(''), '');
    assert.ok(isMadeUp('02:42:ac:11:00:02') && !isMadeUp('3c:2a:f4:bf:f5:1b'));
    assert.equal(await openVendors('dist/no-such.br').of('3c:2a:f4:bf:f5:1b'), '');
  });
});

describe('a look that may not be', () => {
  const guard = (changes: Partial<ProbeGuard> = {}): ProbeGuard => ({
    trusted: true,
    networks: ['192.168.77.0/24', '192.0.2.0/24', '127.77.0.0/24'],
    addressMap: {},
    onlyLoopback: true,
    ...changes,
  });

  it('sends nothing, and asks for no password', async () => {
    const cases: [LookJob, ProbeGuard][] = [
      [{ networks: ['127.77.0.0/24'] }, guard({ trusted: false })],
      [{ networks: ['192.168.77.0/24'] }, guard()],
      [{ networks: ['192.0.2.0/24'] }, guard({ onlyLoopback: false })],
      [{ networks: ['127.77.0.0/24'] }, guard({ networks: ['127.78.0.0/24'] })],
      [{ networks: ['127.77.0.0/19'] }, guard({ networks: ['127.0.0.0/8'] })],
      [{ networks: ['127.77.0.0/24'] }, guard({ networks: [] })],
    ];
    for (const [job, against] of cases) {
      const sender = createSender();
      const context: ProbeContext = {
        guard: against,
        sender,
        signal: new AbortController().signal,
        times: usualTimes,
        credential: () => Promise.reject(new Error('must not be asked')),
      };
      const asking = { ...job, credential: { school: 'SCH-1', name: 'read' } };
      const seen = await lookAt(asking, context, nobody, () => undefined);
      assert.deepEqual([seen, sender.count()], [[], 0], JSON.stringify(job));
    }
  });

  it('nor is a name server asked', () => {
    const reasonOf = (address: string, against: ProbeGuard): string => {
      const permission = mayAskName(address, against);
      return permission.ok ? 'allowed' : permission.reason;
    };
    const free = guard({ onlyLoopback: false });
    assert.equal(reasonOf('192.168.77.4', free), 'allowed');
    assert.equal(reasonOf('192.168.77.4', { ...free, trusted: false }), 'not_trusted');
    assert.equal(reasonOf('192.168.78.4', free), 'outside_networks');
    assert.equal(reasonOf('192.0.2.4', free), 'documentation_address');
    assert.equal(reasonOf('127.77.0.4', guard()), 'not_loopback');
    assert.equal(reasonOf('-x', free), 'bad_name');
    const mapped = guard({ addressMap: { '192.0.2.4': { to: '127.0.0.1', icmp: 'udp/7000' } } });
    assert.equal(reasonOf('192.0.2.4', mapped), 'not_mapped');
  });
});
