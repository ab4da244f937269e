import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { TextEdit, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import type { RecordChanges } from '../../server/protocol/changes.ts';
import {
  planList,
  planSchoolList,
  type PlanListAnswer,
  type PlanListParams,
  type PlanSchoolListAnswer,
} from '../../server/protocol/importing.ts';
import { messyWorkbook, twinNumbers } from '../fixtures/messy-list.ts';
import { applyTo, startClient, type Client } from './client.ts';

const school = 'kind: school\nid: SCH-1\ntitle: Exampleton\nphase: primary\nict_owner: unknown\nmaintenance: unknown\n';
type Plan = Extract<PlanListAnswer, { ok: true }>;

async function ask(client: Client, params: Partial<PlanListParams>): Promise<Plan> {
  const answer: PlanListAnswer = await client.connection.sendRequest(planList, { school: '', source: {}, ...params });
  assert.ok(answer.ok, answer.ok ? '' : answer.sentence);
  return answer;
}

async function write(client: Client, { files }: RecordChanges, folder = client.folder): Promise<void> {
  for (const { uri, edits } of files) {
    const name = decodeURIComponent(uri.slice(pathToFileURL(folder).href.length + 1));
    const file = path.join(client.folder, name);
    const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    await client.write(name, applyTo(before, edits as TextEdit[]));
  }
}

async function errors(client: Client): Promise<string[]> {
  const report: WorkspaceDiagnosticReport = await client.workspace();
  return report.items.flatMap(item =>
    item.kind === 'full'
      ? item.items.filter(one => one.severity === 1).map(one => JSON.stringify([one.code, one.message]))
      : [],
  );
}

test('a workbook over the wire, without trust: looked at, changed by picking, then taken', async () => {
  const client = await startClient({ files: { 'school.fits.yaml': school }, options: { trusted: false } });
  const list = path.join(client.folder, 'list.xlsx');
  fs.writeFileSync(list, await messyWorkbook());
  const source = { file: pathToFileURL(list).href };
  const first = await ask(client, { source });
  assert.deepEqual(
    [first.rows, first.changes, first.sheet, first.sheets],
    [undefined, undefined, 'Equipment', ['Equipment']],
  );
  assert.deepEqual(first.counts, { new: 58, adds: 0, same: 0, left_out: 0, error: 2 });
  const bought = first.columns.find(column => column.field === 'bought');
  assert.deepEqual(
    { ...bought, samples: bought?.samples.length },
    { heading: 'Date purchased', field: 'bought', label: 'Bought', samples: 3, dateOrder: 'uk' },
  );
  assert.ok(first.fields.some(one => one.field === 'lease_until' && one.label === 'Leased until'));

  const columns = first.columns.map(({ field }) => ({ field: field === 'notes' ? null : field }));
  const rows = await ask(client, { source, columns, want: 'rows' });
  assert.deepEqual(
    rows.rows?.filter(row => row.outcome === 'error').map(row => row.number),
    twinNumbers,
  );
  assert.equal(rows.columns.at(-1)?.label, '');

  const { changes } = await ask(client, { source, columns, want: 'changes' });
  assert.ok(changes);
  await write(client, changes);
  const text = fs.readFileSync(path.join(client.folder, 'assets.fits.yaml'), 'utf8');
  assert.doesNotMatch(text, /key Q sticks/);
  assert.match(text, /^notes: "?Bought: 2019"?$/m);
  assert.deepEqual(await errors(client), []);
  const again = await ask(client, { source, columns });
  assert.deepEqual([again.counts.new, again.counts.same], [0, 58]);
  await client.end();
});

test('pasted rows; a date order that is picked stays', async () => {
  const client = await startClient({ files: { 'school.fits.yaml': school } });
  const source = { text: 'Name\tBought\nLaptop\t03/04/2021\n' };
  const first = await ask(client, { source });
  assert.equal(first.columns[1]?.question, '03/04/2021: 3 April or 4 March?');
  const columns = [{ field: 'title' }, { field: 'bought', dateOrder: 'us' as const }];
  const picked = await ask(client, { source, columns, want: 'changes' });
  assert.equal(picked.columns[1]?.dateOrder, 'us');
  assert.match(picked.changes?.files[0]?.edits[0]?.newText ?? '', /bought: 2021-03-04/);
  await client.end();
});

test('what cannot be read is a sentence', async () => {
  const client = await startClient({ files: { 'school.fits.yaml': school } });
  const sentence = async (params: Partial<PlanListParams>) => {
    const answer: PlanListAnswer = await client.connection.sendRequest(planList, { school: '', source: {}, ...params });
    return answer.ok ? '' : answer.sentence;
  };
  assert.match(await sentence({ source: { file: client.uri('none.xlsx') } }), /cannot be read: it is not there/);
  assert.match(await sentence({ source: { file: 'memfs:/list.xlsx' } }), /not on this computer/);
  assert.match(await sentence({ source: { text: '  ' } }), /nothing in it/);
  assert.match(await sentence({ source: { text: 'Name\nx\n' }, school: 'SCH-9' }), /no school record/);
  await client.end();
});

test('a list of schools and a template', async () => {
  const client = await startClient({
    files: { 'oak/school.fits.yaml': school, 'oak/p.fits.yaml': 'kind: location\nid: hall\ntitle: Hall\n' },
  });
  const params = {
    source: { text: 'School\tPupils\nElm School\t210\nAsh School\t\noak\t\n' },
    template: client.uri('oak'),
    into: pathToFileURL(client.folder).href,
  };
  const looked: PlanSchoolListAnswer = await client.connection.sendRequest(planSchoolList, { ...params, want: 'rows' });
  assert.ok(looked.ok);
  assert.deepEqual(
    [looked.made, looked.summary, looked.columns],
    [2, '2 new schools, 1 left out.', 'Name and pupils are taken from the list.'],
  );
  assert.deepEqual(
    looked.rows?.map(row => row.outcome),
    ['new', 'new', 'left_out'],
  );
  const taken: PlanSchoolListAnswer = await client.connection.sendRequest(planSchoolList, {
    ...params,
    want: 'changes',
  });
  assert.ok(taken.ok && taken.changes);
  await write(client, taken.changes);
  assert.match(
    fs.readFileSync(path.join(client.folder, 'elm-school/school.fits.yaml'), 'utf8'),
    /title: Elm School\n[\s\S]*pupils: 210\n/,
  );
  assert.deepEqual(await errors(client), []);
  await client.end();
});
