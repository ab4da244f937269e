/** A folder of its own for each test of the command line, and what stands in it afterwards. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { runCli } from '../../../server/cli/run.ts';

export async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await runCli([...args, '--today', '2026-11-23'], {
    print: text => (out += `${text}\n`),
    complain: text => (err += `${text}\n`),
  });
  return { code, out, err };
}

export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-cli-'));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** Every file with its text: nothing else may have appeared, or changed. */
export function everything(folder: string): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter(name => fs.statSync(path.join(folder, name)).isFile())
      .map(name => [name.split(path.sep).join('/'), fs.readFileSync(path.join(folder, name), 'latin1')]),
  );
}
