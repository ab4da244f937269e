/** `npm run bench -- <name> [arguments]`: figures of test/bench/<name>.ts. */
import fs from 'node:fs';
import { buildProducts } from './build.ts';
import { bundleScript } from './bundle-tests.ts';
import { execute } from './execute.ts';
import { inRoot } from './root.ts';

const folder = inRoot('test/bench');
const [name = '', ...rest] = process.argv.slice(2);
const entry = `test/bench/${name}.ts`;
if (name === '' || !fs.existsSync(inRoot(entry))) {
  const there = fs.existsSync(folder) ? fs.readdirSync(folder).filter(file => file.endsWith('.ts')) : [];
  console.error(
    `Usage: npm run bench -- <name>. There is: ${there.map(file => file.slice(0, -3)).join(', ') || 'none yet'}.`,
  );
  process.exit(2);
}
process.env.FITS_ONLY_LOOPBACK = '1';
await buildProducts({ staleOnly: true });
process.exitCode = await execute(process.execPath, [
  '--enable-source-maps',
  await bundleScript(entry, `bench-${name}`),
  ...rest,
]);
