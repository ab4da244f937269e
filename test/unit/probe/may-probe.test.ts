import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isHostName, mayLookUp, mayProbe, parseAddress, type Endpoint } from '../../../server/probe/may-probe.ts';
import type { FailureReason, ProbeGuard } from '../../../server/model/outcome.ts';

const guard = (changes: Partial<ProbeGuard> = {}): ProbeGuard => ({
  trusted: true,
  networks: ['10.1.0.0/16', '192.168.4.0/24', '127.0.0.0/24', 'fd00:1::/64'],
  addressMap: {},
  onlyLoopback: false,
  ...changes,
});
const tcp = (address: string, port = 443): Endpoint => ({ address, protocol: 'tcp', port });
const mapped = guard({
  networks: ['192.0.2.0/24'],
  onlyLoopback: true,
  addressMap: { '192.0.2.66': { to: '127.1.0.66', ports: { 'udp/161': 1161, 'tcp/443': 8443 }, icmp: 'udp/1162' } },
});

function reasonOf(endpoint: Endpoint, against: ProbeGuard): FailureReason | 'allowed' {
  const permission = mayProbe(endpoint, against);
  return permission.ok ? 'allowed' : permission.reason;
}

describe('mayProbe', () => {
  it('allows recorded addresses, canonical, unmapped', () => {
    const permission = mayProbe(tcp('10.1.2.3'), guard());
    assert.ok(permission.ok);
    assert.deepEqual({ ...permission.to }, { address: '10.1.2.3', port: 443, family: 4, mapped: false });
    const six = mayProbe(tcp('fd00:0001:0:0::0007'), guard());
    assert.ok(six.ok);
    assert.equal(six.to.address, 'fd00:1::7');
    assert.equal(six.to.family, 6);
  });

  it('refuses everything in an untrusted folder', () => {
    for (const address of ['10.1.2.3', '127.0.0.1', '192.0.2.66', 'x', '']) {
      assert.equal(reasonOf(tcp(address), { ...mapped, trusted: false }), 'not_trusted');
    }
  });

  it('refuses documentation addresses unmapped, even when recorded', () => {
    const everything = guard({ networks: ['0.0.0.0/0', '::/0', '192.0.2.0/24', '2001:db8::/32'] });
    for (const address of [
      '192.0.2.66',
      '198.51.100.1',
      '203.0.113.255',
      '2001:db8::1',
      '2001:0DB8:ffff::',
      '3fff::1',
    ]) {
      assert.equal(reasonOf(tcp(address), everything), 'documentation_address', address);
      assert.equal(reasonOf({ address, protocol: 'icmp', port: 0 }, everything), 'documentation_address', address);
    }
  });

  it('applies the map after the recorded network, and leads to loopback only', () => {
    const permission = mayProbe(tcp('192.0.2.66'), mapped);
    assert.ok(permission.ok);
    assert.deepEqual({ ...permission.to }, { address: '127.1.0.66', port: 8443, family: 4, mapped: true });
    const ping = mayProbe({ address: '192.0.2.66', protocol: 'icmp', port: 0 }, mapped);
    assert.ok(ping.ok);
    assert.equal(ping.to.port, 1162);
    assert.equal(reasonOf(tcp('192.0.2.66', 80), mapped), 'not_mapped');
    assert.equal(reasonOf({ address: '192.0.2.66', protocol: 'udp', port: 443 }, mapped), 'not_mapped');
    assert.equal(reasonOf(tcp('192.0.2.66'), { ...mapped, networks: ['10.0.0.0/8'] }), 'outside_networks');
    assert.equal(reasonOf(tcp('192.0.2.67'), mapped), 'documentation_address');
    for (const to of ['10.1.2.3', '192.0.2.1', '::1', '::ffff:127.0.0.1', 'localhost', '0177.0.0.1', '127.1', '']) {
      const elsewhere = {
        ...mapped,
        onlyLoopback: false,
        addressMap: { '192.0.2.66': { to, ports: { 'tcp/443': 1 } } },
      };
      assert.equal(reasonOf(tcp('192.0.2.66'), elsewhere), 'not_loopback', to);
    }
  });

  it('refuses broken ports of the map', () => {
    for (const port of [0, -1, 65_536, 1.5, Number.NaN]) {
      const broken = { ...mapped, addressMap: { '192.0.2.66': { to: '127.0.0.1', ports: { 'tcp/443': port } } } };
      assert.equal(reasonOf(tcp('192.0.2.66'), broken), 'not_mapped', String(port));
    }
    for (const icmp of ['tcp/7', 'udp/0', 'udp/99999', 'udp/7x', '7', '']) {
      const broken = { ...mapped, addressMap: { '192.0.2.66': { to: '127.0.0.1', icmp } } };
      assert.equal(reasonOf({ address: '192.0.2.66', protocol: 'icmp', port: 0 }, broken), 'not_mapped', icmp);
    }
    assert.equal(reasonOf(tcp('10.1.2.3', 0), guard()), 'bad_name');
    assert.equal(reasonOf(tcp('10.1.2.3', 70_000), guard()), 'bad_name');
  });

  it('under FITS_ONLY_LOOPBACK leaves this computer only', () => {
    const only = guard({ onlyLoopback: true, networks: ['0.0.0.0/0', '::/0'] });
    assert.equal(reasonOf(tcp('10.1.2.3'), only), 'not_loopback');
    assert.equal(reasonOf(tcp('8.8.8.8'), only), 'not_loopback');
    assert.equal(reasonOf(tcp('::1'), only), 'not_loopback');
    assert.equal(reasonOf(tcp('127.9.9.9'), only), 'allowed');
  });

  it('allows loopback only where it is recorded', () => {
    assert.equal(reasonOf(tcp('127.0.0.1'), guard()), 'allowed');
    assert.equal(reasonOf(tcp('127.0.1.1'), guard()), 'outside_networks');
    assert.equal(reasonOf(tcp('127.0.0.1'), guard({ networks: [] })), 'outside_networks');
  });

  it('refuses what is not one device', () => {
    const everything = guard({ networks: ['0.0.0.0/0', '::/0', '192.168.4.0/24'] });
    const group = [
      '0.0.0.0',
      '255.255.255.255',
      '224.0.0.1',
      '239.1.1.1',
      '240.0.0.1',
      'ff02::1',
      '::',
      '192.168.4.255',
    ];
    const disguised = ['::ffff:10.1.2.3', '::ffff:a01:203', '2002:a01:203::', '64:ff9b::a01:203', '2001::1'];
    for (const address of [...group, ...disguised, '192.168.4.0']) {
      assert.equal(reasonOf(tcp(address), everything), 'bad_name', address);
    }
    assert.equal(reasonOf(tcp('192.168.4.254'), everything), 'allowed');
  });

  it('refuses every other way of writing an address', () => {
    const texts = ['010.1.2.3', '0x0a.1.2.3', '10.1.515', '10.66051', '167838211', '10.1.2', '10.1.2.3 ', ' 10.1.2.3'];
    const more = [
      '10.1.2.3:80',
      '10.1.2.3/32',
      '10.1.2.003',
      '10.1.2.256',
      '１0.1.2.3',
      '-f',
      '--',
      'fe80::1%eth0',
      '[fd00:1::1]',
      '',
    ];
    for (const address of [...texts, ...more]) assert.equal(reasonOf(tcp(address), guard()), 'bad_name', address);
  });

  it('reads a map of unfriendly keys as a map without them', () => {
    const hostile = guard({
      addressMap: JSON.parse('{"__proto__":{"to":"127.0.0.1"},"constructor":{"to":"127.0.0.1"}}'),
    });
    assert.equal(reasonOf(tcp('constructor'), hostile), 'bad_name');
    assert.equal(reasonOf(tcp('10.1.2.3'), hostile), 'allowed');
  });

  it('ignores networks that are none', () => {
    for (const network of ['', '10.0.0.0', '10.0.0.0/33', '10.0.0.0/-1', '0/0', '10.0.0.0/8/8', 'any', '10.0.0.0/ 8']) {
      assert.equal(reasonOf(tcp('10.1.2.3'), guard({ networks: [network] })), 'outside_networks', network);
    }
  });

  it('property: whatever is asked, what is allowed is loopback by the map, or recorded and no documentation address', () => {
    const address = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.string(),
      fc.constantFrom('127.0.0.1', '192.0.2.66', '198.51.100.7', '10.1.2.3', '192.168.4.255', '::ffff:10.1.2.3'),
    );
    const networks = fc.array(fc.constantFrom('0.0.0.0/0', '::/0', '10.1.0.0/16', '127.0.0.0/8', '192.0.2.0/24', 'x'));
    const target = fc.record({
      to: fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('127.1.0.66', 'localhost')),
      ports: fc.constantFrom({ 'tcp/443': 8443 }, { 'udp/161': 1161 }, {}),
      icmp: fc.constantFrom('udp/1162', 'udp/0', ''),
    });
    const map = fc.dictionary(address, target, { maxKeys: 3 });
    fc.assert(
      fc.property(
        fc.record({ address, protocol: fc.constantFrom('tcp', 'udp', 'icmp'), port: fc.constantFrom(443, 161, 0, -1) }),
        fc.record({ trusted: fc.boolean(), networks, addressMap: map, onlyLoopback: fc.boolean() }),
        (endpoint, against) => {
          const permission = mayProbe(endpoint, against);
          if (!permission.ok) return;
          const { to } = permission;
          assert.ok(against.trusted);
          assert.ok(against.networks.length > 0);
          if (to.mapped || against.onlyLoopback) assert.match(to.address, /^127\./);
          assert.doesNotMatch(to.address, /^(192\.0\.2|198\.51\.100|203\.0\.113)\.|^2001:db8:|^-/);
          assert.ok(parseAddress(to.address) !== undefined);
          if (endpoint.protocol !== 'icmp' || to.mapped) assert.ok(to.port >= 1 && to.port <= 65_535);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

describe('mayLookUp', () => {
  it('takes host names, never options, addresses in disguise or an untrusted folder', () => {
    for (const name of ['srv-01.exampleton.example', 'a', 'SRV_01', '1a.example', 'localhost']) {
      assert.ok(mayLookUp(name, guard()).ok, name);
    }
    for (const name of [
      '-f',
      '--help',
      '',
      '.',
      'a b',
      'a;b',
      'a/b',
      '0x7f.1',
      '0177.0.0.1',
      '127.1',
      '2130706433',
      'ä',
      'a'.repeat(254),
    ]) {
      assert.ok(!isHostName(name), name);
      const permission = mayLookUp(name, guard());
      assert.ok(!permission.ok && permission.reason === 'bad_name', name);
    }
    const untrusted = mayLookUp('a', guard({ trusted: false }));
    assert.ok(!untrusted.ok && untrusted.reason === 'not_trusted');
  });

  it('under FITS_ONLY_LOOPBACK asks no name server', () => {
    const only = guard({ onlyLoopback: true });
    assert.ok(mayLookUp('localhost', only).ok);
    const outside = mayLookUp('srv-01.exampleton.example', only);
    assert.ok(!outside.ok && outside.reason === 'not_loopback');
  });
});
