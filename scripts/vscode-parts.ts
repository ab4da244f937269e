/** The parts of `npm test` that need a real VS Code. */
import fs from 'node:fs';
import { capture, node } from './execute.ts';
import { packageExtension } from './package.ts';
import { one, say, skip, type Counts } from './parts.ts';
import { inRoot } from './root.ts';
import { buildProducts } from './build.ts';
import { vscodeProgram } from './vscode-suite.ts';
import { installBrowser, installVersion, supported, type Version } from '../test/vscode/install.ts';

const noise = /^(Exit code: |Started initializing|Web UI available)/;

/** Runs a script that ends with a line `N passed, N failed[, N skipped]`, and reads that line. */
async function runCounted(script: string, env: Readonly<Record<string, string>>): Promise<Counts> {
  let counts: Counts | undefined;
  const options = { env: { ...process.env, ...env } };
  const { code } = await capture(...node(inRoot(script)), options, line => {
    const [, passed, failed, skipped = '0'] =
      /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line.trim()) ?? [];
    if (passed !== undefined) counts = { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
    else if (!noise.test(line)) say(line);
  });
  if (counts && (code === 0 || counts.failed > 0)) return counts;
  say(`${script} ended with ${code}${counts ? '' : ' and without its counts'}.`);
  return one(false);
}

async function install(version: Version): Promise<void> {
  if (!supported) return;
  await installVersion(version);
  if (!process.env.CHROMIUM) await installBrowser();
}

export async function vscodeSuite(version: Version): Promise<Counts> {
  if (!vscodeProgram()) return skip('no VS Code');
  if (version === 'oldest' && !supported) return skip('no VS Code of the oldest supported version here');
  await install(version);
  await buildProducts({ staleOnly: true, say });
  return runCounted('scripts/vscode-suite.ts', { FITS_VSCODE: version });
}

/** The keyboard-and-mouse tour of the packaged extension. */
export async function tour(): Promise<Counts> {
  const script = 'test/vscode/tour.ts';
  if (!fs.existsSync(inRoot(script))) return skip('there is no tour yet');
  if (!supported) return skip('the tour needs Linux on x64');
  await install('newest');
  return runCounted(script, { FITS_VSIX: await packageExtension() });
}
