import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Estate } from '../../../server/estate/estate.ts';
import type { SeenDevice, ToldIdentity } from '../../../server/model/seen-device.ts';
import { applyEdits } from '../../../server/model/text-edit.ts';
import type { Checker } from '../../../server/rules/checker.ts';
import type { FileChange } from '../../../server/workflow/changes.ts';
import { discover, recordFound } from '../../../server/workflow/discovery.ts';
import { gatherDevices } from '../../../server/workflow/found-device.ts';
import { evidenceOf, titleOf } from '../../../server/workflow/found-words.ts';
import { matchFound } from '../../../server/workflow/match-found.ts';
import { recordNetworks } from '../../../server/workflow/network-records.ts';
import { checkerOf, school } from '../engine/school.ts';

const home = 'file:///school/school.fits.yaml';
const network = 'kind: subnet\nid: devices\ntitle: Devices\ncidr: 192.168.10.0/24\n';
const office = 'kind: location\nid: office\ntitle: Office\n';

function seenAt(address: string, changes: Partial<SeenDevice> = {}): SeenDevice {
  return { address, ports: [], mac: '', vendor: '', name: '', ...changes };
}

function told(changes: Partial<ToldIdentity> = {}): ToldIdentity {
  return {
    ...{
      sysDescr: '',
      sysObjectID: '1.3.6.1.4.1.8072.3.2.10',
      upSeconds: 1,
      sysContact: '',
      sysName: '',
      sysLocation: '',
    },
    ...{ snmp: 'v2c', credential: 'read', parts: [], printerSerial: '', upsMake: '', upsModel: '', mac: '' },
    ...{ firstDevice: '', ownModel: '', ownSerial: '' },
    ...changes,
  };
}

function withSerial(serial: string, changes: Partial<ToldIdentity> = {}): ToldIdentity {
  return told({ parts: [{ serial, make: '', model: '' }], ...changes });
}

function schoolWith(assets: string, more = ''): Checker {
  return checkerOf({
    [home]: school,
    'file:///school/network.fits.yaml': `${network}---\n${office}${more}`,
    ...(assets === '' ? {} : { 'file:///school/assets.fits.yaml': assets }),
  });
}

function take(checker: Checker, files: readonly FileChange[]): void {
  for (const { file, before, edits } of files) checker.setFile(file, applyEdits(before, edits));
}

/** Codes of warnings and errors in all files. */
function troubles(checker: Checker): string[] {
  return [...checker.estate.files.keys()].flatMap(file =>
    checker
      .inFile(file)
      .filter(({ finding }) => finding.severity !== 'information')
      .map(({ finding }) => `${finding.code} ${finding.message}`),
  );
}

function matchedIds(estate: Estate, seen: readonly SeenDevice[]): string[] {
  const found = gatherDevices(seen);
  const matched = matchFound(found, estate.ofKind('asset', home));
  return found.map(device => matched.get(device)?.id ?? 'new');
}

const asset = (id: string, lines: string): string =>
  `kind: asset\nid: ${id}\ntitle: ${id}\ntype: switch\nlocation: office\n${lines}`;

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
