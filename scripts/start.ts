/** `npm start [-- school] [--check|--stay|--browser]`: VS Code with the extension on a copy of a sample school. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { supported } from '../test/vscode/install.ts';
import { BuildError, buildProducts } from './build.ts';
import { startDemonstrationIn, type Demonstration } from './demonstration.ts';
import { desktopProgram, startDesktop, type DesktopOptions } from './desktop.ts';
import { checkWorkbench, openInBrowser, startWorkbench } from './workbench.ts';

const words = process.argv.slice(2);
/** Without somebody to press Ctrl-C it looks once and ends. */
const check =
  words.includes('--check') || (!words.includes('--stay') && (process.env.CI === 'true' || !process.stdout.isTTY));

function say(line: string): void {
  console.log(line);
}

/** Ctrl-C, a signal, or the end of the process that started this one. */
function asked(): Promise<string> {
  return new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done(signal));
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) done('the end of its starter');
    }, 500);
    watch.unref();
  });
}

function optionsFor(temp: string, demonstration: Demonstration): DesktopOptions {
  const school = words.find(word => !word.startsWith('-')) ?? 'primary-school';
  const folder = path.join(demonstration.folder, school);
  if (!fs.existsSync(folder))
    throw new Error(`There is no sample "${school}": ${fs.readdirSync(demonstration.folder).join(', ')}.`);
  // The folder is our own copy, so nobody is asked whether they trust its authors.
  const settings = { ...demonstration.settings, 'security.workspace.trust.enabled': false };
  return { temp, folder, settings, env: demonstration.env };
}

async function inDesktop(program: string, options: DesktopOptions, stop: Promise<string>): Promise<void> {
  await buildProducts({ staleOnly: true, say });
  const desktop = startDesktop(program, options);
  say(`VS Code opens on ${options.folder}. Ctrl-C here, or closing its window, ends everything.`);
  await Promise.race([stop, desktop.ended]);
  await desktop.close();
}

async function inWorkbench(options: DesktopOptions, stop: Promise<string>): Promise<void> {
  const workbench = await startWorkbench(options);
  try {
    say(`\nVS Code is open on ${options.folder}:\n\n    ${workbench.address}\n`);
    if (check) {
      const seen = await Promise.race([checkWorkbench(workbench), stop]);
      say(`Checked: ${seen}.`);
      return;
    }
    if (!openInBrowser(workbench.address)) say('Open that address in a browser on this machine.');
    say('Ctrl-C ends everything.');
    const gone = new Promise<string>(done => workbench.process.once('exit', () => done('the end of VS Code')));
    say(`Ended by ${await Promise.race([stop, gone])}.`);
  } finally {
    await workbench.close();
  }
}

async function open(options: DesktopOptions, stop: Promise<string>): Promise<void> {
  const program = check || words.includes('--browser') ? undefined : desktopProgram();
  if (program !== undefined) return inDesktop(program, options, stop);
  if (supported) return inWorkbench(options, stop);
  throw new Error(
    'There is no VS Code: install it (https://code.visualstudio.com) with its command `code` on the PATH.',
  );
}

const stop = asked();
process.env.FITS_ONLY_LOOPBACK = '1';
const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-'));
try {
  const demonstration = await startDemonstrationIn(temp);
  try {
    demonstration.describe.forEach(say);
    await open(optionsFor(temp, demonstration), stop);
  } finally {
    await demonstration.close();
  }
} catch (error) {
  const expected = !(error instanceof Error) || error instanceof BuildError;
  console.error(expected ? String(error) : error.stack);
  process.exitCode = 1;
} finally {
  fs.rmSync(temp, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
process.exit();
