import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { runCli } from '../../../server/cli/run.ts';
import { declarations } from '../../../server/records/index.ts';
import { school } from '../engine/school.ts';

interface Answer {
  findings: { file: string; code: string; record: string; severity: string; range: unknown }[];
  summary: { milliseconds: number };
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await runCli(args, { print: text => (out += `${text}\n`), complain: text => (err += `${text}\n`) });
  return { code, out, err };
}

function folderWith(files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-cli-'));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}

test('check: JSON with findings in order, and a summary; 0, 1 and 2', async () => {
  const good = folderWith({ 'school.fits.yaml': school });
  const bad = folderWith({
    'school.fits.yaml': school,
    'a.fits.yaml':
      'kind: location\nid: hall\ntitle: Hall\nparent: gone\n---\nkind: location\nid: HALL\ntitle: Hall 2\n',
  });
  assert.equal((await run('check', good, '--today', '2026-11-23')).code, 0);
  const { code, out } = await run('check', bad, '--today', '2026-11-23', '--format', 'json');
  assert.equal(code, 1);
  const answer = JSON.parse(out) as Answer;
  assert.deepEqual(
    answer.findings.map(one => [one.code, one.record, one.severity, one.range]),
    [
      ['GEN-003', 'hall', 'error', { start: { line: 3, character: 8 }, end: { line: 3, character: 12 } }],
      ['GEN-002', 'HALL', 'error', { start: { line: 6, character: 4 }, end: { line: 6, character: 8 } }],
    ],
  );
  assert.deepEqual(
    { ...answer.summary, milliseconds: 0 },
    { files: 2, records: 5, schools: 1, errors: 2, warnings: 0, information: 0, acknowledged: 0, milliseconds: 0 },
  );
  assert.ok(answer.findings.every(one => one.file.endsWith('a.fits.yaml') && !one.file.includes('\\')));
});

test('what cannot run ends with 2 and says why', async () => {
  const empty = folderWith({});
  for (const [args, words] of [
    [['check', '/no/such/folder'], /cannot be read: it is not there/],
    [['check', empty], /no records/],
    [['check', empty, '--today', '2026-02-30'], /wants a day/],
    [['check', empty, '--format', 'xml'], /text or json/],
    [['check', '--nonsense'], /nonsense/],
    [['chekc'], /no command/],
    [['probe'], /name one device/],
  ] as const) {
    const { code, out, err } = await run(...args);
    assert.deepEqual([code, out], [2, ''], args.join(' '));
    assert.match(err, words);
  }
  assert.deepEqual(Object.keys(JSON.parse((await run('check', empty, '--format', 'json')).out) as object), ['error']);
});

test('warnings count only when asked', async () => {
  const folder = folderWith({
    'school.fits.yaml': school,
    'a.fits.yaml': 'kind: role\nid: tech\ntitle: Technician\nfunction: maintenance\ncontact: 07700 900123\n',
  });
  assert.equal((await run('check', folder)).code, 0);
  assert.equal((await run('check', folder, '--warnings-as-errors')).code, 1);
});

test('version and help', async () => {
  assert.match((await run('--version')).out, /^\d+\.\d+\.\d+\n$/);
  assert.match((await run('--help')).out, /fits check/);
});

test('findings that are alike fold after the third, unless all are asked for', async () => {
  const asset = (n: number) =>
    `kind: asset\nid: LAP-${String(n)}\ntitle: Laptop ${String(n)}\ntype: laptop\nlocation: attic\n`;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-cli-'));
  fs.writeFileSync(path.join(folder, 'a.fits.yaml'), [1, 2, 3, 4, 5, 6, 7].map(asset).join('---\n'));
  const folded = await run('check', folder, '--today', '2026-11-23');
  assert.equal(folded.out.match(/GEN-003 {2}LAP-/g)?.length, 3);
  assert.match(folded.out, /… and 4 more of GEN-003 on assets; --all shows each\./);
  const all = await run('check', folder, '--today', '2026-11-23', '--all');
  assert.equal(all.out.match(/GEN-003 {2}LAP-/g)?.length, 7);
  assert.doesNotMatch(all.out, /… and/);
  fs.rmSync(folder, { recursive: true });
});

test('the page on paper, and what is said when there is none', async () => {
  const page = await run('print', 'what-we-own', '--folder', 'samples/primary-school', '--today', '2026-11-23');
  assert.equal(page.code, 0);
  assert.match(
    page.out,
    /^<!doctype html>[\s\S]*What we own: Exampleton Primary School.*23 November 2026[\s\S]*<\/html>\n$/,
  );
  for (const [args, said] of [
    [['print'], /which page/],
    [['print', 'what-we-own', '--folder', 'samples', '--today', '2026-11-23'], /several schools/],
    [['print', 'what-we-own', '--folder', 'test/fixtures/hostile'], /no school record/],
  ] as const) {
    const { code, err } = await run(...args);
    assert.equal(code, 2);
    assert.match(err, said);
  }
});

test('what records may hold, for other editors: of one kind, or of all', async () => {
  const one = await run('schema', 'asset');
  assert.equal(one.code, 0);
  assert.deepEqual((JSON.parse(one.out) as { properties: { kind: unknown } }).properties.kind, {
    title: 'Kind',
    description: declarations.asset.about,
    const: 'asset',
  });
  const any = JSON.parse((await run('schema')).out) as { properties: { kind: { enum: string[] } } };
  assert.deepEqual(any.properties.kind.enum, Object.keys(declarations));
  for (const [args, said] of [
    [['schema', 'asest'], /Did you mean asset\?/],
    [['schema', 'asset', 'licence'], /one kind of record, or none/],
  ] as const) {
    const { code, out, err } = await run(...args);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, said);
  }
});
