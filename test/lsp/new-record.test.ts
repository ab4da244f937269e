import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AskOfRecordAnswer, NewRecordAnswer, OfferedGroup } from '../../server/protocol/new-record.ts';
import { applyTo, startClient, type Client } from './client.ts';

const school = 'kind: school\nid: SCH-1\ntitle: Exampleton\nphase: primary\nict_owner: unknown\nmaintenance: unknown\n';
const places = 'kind: location\nid: KS1-store\ntitle: KS1 store\n';
const assets =
  'kind: asset\nid: SW-06\ntitle: Small switch\ntype: switch\nlocation: KS1-store\n---\nkind: asset\nid: PRN-01\ntitle: Printer\ntype: printer\nlocation: KS1-store\n';
const files = { 'school.fits.yaml': school, 'places.fits.yaml': places, 'assets.fits.yaml': assets };

function ask<T>(client: Client, method: string, params: unknown): Promise<T> {
  return client.connection.sendRequest<T>(method, params);
}

function made(answer: NewRecordAnswer) {
  assert.ok('changes' in answer, 'refusal' in answer ? answer.refusal : '');
  const edits = answer.changes.files.find(file => file.uri === answer.uri)?.edits ?? [];
  return { ...answer, edits: edits.map(({ range, newText }) => ({ range, newText })) };
}

test('a new record over the wire: what is offered, what is asked, and the record in the file of its like', async () => {
  const client = await startClient({ files });
  const place = { school: 'SCH-1', folder: client.uri('') };
  const groups = await ask<OfferedGroup[]>(client, 'fits/record/offered', place);
  const offered = groups.flatMap(group => group.kinds);
  assert.ok(offered.some(one => one.kind === 'asset' && one.type === 'laptop'));
  assert.ok(!offered.some(one => one.kind === 'incident' || one.kind === 'school'));
  const what = { ...place, kind: 'asset', type: 'printer' };
  const plan = await ask<AskOfRecordAnswer>(client, 'fits/record/questions', { ...what, asked: 1 });
  assert.deepEqual(
    [plan.label, plan.mayBeShared, plan.questions.map(({ key, choices }) => [key, choices.map(one => one.text)])],
    ['Asset', false, [['location', ['KS1-store']]]],
  );
  const printer = made(
    await ask<NewRecordAnswer>(client, 'fits/record/new', {
      ...what,
      title: 'Office printer',
      answers: { location: ['KS1-store'] },
    }),
  );
  assert.deepEqual([printer.uri, printer.id], [client.uri('assets.fits.yaml'), 'PRN-02']);
  assert.equal(
    applyTo(assets, printer.edits),
    `${assets}---\nkind: asset\nid: PRN-02\ntitle: Office printer\ntype: printer\nlocation: KS1-store\n`,
  );
  const log = { ...place, kind: 'maintenance_log', type: '' };
  assert.equal(await ask(client, 'fits/record/answer', { ...log, answers: { date: ['23/11/2026'] } }), null);
  assert.match(
    await ask<string>(client, 'fits/record/answer', { ...log, answers: { date: ['soon'] } }),
    /no|not a date/,
  );
  assert.equal(await ask(client, 'fits/record/questions', { ...place, kind: 'swich', type: '', asked: 1 }), null);
  await client.end();
});

test('a first record makes a file of its own, where there is no school, too; one for all schools goes into their folder', async () => {
  const client = await startClient({
    files: {
      'oak/school.fits.yaml': school,
      'elm/school.fits.yaml': school.replace('SCH-1', 'SCH-2'),
      'shared/suppliers.fits.yaml': 'kind: supplier\nid: SUP-01\ntitle: Example Ltd\n',
    },
  });
  const folder = client.uri('').replace(/\/$/, '');
  const problem = made(
    await ask<NewRecordAnswer>(client, 'fits/record/new', {
      kind: 'problem',
      type: '',
      title: 'Drops',
      school: '',
      folder,
    }),
  );
  assert.deepEqual([problem.uri, problem.changes.files[0]?.isNew], [client.uri('problems.fits.yaml'), true]);
  const supplier = { kind: 'supplier', type: '', school: 'SCH-1', folder };
  const plan = await ask<AskOfRecordAnswer>(client, 'fits/record/questions', { ...supplier, asked: 4 });
  assert.deepEqual([plan.mayBeShared, plan.questions], [true, []], 'no question is left');
  const own = made(await ask<NewRecordAnswer>(client, 'fits/record/new', { ...supplier, title: 'A' }));
  const shared = made(await ask<NewRecordAnswer>(client, 'fits/record/new', { ...supplier, title: 'A', shared: true }));
  assert.deepEqual(
    [own.uri, shared.uri, shared.id],
    [client.uri('oak/suppliers.fits.yaml'), client.uri('shared/suppliers.fits.yaml'), 'SUP-02'],
  );
  await client.end();
});
