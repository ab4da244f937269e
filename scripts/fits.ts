/** `npm run -s fits -- …`: the command line, built first when it is older than its sources. Nothing of ours on stdout. */
import { buildProducts } from './build.ts';
import { execute } from './execute.ts';
import { inRoot } from './root.ts';

async function main(): Promise<number> {
  try {
    await buildProducts({ only: ['fits', 'probe-worker'], staleOnly: true, say: line => console.error(line) });
  } catch (error) {
    console.error(String(error));
    return 2; // "cannot run", as the command itself says it
  }
  return execute(process.execPath, [inRoot('dist/fits.js'), ...process.argv.slice(2)]);
}

process.on('SIGINT', () => undefined); // the command itself answers Ctrl-C
process.exitCode = await main();
