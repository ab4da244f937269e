/** The shim `code`: takes VS Code's command line, so that @vscode/test-electron runs the same suite here as in a desktop. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { readCommandLine, type CommandLine } from './command-line.ts';
import { harness, type Version } from './install.ts';
import { extensionCommand, type Folders } from './server.ts';
import { start, type Window } from './window.ts';

const version: Version = process.env.FITS_VSCODE === 'oldest' ? 'oldest' : 'newest';
const verbose = Boolean(process.env.FITS_VSCODE_VERBOSE);

const lastPicture = path.join(harness, '../../test-results/vscode-failed.png');

function foldersOf(line: CommandLine, temp: string): Folders {
  const place = (option: string, name: string): string => path.resolve(line.one(option) ?? path.join(temp, name));
  const extensionsDir = line.has('disable-extensions')
    ? path.join(temp, 'none')
    : place('extensions-dir', 'extensions');
  return { userDataDir: place('user-data-dir', 'user-data'), extensionsDir };
}

function extensionArgs(line: CommandLine): string[] {
  const changes = ['install-extension', 'uninstall-extension'].flatMap(name =>
    line.all(name).flatMap(value => [`--${name}`, value]),
  );
  const flags = ['list-extensions', 'show-versions', 'force'].filter(name => line.has(name)).map(name => `--${name}`);
  return [...changes, ...flags];
}

/** Prints what the suite appended to its report since the last call; gives the whole report. */
function follower(report: string): () => string {
  let printed = 0;
  return () => {
    const bytes = fs.readFileSync(report);
    process.stdout.write(bytes.subarray(printed));
    printed = bytes.length;
    return bytes.toString('utf8');
  };
}

type End = number | string;

async function tell(window: Window, end: End, screenshot: string): Promise<void> {
  console.error(`VS Code ended with ${end}`);
  if (verbose) console.error(window.log());
  const taken = await window.page.screenshot({ path: screenshot, timeout: 5000 }).then(
    () => true,
    () => false,
  );
  if (taken) console.error(`Its last picture: ${screenshot}`);
}

async function runTests(line: CommandLine, folders: Folders, temp: string): Promise<number> {
  const report = path.join(temp, 'report.txt'); // a web window shows no console: the suite writes its report here
  fs.writeFileSync(report, '');
  let finish: (end: End) => void = () => undefined;
  const finished = new Promise<End>(done => {
    finish = done;
  });
  const limit = setTimeout(() => finish('a time-out'), Number(line.one('timeout') ?? 300) * 1000);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => finish(signal));
  const window = await start({
    ...folders,
    version,
    folder: line.folder,
    file: line.file,
    developmentPaths: line.all('extensionDevelopmentPath').map(place => path.resolve(place)),
    testsPath: path.resolve(line.one('extensionTestsPath') ?? ''),
    trust: line.has('disable-workspace-trust'),
    env: { VSCODE_TEST_OUTPUT: report },
    onLog: (type, args) => {
      if (verbose) console.error(`[${type}]`, format(...args));
    },
    onExit: code => finish(code),
  });
  window.page.on('crash', () => finish('a crash of the window'));
  window.process.once('exit', () => finish('the end of its server'));
  const print = follower(report);
  const follow = setInterval(print, 100);
  let end = await finished;
  clearInterval(follow);
  clearTimeout(limit);
  // VS Code says 0 as well when the extension host died: only the report shows that the tests ran to their end.
  if (!/^[1-9]\d* passed, 0 failed/m.test(print()) && end === 0) end = 'no full report of the tests';
  if (end !== 0) await tell(window, end, path.resolve(line.one('screenshot') ?? lastPicture));
  await window.close();
  return typeof end === 'number' ? end : 1;
}

const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-code-'));
process.once('exit', () => fs.rmSync(temp, { recursive: true, force: true }));
const line = readCommandLine(process.argv.slice(2));
const folders = foldersOf(line, temp);
const change = extensionArgs(line);
process.exit(
  change.length > 0 ? await extensionCommand(folders, change, version) : await runTests(line, folders, temp),
);
