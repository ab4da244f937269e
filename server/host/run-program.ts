/**
 * Runs a program of this computer: an argument vector, never a shell; bounded in time and output; ends with its
 * caller's signal. Knows nothing of what the program means.
 */
import type { ChildProcess } from 'node:child_process';
import { isAbsolute, parse } from 'node:path';
import { exec } from 'tinyexec';

export interface ProgramOptions {
  /** Milliseconds; then the program is killed. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  /** Bytes of standard output and error together; more ends the program. Default 64 KiB. */
  readonly most?: number;
  /** Added to this process's environment; `undefined` takes a variable out of it. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Written to its standard input, which is empty otherwise. */
  readonly input?: string;
}

export type ProgramEnd =
  /** It ran to its end. */
  | (ProgramOutput & { readonly ended: 'exit'; readonly code: number })
  | (ProgramOutput & { readonly ended: 'timeout' | 'cancelled' | 'too_much' })
  /** It is not installed, or may not be run. */
  | (ProgramOutput & { readonly ended: 'missing'; readonly detail: string });

export interface ProgramOutput {
  /** Standard output and error, decoded as latin1: code pages differ, ASCII does not. */
  readonly output: string;
  /** The bytes of standard output alone, for a program that answers in a form of its own. */
  readonly answer: Buffer;
}

const nothing: ProgramOutput = { output: '', answer: Buffer.alloc(0) };

/**
 * Runs `command` and waits for its end. Never throws for what the program does.
 *
 * On Windows the command must be an absolute path of an `.exe`: tinyexec looks for a bare name in the current folder
 * first and falls back to `cmd.exe`, and both would let an opened folder decide what runs.
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramEnd> {
  if (options.signal?.aborted === true) return { ended: 'cancelled', ...nothing };
  if (process.platform === 'win32' && !(isAbsolute(command) && /\.exe$/i.test(command))) {
    return { ended: 'missing', ...nothing, detail: `${command} is not the full path of a program.` };
  }
  const started = exec(command, args, {
    // The opened folder's node_modules/.bin must not decide which program runs, nor the folder that happens to be current.
    nodePath: false,
    ...(options.input === undefined ? {} : { stdin: options.input }),
    nodeOptions: {
      cwd: parse(process.cwd()).root,
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      env: { ...options.environment },
    },
  });
  const child = started.process;
  if (child === undefined) return { ended: 'missing', ...nothing, detail: `${command} could not be started.` };
  return await waitFor(child, command, options);
}

function waitFor(child: ChildProcess, command: string, options: ProgramOptions): Promise<ProgramEnd> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    const answers: Buffer[] = [];
    let size = 0;
    let stopped: 'timeout' | 'cancelled' | 'too_much' | undefined;
    const stop = (why: 'timeout' | 'cancelled' | 'too_much'): void => {
      stopped ??= why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('timeout'), options.timeout);
    const onAbort = (): void => stop('cancelled');
    options.signal?.addEventListener('abort', onAbort, { once: true });
    const settle = (end: ProgramEnd): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', onAbort);
      resolve(end);
    };
    const collect = (chunk: Buffer, into: Buffer[][]): void => {
      size += chunk.length;
      if (size > (options.most ?? 65_536)) stop('too_much');
      else for (const list of into) list.push(chunk);
    };
    child.stdout?.on('data', (chunk: Buffer) => collect(chunk, [chunks, answers]));
    child.stderr?.on('data', (chunk: Buffer) => collect(chunk, [chunks]));
    // A program that ends before it has read everything: how it ended says enough.
    child.stdin?.on('error', () => undefined);
    child.once('error', (error: NodeJS.ErrnoException) => {
      settle({ ended: 'missing', ...nothing, detail: `${command} could not be started (${error.code ?? 'error'}).` });
    });
    child.once('close', code => {
      const said = { output: Buffer.concat(chunks).toString('latin1'), answer: Buffer.concat(answers) };
      settle(stopped === undefined ? { ended: 'exit', code: code ?? -1, ...said } : { ended: stopped, ...said });
    });
  });
}
