/** Installs the VS Code of the tests into its own folder, when its lockfile is not the one installed. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';

/** newest = the VS Code of today; oldest = the floor that package.json names in engines.vscode. */
export type Version = 'newest' | 'oldest';

export const harness = import.meta.dirname;

/** Nothing but Linux on x64 has the packages. */
export const supported = process.platform === 'linux' && process.arch === 'x64';

function npm(args: string[], cwd: string): Promise<number> {
  const own = process.env.npm_execpath;
  const [program, all] = own?.endsWith('.js') ? [process.execPath, [own, ...args]] : ['npm', args];
  return new Promise((done, fail) => {
    // All that npm says goes to stderr: stdout belongs to the caller's answer.
    const child = spawn(program, all, { cwd, stdio: ['ignore', 2, 2] });
    child.on('error', fail);
    child.on('close', code => done(code ?? 1));
  });
}

async function installFolder(folder: string, what: string): Promise<void> {
  const hash = createHash('sha256')
    .update(fs.readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(folder, 'node_modules/.stamp');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return;
  process.stderr.write(`Installing ${what} …\n`);
  const code = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  if (code !== 0) throw new Error(`npm ci in ${path.relative(process.cwd(), folder)} ended with ${code}`);
  fs.writeFileSync(stamp, hash);
}

/** The browser's packages (Chromium and fonts). */
export async function installBrowser(): Promise<void> {
  await installFolder(harness, 'the browser of the tests');
}

/** VS Code itself, without a browser. */
export async function installVersion(version: Version): Promise<void> {
  const folder = path.join(harness, version);
  await installFolder(folder, `VS Code (${version})`);
  // The workbench asks for its modules below this folder.
  const link = path.join(folder, 'node_modules/code-server/lib/vscode/node_modules');
  if (!fs.existsSync(link)) fs.symlinkSync('../../..', link);
}
