import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { FitsApi } from '../../../src/api.ts';
import type { TableSession } from '../../../src/table-session.ts';
import type { PageCell } from '../../../server/protocol/table-page.ts';
import { readyApi, School, until } from './school.ts';

const lf = '# kept\nkind: asset\nid: SW-941\ntitle: Switch of the table\ntype: switch\nlocation: unknown # kept\n';
const crlf = 'kind: asset\r\nid: PRN-942\r\ntitle: "Printer: of the table"\r\ntype: printer\r\nlocation: unknown\r\n';

suite('records as a table', () => {
  const school = new School('suite-table');
  const held: { api?: FitsApi; table?: TableSession; uris?: readonly vscode.Uri[] } = {};

  suiteSetup(async () => {
    held.api = await readyApi();
    await school.build();
    held.uris = [await school.write('a.fits.yaml', lf), await school.write('b.fits.yaml', crlf)];
    await vscode.commands.executeCommand('fits.table.open', 'asset');
    held.table = await until('the table', () => held.api?.tables().find(one => one.model));
    await until('both rows', () => cells('x').length === 2);
  });
  suiteTeardown(() => school.remove());

  function table(): TableSession {
    assert.ok(held.table);
    return held.table;
  }

  function cells(text: string): PageCell[] {
    const rows = held.table?.model?.rows.filter(row => ['SW-941', 'PRN-942'].includes(row.id)) ?? [];
    return rows.map(({ uri, place, id }) => ({ uri, place, id, path: ['location'], to: { text } }));
  }

  async function onDisk(): Promise<string[]> {
    const read = (held.uris ?? []).map(async uri => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
    return Promise.all(read);
  }

  test('a change of two files is one step, saved, and undo restores both byte for byte', async () => {
    const result = await table().hear({
      type: 'change',
      n: 1,
      label: 'Place: change 2 records',
      cells: cells('KS1 store'),
    });
    assert.deepEqual([result?.changed, result?.left], [2, []]);
    assert.deepEqual(await onDisk(), [lf.replace('unknown', 'KS1-store'), crlf.replace('unknown', 'KS1-store')]);
    await table().hear({ type: 'undo' });
    assert.deepEqual(await onDisk(), [lf, crlf]);
    // Nothing is left to be taken back: once more does nothing.
    await table().hear({ type: 'undo' });
    assert.deepEqual(await onDisk(), [lf, crlf]);
  });

  test('several steps are taken back one after the other; what cannot be done is told and left', async () => {
    await table().hear({ type: 'change', n: 2, label: 'a', cells: cells('KS1 store').slice(0, 1) });
    await table().hear({ type: 'change', n: 3, label: 'b', cells: cells('KS1 store').slice(1) });
    const [cell] = cells('x');
    assert.ok(cell);
    const refused = await table().hear({
      type: 'change',
      n: 4,
      label: 'c',
      cells: [{ ...cell, path: ['bought'], to: { text: 'some day' } }],
    });
    assert.equal(refused?.changed, 0);
    assert.equal(refused.left.length, 1);
    await table().hear({ type: 'undo' });
    assert.deepEqual(await onDisk(), [lf.replace('unknown', 'KS1-store'), crlf]);
    await table().hear({ type: 'undo' });
    assert.deepEqual(await onDisk(), [lf, crlf]);
  });

  test('what changes elsewhere is seen, and a file with unsaved changes of the person’s own stays unsaved', async () => {
    const [uri] = held.uris ?? [];
    assert.ok(uri);
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    assert.ok(await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '# typed\n')));
    table().panel.reveal();
    const result = await table().hear({ type: 'change', n: 5, label: 'd', cells: cells('KS1 store').slice(0, 1) });
    assert.equal(result?.changed, 1);
    assert.equal(editor.document.getText(), `# typed\n${lf.replace('unknown', 'KS1-store')}`);
    assert.equal(editor.document.isDirty, true);
    assert.equal((await onDisk())[0], lf);
    await until('the new place in the table', () =>
      table().model?.rows.some(row => row.id === 'SW-941' && row.texts.includes('KS1-store')),
    );
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('a row opens as a form', async () => {
    const row = await until('the row', () => table().model?.rows.find(one => one.id === 'PRN-942'));
    await table().hear({ type: 'open', uri: row.uri, id: row.id, place: row.place });
    const uri = held.uris?.[1];
    assert.ok(uri);
    await until('its form', () => held.api?.forms(uri).some(one => one.form?.model?.id === 'PRN-942'));
  });
});
