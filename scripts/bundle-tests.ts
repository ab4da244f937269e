/** Test bundles: one file per suite, so that a suite is one process and starts at once. */
import fs from 'node:fs';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import type { Suite } from './bundles.data.ts';
import { inRoot, root } from './root.ts';

function testFiles(folder: string): string[] {
  if (!fs.existsSync(inRoot(folder))) return [];
  return fs
    .readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.test.ts') && !file.includes('node_modules'))
    .map(file => `./${path.posix.join(folder, file.split(path.sep).join('/'))}`)
    .sort();
}

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node22',
  mainFields: ['module', 'main'],
  sourcemap: 'linked',
  logLevel: 'silent',
};

/** Programs that read files beside themselves, or hold binaries: found in node_modules as ever. */
const external = [
  'esbuild',
  'typescript',
  'eslint',
  'prettier',
  'mocha',
  'playwright-core',
  'vscode-oniguruma',
  '@vscode/*',
];

/** What CommonJS packages expect to find, inside one module bundle. */
const commonJsGlobals = [
  "import { createRequire as bundleRequire } from 'node:module';",
  'const require = bundleRequire(import.meta.url);',
  'const __filename = import.meta.filename, __dirname = import.meta.dirname;',
].join('\n');

/** Bundles all tests below test/<suite>; gives the bundle's path, or undefined where the suite has no test. */
export async function bundleSuite(suite: Suite): Promise<string | undefined> {
  const files = testFiles(`test/${suite}`);
  if (files.length === 0) return undefined;
  const outfile = `dist-test/${suite}.mjs`;
  await build({
    ...shared,
    stdin: { contents: files.map(file => `import '${file}';`).join('\n'), resolveDir: root, sourcefile: `${suite}.ts` },
    outfile,
    format: 'esm',
    external,
    banner: { js: commonJsGlobals },
  });
  return inRoot(outfile);
}

/** Bundles the suite that runs inside VS Code; its tests are required only when Mocha's words are there. */
export async function bundleVscodeSuite(): Promise<string | undefined> {
  const files = testFiles('test/vscode/suite');
  if (files.length === 0) return undefined;
  const outfile = 'dist-test/vscode/index.cjs';
  const loads = files.map(file => `require('${file}');`).join(' ');
  await build({
    ...shared,
    stdin: {
      contents: `import { runSuite } from './test/vscode/run-suite.ts';\nexport const run = () => runSuite(() => { ${loads} });`,
      resolveDir: root,
      sourcefile: 'vscode.ts',
    },
    outfile,
    format: 'cjs',
    external: ['vscode', ...external],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
  });
  return inRoot(outfile);
}

/** Bundles one script of the tests (a benchmark) to be run by itself. */
export async function bundleScript(entry: string, name: string): Promise<string> {
  const outfile = `dist-test/${name}.mjs`;
  const banner = { js: commonJsGlobals };
  await build({ ...shared, entryPoints: [entry], outfile, format: 'esm', external, banner });
  return inRoot(outfile);
}
