import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { differing, filesAt, findCommit, readAt, repositoriesFor } from '../../../server/host/git.ts';
import { newRepository, repositoryIn, temporaryFolder } from './repository.ts';

/** What the folder's files said at the revision, of those that differ; or why that cannot be told. */
async function past(folder: string, revision = 'HEAD'): Promise<Record<string, string> | string> {
  const commit = await findCommit(folder, revision);
  if (!commit.ok) return commit.reason;
  const files = await filesAt(folder, commit.value.commit);
  if (!files.ok) return files.reason;
  const read = await readAt(folder, files.value, await differing(files.value));
  if (!read.ok) return read.reason;
  assert.deepEqual(read.value.missing, []);
  return Object.fromEntries([...read.value.texts].map(([file, text]) => [path.relative(folder, file), text]));
}

test('files that differ from the commit come with their text there: changed, moved, gone; not the same, not the new', async () => {
  const { folder, commit, write, git } = newRepository();
  commit({
    'same.fits.yaml': 'a',
    'changed.fits.yaml': 'b – ü\n',
    'moved.fits.yml': 'c',
    'gone.fits.yaml': 'd',
    'with space, “quotes”\tand tab.fits.yaml': 'e',
    'other.yaml': 'f',
    'deep/down/x.fits.yaml': 'g',
  });
  write('changed.fits.yaml', 'b2');
  write('deep/down/x.fits.yaml', 'g2');
  write('with space, “quotes”\tand tab.fits.yaml', 'e2');
  write('new.fits.yaml', 'n');
  write('other.yaml', 'f2');
  git('mv', 'moved.fits.yml', 'deep/moved.fits.yml');
  fs.rmSync(path.join(folder, 'gone.fits.yaml'));
  assert.deepEqual(await past(folder), {
    'changed.fits.yaml': 'b – ü\n',
    'moved.fits.yml': 'c',
    'gone.fits.yaml': 'd',
    'with space, “quotes”\tand tab.fits.yaml': 'e',
    'deep/down/x.fits.yaml': 'g',
  });
  assert.deepEqual(
    await past(path.join(folder, 'deep')),
    { 'down/x.fits.yaml': 'g' },
    'a folder inside the repository',
  );
  commit();
  assert.deepEqual(await past(folder), {});
  assert.equal(Object.keys((await past(folder, 'HEAD~1')) as object).length, 5, 'an earlier revision');
});

test('line ends that git turned are no difference', async () => {
  const { folder, commit, write } = newRepository();
  commit({ 'a.fits.yaml': 'kind: location\nid: a\n' });
  write('a.fits.yaml', 'kind: location\r\nid: a\r\n');
  assert.deepEqual(await past(folder), {});
});

test('a repository with the longer names', async () => {
  const folder = temporaryFolder();
  const { commit, write, git } = repositoryIn(folder);
  fs.rmSync(path.join(folder, '.git'), { recursive: true });
  git('init', '--quiet', '--object-format=sha256');
  commit({ 'a.fits.yaml': 'a', 'b.fits.yaml': 'b' });
  write('b.fits.yaml', 'b2');
  assert.deepEqual(await past(folder), { 'b.fits.yaml': 'b' });
});

test('what cannot be had is an answer, not a throw', async () => {
  const bare = temporaryFolder();
  assert.equal(await past(bare), 'no_repository');
  assert.equal(await past(path.join(bare, 'not there')), 'failed');
  const { folder, commit } = newRepository();
  assert.equal(await past(folder), 'no_revision', 'no commit yet');
  commit({ 'a.fits.yaml': 'a' });
  for (const odd of ['nope', '', '--all', '-c', '--output=x', 'HEAD\n', 'HEAD\0', 'HEAD:a.fits.yaml', '0'.repeat(40)])
    assert.equal(await past(folder, odd), 'no_revision', JSON.stringify(odd));
  const stop = new AbortController();
  stop.abort();
  assert.equal((await findCommit(folder, 'HEAD', stop.signal)).ok, false);
});

test('without git on the path there is no git', async () => {
  const { folder, commit } = newRepository();
  commit({ 'a.fits.yaml': 'a' });
  const before = process.env['PATH'];
  try {
    for (const none of ['', '.', temporaryFolder()]) {
      process.env['PATH'] = none;
      assert.equal(await past(folder), 'no_git');
    }
  } finally {
    process.env['PATH'] = before;
  }
});

