/** Runs the suite of test/vscode/suite in a real VS Code through @vscode/test-electron. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { onPath } from '../test/vscode/chromium.ts';
import { harness, supported } from '../test/vscode/install.ts';
import { writeSettings } from '../test/vscode/server.ts';
import { bundleVscodeSuite } from './bundle-tests.ts';
import { startDemonstrationIn, type Demonstration } from './demonstration.ts';
import { root } from './root.ts';

/** $VSCODE_EXECUTABLE, else the shim where it can run, else a desktop `code`. */
export function vscodeProgram(): string | undefined {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  if (supported) return path.join(harness, 'code');
  return onPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
}

async function runSuiteWith(program: string): Promise<number> {
  const testsPath = await bundleVscodeSuite();
  if (!testsPath) {
    console.log('0 passed, 0 failed');
    return 0;
  }
  // A short name: VS Code's sockets lie below it, and their paths are limited.
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'fits-'));
  let demonstration: Demonstration | undefined;
  try {
    demonstration = await startDemonstrationIn(temp);
    const userDataDir = path.join(temp, 'user-data');
    writeSettings(userDataDir, demonstration.settings);
    return await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: root,
      extensionTestsPath: testsPath,
      launchArgs: [demonstration.primarySchool, '--disable-extensions', '--user-data-dir', userDataDir],
      extensionTestsEnv: { ...demonstration.env, FITS_SCHOOLS: demonstration.folder },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    await demonstration?.close();
    fs.rmSync(temp, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

if (process.argv[1] === import.meta.filename) {
  const program = vscodeProgram();
  if (!program) throw new Error('no VS Code');
  process.exit(await runSuiteWith(program));
}
