import assert from 'node:assert/strict';
import { test } from 'node:test';
import { topologyOf } from '../../../server/facts/topology.ts';
import { checkerOf, codesIn, newChecker, school } from './school.ts';

const asset = (id: string, type: string, more = '') =>
  `kind: asset\nid: ${id}\ntitle: ${id}\ntype: ${type}\nlocation: unknown\n${more}`;
const link = (id: string, a: string, b: string, medium = 'copper') =>
  `kind: link\nid: ${id}\ntitle: ${id}\na: ${a}\nb: ${b}\nmedium: ${medium}\n`;

function topology(...records: readonly string[]) {
  const { estate } = checkerOf({ 's/school.fits.yaml': school, 's/x.fits.yaml': records.join('---\n') });
  return topologyOf('s/x.fits.yaml', estate);
}

const cutting = (found: ReturnType<typeof topology>, id: string): string[] =>
  found
    .cutting(id)
    .map(one => ('path' in one ? `${one.record.id}/${one.sort}` : one.id))
    .sort();

test('a cable that is written twice is one; two cables are two', () => {
  const [fw, srv] = [asset('FW', 'firewall'), asset('SRV', 'server')];
  const one = topology(fw, asset('SW', 'switch', 'connected_to: FW port 1\n'), link('L1', 'SW', 'FW'));
  assert.equal(one.joining.length, 1);
  const mirrored = topology(
    asset('FW', 'firewall', 'connected_to: sw port 3\n'),
    asset('SW', 'switch', 'connected_to: fw\n'),
  );
  assert.equal(mirrored.joining.length, 1);
  const two = topology(
    fw,
    asset('SW', 'switch', 'connected_to: [FW port 1, FW port 2]\n'),
    srv,
    link('L2', 'SRV', 'SW'),
  );
  assert.deepEqual(cutting(two, 'SRV'), ['L2/link', 'SW'], 'the two to the firewall stand in for one another');
  const links = topology(fw, asset('SW', 'switch'), link('L1', 'SW', 'FW'), link('L2', 'FW', 'SW'));
  assert.deepEqual(cutting(links, 'SW'), []);
});

test('suppliers’ lines, devices that are gone and cables to themselves join nothing; a virtual machine hangs on its server', () => {
  const found = topology(
    asset('FW', 'firewall'),
    asset('SW', 'switch', 'connected_to: [FW, SW]\n'),
    asset('OLD', 'switch', 'status: retired\nconnected_to: FW\n'),
    asset('WAN', 'router'),
    link('L1', 'WAN', 'FW', 'circuit'),
    asset('SRV', 'server', 'connected_to: SW\n'),
    asset('VM', 'virtual_machine', 'runs_on: SRV\n'),
  );
  assert.equal(found.isJoined('WAN'), false);
  assert.equal(found.isJoined('OLD'), false);
  assert.equal(found.reachesFirewall('vm'), true);
  assert.equal(found.reachesFirewall('WAN'), false);
  assert.equal(found.reachesFirewall('nowhere'), false);
  assert.deepEqual(cutting(found, 'VM'), ['SRV', 'SRV/connected_to', 'SW', 'SW/connected_to', 'VM/runs_on']);
});

test('a ring has no single point; a second firewall beside it neither', () => {
  const ring = topology(
    asset('FW', 'firewall'),
    asset('A', 'switch', 'connected_to: FW\n'),
    asset('B', 'switch', 'connected_to: A\n'),
    asset('C', 'switch', 'connected_to: [B, FW]\n'),
  );
  assert.deepEqual(
    ['A', 'B', 'C'].flatMap(id => cutting(ring, id)),
    [],
  );
  const twoWalls = topology(
    asset('FW1', 'firewall'),
    asset('FW2', 'firewall'),
    asset('A', 'switch', 'connected_to: [FW1, FW2]\n'),
    asset('B', 'switch', 'connected_to: A\n'),
  );
  assert.deepEqual(cutting(twoWalls, 'B'), ['A', 'B/connected_to']);
});

test('a single point goes when a second way comes, and comes back when that goes: whichever file changes', () => {
  const checker = newChecker();
  const service =
    'kind: service\nid: SVC-1\ntitle: Files\ncriticality: critical\ndepends_on: [NAS]\nuser_description: x\nusers: x\nhours: 24x7\nowner: unknown\nsupport_contact: unknown\ndata: none\nholds_data: no\nservice_levels: { incident_response_hours: 4 }\nlevel_basis: agreed\nreviewed: 2026-09-14\nrto_hours: 8\n';
  checker.setFile('s/school.fits.yaml', school);
  checker.setFile('s/fw.fits.yaml', asset('FW', 'firewall'));
  checker.setFile('s/a.fits.yaml', asset('A', 'switch', 'connected_to: FW\n'));
  checker.setFile('s/b.fits.yaml', asset('B', 'switch', 'connected_to: FW\n'));
  checker.setFile('s/nas.fits.yaml', asset('NAS', 'storage', 'connected_to: A\n'));
  const found = () => codesIn(checker, 's/a.fits.yaml').filter(code => code === 'CFG-008').length;
  assert.equal(found(), 0, 'no critical service');
  checker.setFile('s/svc.fits.yaml', service);
  assert.equal(found(), 1);
  checker.setFile('s/link.fits.yaml', link('L1', 'NAS', 'B'));
  assert.equal(found(), 0);
  checker.setFile('s/b.fits.yaml', asset('B', 'switch', 'status: retired\nconnected_to: FW\n'));
  assert.equal(found(), 1);
  checker.setFile(
    's/risk.fits.yaml',
    'kind: risk\nid: RSK-1\ntitle: One\nstatus: accepted\nassets: [A]\naccepted_by: unknown\nreview_due: 2026-11-23\n',
  );
  assert.equal(found(), 0, 'accepted until today');
});

test('ten thousand devices and as many cables are looked at in a second or two, once', () => {
  const count = 10_000;
  const records = Array.from({ length: count }, (_, i) =>
    i === 0 ? asset('D0', 'firewall') : asset(`D${String(i)}`, 'switch', `connected_to: D${String(i - 1)}\n`),
  );
  const { estate } = checkerOf({ 's/school.fits.yaml': school, 's/x.fits.yaml': records.join('---\n') });
  const first = topologyOf('s/x.fits.yaml', estate);
  assert.equal(first, topologyOf('s/x.fits.yaml', estate), 'the same object until something changes');
  assert.equal(first.cutting(`D${String(count - 1)}`).length, 2 * (count - 1) - 1, 'all but the firewall');
});
