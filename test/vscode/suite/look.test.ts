import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { FitsApi } from '../../../src/api.ts';
import type { LookArgument, Looked } from '../../../src/look-command.ts';
import { demonstrationDevices } from '../../simulators/demonstration-devices.data.ts';
import { leaves, open, readyApi, School, until, untilCodes } from './school.ts';

/** A new school, in whose network the demonstration network's devices are. */
suite('look at my network', () => {
  const school = new School('look');
  const held: { api?: FitsApi } = {};
  const range = '192.0.2.0/24';
  const up = demonstrationDevices.filter(
    ({ address, trouble }) => address.startsWith('192.0.2.') && trouble !== 'down',
  );

  suiteSetup(async () => {
    held.api = await readyApi();
    await school.build();
    // Opened, so that the server knows them at once, however long the watching of a new folder takes to begin.
    for (const name of ['school.fits.yaml', 'places.fits.yaml']) await open(school.file(name));
    await until('the school is read', () => (held.api?.estate()?.schools ?? 0) > 1);
  });
  suiteTeardown(() => school.remove());

  const look = (argument: LookArgument): Thenable<Looked | undefined> =>
    vscode.commands.executeCommand<Looked | undefined>('fits.network.look', {
      school: 'SCH-LOOK',
      yes: true,
      ...argument,
    });

  const textOf = async (name: string): Promise<string | undefined> =>
    Promise.resolve(vscode.workspace.fs.readFile(school.file(name))).then(
      bytes => new TextDecoder().decode(bytes),
      () => undefined,
    );

  async function assets(): Promise<string[]> {
    const nodes = leaves((await held.api?.assets()) ?? []);
    return nodes.flatMap(({ place, asset }) => (place?.school === 'SCH-LOOK' && asset ? [asset.address] : []));
  }

  test('records the network and what is found in it, in files that were not there', async () => {
    const looked = await look({ networks: [range] });
    assert.ok(looked, 'it came to its end');
    assert.deepEqual([looked.found.sentence, looked.recorded], ['', up.length]);
    assert.match(
      (await textOf('network.fits.yaml')) ?? '',
      /^title: Demonstration network 192\.0\.2\.0\ncidr: 192\.0\.2\.0\/24$/m,
    );
    const records = (await textOf('assets.fits.yaml')) ?? '';
    assert.equal(records.split('kind: asset').length - 1, up.length, 'all of them are saved');
    assert.match(records, /^title: Printer at 192\.0\.2\.98$/m);
    await untilCodes(school.file('assets.fits.yaml'), []);
    await untilCodes(school.file('network.fits.yaml'), []);
    await until('the view shows them', async () => (await assets()).length === up.length);
    assert.deepEqual((await assets()).sort(), up.map(({ address }) => address).sort());

    const again = await look({ networks: [range] });
    assert.deepEqual(
      [again?.recorded, again?.found.recorded, again?.found.fresh],
      [0, up.length, []],
      'nothing is new',
    );

    assert.ok(await looked.undo(), 'the way back is open');
    await until('the file is gone', async () => (await textOf('assets.fits.yaml')) === undefined);
    await until('the view is empty again', async () => (await assets()).length === 0);
  });

  test('adds to the file that is there, and undo brings it back byte for byte', async () => {
    const before =
      'kind: asset\nid: PRN-07\ntitle: Printer of the office\ntype: printer\nlocation: KS1-store\naddress: 192.0.2.98\n';
    await school.write('equipment.fits.yaml', before);
    await open(school.file('equipment.fits.yaml'));
    await until('the printer is read', async () => (await assets()).length === 1);
    const looked = await look({ networks: [range] });
    assert.deepEqual([looked?.recorded, looked?.found.recorded], [up.length - 1, 1]);
    const after = (await textOf('equipment.fits.yaml')) ?? '';
    assert.ok(after.startsWith(before));
    assert.equal(after.split('kind: asset').length - 1, up.length);
    assert.equal(await looked?.undo(), true);
    await until('it is as before', async () => (await textOf('equipment.fits.yaml')) === before);
  });

  test('a range that nobody may look at is told, and nothing is written', async () => {
    const before = await textOf('network.fits.yaml');
    assert.equal(await look({ networks: ['10.0.0.0/8'] }), undefined);
    assert.equal(await look({ networks: ['192.0.0.0/22'] }), undefined, 'it shares addresses with the recorded one');
    assert.equal(await textOf('network.fits.yaml'), before);
  });
});
