import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextEdit } from 'vscode-languageserver';
import type { AddressMap } from '../../server/model/outcome.ts';
import { listSchools, type SchoolRow } from '../../server/protocol/base.ts';
import type { RecordChanges } from '../../server/protocol/changes.ts';
import {
  checkNetwork,
  listNetworks,
  lookAtNetworks,
  recordDevices,
  recordNetworks,
  type CheckedNetwork,
  type LookAnswer,
  type NetworkRow,
  type RecordNetworksAnswer,
} from '../../server/protocol/discovery.ts';
import { startOpenPort } from '../simulators/tcp-servers.ts';
import { applyTo, startClient, type Client } from './client.ts';

const school = 'kind: school\nid: SCH-1\ntitle: Exampleton\nphase: primary\nict_owner: unknown\nmaintenance: unknown\n';
const printer = await startOpenPort('127.0.0.1');
test.after(() => printer.close());
const addressMap: AddressMap = {
  '192.0.2.98': { to: '127.0.0.1', ports: { 'tcp/9100': printer.port } },
  '192.0.2.99': { to: '127.0.0.1', ports: { 'tcp/80': printer.port } },
};
const demonstration = '192.0.2.0/24';
const ask = <T>(client: Client, method: string, params: object): Promise<T> =>
  client.connection.sendRequest<T>(method, { school: 'SCH-1', ...params });

async function write(client: Client, changes: RecordChanges): Promise<string[]> {
  const names = changes.files.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1));
  for (const [n, { edits }] of changes.files.entries())
    await client.write(names[n] ?? '', applyTo('', edits as TextEdit[]));
  return names;
}

test('from an empty school to recorded devices, and a second look that finds nothing new', async () => {
  const client = await startClient({ files: { 'school.fits.yaml': school }, options: { addressMap } });
  const networks = await ask<NetworkRow[]>(client, listNetworks, {});
  const offered = networks.find(({ cidr }) => cidr === demonstration);
  assert.deepEqual(offered, { cidr: demonstration, origin: 'demonstration', address: '', title: '', addresses: 254 });
  assert.ok(networks.every(({ origin }) => origin !== 'recorded'));

  const early = await ask<LookAnswer>(client, lookAtNetworks, { networks: [demonstration], credential: '' });
  assert.match(early.sentence, /^192\.0\.2\.0\/24 is none of your recorded networks, so nothing was sent\./);
  assert.equal(printer.connections(), 0);

  const wish = { networks: [{ cidr: demonstration, title: '' }], credential: '' };
  const recorded = await ask<RecordNetworksAnswer>(client, recordNetworks, wish);
  assert.ok(recorded.ok);
  // The record comes while the look is waiting for it, as it does from an editor.
  const heard: string[] = [];
  client.connection.onNotification('$/progress', ({ value }: { value: { message?: string } }) => {
    if (value.message !== undefined) heard.push(value.message);
  });
  const looking = ask<LookAnswer>(client, lookAtNetworks, {
    networks: [demonstration],
    credential: '',
    workDoneToken: 't',
  });
  assert.deepEqual(await write(client, recorded.changes), ['network.fits.yaml']);
  const { fresh, recorded: known, cancelled, sentence } = await looking;
  assert.deepEqual([known, cancelled, sentence], [0, false, '']);
  assert.deepEqual(
    fresh.map(({ title, address, evidence }) => [title, address, evidence]),
    [
      ['Printer at 192.0.2.98', '192.0.2.98', 'Answers as printing'],
      ['Unknown device at 192.0.2.99', '192.0.2.99', 'Answers as web page'],
    ],
  );
  assert.ok(heard.includes('254 of 254 addresses tried, 2 found'), heard.join('\n'));

  const devices = fresh.filter(({ typeLabel }) => typeLabel === 'Printer').flatMap(({ seen }) => seen);
  const changes = await ask<RecordChanges>(client, recordDevices, { devices });
  assert.deepEqual(await write(client, changes), ['assets.fits.yaml']);
  await client.open('assets.fits.yaml', applyTo('', changes.files[0]?.edits as TextEdit[]));
  const wrong = (await client.diagnostics('assets.fits.yaml')).filter(({ severity = 3 }) => severity < 3);
  assert.deepEqual(wrong, []);

  const again = await ask<LookAnswer>(client, lookAtNetworks, { networks: [demonstration], credential: '' });
  assert.deepEqual([again.recorded, again.fresh.map(({ address }) => address)], [1, ['192.0.2.99']]);
  const none = await ask<RecordChanges>(client, recordDevices, { devices });
  assert.deepEqual(none.files, [], 'what is recorded meanwhile is not recorded twice');
  await client.end();
});

