import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { open, readyApi, School } from './school.ts';

/** What Enter leaves behind: `|` is the cursor. */
const cases: readonly (readonly [what: string, before: string, after: string])[] = [
  ['a list goes on', 'about:\n  - SRV-01|', 'about:\n  - SRV-01\n  - |'],
  [
    'a list item with fields goes on below its first field',
    'members:\n  - serial: 1|',
    'members:\n  - serial: 1\n    |',
  ],
  ['a field with fields below is indented', 'window:|', 'window:\n  |'],
  ['the same inside a list item', 'members:\n  - places:|', 'members:\n  - places:\n      |'],
  ['a text of several lines is indented', 'notes: ||', 'notes: |\n  |'],
  ['a field with a value is followed by the next one', 'title: Switch|', 'title: Switch\n|'],
  ['a value with a colon is no field', 'title: see SRV-01: backup|', 'title: see SRV-01: backup\n|'],
];

suite('typing in a record', () => {
  const school = new School('suite-typing');

  suiteSetup(async () => {
    await readyApi();
    await school.build();
  });
  suiteTeardown(() => school.remove());

  for (const [index, [what, before, after]] of cases.entries())
    test(what, async () => {
      const at = before.lastIndexOf('|');
      const editor = await open(
        await school.write(`typing-${index}.fits.yaml`, before.slice(0, at) + before.slice(at + 1)),
      );
      const cursor = editor.document.positionAt(at);
      editor.selection = new vscode.Selection(cursor, cursor);
      await vscode.commands.executeCommand('type', { text: '\n' });
      const text = editor.document.getText();
      const now = editor.document.offsetAt(editor.selection.active);
      assert.equal(`${text.slice(0, now)}|${text.slice(now)}`, after);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

  test('a record is indented with two spaces, whatever the other settings are', async () => {
    const { document } = await open(await school.write('typing.fits.yaml', 'kind: asset\n'));
    const editor = vscode.workspace.getConfiguration('editor', document);
    assert.equal(editor.get('insertSpaces'), true);
    assert.equal(editor.get('tabSize'), 2);
    assert.equal(editor.get('wordBasedSuggestions'), 'off');
  });
});
