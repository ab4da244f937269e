import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CheckpointState, CopyAnswer, PageAnswer, TodayAnswer } from '../../server/protocol/today.ts';
import type { NewSchoolAnswer, TermsAnswer } from '../../server/protocol/school.ts';
import { settingsChanged } from '../../server/protocol/base.ts';
import { hilltopFiles as files } from '../unit/workflow/hilltop.ts';
import { applyTo, startClient, type Client } from './client.ts';

const laptop =
  'kind: asset\nid: LAP-01\ntitle: Laptop\ntype: laptop\nlocation: hall\nbought: 2024-09-01\naddress: unknown\n';

const today = (client: Client) => client.connection.sendRequest<TodayAnswer>('fits/today', { dismissed: [] });
const ids = async (client: Client): Promise<string[]> => (await today(client)).lines.map(({ id }) => id);
const checkpoint = (client: Client) => client.connection.sendRequest<CheckpointState[]>('fits/checkpoint', {});

function hasGit(): boolean {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
}

test(
  'a checkpoint: begun, saved, and what changed since is said',
  { skip: hasGit() ? false : 'git is not installed' },
  async () => {
    const client = await startClient({ files });
    assert.deepEqual(await ids(client), ['first:look', 'first:list', 'first:checkpoint']);
    const [none] = await checkpoint(client);
    assert.deepEqual(none, { is: 'none', folder: client.folder });
    assert.equal(await client.connection.sendRequest('fits/checkpoint/begin', { folder: client.folder }), '');
    const [first] = await checkpoint(client);
    assert.ok(
      first?.is === 'kept' &&
        /^1 school, 1 calendar, 4 roles, 6 places and 5 monitoring policies recorded$/.test(first.sentence),
      JSON.stringify(first),
    );
    const save = (sentence: string) =>
      client.connection.sendRequest<string>('fits/checkpoint/save', { folder: client.folder, sentence });
    assert.equal(await save('the first'), '');
    assert.deepEqual(await ids(client), ['first:look', 'first:list']);
    await client.write('assets.fits.yaml', laptop);
    await client.diagnostics('assets.fits.yaml');
    const { lines, unsaved, dayEnds } = await today(client);
    assert.deepEqual([unsaved, dayEnds], [1, '16:00']);
    const habit = lines.find(({ id }) => id === 'habit:checkpoint');
    assert.deepEqual(
      [habit?.text, habit?.details],
      ['1 record changed since the last checkpoint', ['Laptop (LAP-01) recorded']],
    );
    assert.equal(await save('the second'), '');
    const log = execFileSync('git', ['-C', client.folder, 'log', '--format=%s'], { encoding: 'utf8' });
    assert.equal(log, 'the second\nthe first\n');
    assert.deepEqual(
      execFileSync('git', ['-C', client.folder, 'ls-files'], { encoding: 'utf8' }).split('\n').filter(Boolean),
      [
        '.gitignore',
        'assets.fits.yaml',
        'checks.fits.yaml',
        'people.fits.yaml',
        'places.fits.yaml',
        'school.fits.yaml',
      ],
    );
    await client.end();
  },
);

test(
  'a folder that becomes trusted shows its first checkpoint as a step',
  { skip: hasGit() ? false : 'git is not installed' },
  async () => {
    const client = await startClient({ files, options: { trusted: false } });
    assert.deepEqual(await ids(client), ['first:look', 'first:list']);
    assert.deepEqual(await checkpoint(client), [{ is: 'not asked' }]);
    await client.connection.sendNotification(settingsChanged, { trusted: true, today: '2026-11-23' });
    assert.deepEqual(await ids(client), ['first:look', 'first:list', 'first:checkpoint']);
    await client.end();
  },
);

