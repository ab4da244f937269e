/** Runs programs for the scripts: always an argument vector, never a shell. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { root } from './root.ts';

export interface Execution {
  readonly code: number;
  /** Standard output and standard error as they came. */
  readonly output: string;
}

/** Ends with this process: a test run that is stopped leaves nothing running. */
function bindToUs(child: ChildProcess): void {
  const end = (): void => {
    child.kill('SIGTERM');
  };
  process.once('exit', end);
  child.once('close', () => process.removeListener('exit', end));
}

function ended(code: number | null): number {
  return code ?? 1;
}

/** Runs to the end and gives the exit code; the program writes where this process writes. */
export function execute(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    bindToUs(child);
    child.on('error', fail);
    child.on('close', code => done(ended(code)));
  });
}

/** Runs to the end and gives what was printed as well; `onLine` sees each line when it is whole. */
export function capture(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
  onLine: (line: string) => void = () => undefined,
): Promise<Execution> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    bindToUs(child);
    let output = '';
    const follow = (stream: NodeJS.ReadableStream): void => {
      let rest = '';
      stream.setEncoding('utf8');
      stream.on('data', (data: string) => {
        output += data;
        const lines = (rest + data).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(onLine);
      });
      stream.on('end', () => {
        if (rest !== '') onLine(rest);
      });
    };
    follow(child.stdout);
    follow(child.stderr);
    child.on('error', fail);
    child.on('close', code => done({ code: ended(code), output }));
  });
}

/** The JavaScript file of a package's command, run by the Node that runs this script. */
export function node(script: string, ...args: string[]): [string, string[]] {
  return [process.execPath, [script, ...args]];
}
