import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Estate } from '../../../server/estate/estate.ts';
import type { SeenDevice } from '../../../server/model/seen-device.ts';
import { applyEdits } from '../../../server/model/text-edit.ts';
import { discover, recordFound } from '../../../server/workflow/discovery/discover.ts';
import { gatherDevices } from '../../../server/workflow/discovery/found-device.ts';
import { evidenceOf, titleOf } from '../../../server/workflow/discovery/found-words.ts';
import { matchFound } from '../../../server/workflow/discovery/match-found.ts';
import { checkerOf, school } from '../engine/school.ts';
import { asset, home, network, schoolWith, seenAt, take, told, troubles, withSerial } from './found-support.ts';

function matchedIds(estate: Estate, seen: readonly SeenDevice[]): string[] {
  const found = gatherDevices(seen);
  const matched = matchFound(found, estate.ofKind('asset', home));
  return found.map(device => matched.get(device)?.id ?? 'new');
}

describe('what is found is held against the records', () => {
  it('by serial number, then hardware address, then name, then address', () => {
    const { estate } = schoolWith(
      [
        asset('SW-01', 'serial: X1-1000\naddress: 192.168.10.4\n'),
        asset('SW-02', 'mac: 00:1b:2c:3d:4e:5f\naddress: 192.168.10.5\n'),
        asset('SW-03', 'hostname: core.exampleton.example\naddress: 192.168.10.6\n'),
        asset('SW-04', 'address: 192.168.10.7\naddresses:\n  - address: 192.168.10.8\n'),
        asset('SW-05', 'members:\n  - tag: a\n    serial: M-0001\n'),
      ].join('---\n'),
    );
    const seen = [
      // The address of each is that of another record: the surer sign counts.
      seenAt('192.168.10.5', { told: withSerial('x1-1000') }),
      seenAt('192.168.10.6', { mac: '00:1b:2c:3d:4e:5f' }),
      seenAt('192.168.10.7', { name: 'core.exampleton.example' }),
      seenAt('192.168.10.8'),
      seenAt('192.168.10.30', { told: withSerial('M-0001') }),
      seenAt('192.168.10.31', { told: told({ sysName: 'sw-05' }) }),
      seenAt('192.168.10.32'),
    ];
    assert.deepEqual(matchedIds(estate, seen), ['SW-01', 'SW-02', 'SW-03', 'SW-04', 'SW-05', 'SW-05', 'new']);
  });

  it('an address does not make it the recorded device where the serial or the hardware address is another', () => {
    const { estate } = schoolWith(
      `${asset('SW-01', 'serial: X1-1000\naddress: 192.168.10.4\n')}---\n${asset('SW-02', 'mac: 00:1b:2c:3d:4e:5f\naddress: 192.168.10.5\n')}`,
    );
    assert.deepEqual(matchedIds(estate, [seenAt('192.168.10.4', { told: withSerial('X1-2000') })]), ['new']);
    assert.deepEqual(matchedIds(estate, [seenAt('192.168.10.5', { mac: '90:1b:2c:3d:4e:5f' })]), ['new']);
    const neighbourPort = seenAt('192.168.10.5', { mac: '00:1b:2c:3d:4e:60' });
    assert.deepEqual(matchedIds(estate, [neighbourPort]), ['SW-02'], 'another port of the same device');
  });

  it('a group that is recorded once stands for all of its range; what is disposed of stands for nobody’s address', () => {
    const { estate } = schoolWith(
      `${asset('TAB-01', 'quantity: 3\naddress_range: 192.168.10.40-192.168.10.49\n')}---\n${asset('SW-09', 'address: 192.168.10.9\nstatus: disposed\nserial: OLD-1\n')}`,
    );
    const seen = [seenAt('192.168.10.40'), seenAt('192.168.10.49'), seenAt('192.168.10.50'), seenAt('192.168.10.9')];
    assert.deepEqual(matchedIds(estate, seen), ['TAB-01', 'TAB-01', 'new', 'new']);
    assert.deepEqual(matchedIds(estate, [seenAt('192.168.10.51', { told: withSerial('OLD-1') })]), ['SW-09']);
  });

  it('two addresses with one serial number, or one hardware address, are one device', () => {
    const both = [
      seenAt('192.168.10.4', { mac: '00:1b:2c:3d:4e:5f' }),
      seenAt('192.168.10.5', { told: withSerial('X1-1000') }),
      seenAt('192.168.10.6', { mac: '00:1b:2c:3d:4e:5f', told: withSerial('X1-1000') }),
      seenAt('192.168.10.7'),
    ];
    const checker = schoolWith('');
    take(checker, recordFound(both, checker.estate, home));
    const [one, other] = checker.estate.ofKind('asset', home);
    assert.equal(one?.values.address, '192.168.10.5');
    assert.deepEqual(
      one.values.addresses?.map(({ address }) => address),
      ['192.168.10.4', '192.168.10.6'],
    );
    assert.equal(other?.values.address, '192.168.10.7');
    assert.deepEqual(troubles(checker), []);
  });
});

