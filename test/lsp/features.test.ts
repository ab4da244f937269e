import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { CodeAction, CodeLens, DocumentSymbol, Hover, Location, TextEdit } from 'vscode-languageserver';
import type { AssetRow, EstateChanged, ProblemRow, ProbeAnswer, SchoolRow } from '../../server/protocol/base.ts';
import { applied, applyTo, startClient } from './client.ts';

const school = 'kind: school\nid: SCH-1\ntitle: Exampleton\nphase: primary\nict_owner: unknown\nmaintenance: unknown\n';
const places = 'kind: location\nid: KS1-store\ntitle: KS1 store\n';
const network = 'kind: subnet\nid: staff\ntitle: Staff\ncidr: 127.9.0.0/24\n';
const asset =
  'kind: asset\nid: SW-06\ntitle: Small switch\ntype: switch\nlocation: KS1-store\naddress: 127.9.0.4\nsnmp: v2c\ncredential: read\n';
const problem =
  'kind: problem\nid: PRB-2026-001\ntitle: Drops\nassets: [SW-06]\nimpact: whole_school\nurgency: high\nlogged: 2026-11-02 09:00\n';
const files = {
  'school.fits.yaml': school,
  'places.fits.yaml': places,
  'net.fits.yaml': network,
  'assets.fits.yaml': asset,
  'problems.fits.yaml': problem,
};

test('completion over the wire: a place by its title, written as its id, in a file that is broken elsewhere', async () => {
  const client = await startClient({ files });
  const text =
    'kind: location\nid: hall\ntitle: "Hall\n---\nkind: asset\nid: SW-07\ntitle: Next\ntype: switch\nlocation: KS\n';
  await client.open('new.fits.yaml', text);
  const { items } = await client.complete('new.fits.yaml', 8, 12);
  const item = items.find(one => one.label === 'KS1-store');
  assert.equal(item?.labelDetails?.description, 'KS1 store');
  assert.match(applyTo(text, [item.textEdit as TextEdit]), /location: KS1-store\n$/);
  await client.end();
});

test('the next step of a record over the wire, and a finding that is known already', async () => {
  const old = asset.replace('snmp: v2c\ncredential: read\n', 'end_of_support: 2020-01-01\n');
  const client = await startClient({ files: { ...files, 'assets.fits.yaml': old } });
  await client.open('problems.fits.yaml', problem);
  await client.diagnostics('problems.fits.yaml');
  const ask = (name: string, line: number, character: number) =>
    client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri(name) },
      range: { start: { line, character }, end: { line, character } },
      context: { diagnostics: [] },
    });
  const [next] = (await ask('problems.fits.yaml', 0, 7)).filter(one => one.kind === 'refactor.rewrite');
  assert.equal(next?.title, 'Move on to “Assigned to someone”');
  const moved = applied(problem, next.edit, client.uri('problems.fits.yaml'));
  assert.match(
    moved,
    /^status: assigned\n[^]*^resolver:\nmanager:\nhistory:\n {2}- on: \d{4}-\d\d-\d\d\n {4}from: logged\n/m,
  );
  const line = old.split('\n').findIndex(one => one.startsWith('end_of_support'));
  const known = (await ask('assets.fits.yaml', line, 18)).find(one => one.title.startsWith('Known already'));
  assert.equal(known?.title, 'Known already: add CFG-005 to PRB-2026-001');
  const acknowledged = applied(problem, known.edit, client.uri('problems.fits.yaml'));
  assert.match(acknowledged, /^acknowledges:\n {2}- CFG-005$/m);
  await client.end();
});

test('hover, definition, symbols and lens over the wire', async () => {
  const client = await startClient({ files });
  await client.open('assets.fits.yaml', asset);
  await client.diagnostics('assets.fits.yaml');
  const at = { textDocument: { uri: client.uri('assets.fits.yaml') }, position: { line: 4, character: 14 } };
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at);
  assert.match(JSON.stringify(hover.contents), /KS1 store.*KS1-store/);
  const locations = await client.connection.sendRequest<Location[]>('textDocument/definition', at);
  assert.deepEqual(
    locations.map(one => [one.uri, one.range.start.line]),
    [[client.uri('places.fits.yaml'), 1]],
  );
  const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', at);
  assert.deepEqual(
    symbols.map(one => one.name),
    ['Small switch'],
  );
  const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', at);
  assert.deepEqual(
    lenses.map(one => one.command?.arguments),
    [[{ school: 'SCH-1', id: 'SW-06' }]],
  );
  await client.end();
});