test('a copy of the records is whole, is noted in the school, and its age is said after a week', async () => {
  const client = await startClient({ files });
  const to = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-stick-'));
  const ask = (place: string) =>
    client.connection.sendRequest<CopyAnswer>('fits/copy', { school: '', to: pathToFileURL(place).href });
  const answer = await ask(to);
  assert.ok(answer.ok, JSON.stringify(answer));
  assert.equal(path.basename(answer.folder), 'Hilltop Primary School records 2026-11-23');
  assert.deepEqual(fs.readdirSync(answer.folder).sort(), [
    'checks.fits.yaml',
    'people.fits.yaml',
    'places.fits.yaml',
    'school.fits.yaml',
  ]);
  const [change] = answer.changes.files;
  const school = applyTo(files['school.fits.yaml'] ?? '', [...(change?.edits ?? [])]);
  assert.match(school, new RegExp(`\nrecords_copy:\n  made: 2026-11-23\n  to: ${path.basename(to)}\n`));
  await client.write('school.fits.yaml', school.replace('made: 2026-11-23', 'made: 2026-11-10'));
  const [old] = await client.diagnostics('school.fits.yaml');
  assert.match(
    JSON.stringify(old?.message),
    /^"The last copy of the records is from 10 November 2026 \(.*\), 13 days ago\./,
  );
  const again = await ask(to);
  const second = applyTo(school.replace('made: 2026-11-23', 'made: 2026-11-10'), [
    ...(again.ok ? (again.changes.files[0]?.edits ?? []) : []),
  ]);
  assert.equal(second, school);
  const inside = await ask(path.join(client.folder));
  assert.ok(!inside.ok && /folder of the records itself/.test(inside.sentence));
  const gone = await ask(path.join(to, 'not plugged in'));
  assert.ok(!gone.ok && /place for the copy is not there\. Nothing was changed/.test(gone.sentence));
  fs.rmSync(to, { recursive: true });
  await client.end();
});

function get(url: string): Promise<{ status: number | undefined; body: string; policy: string }> {
  return new Promise((resolve, reject) => {
    http
      .get(url, response => {
        let body = '';
        response.setEncoding('utf8').on('data', (data: string) => (body += data));
        response.on('end', () =>
          resolve({ status: response.statusCode, body, policy: String(response.headers['content-security-policy']) }),
        );
      })
      .on('error', reject);
  });
}

test('the page is read from this computer only, by whoever has its address', async () => {
  const client = await startClient({ files: { ...files, 'assets.fits.yaml': laptop } });
  const { url, title } = await client.connection.sendRequest<PageAnswer>('fits/page/what-we-own', {
    school: 'SCH-HPS',
  });
  assert.equal(title, 'What we own: Hilltop Primary School, 23 November 2026');
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\.html$/);
  const page = await get(url);
  assert.equal(page.status, 200);
  assert.match(page.body, /The school owns 1 thing\./);
  assert.match(page.policy, /default-src 'none'/);
  assert.equal((await get(url.replace(/[0-9a-f]{32}/, '0'.repeat(32)))).status, 404);
  await client.end();
});

test('a new school comes as changes; terms are shown in words first', async () => {
  const client = await startClient({ files });
  const terms = (source: object) => client.connection.sendRequest<TermsAnswer>('fits/school/terms', source);
  const usual = await terms({ from: 'usual' });
  assert.ok(usual.ok);
  assert.deepEqual(usual.lines, [
    'Autumn: 2 September to 18 December 2026, half term 26 to 30 October 2026',
    'Spring: 4 January to 25 March 2027, half term 15 to 19 February 2027',
    'Summer: 12 April to 21 July 2027, half term 31 May to 4 June 2027',
    '7 bank holidays of England and Wales',
  ]);
  assert.ok(!(await terms({ from: 'list', text: 'nothing' })).ok);
  const answers = {
    name: 'Holy Primary School',
    phase: 'primary',
    ictOwner: 'Head teacher',
    maintenance: { by: 'provider', title: 'Northshire IT' },
  };
  const made = await client.connection.sendRequest<NewSchoolAnswer>('fits/school/new', {
    ...answers,
    terms: { from: 'usual' },
    folder: client.uri('holy'),
  });
  assert.ok(made.ok);
  assert.deepEqual(
    made.changes.files.map(({ uri, isNew }) => [uri.slice(client.uri('holy').length), isNew]),
    [
      ['/school.fits.yaml', true],
      ['/people.fits.yaml', true],
      ['/places.fits.yaml', true],
      ['/checks.fits.yaml', true],
      ['/.gitignore', true],
    ],
  );
  // The other school has the id that its initials would give.
  assert.match(made.changes.files[0]?.edits[0]?.newText ?? '', /id: SCH-HPS-2\n/);
  await client.end();
});
