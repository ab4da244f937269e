/** The packaged extension in the VS Code of test/vscode, for the user's own browser. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { onPath } from '../test/vscode/chromium.ts';
import { installVersion } from '../test/vscode/install.ts';
import { addressOf, installExtension, startServer, type Server } from '../test/vscode/server.ts';
import { startBrowser } from '../test/vscode/window.ts';
import type { DesktopOptions } from './desktop.ts';
import { packageExtension } from './package.ts';

export interface Workbench extends Server {
  readonly address: string;
}

export async function startWorkbench({ temp, folder, settings, env }: DesktopOptions): Promise<Workbench> {
  await installVersion('newest');
  const folders = { userDataDir: path.join(temp, 'user-data'), extensionsDir: path.join(temp, 'extensions') };
  await installExtension(await packageExtension(), folders);
  const server = await startServer({ ...folders, settings, env, connectionToken: randomBytes(16).toString('hex') });
  return { ...server, address: addressOf(server, { folder }) };
}

/** Opens the address in the user's browser where there is a display; says whether it tried. */
export function openInBrowser(address: string): boolean {
  const display = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY;
  const program = display ? onPath(['xdg-open']) : undefined;
  if (program === undefined) return false;
  // The address is printed as well, so a browser that does not come is no failure.
  spawn(program, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
  return true;
}

function filesBelow(folder: string, name: RegExp): string[] {
  if (!fs.existsSync(folder)) return [];
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter(file => name.test(file)).map(file => path.join(folder, file));
}

/** What the extension host wrote about us so far. */
function activation(userDataDir: string): 'activated' | 'failed' | undefined {
  const logs = filesBelow(userDataDir, /exthost\.log$/).map(file => fs.readFileSync(file, 'utf8'));
  const text = logs.join('\n');
  if (/Activating extension fits-maintenance\.fits-maintenance failed/.test(text)) return 'failed';
  return /_doActivateExtension fits-maintenance\.fits-maintenance/.test(text) ? 'activated' : undefined;
}

async function until<T>(what: string, read: () => T | undefined): Promise<T> {
  const limit = Date.now() + 60_000;
  for (;;) {
    const value = read();
    if (value !== undefined) return value;
    if (Date.now() > limit) throw new Error(`Waited 60 s for ${what}.`);
    await new Promise(done => setTimeout(done, 200));
  }
}

/** Loads the page as a user would and waits until the extension runs; gives what it saw. */
export async function checkWorkbench(workbench: Workbench): Promise<string> {
  // The right token is answered by a cookie and a redirection, a wrong one by 403.
  const answer = await fetch(workbench.address, { redirect: 'manual' });
  if (answer.status >= 400) throw new Error(`The workbench answers ${answer.status}.`);
  const browser = await startBrowser().catch(() => undefined);
  if (!browser) return 'the page answers (no browser here to load it)';
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(workbench.address);
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    const state = await until('the extension', () => activation(workbench.userDataDir));
    if (state === 'failed') throw new Error(`The extension failed to activate:\n${workbench.log()}`);
    return 'the page is loaded and the extension is active';
  } finally {
    await browser.close();
  }
}
