import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { open, readyApi, School, until } from './school.ts';

suite('Today', () => {
  const school = new School('suite-today');

  suiteSetup(async () => {
    await readyApi();
    await school.build();
  });
  suiteTeardown(() => school.remove());

  test('is ten lines at the most, each with a command that there is', async () => {
    const api = await readyApi();
    const lines = await until('Today has lines', async () => {
      const found = await api.today();
      return found.length > 0 && found;
    });
    assert.ok(lines.length <= 10);
    const known = await vscode.commands.getCommands(true);
    for (const { text, next } of lines) {
      assert.ok(text.length > 0 && next.title.length > 0, text);
      assert.ok(known.includes(next.command), `${next.command} of "${text}"`);
    }
  });

  test('what is wrong comes, and goes when it is mended', async () => {
    const api = await readyApi();
    const has = async (text: string) => (await api.today()).some(line => line.text.includes(text));
    const record = 'kind: asset\nid: LAP-931\ntitle: Laptop of Today\ntype: laptop\nlocation: nowhere\n';
    const { document } = await open(await school.write('laptop.fits.yaml', record));
    await until('the finding is in Today', () =>
      has('Laptop of Today (LAP-931): There is no place called “nowhere” yet.'),
    );
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('nowhere'));
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 'nowhere'.length)), 'KS1-store');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the finding is gone', async () => !(await has('nowhere')));
    await document.save();
  });

  test('defaults are shown behind the record', async () => {
    const { document } = await open(
      await school.write(
        'defaults.fits.yaml',
        'kind: asset\nid: LAP-932\ntitle: Laptop\ntype: laptop\nlocation: KS1-store\n',
      ),
    );
    const hints = await until('a hint', async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      return found.length > 0 && found;
    });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['status: in use · how much depends on it: normal · owned: yes'],
    );
  });
});
