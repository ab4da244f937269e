/** Checkpoints and copies on a real disk, with a real git. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { copyFiles } from '../../../server/host/copy-files.ts';
import { initRepository, saveFiles } from '../../../server/host/git-write.ts';
import { newRepository, problem, temporaryFolder } from './repository.ts';

const hasGit = (() => {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

describe('checkpoints', { skip: hasGit ? false : 'git is not installed' }, () => {
  it('a history begins, and the first checkpoint holds the records', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'problems.fits.yaml');
    fs.writeFileSync(file, problem('logged'));
    assert.deepEqual(await initRepository(folder), { ok: true, value: undefined });
    assert.deepEqual(await saveFiles(folder, [file], '1 problem recorded'), { ok: true, value: undefined });
    const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();
    assert.equal(git('log', '--format=%s'), '1 problem recorded');
    assert.equal(git('show', 'HEAD:problems.fits.yaml'), problem('logged').trim());
    assert.equal(git('status', '--porcelain'), '');
  });

  it('keeps only what it is told: others’ prepared work stays prepared, and hooks do not run', async () => {
    const { folder, git, write, commit } = newRepository();
    commit({ 'a.fits.yaml': problem('logged'), 'gone.fits.yaml': problem('logged'), 'notes.txt': 'mine' });
    write('.git/hooks/pre-commit', '#!/bin/sh\ntouch "$GIT_DIR/../ran"\nexit 1\n');
    fs.chmodSync(path.join(folder, '.git/hooks/pre-commit'), 0o755);
    write('notes.txt', 'mine, prepared');
    git('add', 'notes.txt');
    write('a.fits.yaml', problem('assigned'));
    write('odd [name]* é.fits.yaml', problem('logged'));
    fs.rmSync(path.join(folder, 'gone.fits.yaml'));
    const files = ['a.fits.yaml', 'odd [name]* é.fits.yaml', 'gone.fits.yaml'].map(name => path.join(folder, name));
    assert.deepEqual(await saveFiles(folder, files, '-m "quotes" and\na second line'), { ok: true, value: undefined });
    assert.equal(git('log', '-1', '--format=%B'), '-m "quotes" and\na second line');
    assert.deepEqual(
      git('-c', 'core.quotePath=false', 'show', '--no-renames', '--name-status', '--format=', 'HEAD')
        .split('\n')
        .sort(),
      ['A\todd [name]* é.fits.yaml', 'D\tgone.fits.yaml', 'M\ta.fits.yaml'],
    );
    assert.equal(git('status', '--porcelain'), 'M  notes.txt');
    assert.ok(!fs.existsSync(path.join(folder, 'ran')));
  });

  it('says in words why it could not', async () => {
    const { folder, write } = newRepository();
    write('a.fits.yaml', problem('logged'));
    write('.git/index.lock', '');
    const saved = await saveFiles(folder, [path.join(folder, 'a.fits.yaml')], 'x');
    assert.ok(!saved.ok && saved.reason === 'failed' && /index\.lock/.test(saved.detail), JSON.stringify(saved));
  });
});

describe('copies of the records', () => {
  it('are whole, keep their folders, and never replace an older one', async () => {
    const [from, to] = [temporaryFolder(), temporaryFolder()];
    fs.mkdirSync(path.join(from, 'assets'));
    const files = ['school.fits.yaml', 'assets/a.fits.yaml'].map(name => path.join(from, name));
    for (const file of files) fs.writeFileSync(file, file);
    const first = await copyFiles(files, from, to, 'School records 2026-11-23');
    assert.deepEqual(first, { ok: true, folder: path.join(to, 'School records 2026-11-23'), files: 2 });
    const second = await copyFiles(files, from, to, 'School records 2026-11-23');
    assert.ok(second.ok && second.folder.endsWith('(2)'));
    assert.deepEqual(fs.readdirSync(to).sort(), ['School records 2026-11-23', 'School records 2026-11-23 (2)']);
    assert.equal(fs.readFileSync(path.join(to, 'School records 2026-11-23/assets/a.fits.yaml'), 'utf8'), files[1]);
  });

  it('that cannot be made leave nothing that looks like one', async () => {
    const [from, to] = [temporaryFolder(), temporaryFolder()];
    const copied = await copyFiles([path.join(from, 'not-there.fits.yaml')], from, to, 'x');
    assert.deepEqual(copied, { ok: false, why: 'it is not there' });
    assert.deepEqual(fs.readdirSync(to), []);
    const gone = path.join(to, 'a stick that is gone');
    const file = path.join(from, 'a.fits.yaml');
    fs.writeFileSync(file, 'x');
    assert.deepEqual(await copyFiles([file], from, gone, 'x'), {
      ok: false,
      why: 'the place for the copy is not there',
    });
    assert.deepEqual(fs.readdirSync(to), []);
  });
});
