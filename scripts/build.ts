/** `npm run build`: bundles the extension, the server, its probe worker and the command line into dist/, and packs the list of makers. */
import fs from 'node:fs';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { products, type Bundle } from './bundles.data.ts';
import { isFresh, writeNote } from './freshness.ts';
import { inRoot, root } from './root.ts';
import { buildVendorTable, isVendorTableFresh, vendorTable } from './vendors.ts';

/** The sources do not build: what is wrong is in the message, and a stack would say nothing more. */
export class BuildError extends Error {}

export interface BuildChoice {
  /** Minified and without source maps, as it is shipped. */
  readonly minify?: boolean;
  /** Bundles to build; absent = all. */
  readonly only?: readonly string[];
  /** Leaves alone what is not older than its sources. */
  readonly staleOnly?: boolean;
  readonly say?: (line: string) => void;
}

/** Sources are modules; the bundles are CommonJS, which every VS Code from the floor on loads. */
const commonJs: BuildOptions = {
  format: 'cjs',
  platform: 'node',
  target: 'node22',
  mainFields: ['module', 'main'],
  define: {
    'import.meta.url': 'bundleUrl',
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
  },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

function options(bundle: Bundle, minify: boolean): BuildOptions {
  return {
    ...commonJs,
    absWorkingDir: root,
    entryPoints: [bundle.entry],
    outfile: bundle.outfile,
    external: [...bundle.external],
    bundle: true,
    minify,
    sourcemap: minify ? false : 'linked',
    // The terms of what we ship are in THIRD-PARTY.md, whole and readable.
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
  };
}

async function buildOne(bundle: Bundle, minify: boolean): Promise<void> {
  const { metafile } = await build({ ...options(bundle, minify), metafile: true });
  writeNote(bundle.name, { mode: minify ? 'package' : 'development', metafile });
}

/** Scripts of webviews: media/<name>.ts → dist/media/<name>.js, for the window's own JavaScript. */
function webviews(): Bundle[] {
  const found = fs.existsSync(inRoot('media')) ? fs.readdirSync(inRoot('media')) : [];
  return found
    .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map(file => path.basename(file, '.ts'))
    .map(name => ({
      name: `media-${name}`,
      entry: `media/${name}.ts`,
      outfile: `dist/media/${name}.js`,
      external: [],
    }));
}

async function buildWebview(bundle: Bundle, minify: boolean): Promise<void> {
  const { metafile } = await build({
    ...{ absWorkingDir: root, entryPoints: [bundle.entry], outfile: bundle.outfile, bundle: true, minify },
    ...{ format: 'iife', platform: 'browser', target: 'chrome140', logLevel: 'silent', metafile: true },
  });
  writeNote(bundle.name, { mode: minify ? 'package' : 'development', metafile });
}

function writeTypeNote(): void {
  // The checkout's package.json says "module"; the bundles are not.
  const file = inRoot('dist/package.json');
  if (fs.existsSync(file)) return;
  fs.mkdirSync(inRoot('dist'), { recursive: true });
  fs.writeFileSync(file, '{ "type": "commonjs" }\n');
}

/** Every bundle is tried, so that one that breaks does not keep the others old; the errors of all come in one. */
async function buildEach(bundles: readonly Bundle[], buildIt: (bundle: Bundle) => Promise<void>): Promise<string[]> {
  const errors: string[] = [];
  for (const bundle of bundles)
    await buildIt(bundle).catch((error: unknown) =>
      errors.push(error instanceof Error ? error.message : String(error)),
    );
  return errors;
}

/** Builds what is asked for; gives the names of what was built. */
export async function buildProducts(choice: BuildChoice = {}): Promise<string[]> {
  const { minify = false, only, staleOnly = false, say = () => undefined } = choice;
  const modes = minify ? ['package'] : ['development', 'package'];
  const wanted = (bundle: Bundle): boolean =>
    (!only || only.includes(bundle.name)) && !(staleOnly && isFresh(bundle.name, bundle.outfile, modes));
  const missing = products.filter(bundle => wanted(bundle) && !fs.existsSync(inRoot(bundle.entry)));
  for (const { entry, outfile } of missing) say(`warning: ${entry} does not exist; ${outfile} is not built`);
  const programs = products.filter(bundle => wanted(bundle) && !missing.includes(bundle));
  const scripts = webviews().filter(wanted);
  writeTypeNote();
  const errors = [
    ...(await buildEach(programs, bundle => buildOne(bundle, minify))),
    ...(await buildEach(scripts, bundle => buildWebview(bundle, minify))),
  ];
  const table = (!only || only.includes(vendorTable.name)) && !(staleOnly && isVendorTableFresh());
  if (table) buildVendorTable();
  if (errors.length > 0) throw new BuildError(errors.join('\n'));
  return [...[...programs, ...scripts].map(bundle => bundle.name), ...(table ? [vendorTable.name] : [])];
}

if (process.argv[1] === import.meta.filename) {
  const started = performance.now();
  const minify = process.argv.includes('--minify');
  const built = await buildProducts({ minify, say: line => console.error(line) });
  console.log(`Built ${built.join(', ')} in ${Math.round(performance.now() - started)} ms.`);
}
