import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { runCli } from '../../../server/cli/run.ts';
import { school } from '../engine/school.ts';
import { newRepository, problem, repositoryIn, temporaryFolder } from '../host/repository.ts';

async function check(...args: string[]): Promise<{ code: number; err: string; found: string[]; message: string }> {
  let [out, err] = ['', ''];
  const code = await runCli(['check', ...args, '--today', '2026-11-23', '--format', 'json'], {
    print: text => (out += text),
    complain: text => (err += text),
  });
  const { findings = [] } = JSON.parse(out) as {
    findings?: { code: string; case: string; severity: string; record: string; message: string }[];
  };
  const [first] = findings.filter(one => one.code === 'GEN-008');
  return {
    code,
    err,
    found: findings.map(one => `${one.code} ${one.case} ${one.severity} ${one.record}`),
    message: first?.message ?? '',
  };
}

const of = (found: readonly string[]) => found.filter(one => one.startsWith('GEN-008'));

test('check compares with the last commit, and with another revision when one is named', async () => {
  const { folder, commit, write, git } = newRepository();
  commit({ 'school.fits.yaml': school, 'p.fits.yaml': problem('logged') });
  git('tag', 'start');
  assert.deepEqual(of((await check(folder)).found), []);
  write('p.fits.yaml', problem('known_error'));
  assert.deepEqual(of((await check(folder)).found), ['GEN-008 unlisted warning PRB-2026-001']);
  commit();
  assert.deepEqual(of((await check(folder)).found), [], 'what is committed is the past now');
  const since = await check(folder, '--since', 'start');
  assert.deepEqual(of(since.found), ['GEN-008 unlisted warning PRB-2026-001']);
  assert.match(since.message, /^Between “Logged”, where this stood at “start”, and /);
  commit({ 'p.fits.yaml': 'kind: location\nid: hall\ntitle: Hall\n', 'deep/q.fits.yaml': problem('cancelled') });
  commit({ 'deep/q.fits.yaml': problem('logged') });
  const back = await check(folder, '--since', 'HEAD~1');
  assert.equal(back.code, 1);
  assert.deepEqual(of(back.found), ['GEN-008 path error PRB-2026-001']);
  assert.deepEqual(of((await check(path.join(folder, 'deep'), '--since=HEAD~1')).found), [
    'GEN-008 path error PRB-2026-001',
  ]);
  assert.deepEqual(of((await check(folder, '--since', 'start')).found), [], 'it moved, and stands where it stood');
});

test('a revision that is not there cannot be compared with: 2, in plain words', async () => {
  const { folder, commit } = newRepository();
  commit({ 'school.fits.yaml': school });
  for (const odd of ['nope', '--output=x', '']) {
    const { code, err, found } = await check(folder, `--since=${odd}`);
    assert.deepEqual([code, found], [2, []], odd);
    assert.ok(err.includes(`git knows no revision “${odd}”`), err);
  }
  const loose = temporaryFolder();
  repositoryIn(loose).write('school.fits.yaml', school);
  assert.match((await check(loose, '--since', 'HEAD')).err, /knows no revision “HEAD”/, 'no commit yet');
  assert.equal((await check(loose)).code, 0);
});

test('outside a repository the records are checked as they stand; --since says that it cannot', async () => {
  const folder = temporaryFolder();
  const { write } = repositoryIn(folder);
  write('school.fits.yaml', school);
  fs.renameSync(path.join(folder, '.git'), path.join(folder, 'not-git'));
  assert.deepEqual(await check(folder), { code: 0, err: '', found: [], message: '' });
  const { code, err } = await check(folder, '--since', 'HEAD');
  assert.equal(code, 2);
  assert.match(err, /lies in no git repository/);
});

test('schools that are repositories of their own, side by side', async () => {
  const folder = temporaryFolder();
  for (const name of ['one', 'two']) {
    fs.mkdirSync(path.join(folder, name));
    const { commit, write } = repositoryIn(path.join(folder, name));
    commit({ 'school.fits.yaml': school, 'p.fits.yaml': problem('closed') });
    if (name === 'two') write('p.fits.yaml', problem('logged'));
  }
  assert.deepEqual(of((await check(folder)).found), ['GEN-008 path error PRB-2026-001']);
});

const rfc = (status: string, more = '') =>
  `kind: rfc\nid: RFC-2026-019\ntitle: New switch\nstatus: ${status}\nitems: unknown\nreason: It is old.\n${more}`;

test('a change whose approval was left out: against the last commit, and against the main branch', async () => {
  const { folder, commit, write, git } = newRepository();
  commit({ 'school.fits.yaml': school, 'changes.fits.yaml': rfc('submitted') });
  git('branch', 'main-line');
  write('changes.fits.yaml', rfc('scheduled'));
  const now = await check(folder);
  assert.deepEqual(of(now.found), ['GEN-008 unlisted warning RFC-2026-019']);
  assert.match(now.message, /“Day and time are set” comes “Approved”\. Write into the history/);
  commit();
  assert.deepEqual(of((await check(folder)).found), []);
  commit({ 'changes.fits.yaml': rfc('implemented') });
  const since = await check(folder, '--since', 'main-line');
  assert.deepEqual(of(since.found), ['GEN-008 unlisted warning RFC-2026-019']);
  assert.match(since.message, /at “main-line”, and “Done” come “Approved” and “Day and time are set”\./);
  const step = (on: string, from: string, to: string) => `  - { on: ${on}, from: ${from}, to: ${to} }\n`;
  const history = `history:\n${step('2026-11-02', 'submitted', 'approved')}${step('2026-11-03', 'approved', 'scheduled')}${step('2026-11-18', 'scheduled', 'implemented')}`;
  write('changes.fits.yaml', rfc('implemented', history));
  assert.deepEqual(of((await check(folder, '--since', 'main-line')).found), [], 'the history lists the steps');
  write('changes.fits.yaml', rfc('draft'));
  assert.deepEqual(of((await check(folder)).found), ['GEN-008 path error RFC-2026-019']);
  assert.deepEqual(
    of((await check(folder, '--since', 'main-line')).found),
    [],
    'from “submitted” back to “draft” is a step',
  );
});

test('a change in a school that approves in two steps: each of them is asked for', async () => {
  const { folder, commit, write } = newRepository();
  const full = school.replace('phase: primary', 'phase: primary\napprovals: full');
  commit({ 'school.fits.yaml': full, 'changes.fits.yaml': rfc('planned') });
  write('changes.fits.yaml', rfc('scheduled'));
  const { found, message } = await check(folder);
  assert.deepEqual(of(found), ['GEN-008 unlisted warning RFC-2026-019']);
  assert.match(message, /comes “May be done”\./);
  write('changes.fits.yaml', rfc('approved_to_implement'));
  assert.deepEqual(of((await check(folder)).found), [], 'a small change needs no second pair of eyes');
});
