/** A desktop VS Code on the demonstration, where this machine has one. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { onPath } from '../test/vscode/chromium.ts';
import { writeSettings } from '../test/vscode/server.ts';
import { root } from './root.ts';

export interface Running {
  /** Resolves when the user closes it. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

export function desktopProgram(): string | undefined {
  if (process.platform !== 'win32') return onPath(['code']);
  // `code.cmd` would need a shell; the program beside it does not.
  const script = onPath(['code.cmd']);
  const program = script === undefined ? undefined : path.resolve(path.dirname(script), '../Code.exe');
  return program !== undefined && fs.existsSync(program) ? program : undefined;
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // already gone
  }
}

/** The command `code` starts the window's process apart from itself; that one writes its number into its folder. */
function windowPid(userDataDir: string): number | undefined {
  try {
    return Number(fs.readFileSync(path.join(userDataDir, 'code.lock'), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

export interface DesktopOptions {
  readonly temp: string;
  readonly folder: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string>>;
}

export function startDesktop(program: string, { temp, folder, settings, env }: DesktopOptions): Running {
  const userDataDir = path.join(temp, 'user-data');
  writeSettings(userDataDir, settings);
  const folders = ['--user-data-dir', userDataDir, '--extensions-dir', path.join(temp, 'extensions')];
  const ownExtensionOnly = [`--extensionDevelopmentPath=${root}`, '--disable-extensions'];
  // Chromium refuses its sandbox to root.
  const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = ['--wait', '--new-window', ...folders, ...ownExtensionOnly, ...rootOnly, folder];
  const grouped = process.platform !== 'win32';
  const child = spawn(program, args, { detached: grouped, stdio: 'ignore', env: { ...process.env, ...env } });
  const ended = new Promise<void>((done, fail) => {
    child.on('error', fail);
    child.on('close', () => done());
  });
  const close = async (): Promise<void> => {
    const window = windowPid(userDataDir);
    if (window !== undefined) end(window);
    if (child.pid !== undefined) end(grouped ? -child.pid : child.pid);
    await ended;
  };
  return { ended, close };
}
