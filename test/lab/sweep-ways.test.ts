/** The ways of a look that leave the demonstration network: name servers, fping, ping, and what real devices say of themselves. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import type { SeenDevice } from '../../server/model/seen-device.ts';
import { createSender } from '../../server/probe/sender.ts';
import { lookAt } from '../../server/probe/sweep/look.ts';
import { createAskName } from '../../server/probe/sweep/names.ts';
import { pingSilent } from '../../server/probe/sweep/silent.ts';
import { guessDevice } from '../../server/workflow/discovery/guess.ts';
import { serveNames } from '../simulators/name-server.ts';
import { startAgent } from '../simulators/snmp-agent.ts';
import { parseWalk } from '../simulators/snmprec.ts';
import { serveUdp } from '../simulators/udp.ts';
import { community, contextFor, guardFor, recorded } from './support.ts';

const open = guardFor({}, { networks: ['127.9.0.0/24'], addressMap: {}, onlyLoopback: false });

describe('names of addresses', () => {
  it('come from the name server, one question each', async () => {
    const server = await serveNames({
      '127.9.0.4': 'PRN-01.exampleton.example',
      '127.9.0.5': '-f',
      '127.9.0.6': 'a b',
    });
    try {
      const sender = createSender(undefined, [`127.0.0.1:${server.port}`]);
      const askName = createAskName({ ...contextFor(open), sender });
      assert.equal(await askName('127.9.0.4'), 'prn-01.exampleton.example');
      assert.equal(await askName('127.9.0.5'), '', 'no name that a program could read as an option');
      assert.equal(await askName('127.9.0.7'), '', 'nobody is called so');
      assert.equal(await askName('127.9.1.4'), '', 'not in a recorded network: not asked');
      assert.deepEqual([sender.count(), server.received()], [3, 3]);
    } finally {
      await server.close();
    }
  });

  it('are soon given up where no server answers', async () => {
    const server = await serveUdp('127.0.0.1', () => undefined);
    try {
      const sender = createSender(undefined, [`127.0.0.1:${server.port}`]);
      const askName = createAskName({ ...contextFor(open), sender });
      const addresses = Array.from({ length: 8 }, (_, n) => `127.9.0.${n + 1}`);
      await Promise.all(addresses.map(askName));
      assert.equal(await askName('127.9.0.9'), '');
      assert.equal(sender.count(), 8);
    } finally {
      await server.close();
    }
  });
});

describe('ping of silent addresses', { skip: process.platform === 'win32' ? 'programs of Unix' : false }, () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-fping-'));
  const usual = process.env['PATH'] ?? '';
  after(() => {
    process.env['PATH'] = usual;
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const find = (program: string): string | undefined =>
    usual.split(path.delimiter).find(one => fs.existsSync(path.join(one, program)));
  const guard = guardFor({}, { networks: ['127.9.0.0/24'], addressMap: {} });
  const addresses = ['127.9.0.1', '127.9.0.2', '192.0.2.4', '10.0.0.1'];

  it('goes to fping in one piece, and only of those that may be asked', async () => {
    const heard = path.join(folder, 'heard');
    const said = `#!/bin/sh\ncat > "${heard}"\necho "$@" >> "${heard}"\necho 127.9.0.2\necho 127.9.0.77\necho noise >&2\n`;
    fs.writeFileSync(path.join(folder, 'fping'), said, { mode: 0o755 });
    process.env['PATH'] = `${folder}${path.delimiter}${usual}`;
    const context = contextFor(guard);
    assert.deepEqual([...(await pingSilent(addresses, context))], ['127.9.0.2']);
    assert.equal(context.sender.count(), 2);
    assert.equal(fs.readFileSync(heard, 'utf8'), '127.9.0.1\n127.9.0.2\n-a -r1 -t500 -i1\n');
    process.env['PATH'] = usual;
  });

  it('by the real fping', { skip: find('fping') ? false : 'no fping' }, async () => {
    assert.deepEqual([...(await pingSilent(addresses, contextFor(guard)))], ['127.9.0.1', '127.9.0.2']);
  });

  it('by ping, one packet each, where there is no fping', { skip: find('ping') ? false : 'no ping' }, async () => {
    fs.rmSync(path.join(folder, 'fping'), { force: true });
    fs.symlinkSync(path.join(find('ping') ?? '', 'ping'), path.join(folder, 'ping'));
    process.env['PATH'] = folder;
    const context = contextFor(guard);
    const alive = [...(await pingSilent(addresses, context))];
    process.env['PATH'] = usual;
    // Two by fping, which is missing, and two by ping; where this user may not ping, nobody answers.
    assert.equal(context.sender.count(), 4);
    if (alive.length > 0) assert.deepEqual(alive, ['127.9.0.1', '127.9.0.2']);
  });
});

/** What the file's name says that the device is; read off the names by a person. */
const sorts: Readonly<Record<string, string>> = {
  apc_smt750x: 'ups',
  'arubaos-cx': 'switch',
  brother: 'printer',
  ciscosb_cbs350: 'switch',
  dlink_de: 'switch',
  dlink_dgs: 'switch',
  dsm: 'storage',
  'eaton-mgeups': 'ups',
  edgeswitch: 'switch',
  fortigate: 'firewall',
  'hpe-ilo': 'server',
  ios_2960x: 'switch',
  iosxe_c9300: 'switch',
  jetdirect: 'printer',
  jetstream: 'switch',
  linux_icecast: 'server',
  procurve: 'switch',
  ricoh: 'printer',
  routeros: 'router',
  'ruckuswireless-sz': 'wireless_controller',
  truenas: 'storage',
  unifi_nanohd: 'access_point',
  windows_svr: 'server',
  xerox: 'printer',
};

const shared = path.resolve('../shared/data/snmp');
const walks = fs.existsSync(shared) ? fs.readdirSync(shared).filter(file => file.endsWith('.snmprec')) : [];

describe('real devices, looked at', { skip: walks.length === 0 ? 'skipped: no shared data' : false }, () => {
  const nobody = { of: () => Promise.resolve('') };

  async function seenAs(file: string): Promise<SeenDevice | undefined> {
    const walk = parseWalk(fs.readFileSync(path.join(shared, file), 'latin1'));
    const agent = await startAgent({ address: '127.0.0.1', walk, communities: ['demonstration-read'] });
    try {
      const context = contextFor(guardFor({ 'udp/161': agent.port }), community);
      const job = { networks: [`${recorded}/32`], credential: { school: 'SCH-EPS', name: 'read' }, own: [] };
      return (await lookAt(job, context, nobody, () => undefined))[0];
    } finally {
      await agent.close();
    }
  }

  it('are guessed to be what they are called', async () => {
    const lines: string[] = [];
    let agree = 0;
    for (const file of walks) {
      const seen = await seenAs(file);
      assert.ok(seen?.told, `${file} told who it is`);
      const guess = guessDevice(seen);
      const [, wanted = ''] = Object.entries(sorts).find(([start]) => file.startsWith(start)) ?? [];
      if (guess.type === wanted) agree += 1;
      lines.push(
        `${guess.type === wanted ? ' ' : '!'} ${file}: ${guess.type} · ${guess.make} · ${guess.model} · ${guess.serial ? 'serial' : 'no serial'}`,
      );
      // A plain Linux names nobody who made it.
      assert.equal(guess.make === '', file.startsWith('linux'), file);
    }
    console.log(`${lines.join('\n')}\n${agree} of ${walks.length} types agree with the file's name`);
    assert.equal(agree, walks.length, lines.filter(line => line.startsWith('!')).join('\n'));
  });
});
