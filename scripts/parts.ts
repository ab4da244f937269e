/** The parts of `npm test`: data first, then how each kind of part runs. */
import { AsyncLocalStorage } from 'node:async_hooks';
import fs from 'node:fs';
import type { SpawnOptions } from 'node:child_process';
import { buildProducts } from './build.ts';
import { bundleSuite } from './bundle-tests.ts';
import type { Suite } from './bundles.data.ts';
import { capture, node } from './execute.ts';
import { asOrdinaryUser } from './ordinary-user.ts';
import { inRoot } from './root.ts';
import { tour, vscodeSuite } from './vscode-parts.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Part {
  readonly name: string;
  run(): Promise<Counts>;
}

/** Where the words of a part go: parts that run side by side are printed one after the other. */
export const hearing = new AsyncLocalStorage<(line: string) => void>();

export function say(line: string): void {
  const text = line === '' ? '' : `  ${line}`;
  (hearing.getStore() ?? console.log)(text);
}

export function one(ok: boolean): Counts {
  return ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

export function skip(why: string): Counts {
  say(`skipped: ${why}`);
  return { passed: 0, failed: 0, skipped: 1 };
}

/** A tool that says all with its exit code; its words are shown when it fails. */
function tool(name: string, script: string, ...args: string[]): Part {
  const run = async (): Promise<Counts> => {
    const { code, output } = await capture(...node(inRoot(script), ...args));
    if (code !== 0) output.trimEnd().split('\n').forEach(say);
    return one(code === 0);
  };
  return { name, run };
}

/** Ten times what a suite should take: a guard against a hang, not a measure. */
const testTimeout = '--test-timeout=120000';

/** Runs a bundle of node:test in one process and reads the counts of our reporter. */
export async function runBundle(bundle: string, options: SpawnOptions = {}): Promise<Counts> {
  const pattern = process.env.FITS_GREP ? [`--test-name-pattern=${process.env.FITS_GREP}`] : [];
  const reporter = `--test-reporter=${inRoot('scripts/reporter.mjs')}`;
  const args = [
    '--enable-source-maps',
    '--test',
    testTimeout,
    reporter,
    '--test-reporter-destination=stdout',
    ...pattern,
    bundle,
  ];
  let counts: Counts | undefined;
  const { code } = await capture(process.execPath, args, options, line => {
    if (line.startsWith('@counts ')) counts = JSON.parse(line.slice('@counts '.length)) as Counts;
    else say(line);
  });
  if (!counts) say(`The suite did not come to its end (exit code ${code}).`);
  return counts && (code === 0 || counts.failed > 0) ? counts : one(false);
}

const built = new Map<'products', Promise<void>>();

/** Suites that run side by side share one build. */
async function buildOnce(): Promise<void> {
  const build = async (): Promise<void> => {
    await buildProducts({ staleOnly: true }).catch((error: unknown) => String(error).split('\n').forEach(say));
  };
  const running = built.get('products') ?? build();
  built.set('products', running);
  await running;
}

function suite(name: Suite): Part {
  const run = async (): Promise<Counts> => {
    // Most tests need no product: they are worth running when one does not build.
    await buildOnce();
    const bundle = await bundleSuite(name);
    return bundle ? runBundle(bundle) : skip('it has no test yet');
  };
  return { name, run };
}

/** The pages of webviews have a browser's types, everything else has Node's. */
async function checkTypes(): Promise<Counts> {
  let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const project of ['.', 'media'])
    counts = add(counts, await tool('types', 'node_modules/typescript/bin/tsc', '-p', project).run());
  return one(counts.failed === 0);
}

async function buildAll(): Promise<Counts> {
  await buildProducts({ say });
  return one(true);
}

function ordinary(name: Suite): Part {
  const run = async (): Promise<Counts> => {
    const bundle = await bundleSuite(name);
    return bundle ? asOrdinaryUser(bundle) : skip('it has no test yet');
  };
  return { name: `ordinary-user-${name}`, run };
}

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

function whenThere(part: Part, script: string): Part[] {
  return fs.existsSync(inRoot(script)) ? [part] : [];
}

/** In the order in which they run; those of one row run side by side: one works while the other waits. */
export function rows(): Part[][] {
  return [
    [
      tool('lint', 'node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.'),
      tool('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
      { name: 'types', run: checkTypes },
    ],
    [
      tool('knip', 'node_modules/knip/bin/knip.js', '--no-progress'),
      tool('licences', 'scripts/licences.ts'),
      ...whenThere(tool('generated', 'scripts/generate.ts', '--check'), 'scripts/generate.ts'),
    ],
    [{ name: 'build', run: buildAll }],
    [suite('unit'), suite('lab')],
    [suite('lsp')],
    [ordinary('unit'), ordinary('lab')],
    [{ name: 'vscode', run: () => vscodeSuite('newest') }],
    [{ name: 'tour', run: tour }],
    ...(process.env.FITS_OLDEST ? [[{ name: 'vscode-oldest', run: () => vscodeSuite('oldest') }]] : []),
  ];
}