test('rows for the views: assets, open problems, schools with the credentials they use', async () => {
  const client = await startClient({ files });
  const [row] = await client.connection.sendRequest<AssetRow[]>('fits/assets');
  assert.deepEqual(
    [row?.id, row?.typeLabel, row?.statusLabel, row?.locationTitle, row?.criticalityLabel],
    ['SW-06', 'Switch', 'In use', 'KS1 store', 'One room loses something when it fails'],
  );
  const [open] = await client.connection.sendRequest<ProblemRow[]>('fits/problems');
  assert.deepEqual(
    [open?.id, open?.priority, open?.about, open?.logged],
    ['PRB-2026-001', 'critical', ['Small switch'], '2026-11-02'],
  );
  const schools = await client.connection.sendRequest<SchoolRow[]>('fits/schools');
  assert.deepEqual(
    schools.map(one => [one.id, one.devices, one.credentials]),
    [['SCH-1', 1, [{ name: 'read', usedBy: 1, snmp: 'v2c' }]]],
  );
  await client.end();
});

test('the client is told, once things are still, what there is', async () => {
  const client = await startClient({ files });
  const next = () =>
    new Promise<EstateChanged>(resolve => void client.connection.onNotification('fits/changed', resolve));
  const first = await next();
  assert.deepEqual([first.schools, first.records, first.openProblems, first.pretendedToday], [1, 5, 1, '2026-11-23']);
  const second = next();
  await client.write('problems.fits.yaml', undefined);
  assert.equal((await second).openProblems, 0);
  await client.end();
});

test('a folder that is deleted is one event, and its records are gone', async () => {
  const client = await startClient({
    files: { ...files, 'more/hall.fits.yaml': 'kind: location\nid: hall\ntitle: Hall\nparent: nowhere\n' },
  });
  assert.deepEqual(
    (await client.diagnostics('more/hall.fits.yaml')).map(one => one.code),
    ['GEN-003'],
  );
  fs.rmSync(path.join(client.folder, 'more'), { recursive: true });
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: client.uri('more'), type: 3 }],
  });
  assert.deepEqual(await client.diagnostics('more/hall.fits.yaml'), []);
  await client.end();
});

test('an untrusted folder sends no packet and asks for no password', async () => {
  const client = await startClient({ files, options: { trusted: false } });
  let asked = 0;
  client.connection.onRequest('fits/credential', () => {
    asked += 1;
    return { missing: true };
  });
  const answer = await client.connection.sendRequest<ProbeAnswer>('fits/probe', { school: 'SCH-1', ids: ['SW-06'] });
  const [report] = answer.reports;
  assert.ok(report && !report.ping.ok && report.ping.reason === 'not_trusted');
  assert.match(answer.summary, /not trusted/);
  assert.equal(asked, 0);
  await client.end();
});

test('shared records above the opened folder are seen when the folder is trusted, and never reported on', async () => {
  const client = await startClient({ withoutFolder: true });
  const school1 = path.join(client.folder, 'schools', 'one');
  fs.mkdirSync(school1, { recursive: true });
  fs.mkdirSync(path.join(client.folder, 'schools', 'shared'));
  fs.writeFileSync(
    path.join(client.folder, 'schools', 'shared', 's.fits.yaml'),
    'kind: supplier\nid: SUP-1\ntitle: Supplier\nnonsense: 1\n',
  );
  fs.writeFileSync(
    path.join(school1, 'school.fits.yaml'),
    `${school}---\nkind: asset\nid: A\ntitle: A\ntype: circuit\nsupplier: SUP-1\n---\nkind: asset\nid: B\ntitle: B\ntype: circuit\nsupplier: SUP-2\n`,
  );
  const added = [{ uri: client.uri('schools/one'), name: 'one' }];
  client.connection.onRequest('workspace/workspaceFolders', () => added);
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
  for (let i = 0; i < 50 && (await client.diagnostics('schools/one/school.fits.yaml')).length === 0; i++)
    await new Promise(resolve => setTimeout(resolve, 20));
  const found = await client.diagnostics('schools/one/school.fits.yaml');
  assert.deepEqual(
    found.filter(one => one.severity === 1).map(one => one.message),
    ['There is no supplier called “SUP-2” yet.'],
  );
  assert.deepEqual(await client.diagnostics('schools/shared/s.fits.yaml'), []);
  await client.end();
});

test('a file that is deleted under its open tab counts no longer, and counts again when it comes back', async () => {
  const client = await startClient({ files });
  await client.open('assets.fits.yaml', asset.replace('Small switch', 'Typed switch'));
  const titles = async () =>
    (await client.connection.sendRequest<AssetRow[]>('fits/assets', {})).map(({ title }) => title);
  assert.deepEqual(await titles(), ['Typed switch']);
  await client.write('assets.fits.yaml', undefined);
  assert.deepEqual(await titles(), []);
  await client.write('assets.fits.yaml', asset);
  assert.deepEqual(await titles(), ['Typed switch']);
  // A document that was never on disk is no such file.
  await client.open('new.fits.yaml', asset.replace('SW-06', 'SW-07').replaceAll('127.9.0.4', '127.9.0.5'));
  await client.write('other.fits.yaml', places.replace('KS1-store', 'hall'));
  assert.equal((await titles()).length, 2);
  await client.end();
});
