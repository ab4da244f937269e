/** A real git repository in a folder of its own, made by the git of this computer and told by nobody's settings. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Repository {
  readonly folder: string;
  readonly git: (...args: string[]) => string;
  readonly write: (name: string, text: string) => void;
  /** Commits everything that is there. */
  readonly commit: (files?: Readonly<Record<string, string>>) => void;
}

export function repositoryIn(folder: string): Repository {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Test', '-c', 'user.email=test@exampleton.example', ...args], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: os.devNull },
    }).trim();
  const write = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  git('init', '--quiet');
  return {
    folder,
    git,
    write,
    commit: (files = {}) => {
      for (const [name, text] of Object.entries(files)) write(name, text);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--no-verify', '--message', 'next');
    },
  };
}

const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'fits-git-')));
process.once('exit', () => fs.rmSync(root, { recursive: true, force: true }));

/** A folder that goes with this process. */
export function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(root, 'folder-'));
}

export const newRepository = (): Repository => repositoryIn(temporaryFolder());

export const problem = (status: string, more = '') =>
  `kind: problem\nid: PRB-2026-001\ntitle: Printer jams\nassets: unknown\nimpact: one_room\nresolver: unknown\nmanager: unknown\nstatus: ${status}\n${more}`;
