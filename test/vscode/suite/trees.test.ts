import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { FitsApi } from '../../../src/api.ts';
import { leaves, readyApi, School, until } from './school.ts';

suite('the views', () => {
  const school = new School('suite-trees');
  const held: { api?: FitsApi } = {};
  const api = (): FitsApi => {
    assert.ok(held.api);
    return held.api;
  };

  suiteSetup(async () => {
    held.api = await readyApi();
    await school.build();
    await vscode.commands.executeCommand('fits.assets.focus');
  });
  suiteTeardown(() => school.remove());

  const labels = async () => leaves(await api().assets()).map(node => node.label);

  test('an asset appears, changes its title, and goes with its file', async () => {
    const record = (title: string) => `kind: asset\nid: SW-921\ntitle: ${title}\ntype: switch\nlocation: KS1-store\n`;
    const uri = await school.write('asset.fits.yaml', record('Switch that is new'));
    await until('the new asset', async () => (await labels()).includes('Switch that is new'));
    await school.write('asset.fits.yaml', record('Switch with another name'));
    await until('its new title', async () => (await labels()).includes('Switch with another name'));
    await vscode.workspace.fs.delete(uri);
    await until('its end', async () => !(await labels()).includes('Switch with another name'));
  });

  test('an open problem is counted by the badge until it is closed', async () => {
    const before = api().problemBadge();
    const record = (status: string) =>
      `kind: problem\nid: PRB-2026-921\ntitle: Trouble of the tests\nstatus: ${status}\nimpact: whole_school\nurgency: high\nservices: []\n`;
    await school.write('problem.fits.yaml', record('logged'));
    await until('the badge', () => api().problemBadge() === before + 1);
    const [group] = await api().problems();
    assert.ok(
      leaves(group === undefined ? [] : [group]).some(node => node.label === 'Trouble of the tests'),
      'the most urgent group holds it',
    );
    await school.write('problem.fits.yaml', record('cancelled'));
    await until('the badge as before', () => api().problemBadge() === before);
  });

  test('the filter leaves what fits, and is taken away', async () => {
    const all = (await labels()).length;
    await school.write(
      'filter.fits.yaml',
      'kind: asset\nid: PRN-922\ntitle: Zebra printer\ntype: printer\nlocation: KS1-store\n',
    );
    await until('the printer', async () => (await labels()).length === all + 1);
    assert.equal(new Set(leaves(await api().assets()).map(node => node.id)).size, all + 1, 'ids are unique');
    await vscode.commands.executeCommand('fits.assets.clearFilter');
    assert.equal((await labels()).length, all + 1);
  });

  test('a click opens the record at its number', async () => {
    const uri = await school.write(
      'click.fits.yaml',
      'kind: asset\nid: SW-923\ntitle: Switch to click\ntype: switch\nlocation: KS1-store\n',
    );
    const node = await until('the asset', async () =>
      leaves(await api().assets()).find(leaf => leaf.label === 'Switch to click'),
    );
    await vscode.commands.executeCommand('fits.record.open', node);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.equal(editor.document.getText(editor.selection), 'SW-923');
  });
});
