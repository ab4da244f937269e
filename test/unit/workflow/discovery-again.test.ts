import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { discover, recordFound } from '../../../server/workflow/discovery/discover.ts';
import { recordNetworks } from '../../../server/workflow/discovery/network-records.ts';
import { checkerOf, school } from '../engine/school.ts';
import { asset, home, network, office, schoolWith, seenAt, take, told, troubles } from './found-support.ts';

describe('a second look', () => {
  const mac = fc.constantFrom('', '3c:2a:f4:bf:f5:1b', '3c:2a:f4:bf:f5:9b', 'ac:7e:8a:19:bf:40', 'fe:7e:8a:19:bf:40');
  const name = fc.constantFrom('', 'sw-01', 'SW-02', 'prn-01.exampleton.example', 'prn-01', 'ubnt', 'pc-17', 'x');
  const text = fc.oneof(fc.constantFrom('', 'unknown', 'X1-1000', 'X1-2000', '0000', 'Office', 'sw-03'), fc.string());
  const identity = fc.record({
    sysName: fc.oneof(name, text),
    sysLocation: text,
    sysDescr: fc.oneof(text, fc.constantFrom('Example ES24 switch', 'HP LaserJet', 'Linux x')),
    sysObjectID: fc.constantFrom('1.3.6.1.4.1.9.1.1', '1.3.6.1.4.1.11.2.3.9.1', '0.0', '1.3.6.1.4.1.8072.3.2.10'),
    parts: fc.array(fc.record({ serial: text, make: text, model: text }), { maxLength: 2 }),
    printerSerial: text,
    mac,
    ownModel: text,
    firstDevice: text,
  });
  const seenDevice = fc
    .record({
      host: fc.integer({ min: 1, max: 254 }),
      mac,
      vendor: fc.constantFrom('', 'Apple', 'Brother'),
      name,
      ports: fc.subarray([22, 80, 445, 9100]),
      identity: fc.option(identity),
    })
    .map(one =>
      seenAt(`192.168.10.${one.host}`, {
        mac: one.mac,
        vendor: one.vendor,
        name: one.name,
        ports: one.ports.map(port => ({ port, name: `port ${port}` })),
        ...(one.identity && { told: told(one.identity) }),
      }),
    );
  const looks = fc.uniqueArray(seenDevice, { maxLength: 12, selector: one => one.address });
  const scope = fc.constantFrom('', 'dhcp_scope:\n  from: 192.168.10.100\n  to: 192.168.10.199\n');
  const recorded = fc.subarray([
    asset('SW-01', 'serial: X1-1000\naddress: 192.168.10.4\n'),
    asset('SW-02', 'mac: 3c:2a:f4:bf:f5:1b\nhostname: pc-17\n'),
    asset('PRN-01', 'address: 192.168.10.6\nstatus: disposed\nserial: X1-2000\n'),
    asset('TAB-01', 'quantity: 3\naddress_range: 192.168.10.40-192.168.10.99\n'),
  ]);

  it('property: proposes nothing that was recorded, and no record is at fault', () => {
    fc.assert(
      fc.property(looks, scope, recorded, (seen, handedOut, assets) => {
        const checker = checkerOf({
          [home]: school,
          'file:///school/network.fits.yaml': `${network}${handedOut}---\n${office}`,
          ...(assets.length > 0 && { 'file:///school/assets.fits.yaml': assets.join('---\n') }),
        });
        const first = discover(seen, checker.estate, home);
        assert.equal(first.recorded + first.fresh.length + first.passing, first.found);
        take(checker, recordFound(seen, checker.estate, home));
        assert.deepEqual(troubles(checker), []);
        const second = discover(seen, checker.estate, home);
        assert.deepEqual(second.fresh, []);
        assert.equal(recordFound(seen, checker.estate, home).length, 0);
      }),
      { numRuns: 1_500 },
    );
  });
});

describe('networks are recorded', () => {
  it('in the usual file, by their range, and nothing is wrong with them', () => {
    const checker = checkerOf({ [home]: school });
    const wishes = [
      { cidr: '192.168.10.0/24', title: '' },
      { cidr: '192.0.2.0/24', title: 'Demonstration network 192.0.2.0' },
      { cidr: '192.0.3.0/24', title: 'Demonstration network 192.0.2.0' },
    ];
    const answer = recordNetworks(wishes, 'snmp-read', checker.estate, home);
    assert.ok(answer.ok);
    assert.equal(answer.files[0]?.file, 'file:///school/network.fits.yaml');
    take(checker, answer.files);
    assert.deepEqual(
      checker.estate.ofKind('subnet', home).map(({ id, title, values }) => [id, title, values.cidr, values.credential]),
      [
        ['Network-192-168-10-0', 'Network 192.168.10.0', '192.168.10.0/24', 'snmp-read'],
        ['Demonstration-network-192-0-2-0', 'Demonstration network 192.0.2.0', '192.0.2.0/24', 'snmp-read'],
        ['Demonstration-network-192-0-2-0-2', 'Demonstration network 192.0.2.0', '192.0.3.0/24', 'snmp-read'],
      ],
    );
    assert.deepEqual(troubles(checker), []);
    const again = recordNetworks(wishes, 'snmp-read', checker.estate, home);
    assert.ok(again.ok && again.files.length === 0);
  });

  it('only where they share no address with a recorded one', () => {
    const { estate } = schoolWith('');
    const inside = recordNetworks([{ cidr: '192.168.10.64/26', title: '' }], '', estate, home);
    assert.ok(inside.ok && inside.files.length === 0, 'a part of one is recorded with it');
    const wider = recordNetworks([{ cidr: '192.168.10.0/23', title: '' }], '', estate, home);
    assert.ok(!wider.ok);
    assert.equal(
      wider.sentence,
      '192.168.10.0/23 shares addresses with Devices (devices), 192.168.10.0/24, which is recorded. Look at that one, or correct its record.',
    );
    const none = recordNetworks([{ cidr: 'the office', title: '' }], '', estate, home);
    assert.ok(!none.ok && none.sentence.includes('192.168.10.0/24'));
  });

  it('name the password that is tried, where no record does', () => {
    const checker = schoolWith(asset('SW-01', 'address: 192.168.10.4\ncredential: snmp-core\n'));
    const wish = [{ cidr: '192.168.10.0/24', title: '' }];
    const known = recordNetworks(wish, 'snmp-core', checker.estate, home);
    assert.ok(known.ok && known.files.length === 0);
    const other = recordNetworks(wish, 'snmp-read', checker.estate, home);
    assert.ok(other.ok);
    take(checker, other.files);
    assert.equal(checker.estate.ofKind('subnet', home)[0]?.values.credential, 'snmp-read');
    assert.deepEqual(troubles(checker), []);
  });
});
