import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { To } from '../../../server/model/form.ts';
import type { FitsApi } from '../../../src/api.ts';
import type { FormSession } from '../../../src/form-session.ts';
import { open, readyApi, School, until } from './school.ts';

const text =
  '# kept\nkind: asset\nid: SW-931\ntitle: Switch of the form # kept, too\ntype: switch\nlocation: unknown\n';
const second = 'kind: asset\nid: SW-932\ntitle: Another switch\ntype: switch\nlocation: KS1-store\n';

/** What the page says when a field is changed. */
function change(session: FormSession, path: readonly string[], to: To) {
  const { place = -1, model } = session.form ?? {};
  return session.hear({ type: 'change', n: 1, place, id: model?.id ?? '', path, to });
}

suite('a record as a form', () => {
  const school = new School('suite-form');
  const held: { api?: FitsApi } = {};
  const api = (): FitsApi => {
    assert.ok(held.api);
    return held.api;
  };
  const formTabs = () =>
    vscode.window.tabGroups.all
      .flatMap(group => group.tabs)
      .filter(tab => tab.input instanceof vscode.TabInputCustom && tab.input.viewType === 'fits.form');

  suiteSetup(async () => {
    held.api = await readyApi();
    await school.build();
  });
  suiteTeardown(() => school.remove());

  /** Opens the file as text with the cursor on a line, then as a form, and waits for it. */
  async function openForm(
    name: string,
    content: string,
    line = 0,
  ): Promise<{ session: FormSession; document: vscode.TextDocument }> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const editor = await open(await school.write(name, content));
    editor.selection = new vscode.Selection(line, 0, line, 0);
    await vscode.commands.executeCommand('fits.record.form');
    const session = await until('the form', () =>
      api()
        .forms(editor.document.uri)
        .find(one => one.form?.model),
    );
    return { session, document: editor.document };
  }

  test('opens beside the text, shows the record under the cursor, and changes nothing by being opened', async () => {
    const { session, document } = await openForm('open.fits.yaml', `${text}---\n${second}`, 8);
    assert.equal(formTabs().length, 1);
    assert.equal(session.form?.model?.id, 'SW-932');
    assert.equal(session.form.records.length, 2);
    assert.equal(document.isDirty, false);
    await session.hear({ type: 'show', place: 0 });
    await until('the other record', () => session.form?.model?.id === 'SW-931');
  });

  test('a change reaches the document and nothing else of it, and undo takes it back', async () => {
    const { session, document } = await openForm('change.fits.yaml', text);
    const result = await change(session, ['location'], { text: 'KS1 store' });
    assert.deepEqual(result, { done: true });
    assert.equal(document.getText(), text.replace('unknown', 'KS1-store'));
    assert.equal(document.isDirty, true);
    await until('the form of the new text', () =>
      session.form?.model?.sections.some(section => section.fields.some(field => field.chosen === 'KS1 store')),
    );
    await vscode.commands.executeCommand('undo');
    await until('the text as before', () => document.getText() === text);
    await until('the form as before', () =>
      session.form?.model?.sections.some(section =>
        section.fields.some(field => field.path[0] === 'location' && field.state === 'unknown'),
      ),
    );
  });

  test('a question and a refusal leave the document alone; a fix is the light bulb’s own', async () => {
    const { session, document } = await openForm('ask.fits.yaml', text.replace('type: switch', 'type: swich'));
    const asked = await change(session, ['bought'], { text: '03/04/2026' });
    assert.ok(asked && 'answers' in asked && asked.answers.length === 2);
    const refused = await change(session, ['bought'], { text: 'some day' });
    assert.ok(refused && 'refusal' in refused);
    assert.equal(document.isDirty, false);
    const field = session.form?.model?.sections.flatMap(section => section.fields).find(one => one.path[0] === 'type');
    const finding = field?.findings[0];
    assert.ok(finding);
    await session.hear({ type: 'fix', range: finding.range, title: finding.fixes[0] ?? '' });
    await until('the fix', () => document.getText() === text);
  });

  test('form and text of one file, edited in turn, stay in step', async () => {
    const { session, document } = await openForm('step.fits.yaml', `${text}---\n${second}`);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    // A line above moves the record; the form follows it by its id.
    assert.ok(
      await editor.edit(edit =>
        edit.insert(new vscode.Position(0, 0), 'kind: location\nid: above\ntitle: Above\n---\n'),
      ),
    );
    assert.deepEqual(await change(session, ['serial'], { text: 'X1' }), {
      done: true,
    });
    assert.ok(await editor.edit(edit => edit.insert(new vscode.Position(4, 0), '# one more\n')));
    assert.deepEqual(await change(session, ['make'], { text: 'Maker' }), {
      done: true,
    });
    const whole = `kind: location\nid: above\ntitle: Above\n---\n# one more\n${text}make: Maker\nserial: X1\n---\n${second}`;
    assert.equal(document.getText(), whole);
    // Two texts' worth of edits at once: what the form was made of is another by now, and the change lands in the right place.
    const [typed, changed] = await Promise.all([
      editor.edit(edit => edit.insert(new vscode.Position(0, 0), '# top\n')),
      change(session, ['model'], { text: 'M2' }),
    ]);
    assert.ok(typed);
    assert.deepEqual(changed, { done: true });
    assert.equal(document.getText(), `# top\n${whole.replace('make: Maker\n', 'make: Maker\nmodel: M2\n')}`);
    assert.ok(await document.save());
  });

  test('a change goes to the record that the person had before them, though the form shows another by now', async () => {
    const { session, document } = await openForm('switch.fits.yaml', `${text}---\n${second}`);
    const [changed] = await Promise.all([
      change(session, ['make'], { text: 'Maker' }),
      session.hear({ type: 'show', place: 1 }),
    ]);
    assert.deepEqual(changed, { done: true });
    assert.equal(document.getText(), `${text}make: Maker\n---\n${second}`);
    await until('the other record', () => session.form?.model?.id === 'SW-932');
    assert.deepEqual(await change(session, ['id'], { text: 'SW-939' }), { done: true });
    await until('its new id', () => session.form?.model?.id === 'SW-939');
    assert.equal(document.getText(), `${text}make: Maker\n---\n${second.replace('SW-932', 'SW-939')}`);
  });

  test('two forms of one file both follow', async () => {
    const { session, document } = await openForm('two.fits.yaml', text);
    await vscode.commands.executeCommand('workbench.action.splitEditor');
    const other = await until('a second form', () =>
      api()
        .forms(document.uri)
        .find(one => one !== session && one.form?.model),
    );
    assert.deepEqual(await change(other, ['title'], { text: 'Its new name' }), {
      done: true,
    });
    await until('the first form', () => session.form?.model?.title === 'Its new name');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(
      'both as before',
      () => session.form?.model?.title === 'Switch of the form' && other.form?.model?.title === 'Switch of the form',
    );
  });

  test('a record in the tree opens as a form', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const uri = await school.write('tree.fits.yaml', second.replaceAll('SW-932', 'SW-933'));
    const place = await until('its row', async () => {
      const all = (await api().assets()).flatMap(function below(node): readonly (typeof node)[] {
        return [node, ...node.children.flatMap(below)];
      });
      return all.find(node => node.place?.id === 'SW-933');
    });
    await vscode.commands.executeCommand('fits.record.form', place);
    await until('its form', () =>
      api()
        .forms(uri)
        .some(one => one.form?.model?.id === 'SW-933'),
    );
  });

  // VS Code 1.116 opens no custom editor on a document that was never saved (seen there); the text stays open.
  if (!vscode.version.startsWith('1.116.'))
    test('a record that is not saved yet has a form as well', async () => {
      const uri = school.file('unsaved.fits.yaml').with({ scheme: 'untitled' });
      const editor = await open(uri);
      assert.ok(
        await editor.edit(edit => edit.insert(new vscode.Position(0, 0), second.replaceAll('SW-932', 'SW-934'))),
      );
      await vscode.commands.executeCommand('fits.record.form');
      const session = await until('its form', () =>
        api()
          .forms(uri)
          .find(one => one.form?.model?.id === 'SW-934'),
      );
      assert.deepEqual(await change(session, ['make'], { text: 'Maker' }), {
        done: true,
      });
      assert.match(editor.document.getText(), /make: Maker\n/);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
});
