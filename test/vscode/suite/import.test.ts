import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Applied } from '../../../src/apply-changes.ts';
import type { ImportArgument, Imported } from '../../../src/import-list.ts';
import type { NewSchoolsArgument } from '../../../src/new-schools-command.ts';
import { messyWorkbook } from '../../fixtures/messy-list.ts';
import { accepted, everything, leaves, open, readyApi, School, until, untilCodes } from './school.ts';

const recorded = `kind: asset
id: SW-950
title: Switch of the tests # by hand
type: switch
location: KS1-store
serial: SUITE-950
`;
const list =
  'Item\tRoom\tSerial\tDate\tPrice\nSwitch\tKS1 store\tsuite-950\t23/11/2021\t£640\nLaptop\tKS1 store\tSUITE-951\t\t\nLaptop\tHall\tSUITE-951\t\t\n';

suite('a list of equipment is imported', () => {
  const school = new School('suite-import');
  const id = 'SCH-SUITE-IMPORT';

  suiteSetup(async () => {
    const api = await readyApi();
    await school.build();
    await school.write('list.xlsx', '');
    await vscode.workspace.fs.writeFile(school.file('list.xlsx'), await messyWorkbook());
    await school.write('switches.fits.yaml', recorded.replaceAll('\n', '\r\n'));
    // Opened, so that the server knows them at once, however long the watching of a new folder takes to begin.
    for (const name of ['school.fits.yaml', 'places.fits.yaml', 'switches.fits.yaml']) await open(school.file(name));
    await until('the school is read', async () =>
      leaves(await api.assets()).some(({ place }) => place?.id === 'SW-950' && place.school === id),
    );
    await untilCodes(school.file('switches.fits.yaml'), []);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  suiteTeardown(() => school.remove());

  test('rows that were copied, taken by Enter on the first line; undo brings every file back byte for byte', async () => {
    const before = await everything(school);
    const done = run({ text: list, school: id });
    const imported = await accepted(done);
    assert.deepEqual(imported.counts, { new: 1, adds: 1, same: 0, left_out: 0, error: 1 });
    const after = await everything(school);
    assert.deepEqual(Object.keys(after), [...Object.keys(before), 'assets.fits.yaml'].sort());
    assert.equal(
      after['switches.fits.yaml'],
      `${before['switches.fits.yaml'] ?? ''}bought: 2021-11-23\r\ncost_gbp: 640\r\n`,
    );
    assert.match(
      after['assets.fits.yaml'] ?? '',
      /^kind: asset\nid: LAP-\d+\ntitle: Laptop\ntype: laptop\nlocation: KS1-store\nserial: SUITE-951\n$/,
    );
    await untilCodes(school.file('assets.fits.yaml'), []);
    assert.ok(await imported.undo());
    assert.deepEqual(await everything(school), before);
  });

  test('a workbook, where the caller has the consent; undo brings it back', async () => {
    const before = await everything(school);
    const editor = await open(school.file('places.fits.yaml'));
    const imported = await run({ file: school.file('list.xlsx').fsPath, school: id, yes: true });
    assert.deepEqual(imported?.counts, { new: 58, adds: 0, same: 0, left_out: 0, error: 2 });
    for (const name of ['assets.fits.yaml', 'places.fits.yaml', 'suppliers.fits.yaml'])
      await untilCodes(school.file(name), []);
    assert.match(editor.document.getText(), /^title: Server cupboard$/m);
    assert.ok(await imported.undo());
    assert.deepEqual(await everything(school), before);
    assert.equal(editor.document.getText(), before['places.fits.yaml']);
  });

  test('what is no list changes nothing', async () => {
    const before = await everything(school);
    assert.equal(await run({ file: school.file('none.xlsx').fsPath, school: id }), undefined);
    assert.equal(await run({ text: '', school: id }), undefined);
    assert.deepEqual(await everything(school), before);
  });

  test('a list of schools makes their folders, and undo takes the files away', async () => {
    const argument: NewSchoolsArgument = {
      file: (await school.write('schools.csv', 'School,Pupils\nSuite Elm School,210\n')).fsPath,
      template: school.folder.fsPath,
      into: school.folder.fsPath,
      yes: true,
    };
    const applied = await vscode.commands.executeCommand<Applied | undefined>('fits.schools.new', argument);
    const made = vscode.Uri.joinPath(school.folder, 'suite-elm-school');
    const text = new TextDecoder().decode(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(made, 'school.fits.yaml')),
    );
    assert.equal(text, 'kind: school\nid: SCH-SES\ntitle: Suite Elm School\nphase: primary\npupils: 210\n');
    assert.ok(await applied?.undo());
    await assert.rejects(async () => vscode.workspace.fs.stat(vscode.Uri.joinPath(made, 'school.fits.yaml')));
    await vscode.workspace.fs.delete(made, { recursive: true });
  });
});

function run(argument: ImportArgument): Promise<Imported | undefined> {
  return Promise.resolve(vscode.commands.executeCommand<Imported | undefined>('fits.assets.import', argument));
}
