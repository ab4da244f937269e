/** VS Code's command line, read as far as @vscode/test-electron and people use it. */
import fs from 'node:fs';
import path from 'node:path';

export interface CommandLine {
  one(name: string): string | undefined;
  all(name: string): string[];
  has(name: string): boolean;
  readonly folder: string | undefined;
  readonly file: string | undefined;
}

const valued = new Set(
  'extensionDevelopmentPath extensionTestsPath user-data-dir extensions-dir install-extension uninstall-extension screenshot timeout'.split(
    ' ',
  ),
);

export function readCommandLine(args: readonly string[]): CommandLine {
  const options = new Map<string, string[]>();
  const rest: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const text = args[at] ?? '';
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(text) ?? [];
    if (name === undefined) {
      rest.push(path.resolve(text));
      continue;
    }
    const given = value ?? (valued.has(name) ? (args[++at] ?? '') : '');
    options.set(name, [...(options.get(name) ?? []), given]);
  }
  const folder = rest.find(place => place.endsWith('.code-workspace') || fs.statSync(place).isDirectory());
  return {
    one: name => options.get(name)?.at(-1),
    all: name => options.get(name) ?? [],
    has: name => options.has(name),
    folder,
    file: rest.find(place => place !== folder),
  };
}
