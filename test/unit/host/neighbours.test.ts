import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readNeighbours, tidyMac, withoutStandIns } from '../../../server/host/neighbour-tables.ts';
import { listNeighbours } from '../../../server/host/neighbours.ts';
import { ownNetworks } from '../../../server/host/own-networks.ts';

const linux = `IP address       HW type     Flags       HW address            Mask     Device
192.168.10.1     0x1         0x2         78:8a:20:11:22:33     *        eth0
192.168.10.7     0x1         0x0         00:00:00:00:00:00     *        eth0
192.168.10.9     0x1         0x6         00:1B:2C:3D:4E:5F     *        eth0
192.168.10.11    0x1         0x2         00:00:00:00:00:00     *        eth0
192.168.10.12    0x1         0x0         00:1b:2c:3d:4e:60     *        eth0
`;
const mac = `? (192.168.10.1) at 78:8a:20:1:2:3 on en0 ifscope [ethernet]
? (192.168.10.7) at (incomplete) on en0 ifscope [ethernet]
prn-01.exampleton.example (192.168.10.9) at 0:1b:2c:3d:4e:5f on en0 ifscope [ethernet]
? (224.0.0.251) at 1:0:5e:0:0:fb on en0 ifscope permanent [ethernet]
? (192.168.10.255) at ff:ff:ff:ff:ff:ff on en0 ifscope [ethernet]
`;
const windows = `
Interface: 192.168.10.23 --- 0xb
  Internet Address      Physical Address      Type
  192.168.10.1          78-8a-20-11-22-33     dynamic
  192.168.10.255        ff-ff-ff-ff-ff-ff     static
  224.0.0.22            01-00-5e-00-00-16     static

Schnittstelle: 10.0.0.5 --- 0x12
  Internetadresse       Physische Adresse     Typ
  10.0.0.9              00-1B-2C-3D-4E-5F     dynamisch
`;

describe('tables of neighbours', () => {
  it('of Linux: only complete entries', () => {
    assert.deepEqual(readNeighbours(linux, 'linux'), [
      { address: '192.168.10.1', mac: '78:8a:20:11:22:33' },
      { address: '192.168.10.9', mac: '00:1b:2c:3d:4e:5f' },
    ]);
  });

  it('of macOS: zeros that were left out, no broadcast and no group', () => {
    assert.deepEqual(readNeighbours(mac, 'mac'), [
      { address: '192.168.10.1', mac: '78:8a:20:01:02:03' },
      { address: '192.168.10.9', mac: '00:1b:2c:3d:4e:5f' },
    ]);
  });

  it('of Windows: in any language', () => {
    assert.deepEqual(readNeighbours(windows, 'windows'), [
      { address: '192.168.10.1', mac: '78:8a:20:11:22:33' },
      { address: '10.0.0.9', mac: '00:1b:2c:3d:4e:5f' },
    ]);
  });

  it('of none: nothing, whatever is written', () => {
    for (const text of ['', 'x', '1.2.3.4', '? (1.2.3.4) at', '\0\0', linux.slice(0, 90), 'arp: command not found'])
      for (const form of ['linux', 'mac', 'windows'] as const) assert.deepEqual(readNeighbours(text, form), []);
    for (const text of [
      '',
      '00:00:00:00:00:00',
      '01:00:5e:00:00:01',
      'a:b:c',
      '00:1b:2c:3d:4e:5f:60',
      'zz:1b:2c:3d:4e:5f',
    ])
      assert.equal(tidyMac(text), undefined, text);
  });

  it('leave out a router that answers in the place of others', () => {
    const at = (n: number, mac: string) => ({ address: `192.168.10.${n}`, mac });
    const own = [at(1, '00:1b:2c:3d:4e:01'), at(2, '00:1b:2c:3d:4e:02'), at(3, '00:1b:2c:3d:4e:02')];
    const stoodFor = [10, 11, 12, 13, 14].map(n => at(n, '00:1b:2c:3d:4e:99'));
    assert.deepEqual(withoutStandIns([...own, ...stoodFor]), own);
  });

  it('can be asked for on this computer', async () => {
    for (const neighbour of await listNeighbours(new AbortController().signal))
      assert.match(`${neighbour.address} ${neighbour.mac}`, /^[\d.]+ [0-9a-f]{2}(:[0-9a-f]{2}){5}$/);
  });
});

describe('networks of this computer', () => {
  const at = (address: string, cidr: string | null, changes: object = {}) => ({
    address,
    netmask: '',
    mac: '',
    internal: false,
    cidr,
    family: 'IPv4' as const,
    ...changes,
  });

  it('are those of IPv4 that lead outside', () => {
    const found = ownNetworks({
      lo: [at('127.0.0.1', '127.0.0.1/8', { internal: true })],
      eth0: [at('192.168.10.23', '192.168.10.23/24'), at('169.254.3.4', '169.254.3.4/16'), at('10.0.0.1', null)],
      eth1: [at('192.168.10.23', '192.168.10.23/24')],
      none: undefined,
    });
    assert.deepEqual(found, [{ address: '192.168.10.23', length: 24 }]);
    assert.deepEqual(ownNetworks({}), []);
  });
});
