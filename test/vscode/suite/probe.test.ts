import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import type { AddressMap } from '../../../server/model/outcome.ts';
import type { FitsApi } from '../../../src/api.ts';
import type { TreeNode } from '../../../src/tree-node.ts';
import { demonstrationDevices } from '../../simulators/demonstration-devices.data.ts';
import { leaves, readyApi, until } from './school.ts';

/** The sample school's devices, behind which the demonstration network stands. */
suite('probing', () => {
  const held: { api?: FitsApi; device?: TreeNode } = {};
  const api = (): FitsApi => {
    assert.ok(held.api);
    return held.api;
  };

  suiteSetup(async () => {
    held.api = await readyApi();
    await until('the schools of the other suites are gone', () => api().estate()?.schools === 1).catch(
      async (error: unknown) => {
        const schools = leaves(await api().assets()).map(({ place }) => place?.uri ?? '');
        throw new Error(`${String(error)}: ${[...new Set(schools)].join(' ')}`);
      },
    );
  });

  async function devices(): Promise<TreeNode[]> {
    const map = vscode.workspace.getConfiguration('fits').get<AddressMap>('addressMap', {});
    return leaves(await api().assets()).filter(
      ({ asset }) => asset !== undefined && map[asset.address]?.ports?.['udp/161'] !== undefined,
    );
  }

  test('a simulated device says its own name, and the tree its state', async () => {
    const healthy = demonstrationDevices.filter(({ trouble, words }) => trouble === undefined && words !== undefined);
    const device = await until('a simulated device', async () =>
      (await devices()).find(node => healthy.some(({ id }) => id === node.place?.id)),
    );
    const name = healthy.find(({ id }) => id === device.place?.id)?.words?.['name'];
    assert.ok(name);
    const before = api().results().length;
    await vscode.commands.executeCommand('fits.device.probe', { school: device.place?.school, id: device.place?.id });
    const text = await until('the result', () => (api().results().length > before ? api().results()[0] : undefined));
    assert.ok(text.includes(device.label), text);
    assert.match(text, new RegExp(`^ {2}calls itself +${name}`, 'm'), text);
    assert.match(text, /simulated by the\s+demonstration\s+network/, text);
    const shown = vscode.window.visibleTextEditors.find(editor => editor.document.uri.scheme === 'fits-result');
    assert.equal(shown?.document.getText(), text, 'the result document is open');
    await until('the state in the tree', async () =>
      leaves(await api().assets()).some(node => node.id === device.id && node.asset?.checked !== undefined),
    );
  });

  test('from a tree item', async () => {
    const [device] = await devices();
    assert.ok(device);
    await vscode.commands.executeCommand('fits.device.probe', device);
    await until('its result', () => api().results()[0]?.startsWith(device.label));
  });

  test('all devices of a school, with a summary', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    await vscode.commands.executeCommand('fits.devices.checkAll');
    const text = await until('the result', () =>
      api()
        .results()
        .find(result => result.startsWith('Check of all devices')),
    );
    assert.match(text, /devices? answers?$/m, text);
    assert.match(text, /devices? (does|do) not answer$/m, text);
  });
});
