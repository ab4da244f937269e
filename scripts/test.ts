/** `npm test [-- part …]`: every part one after another; the last line is the total. */
import fs from 'node:fs';
import { BuildError } from './build.ts';
import { add, one, parts, say, type Counts, type Part } from './parts.ts';
import { inRoot } from './root.ts';

function words({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

async function run(part: Part): Promise<Counts> {
  console.log(`== ${part.name}`);
  const started = performance.now();
  const counts = await part.run().catch((error: unknown) => {
    // One part that breaks is a failure of that part; the others still run.
    const text =
      error instanceof Error && !('errors' in error) && !(error instanceof BuildError) ? error.stack : undefined;
    (text ?? String(error)).split('\n').forEach(say);
    return one(false);
  });
  console.log(`   ${part.name}: ${words(counts)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return counts;
}

function setEnvironment(): void {
  process.env.FITS_ONLY_LOOPBACK = '1';
  // Where CI has the shared data, a test that cannot find it must not pass as "skipped".
  if (process.env.CI === 'true' && fs.existsSync(inRoot('../shared'))) process.env.FITS_SHARED_REQUIRED = '1';
}

function chosen(names: readonly string[]): Part[] {
  const all = parts();
  const unknown = names.filter(name => !all.some(part => part.name === name));
  if (unknown.length > 0)
    throw new Error(`There is no part ${unknown.join(', ')}. Parts: ${all.map(part => part.name).join(', ')}.`);
  return names.length === 0 ? all : all.filter(part => names.includes(part.name));
}

async function main(given: readonly string[]): Promise<void> {
  const grep = given.find(argument => argument.startsWith('--grep='));
  if (grep) process.env.FITS_GREP = grep.slice('--grep='.length);
  setEnvironment();
  let total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const part of chosen(given.filter(argument => !argument.startsWith('--')))) total = add(total, await run(part));
  console.log(words(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

// An orderly end, so that what this process started ends with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
await main(process.argv.slice(2));
