import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { applied, startClient } from './client.ts';

const school =
  'kind: school\nid: SCH-1\ntitle: Exampleton\nphase: primary\nict_owner: unknown\nmaintenance: unknown\n---\nkind: calendar\nid: CAL-1\ntitle: Year\nterms:\n  - { name: autumn, from: 2026-09-01, to: 2026-12-18 }\n';
const asset = 'kind: asset\nid: SW-06\ntitle: Switch in the KS1 store\ntype: switch\nlocation: KS1-store\n';
const place = 'kind: location\nid: KS1-store\ntitle: KS1 store\n';

test('workspace diagnostics reach files that were never opened, and wait while nothing changes', async () => {
  const client = await startClient({ files: { 'school.fits.yaml': school, 'assets.fits.yaml': asset } });
  const first = await client.workspace();
  const report = first.items.find(item => item.uri === client.uri('assets.fits.yaml'));
  assert.ok(report?.kind === 'full');
  assert.deepEqual(report.items.map(item => item.code).sort(), ['GEN-003', 'GEN-023']);

  let answered = false;
  const held = client
    .workspace(first.items.map(item => ({ uri: item.uri, value: item.kind === 'full' ? (item.resultId ?? '') : '' })))
    .then(answer => {
      answered = true;
      return answer;
    });
  await client.diagnostics('assets.fits.yaml');
  assert.equal(answered, false, 'an up-to-date pull is held open');
  await client.write('places.fits.yaml', place);
  const second = await held;
  const changed = second.items.find(item => item.uri === client.uri('assets.fits.yaml'));
  assert.ok(changed?.kind === 'full');
  assert.deepEqual(
    changed.items.map(item => item.code),
    ['GEN-023'],
  );
  await client.end();
});

test('a held pull ends when it is cancelled, and with shutdown', async () => {
  const client = await startClient({ files: { 'school.fits.yaml': school, 'a.fits.yaml': asset } });
  const first = await client.workspace();
  const known = first.items.map(item => ({ uri: item.uri, value: item.kind === 'full' ? (item.resultId ?? '') : '' }));
  const cancel = new CancellationTokenSource();
  const cancelled = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: known }, cancel.token);
  await client.diagnostics('a.fits.yaml');
  cancel.cancel();
  await Promise.allSettled([cancelled]);
  const held = client.workspace(known);
  await client.diagnostics('a.fits.yaml');
  await client.connection.sendRequest('shutdown');
  assert.deepEqual(await held, { items: [] });
  await client.end();
});

test('a client that does not pull gets findings pushed, and pushed away again', async () => {
  const client = await startClient({ files: { 'school.fits.yaml': school }, pulls: false });
  const pushed: { uri: string; codes: unknown[] }[] = [];
  const next = () =>
    new Promise<void>(
      resolve =>
        void client.connection.onNotification(
          'textDocument/publishDiagnostics',
          (params: { uri: string; diagnostics: { code: unknown }[] }) => {
            pushed.push({ uri: params.uri, codes: params.diagnostics.map(one => one.code) });
            resolve();
          },
        ),
    );
  const first = next();
  await client.open('hall.fits.yaml', 'kind: location\nid: hall\ntitle: Hall\nparent: main\n');
  await first;
  assert.deepEqual(pushed.at(-1), { uri: client.uri('hall.fits.yaml'), codes: ['GEN-003'] });
  const second = next();
  await client.change('hall.fits.yaml', 'kind: location\nid: hall\ntitle: Hall\n');
  await second;
  assert.deepEqual(pushed.at(-1), { uri: client.uri('hall.fits.yaml'), codes: [] });
  await client.end();
});

test('the fix of a duplicate id gives the next free one, and names both places', async () => {
  const client = await startClient({ files: { 'school.fits.yaml': school, 'places.fits.yaml': place } });
  const text = `${asset}---\n${asset.replace('Switch in', 'Second switch in')}`;
  await client.open('assets.fits.yaml', text);
  const found = (await client.diagnostics('assets.fits.yaml')).find(one => one.code === 'GEN-002');
  assert.ok(found);
  assert.equal(found.relatedInformation?.[0]?.location.range.start.line, 1);
  const [fix] = await client.actions('assets.fits.yaml', found);
  assert.equal(fix?.title, 'Use SW-07');
  const mended = applied(text, fix.edit, client.uri('assets.fits.yaml'));
  await client.change('assets.fits.yaml', mended);
  assert.deepEqual(
    (await client.diagnostics('assets.fits.yaml')).map(one => one.code),
    ['GEN-023', 'GEN-023'],
  );
  await client.end();
});

test('a place typed by its name becomes a record of its own', async () => {
  const client = await startClient({ files: { 'school.fits.yaml': school, 'places.fits.yaml': place } });
  await client.open('assets.fits.yaml', asset.replace('KS1-store', 'Room 7'));
  const found = (await client.diagnostics('assets.fits.yaml')).find(one => one.code === 'GEN-003');
  assert.ok(found);
  assert.equal(found.message, 'There is no place called “Room 7” yet.');
  const create = (await client.actions('assets.fits.yaml', found)).find(one => one.title.startsWith('Create'));
  assert.equal(create?.title, 'Create the place “Room 7”');
  assert.equal(
    applied(place, create.edit, client.uri('places.fits.yaml')),
    `${place}---\nkind: location\nid: Room-7\ntitle: Room 7\n`,
  );
  await client.end();
});

test('without a folder the open document is checked by itself', async () => {
  const client = await startClient({ withoutFolder: true });
  await client.open('hall.fits.yaml', 'kind: location\nid: hall\ntitle: Hall\nfloor: ground\nbuildng: Main\n');
  assert.deepEqual(
    (await client.diagnostics('hall.fits.yaml')).map(one => one.code),
    ['GEN-020', 'GEN-010'],
  );
  await client.end();
});

test('another day, other severities: everything is looked at anew', async () => {
  const client = await startClient({
    files: {
      'school.fits.yaml': school,
      'places.fits.yaml': place,
      'a.fits.yaml': `${asset}make: a\nmodel: b\nserial: c\nend_of_support: 2026-12-01\n`,
    },
  });
  assert.deepEqual(
    (await client.diagnostics('a.fits.yaml')).map(one => [one.code, one.severity]),
    [['CFG-005', 2]],
  );
  await client.connection.sendNotification('fits/settings', { today: '2026-12-02', trusted: true });
  assert.deepEqual(
    (await client.diagnostics('a.fits.yaml')).map(one => [one.code, one.severity]),
    [['CFG-005', 1]],
  );
  await client.connection.sendNotification('fits/settings', {
    today: '2026-12-02',
    trusted: true,
    rules: { 'CFG-005': 'off' },
  });
  assert.deepEqual(await client.diagnostics('a.fits.yaml'), []);
  await client.end();
});
