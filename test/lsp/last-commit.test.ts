import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem, repositoryIn } from '../unit/host/repository.ts';
import { startClient, type Client } from './client.ts';

const school =
  'kind: school\nid: SCH-1\ntitle: Exampleton\nphase: primary\nict_owner: unknown\nmaintenance: unknown\n---\nkind: calendar\nid: CAL-1\ntitle: Year\nterms:\n  - { name: autumn, from: 2026-09-01, to: 2026-12-18 }\n';
const file = 'p.fits.yaml';

async function transitions(client: Client, name = file): Promise<string[]> {
  const found = await client.diagnostics(name);
  return found
    .filter(one => one.code === 'GEN-008')
    .map(one => (typeof one.message === 'string' ? one.message : one.message.value));
}

/** Git is asked once things are still: a little later than the answer to an edit. */
async function until(client: Client, count: number, name = file): Promise<string[]> {
  const end = Date.now() + 10_000;
  for (;;) {
    const found = await transitions(client, name);
    if (found.length === count || Date.now() > end) return found;
    await sleep(50);
  }
}

async function startRepository(status: string, options = {}) {
  const client = await startClient({ files: { 'school.fits.yaml': school, [file]: problem(status) }, options });
  const repository = repositoryIn(client.folder);
  return { client, ...repository };
}

test('a step left out is seen while it is typed, and is the past once it is committed', async () => {
  const { client, commit, git } = await startRepository('logged');
  commit();
  await client.open(file, problem('logged'));
  await client.change(file, problem('known_error'));
  assert.match((await until(client, 1))[0] ?? '', /^Between “Logged”, where this stood at the last commit, and /);
  await client.change(file, problem('assigned'));
  assert.deepEqual(await transitions(client), [], 'typing on is compared at once');
  await client.change(file, problem('known_error'));
  assert.equal((await transitions(client)).length, 1);
  fs.writeFileSync(path.join(client.folder, file), problem('known_error'));
  commit();
  assert.deepEqual(await until(client, 0), [], 'nobody told the server: it saw the commit');
  git('reset', '--quiet', '--soft', 'HEAD~1');
  assert.equal((await until(client, 1)).length, 1, 'a commit taken back');
  await client.end();
});

test('files that nobody opened are compared, too: changed before the start, on disk, moved', async () => {
  const { client, commit } = await startRepository('closed');
  commit();
  await client.write(file, problem('logged'));
  assert.match((await until(client, 1))[0] ?? '', /nothing comes after that/);
  await client.write('q.fits.yaml', problem('logged'));
  await client.write(file, undefined);
  assert.equal((await until(client, 1, 'q.fits.yaml')).length, 1);
  await client.write('q.fits.yaml', problem('closed'));
  assert.deepEqual(await until(client, 0, 'q.fits.yaml'), []);
  await client.end();
});

test('in a folder that is not trusted git is not asked, until it is trusted', async () => {
  const { client, commit } = await startRepository('closed', { trusted: false });
  commit();
  await client.open(file, problem('logged'));
  await sleep(1_500);
  assert.deepEqual(await transitions(client), []);
  await client.connection.sendNotification('fits/settings', { today: '2026-11-23', trusted: true });
  assert.equal((await until(client, 1)).length, 1);
  await client.connection.sendNotification('fits/settings', { today: '2026-11-23', trusted: false });
  assert.deepEqual(await until(client, 0), []);
  await client.end();
});

test('a folder that becomes a repository only later', async () => {
  const client = await startClient({ files: { 'school.fits.yaml': school, [file]: problem('closed') } });
  await client.open(file, problem('closed'));
  await sleep(600);
  repositoryIn(client.folder).commit();
  await client.change(file, problem('logged'));
  await client.write(file, problem('logged'));
  assert.equal((await until(client, 1)).length, 1);
  await client.end();
});

// The program that counts the calls is a script: on Windows only an .exe would be taken for git.
const counting = { skip: process.platform === 'win32' };

test('typing asks git once for each document, however much is typed', counting, async () => {
  const { client, commit } = await startRepository('logged');
  commit();
  const tools = fs.mkdtempSync(path.join(client.folder, 'tools-'));
  const log = path.join(tools, 'calls');
  const before = process.env['PATH'] ?? '';
  const git = before.split(path.delimiter).find(folder => fs.existsSync(path.join(folder, 'git'))) ?? '';
  fs.writeFileSync(path.join(tools, 'git'), `#!/bin/sh\necho "$@" >> '${log}'\nexec '${git}/git' "$@"\n`, {
    mode: 0o755,
  });
  process.env['PATH'] = `${tools}${path.delimiter}${before}`;
  try {
    await client.open(file, problem('logged'));
    for (let i = 0; i < 40; i++) {
      await client.change(file, problem('logged', `notes: ${'x'.repeat(i)}\n`));
      await sleep(30);
    }
    await sleep(800);
  } finally {
    process.env['PATH'] = before;
  }
  const calls = fs.readFileSync(log, 'utf8').trim().split('\n');
  assert.ok(calls.length <= 8, `${calls.length} calls`);
  await client.end();
});
