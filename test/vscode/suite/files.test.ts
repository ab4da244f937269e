import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { open, readyApi, School, untilCodes } from './school.ts';

const switchIn = (place: string) =>
  `kind: asset\nid: SW-911\ntitle: Switch of the tests\ntype: switch\nlocation: ${place}\n`;

suite('files that come, go and change their names', () => {
  const school = new School('suite-files');

  suiteSetup(async () => {
    await readyApi();
    await school.build();
  });
  suiteTeardown(() => school.remove());

  test('a file that was never opened has its findings', async () => {
    const uri = await school.write('never-opened.fits.yaml', switchIn('Nowhere'));
    await untilCodes(uri, ['GEN-003']);
    assert.ok(!vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString()));
    await school.write('never-opened.fits.yaml', switchIn('KS1-store'));
    await untilCodes(uri, []);
    await vscode.workspace.fs.delete(uri);
  });

  test('the .yml ending counts as well', async () => {
    const uri = await school.write('short.fits.yml', switchIn('Nowhere'));
    await untilCodes(uri, ['GEN-003']);
    await vscode.workspace.fs.delete(uri);
    await untilCodes(uri, []);
  });

  test('a new name takes the findings along', async () => {
    const before = await school.write('before.fits.yaml', switchIn('Nowhere'));
    await open(before);
    await untilCodes(before, ['GEN-003']);
    const after = school.file('after.fits.yaml');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(before, after);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilCodes(after, ['GEN-003']);
    await untilCodes(before, []);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(after);
    await untilCodes(after, []);
  });

  test('a folder that is deleted takes its records along', async () => {
    const device = await school.write('inside.fits.yaml', switchIn('Annexe').replace('SW-911', 'SW-913'));
    await vscode.workspace.fs.createDirectory(school.file('annexe'));
    const inside = await school.write('annexe/place.fits.yaml', 'kind: location\nid: Annexe\ntitle: Annexe\n');
    const broken = await school.write('annexe/broken.fits.yaml', switchIn('Nowhere').replace('SW-911', 'SW-914'));
    await untilCodes(device, []);
    await untilCodes(broken, ['GEN-003']);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(inside, '..'), { recursive: true });
    await untilCodes(device, ['GEN-003']);
    await untilCodes(broken, []);
    await vscode.workspace.fs.delete(device);
  });

  test('a place that is deleted leaves its devices without one, and mending brings it back', async () => {
    const device = await school.write('device.fits.yaml', switchIn('Class-7'));
    const place = await school.write('place.fits.yaml', 'kind: location\nid: Class-7\ntitle: Class 7\n');
    await untilCodes(device, []);
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(place);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilCodes(device, ['GEN-003']);
    await school.write('place.fits.yaml', 'kind: location\nid: Class-7\ntitle: Class 7\n');
    await untilCodes(device, []);
  });

  test('an edit that is not saved reaches the other files, and undo takes it back', async () => {
    const device = await school.write('other.fits.yaml', switchIn('Hall').replace('SW-911', 'SW-912'));
    const place = await school.write('hall.fits.yaml', 'kind: location\nid: Hall\ntitle: Hall\n');
    await untilCodes(device, []);
    const editor = await open(place);
    await editor.edit(edit => edit.replace(new vscode.Range(1, 4, 1, 8), 'Gym'));
    await untilCodes(device, ['GEN-003']);
    await vscode.commands.executeCommand('undo');
    await untilCodes(device, []);
  });
});
