// `node scripts/run.mjs <task> [...arguments]`: installs what is missing or stale, then goes on in the pinned Node 24.
// Plain JavaScript for Node 18 and above, with no package: it is what runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Task → script, and the arguments that stand before the caller's own. */
const tasks = {
  start: ['scripts/start.ts'],
  test: ['scripts/test.ts'],
  build: ['scripts/build.ts'],
  fits: ['scripts/fits.ts'],
  package: ['scripts/package.ts'],
  generate: ['scripts/generate.ts'],
  format: ['scripts/format.ts'],
  bench: ['scripts/bench.ts'],
  lint: ['scripts/test.ts', 'lint'],
  types: ['scripts/test.ts', 'types'],
  knip: ['scripts/test.ts', 'knip'],
  licences: ['scripts/licences.ts'],
  'test:unit': ['scripts/test.ts', 'unit'],
  'test:lsp': ['scripts/test.ts', 'lsp'],
  'test:lab': ['scripts/test.ts', 'lab'],
  'test:vscode': ['scripts/test.ts', 'vscode'],
};

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function readLock(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
}

/** Whether npm's own note of what it installed agrees with the lockfile, e.g. after `npm install` of a new package. */
function sameAsInstalled(lockFile) {
  const note = path.join(root, 'node_modules/.package-lock.json');
  if (!fs.existsSync(note)) return false;
  const installed = readLock(note);
  const wanted = Object.entries(readLock(lockFile)).filter(([name]) => name !== '');
  return wanted.every(([name, entry]) =>
    installed[name] ? installed[name].version === entry.version : entry.optional === true,
  );
}

function npm(args) {
  const own = process.env.npm_execpath;
  // npm's own texts go to stderr: stdout belongs to the task's answer.
  const stdio = ['ignore', 2, 2];
  if (own && own.endsWith('.js')) return spawnSync(process.execPath, [own, ...args], { cwd: root, stdio });
  return spawnSync('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' });
}

function install() {
  const lockFile = path.join(root, 'package-lock.json');
  const stamp = path.join(root, 'node_modules/.stamp');
  const hash = createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return;
  if (!sameAsInstalled(lockFile)) {
    process.stderr.write('Installing the packages of package-lock.json …\n');
    const { status, error } = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
    if (status !== 0) fail(`npm ci failed${error ? `: ${error.message}` : ''}. The packages could not be installed.`);
  }
  fs.writeFileSync(stamp, hash);
}

/** The pinned Node of this platform, else this very Node where it is new enough. */
function pinnedNode() {
  const windows = process.platform === 'win32';
  const packaged = path.join(root, 'node_modules', `node-${windows ? 'win' : process.platform}-${process.arch}`);
  const binary = path.join(packaged, 'bin', windows ? 'node.exe' : 'node');
  if (fs.existsSync(binary)) return binary;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    `There is no packaged Node for ${process.platform} ${process.arch}, and this one is ${process.version}.\nInstall Node 24 (24.21 or later) and run the same command again.`,
  );
}

const [task = '', ...given] = process.argv.slice(2);
const found = Object.hasOwn(tasks, task)
  ? tasks[task]
  : fail(`Unknown task "${task}". Tasks: ${Object.keys(tasks).join(', ')}.`);
const [script, ...preset] = found;
if (!fs.existsSync(path.join(root, script))) fail(`The task "${task}" has no script yet (${script}).`);
install();
const node = pinnedNode();
const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
const child = spawn(node, [path.join(root, script), ...preset, ...given], { cwd: root, stdio: 'inherit', env });
// Ctrl-C reaches the child by itself (same terminal); a signal sent to this process alone must be handed on.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm passes a signal to its shell only, which dies without a word: then this process has a new parent.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 500).unref();
child.on('error', error => fail(error.message));
child.on('exit', (code, signal) => {
  if (signal) process.exit(signal === 'SIGINT' ? 130 : 143);
  process.exit(code ?? 1);
});