test('the folder decides, not the repository of a hook that calls', async () => {
  const [one, other] = [newRepository(), newRepository()];
  one.commit({ 'a.fits.yaml': 'one' });
  other.commit({ 'a.fits.yaml': 'other' });
  one.write('a.fits.yaml', 'now');
  process.env['GIT_DIR'] = path.join(other.folder, '.git');
  process.env['GIT_INDEX_FILE'] = path.join(other.folder, '.git', 'index');
  process.env['GIT_TRACE'] = '1';
  try {
    assert.deepEqual(await past(one.folder), { 'a.fits.yaml': 'one' });
  } finally {
    for (const name of ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_TRACE']) Reflect.deleteProperty(process.env, name);
  }
});

test('more text than git may answer at once comes in rounds; a file that is too large is named', async () => {
  const { folder, commit } = newRepository();
  const large = (letter: string, megabytes: number) => letter.repeat(megabytes * 1024 * 1024);
  commit({
    'a.fits.yaml': large('a', 5),
    'b.fits.yaml': large('b', 9),
    'c.fits.yaml': large('c', 5),
    'd.fits.yaml': large('d', 2),
  });
  const found = await findCommit(folder, 'HEAD');
  assert.ok(found.ok);
  const files = await filesAt(folder, found.value.commit);
  assert.ok(files.ok);
  const read = await readAt(folder, files.value, files.value.keys());
  assert.ok(read.ok);
  assert.deepEqual(
    [...read.value.texts].map(([file, text]) => [path.basename(file), text.length / 1024 / 1024, text[0]]),
    [
      ['a.fits.yaml', 5, 'a'],
      ['c.fits.yaml', 5, 'c'],
      ['d.fits.yaml', 2, 'd'],
    ],
  );
  assert.deepEqual(
    read.value.missing.map(file => path.basename(file)),
    ['b.fits.yaml'],
  );
});

test('a folder that holds several repositories is asked about each', () => {
  const folder = temporaryFolder();
  for (const school of ['one', 'two']) fs.mkdirSync(path.join(folder, school, '.git'), { recursive: true });
  const files = ['one/deep/a.fits.yaml', 'one/b.fits.yaml', 'two/c.fits.yaml'].map(name => path.join(folder, name));
  assert.deepEqual(repositoriesFor(folder, files), [path.join(folder, 'one'), path.join(folder, 'two')]);
  assert.deepEqual(repositoriesFor(folder, [path.join(folder, 'three', 'd.fits.yaml')]), [folder]);
  assert.deepEqual(repositoriesFor(folder, ['/elsewhere/x.fits.yaml']), [folder]);
});

test('a hostile repository runs nothing', async () => {
  const { folder, commit, write, git } = newRepository();
  commit({ 'a.fits.yaml': 'kind: location\nid: a\n', 'b.fits.yaml': 'b\n' });
  const marks = temporaryFolder();
  const slash = (file: string) => file.split(path.sep).join('/');
  const mark = (name: string) => {
    const script = path.join(marks, `${name}.sh`);
    fs.writeFileSync(script, `#!/bin/sh\necho ran > '${slash(marks)}/${name}.ran'\n`, { mode: 0o755 });
    return `sh ${slash(script)}`;
  };
  const ran = () => fs.readdirSync(marks).filter(name => name.endsWith('.ran'));
  for (const [key, name] of [
    ['core.fsmonitor', 'fsmonitor'],
    ['diff.external', 'external'],
    ['diff.evil.textconv', 'textconv'],
    ['diff.evil.command', 'command'],
    ['filter.evil.clean', 'clean'],
    ['filter.evil.smudge', 'smudge'],
    ['core.pager', 'pager'],
    ['core.editor', 'editor'],
    ['core.sshCommand', 'ssh'],
    ['core.askPass', 'askpass'],
    ['credential.helper', 'credential'],
    ['gpg.program', 'gpg'],
    ['core.alternateRefsCommand', 'alternates'],
  ] as const)
    git('config', key, mark(name));
  for (const command of ['ls-tree', 'cat-file', 'rev-parse']) git('config', `alias.${command}`, `!${mark(command)}`);
  const hooks = path.join(marks, 'hooks');
  fs.mkdirSync(hooks);
  for (const hook of ['post-index-change', 'fsmonitor-watchman', 'reference-transaction', 'post-checkout']) {
    mark(hook);
    fs.copyFileSync(path.join(marks, `${hook}.sh`), path.join(hooks, hook));
  }
  git('config', 'core.hooksPath', hooks);
  write('.git/info/attributes', '* diff=evil filter=evil\n');
  write('a.fits.yaml', 'kind: location\nid: b\n');
  // A partial clone whose missing text is fetched by a program.
  const blob = git('rev-parse', 'HEAD:b.fits.yaml');
  write('b.fits.yaml', 'b2\n');
  fs.rmSync(path.join(folder, '.git', 'objects', blob.slice(0, 2), blob.slice(2)), { force: true });
  git('config', 'core.repositoryFormatVersion', '1');
  git('config', 'extensions.partialClone', 'origin');
  git('config', 'remote.origin.promisor', 'true');
  git('config', 'remote.origin.url', `ext::${mark('fetch')}`);
  git('config', 'protocol.ext.allow', 'always');

  const found = await findCommit(folder, 'HEAD');
  assert.ok(found.ok);
  const files = await filesAt(folder, found.value.commit);
  assert.ok(files.ok);
  const read = async (name: string) => {
    const answer = await readAt(folder, files.value, [path.join(folder, name)]);
    return answer.ok ? Object.values(Object.fromEntries(answer.value.texts)) : [];
  };
  const different = (await differing(files.value)).map(file => path.basename(file));
  assert.deepEqual(different, ['a.fits.yaml', 'b.fits.yaml']);
  assert.deepEqual(await read('a.fits.yaml'), ['kind: location\nid: a\n']);
  assert.deepEqual(await read('b.fits.yaml'), [], 'nothing is fetched');
  assert.deepEqual(ran(), [], 'nothing of the repository ran');

  // The same traps are alive: they do catch a plain git.
  for (const args of [['diff', 'HEAD', '--', 'a.fits.yaml'], ['status'], ['cat-file', '-p', blob]]) {
    try {
      git(...args);
    } catch {
      // What a trap does to git's own answer does not matter here.
    }
  }
  for (const name of ['clean', 'fsmonitor', 'fetch'])
    assert.ok(ran().includes(`${name}.ran`), `${name}: ${ran().join(' ')}`);
});