test('ranges as people type them', async () => {
  const network = 'kind: subnet\nid: devices\ntitle: Devices\ncidr: 192.168.10.0/24\ncredential: snmp-read\n';
  const client = await startClient({ files: { 'school.fits.yaml': school, 'network.fits.yaml': network } });
  const check = (typed: string): Promise<CheckedNetwork> => ask(client, checkNetwork, { typed });
  assert.deepEqual(await check(' 192.168.11.0/24 '), {
    ok: true,
    cidr: '192.168.11.0/24',
    addresses: 254,
    recorded: false,
  });
  assert.deepEqual(await check('192.168.10.77/26'), {
    ok: true,
    cidr: '192.168.10.64/26',
    addresses: 62,
    recorded: true,
  });
  for (const [typed, words] of [
    ['10.0.0.0/8', 'more than 4,094 addresses'],
    ['192.168.10.1', 'not a range of addresses'],
    ['office', 'not a range of addresses'],
    ['fd00:1::/64', 'of the newer kind'],
  ] as const) {
    const answer = await check(typed);
    assert.ok(!answer.ok && answer.sentence.includes(words), `${typed}: ${JSON.stringify(answer)}`);
  }
  const rows = await ask<NetworkRow[]>(client, listNetworks, {});
  assert.deepEqual(rows[0], {
    cidr: '192.168.10.0/24',
    title: 'Devices',
    origin: 'recorded',
    address: '',
    addresses: 254,
  });
  const [row] = await client.connection.sendRequest<SchoolRow[]>(listSchools, {});
  assert.deepEqual(
    row?.credentials,
    [{ name: 'snmp-read', usedBy: 1, snmp: 'none' }],
    'the network’s own is one of the school’s',
  );
  await client.end();
});

test('nothing is sent for an untrusted folder, another school’s network, or a password that no record names', async () => {
  const network = `kind: subnet\nid: devices\ntitle: Devices\ncidr: ${demonstration}\n`;
  const files = { 'school.fits.yaml': school, 'network.fits.yaml': network };
  const before = printer.connections();
  const look = async (client: Client, params: object): Promise<string> => {
    const answer = await ask<LookAnswer>(client, lookAtNetworks, {
      networks: [demonstration],
      credential: '',
      ...params,
    });
    assert.deepEqual(answer.fresh, []);
    return answer.sentence;
  };
  const untrusted = await startClient({ files, options: { addressMap, trusted: false } });
  assert.equal(await look(untrusted, {}), 'This folder is not trusted yet, so nothing was sent.');
  await untrusted.end();
  const client = await startClient({ files, options: { addressMap } });
  assert.match(await look(client, { networks: ['192.0.3.0/24'] }), /none of your recorded networks/);
  assert.match(await look(client, { networks: ['192.0.0.0/16'] }), /more than 4,094 addresses/);
  assert.match(await look(client, { credential: 'snmp-read' }), /^No record of the school names "snmp-read"/);
  assert.match(await look(client, { school: 'SCH-2' }), /^There is no school record/);
  assert.equal(printer.connections(), before);
  await client.end();
});
