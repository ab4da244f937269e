import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TableModel } from '../../server/model/form.ts';
import type { RecordChanges } from '../../server/protocol/changes.ts';
import type { FormAnswer, FormChangeAnswer, KindCount, TableChangeAnswer } from '../../server/protocol/form.ts';
import { applyTo, startClient, type Client } from './client.ts';

const school = 'kind: school\nid: SCH-1\ntitle: Exampleton\nphase: primary\nict_owner: unknown\nmaintenance: unknown\n';
const places = 'kind: location\nid: KS1-store\ntitle: KS1 store\n';
const assets =
  '\n---\n# first\nkind: asset\nid: SW-06\ntitle: Small switch\ntype: switch\nlocation: KS1-store\n---\nkind: asset\nid: PRN-01\ntitle: Printer\ntype: printer\nlocation: nowhere\n';
const files = { 'school.fits.yaml': school, 'places.fits.yaml': places, 'assets.fits.yaml': assets };

function ask<T>(client: Client, method: string, params: unknown): Promise<T> {
  return client.connection.sendRequest<T>(method, params);
}

function editsFor(changes: RecordChanges, uri: string) {
  return [...(changes.files.find(file => file.uri === uri)?.edits ?? [])].map(({ range, newText }) => ({
    range,
    newText,
  }));
}

test('a form over the wire: the record on a line, a change, and a text that is another meanwhile', async () => {
  const client = await startClient({ files });
  const uri = client.uri('assets.fits.yaml');
  await client.open('assets.fits.yaml', assets);
  const form = await ask<FormAnswer>(client, 'fits/form', { uri, line: 11 });
  assert.deepEqual(
    form.records.map(({ id, title, line }) => [id, title, line]),
    [
      ['SW-06', 'Small switch', 3],
      ['PRN-01', 'Printer', 9],
    ],
  );
  assert.equal(form.model?.id, 'PRN-01');
  const wanted = { uri, text: form.text, place: form.place, path: ['bought'], to: { text: '23/11/2026' } };
  const answer = await ask<FormChangeAnswer>(client, 'fits/form/change', wanted);
  assert.ok('edits' in answer);
  const after = applyTo(assets, [...answer.edits]);
  assert.equal(after, `${assets}bought: 2026-11-23\n`);
  await client.change('assets.fits.yaml', after);
  assert.deepEqual(await ask(client, 'fits/form/change', wanted), { stale: true });
  assert.deepEqual(await ask(client, 'fits/form/change', { ...wanted, uri: client.uri('none.fits.yaml') }), {
    stale: true,
  });
  // A record that moved is found by its id.
  await client.change('assets.fits.yaml', places + after.trimStart());
  const moved = await ask<FormAnswer>(client, 'fits/form', { uri, place: form.place, id: 'PRN-01' });
  assert.deepEqual([moved.model?.id, moved.model?.title], ['PRN-01', 'Printer']);
  await client.change('assets.fits.yaml', '');
  const empty = await ask<FormAnswer>(client, 'fits/form', { uri });
  assert.deepEqual([empty.records, empty.model], [[], undefined]);
  assert.match(empty.sentence ?? '', /no record in this file/);
  await client.change('assets.fits.yaml', '<<<<<<< HEAD\nkind: asset\n=======\n>>>>>>> x\n');
  assert.match((await ask<FormAnswer>(client, 'fits/form', { uri })).sentence ?? '', /./);
  await client.end();
});

test('a table over the wire: rows, cells of two files changed, and what was left', async () => {
  const client = await startClient({
    files: {
      ...files,
      'more.fits.yaml': 'kind: asset\r\nid: UPS-01\r\ntitle: UPS\r\ntype: ups\r\nlocation: KS1-store\r\n',
    },
  });
  const table = await ask<TableModel>(client, 'fits/table', { kind: 'asset' });
  assert.deepEqual(
    table.rows.map(row => row.id),
    ['SW-06', 'PRN-01', 'UPS-01'],
  );
  const cells = table.rows.map(({ uri, place, id }) => ({
    uri,
    place,
    id,
    path: ['location'],
    to: { text: 'KS1 store' },
  }));
  const bad = { ...cells[0], path: ['bought'], to: { text: 'one day' } };
  const { changes, left } = await ask<TableChangeAnswer>(client, 'fits/table/change', { cells: [...cells, bad] });
  assert.deepEqual(
    changes.files.map(file => file.uri),
    [client.uri('assets.fits.yaml')],
    'only what is another',
  );
  assert.equal(
    applyTo(assets, editsFor(changes, client.uri('assets.fits.yaml'))),
    assets.replace('nowhere', 'KS1-store'),
  );
  assert.deepEqual(
    left.map(one => one.at),
    [3],
  );
  assert.equal(await ask(client, 'fits/table', { kind: 'swich' }), null);
  const counts = await ask<KindCount[]>(client, 'fits/kinds', {});
  assert.deepEqual(
    counts.filter(one => one.records > 0).map(one => [one.plural, one.records]),
    [
      ['Schools', 1],
      ['Places', 1],
      ['Assets', 3],
    ],
  );
  await client.end();
});
