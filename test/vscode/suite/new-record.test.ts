import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { ImportArgument, Imported } from '../../../src/import-list.ts';
import type { NewRecordArgument, NewRecordMade } from '../../../src/new-record-command.ts';
import { accepted, everything, leaves, open, readyApi, School, until, untilCodes } from './school.ts';

const assets = `kind: asset
id: LAP-970
title: Laptop of the tests # by hand
type: laptop
location: KS1-store
`;

const incidents = `Ticket ID,Created,Resolved,Subject,Room,Device,Requester
970,23/09/2024 08:10,24/09/2024,Laptop will not start,KS1 store,LAP-970,Jane Smith
971,24/09/2024,,Jane Smith cannot print,,,Jane Smith
972,,,No day,,,
`;

suite('a new record, and incidents from a list', () => {
  const school = new School('suite-record');
  const id = 'SCH-SUITE-RECORD';

  suiteSetup(async () => {
    const api = await readyApi();
    await school.build();
    await school.write('laptops.fits.yaml', assets.replaceAll('\n', '\r\n'));
    // Opened, so that the server knows them at once, however long the watching of a new folder takes to begin.
    for (const name of ['school.fits.yaml', 'places.fits.yaml', 'laptops.fits.yaml']) await open(school.file(name));
    await until('the school is read', async () =>
      leaves(await api.assets()).some(({ place }) => place?.id === 'LAP-970' && place.school === id),
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  suiteTeardown(() => school.remove());

  test('a laptop goes beside its like, its form opens, and undo brings the file back byte for byte', async () => {
    const before = await everything(school);
    const made = await run({
      kind: 'asset',
      type: 'laptop',
      title: 'Second laptop',
      school: id,
      answers: { location: ['KS1-store'] },
      yes: true,
    });
    assert.ok(made);
    assert.equal(vscode.Uri.parse(made.uri).path, school.file('laptops.fits.yaml').path);
    assert.equal(
      (await everything(school))['laptops.fits.yaml'],
      `${before['laptops.fits.yaml'] ?? ''}---\r\nkind: asset\r\nid: ${made.id}\r\ntitle: Second laptop\r\ntype: laptop\r\nlocation: KS1-store\r\n`,
    );
    await until('its form', () => activeForm() === school.file('laptops.fits.yaml').path);
    await untilCodes(school.file('laptops.fits.yaml'), []);
    assert.ok(await made.undo());
    assert.deepEqual(await everything(school), before);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('a maintenance task, each question left with Enter: a file of its own, nothing wrong with it, and undo', async () => {
    const before = await everything(school);
    const made = await accepted(
      run({ kind: 'maintenance_task', title: 'Clean the filters', school: id, shared: false }),
    );
    const file = school.file('maintenance-tasks.fits.yaml');
    assert.equal(vscode.Uri.parse(made.uri).path, file.path);
    assert.equal(
      (await everything(school))['maintenance-tasks.fits.yaml'],
      `kind: maintenance_task\nid: ${made.id}\ntitle: Clean the filters\napplies_to: unknown\nfrequency: unknown\n`,
    );
    await until('its form', () => activeForm() === file.path);
    await untilCodes(file, []);
    assert.ok(await made.undo());
    assert.deepEqual(await everything(school), before);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('what cannot be taken makes no record', async () => {
    const before = await everything(school);
    const wrong = { kind: 'maintenance_log', title: 'x', school: id, answers: { date: ['soon'] }, yes: true } as const;
    assert.equal(await run(wrong), undefined);
    assert.deepEqual(await everything(school), before);
  });

  test('incidents of the help desk: people are left out, a longer list adds what is new, and undo brings all back', async () => {
    const before = await everything(school);
    const imported = await importText(incidents);
    assert.deepEqual(imported?.counts, { new: 2, adds: 0, same: 0, left_out: 0, error: 1 });
    assert.match(imported.summary, /Names of people are left out\.$/);
    const first = await everything(school);
    assert.equal(
      first['incidents-2024.fits.yaml'],
      'kind: incident\nid: INC-970\ntitle: Laptop will not start\nref: 970\non: 2024-09-23 08:10\nasset: LAP-970\nlocation: KS1-store\nresolved: 2024-09-24\n' +
        '---\nkind: incident\nid: INC-971\ntitle: (left out) cannot print\nref: 971\non: 2024-09-24\n',
    );
    await untilCodes(school.file('incidents-2024.fits.yaml'), []);
    const more = await importText(
      `${incidents.replace('971,24/09/2024,,', '971,24/09/2024,25/09/2024,')}973,26/09/2024,,Screen dark,,,\n`,
    );
    assert.deepEqual(more?.counts, { new: 1, adds: 1, same: 1, left_out: 0, error: 1 });
    assert.ok(await more.undo());
    assert.deepEqual(await everything(school), first);
    assert.ok(await imported.undo());
    assert.deepEqual(await everything(school), before);
  });

  function importText(text: string): Promise<Imported | undefined> {
    const argument: ImportArgument = { text, school: id, yes: true };
    return Promise.resolve(vscode.commands.executeCommand<Imported | undefined>('fits.incidents.import', argument));
  }
});

function run(argument: NewRecordArgument): Promise<NewRecordMade | undefined> {
  return Promise.resolve(vscode.commands.executeCommand<NewRecordMade | undefined>('fits.record.new', argument));
}

/** Path of the record file whose form is in front. */
function activeForm(): string | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input.uri.path : undefined;
}
