import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { behind, open, readyApi, School, until, untilCodes } from './school.ts';

const broken = `kind: asset
id: SW-901
title: Switch of the tests
type: swich
location: KS1-store
`;

suite('a record is mended', () => {
  const school = new School('suite-mend');

  suiteSetup(async () => {
    await readyApi();
    await school.build();
  });
  suiteTeardown(() => school.remove());

  test('by completion', async () => {
    const { document } = await open(await school.write('completion.fits.yaml', broken));
    assert.equal(document.languageId, 'fits-record');
    await untilCodes(document.uri, ['GEN-014']);
    await accept(document, behind(document, 'type: swich'), 'type: switch\n');
    await untilCodes(document.uri, []);
  });

  test('by a quick fix', async () => {
    const { document } = await open(await school.write('fix.fits.yaml', broken.replace('SW-901', 'SW-902')));
    await untilCodes(document.uri, ['GEN-014']);
    const [finding] = vscode.languages
      .getDiagnostics(document.uri)
      .filter(found => found.severity === vscode.DiagnosticSeverity.Error);
    assert.ok(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const fix = actions.find(action => action.edit !== undefined && action.title.includes('switch'));
    assert.ok(fix?.edit, `a fix with an edit among: ${actions.map(action => action.title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /^type: switch$/m);
    await untilCodes(document.uri, []);
  });

  test('by moving a record on to its next step', async () => {
    const text = 'kind: problem\nid: PRB-2026-901\ntitle: It jams\nassets: unknown\nimpact: one_room\n';
    const { document } = await open(await school.write('step.fits.yaml', text));
    const at = new vscode.Range(0, 7, 0, 7);
    const offered = () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        at,
        vscode.CodeActionKind.RefactorRewrite.value,
        10,
      );
    await until('the steps are offered', async () => (await offered()).length > 0);
    const step = (await offered()).find(action => action.title === 'Move on to “Assigned to someone”');
    assert.ok(step?.edit);
    assert.ok(await vscode.workspace.applyEdit(step.edit));
    assert.match(document.getText(), /^status: assigned$/m);
    assert.match(document.getText(), /^ {4}from: logged$/m);
    await untilCodes(document.uri, ['PRB-006', 'GEN-015']);
  });

  test('the code of a finding opens its explanation', async () => {
    const { document } = await open(await school.write('explain.fits.yaml', broken.replace('SW-901', 'SW-905')));
    await untilCodes(document.uri, ['GEN-014']);
    const [code] = vscode.languages.getDiagnostics(document.uri).map(found => found.code);
    assert.ok(typeof code === 'object');
    assert.equal(code.target.scheme, 'command');
    const [argument] = JSON.parse(code.target.query) as [string];
    assert.equal(await vscode.commands.executeCommand(code.target.path, argument), 'GEN-014');
    const shown = () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input, label }) => input instanceof vscode.TabInputWebview && label.includes('GEN-014')),
      );
    await until('the explanation is shown', shown);
    const page = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'fits-rule', path: '/GEN-014.md' }));
    assert.match(page.getText(), /Wrong:[^]*Right:/);
  });

  test('by typing, and undo brings the finding back', async () => {
    const editor = await open(await school.write('undo.fits.yaml', broken.replace('SW-901', 'SW-903')));
    await untilCodes(editor.document.uri, ['GEN-014']);
    await editor.edit(edit => edit.insert(behind(editor.document, 'type: sw'), 't'));
    await editor.edit(edit =>
      edit.delete(new vscode.Range(behind(editor.document, 'type: s'), behind(editor.document, 'type: swti'))),
    );
    await editor.edit(edit => edit.insert(behind(editor.document, 'type: s'), 'wit'));
    await untilCodes(editor.document.uri, []);
    for (let edits = 0; edits < 3; edits++) await vscode.commands.executeCommand('undo');
    assert.match(editor.document.getText(), /^type: swich$/m);
    await untilCodes(editor.document.uri, ['GEN-014']);
  });

  test('a record that is not saved yet is checked, too', async () => {
    const uri = school.file('unsaved.fits.yaml').with({ scheme: 'untitled' });
    const editor = await open(uri);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), broken.replace('SW-901', 'SW-904')));
    await untilCodes(uri, ['GEN-014']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilCodes(uri, []);
  });
});

/** Takes the first proposal that makes the text hold `wanted`, as Enter in the list would. */
async function accept(document: vscode.TextDocument, at: vscode.Position, wanted: string): Promise<void> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  for (const item of list.items) {
    const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
    const insert = item.insertText ?? (typeof item.label === 'string' ? item.label : item.label.label);
    const text = typeof insert === 'string' ? insert : insert.value;
    const place = range ?? document.getWordRangeAtPosition(at) ?? new vscode.Range(at, at);
    const [from, to] = [document.offsetAt(place.start), document.offsetAt(place.end)];
    const result = document.getText().slice(0, from) + text + document.getText().slice(to);
    if (!result.includes(wanted)) continue;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, place, text);
    assert.ok(await vscode.workspace.applyEdit(edit));
    return;
  }
  assert.fail(`no proposal makes "${wanted}"`);
}