describe('records of what is found', () => {
  it('say what was seen, in a file that is made for them', () => {
    const checker = schoolWith('');
    const printer = seenAt('192.168.10.98', {
      ports: [
        { port: 80, name: 'web page' },
        { port: 9100, name: 'printing' },
      ],
      mac: '3c:2a:f4:bf:f5:1b',
      vendor: 'Brother',
      name: 'prn-01.exampleton.example',
      told: told({
        sysDescr: 'Brother NC-8300h, Firmware Ver.1.14',
        sysObjectID: '1.3.6.1.4.1.2435.2.3.9.1',
        sysName: 'PRN-01',
        sysLocation: 'office',
        firstDevice: 'Brother MFC-L2710DW series',
        printerSerial: 'E78245B9N123456',
      }),
    });
    const { fresh } = discover([printer], checker.estate, home);
    assert.equal(
      fresh[0] && evidenceOf(fresh[0].found),
      'Answers as web page and printing; calls itself PRN-01; made by Brother; model MFC-L2710DW series',
    );
    const files = recordFound([printer], checker.estate, home);
    assert.deepEqual(
      files.map(({ file, isNew }) => [file, isNew]),
      [['file:///school/assets.fits.yaml', true]],
    );
    assert.equal(
      applyEdits('', files[0]?.edits ?? []),
      `kind: asset
id: PRN-01
title: Printer in the office (PRN-01)
type: printer
location: office
make: Brother
model: MFC-L2710DW series
serial: E78245B9N123456
hostname: prn-01.exampleton.example
address: 192.168.10.98
mac: 3c:2a:f4:bf:f5:1b
snmp: v2c
credential: read
`,
    );
    take(checker, files);
    assert.deepEqual(troubles(checker), []);
  });

  it('go where the school’s assets are most, with ids that nobody has', () => {
    const checker = schoolWith(asset('SW-01', ''), '');
    checker.setFile('file:///school/wireless.fits.yaml', `${asset('AP-1', '')}---\n${asset('AP-2', '')}`);
    const seen = [4, 5, 6].map(n => seenAt(`192.168.10.${n}`, { name: `sw-${n === 4 ? '02' : `x${n}`}` }));
    const files = recordFound(seen, checker.estate, home);
    assert.deepEqual(
      files.map(({ file }) => file),
      ['file:///school/wireless.fits.yaml'],
    );
    take(checker, files);
    const ids = checker.estate.ofKind('asset', home).map(({ id }) => id);
    assert.deepEqual(ids.slice(1), ['AP-1', 'AP-2', 'SW-02', 'SW-03', 'SW-04']);
    assert.deepEqual(troubles(checker), []);
  });

  it('have titles in plain words', () => {
    const titles: [SeenDevice, string][] = [
      [seenAt('192.168.10.7', { vendor: 'Apple' }), 'Unknown device at 192.168.10.7 (Apple)'],
      [seenAt('192.168.10.7'), 'Unknown device at 192.168.10.7'],
      [seenAt('192.168.10.7', { name: 'sw-01' }), 'Switch sw-01'],
      [seenAt('192.168.10.98', { ports: [{ port: 9100, name: 'printing' }] }), 'Printer at 192.168.10.98'],
      [
        seenAt('192.168.10.7', { told: told({ sysName: 'prn-01', sysLocation: 'Server cupboard' }) }),
        'Printer in the server cupboard (prn-01)',
      ],
      [
        seenAt('192.168.10.7', { told: told({ sysName: 'ap-1', sysLocation: 'Room 7' }) }),
        'Wireless access point in Room 7 (ap-1)',
      ],
      [
        seenAt('192.168.10.7', { told: told({ sysName: 'sw-1', sysLocation: 'KS1 store' }) }),
        'Switch in the KS1 store (sw-1)',
      ],
      [
        seenAt('192.168.10.7', { told: told({ sysName: 'sw-1', sysLocation: 'Sitting on the Dock of the Bay' }) }),
        'Switch sw-1',
      ],
    ];
    for (const [seen, title] of titles) {
      const [device] = gatherDevices([seen]);
      assert.equal(device && titleOf(device), title);
    }
  });

  it('leave out an address that is handed out, and a device that has nothing else', () => {
    const scope = 'dhcp_scope:\n  from: 192.168.10.100\n  to: 192.168.10.199\n';
    const checker = checkerOf({ [home]: school, 'file:///school/network.fits.yaml': network + scope });
    const seen = [
      seenAt('192.168.10.120', { mac: '3c:2a:f4:bf:f5:1b' }),
      seenAt('192.168.10.121', { name: 'pc-17' }),
      seenAt('192.168.10.122'),
      seenAt('192.168.10.12'),
    ];
    const { fresh, passing } = discover(seen, checker.estate, home);
    assert.deepEqual([fresh.length, passing], [3, 1]);
    assert.deepEqual(
      fresh.map(({ fields }) => fields['address']),
      [undefined, undefined, '192.168.10.12'],
    );
    take(checker, recordFound(seen, checker.estate, home));
    assert.deepEqual(troubles(checker), []);
    const again = discover(seen, checker.estate, home);
    assert.deepEqual([again.fresh.length, again.recorded, again.passing], [0, 3, 1]);
  });

  it('hold nothing that a device says to do harm', () => {
    const nasty = [
      'snmp://community@10.0.0.1',
      'https://admin:secret@10.0.0.1/',
      '07700 900123',
      'x\n---\nkind: role\nid: x',
      '"quoted: [yes',
      '# note',
      '-----BEGIN RSA PRIVATE KEY-----',
      'a'.repeat(5_000),
      '\u202E\u0000\u0007',
      'unknown',
      '{a: b}',
      '*alias',
      '!tag x',
    ];
    const seen = nasty.map((text, n) =>
      seenAt(`192.168.10.${n + 1}`, {
        vendor: text,
        name: text,
        told: withSerial(text, {
          sysName: text,
          sysLocation: text,
          sysDescr: `${text} switch`,
          ownModel: text,
          printerSerial: text,
        }),
      }),
    );
    const checker = schoolWith('');
    take(checker, recordFound(seen, checker.estate, home));
    assert.equal(checker.estate.ofKind('asset', home).length, nasty.length);
    assert.equal(checker.estate.ofKind('role', home).length, 1);
    assert.deepEqual(troubles(checker), []);
  });
});
