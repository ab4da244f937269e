/** `npm test [-- part …]`: every part one after another; the last line is the total. */
import fs from 'node:fs';
import { BuildError } from './build.ts';
import { add, hearing, one, rows, say, type Counts, type Part } from './parts.ts';
import { inRoot } from './root.ts';

function words({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

interface Ran {
  readonly part: Part;
  readonly counts: Counts;
  readonly lines: readonly string[];
  readonly seconds: number;
}

/** Runs a part; its words are printed as they come, or kept where another part runs beside it. */
async function run(part: Part, alone: boolean): Promise<Ran> {
  const lines: string[] = [];
  const hear = (line: string): void => {
    lines.push(line);
    if (alone) console.log(line);
  };
  const started = performance.now();
  const counts = await hearing.run(hear, () =>
    part.run().catch((error: unknown) => {
      // One part that breaks is a failure of that part; the others still run.
      const text =
        error instanceof Error && !('errors' in error) && !(error instanceof BuildError) ? error.stack : undefined;
      (text ?? String(error)).split('\n').forEach(say);
      return one(false);
    }),
  );
  return { part, counts, lines, seconds: (performance.now() - started) / 1000 };
}

async function runRow(row: readonly Part[]): Promise<Ran[]> {
  const [first] = row;
  const alone = row.length === 1;
  if (alone && first) console.log(`== ${first.name}`);
  const ran = await Promise.all(row.map(part => run(part, alone)));
  for (const { part, counts, lines, seconds } of ran) {
    if (!alone) [`== ${part.name}`, ...lines].forEach(line => console.log(line));
    console.log(`   ${part.name}: ${words(counts)} (${seconds.toFixed(1)} s)`);
  }
  return ran;
}

/** Said again at the end, where whoever reads a long log looks first. */
function sayFailures(ran: readonly Ran[]): void {
  for (const { part, lines } of ran.filter(({ counts }) => counts.failed > 0)) {
    const from = lines.findIndex(line => /^ *(failed:|FAILED|\d+ failing)/.test(line));
    const told = from < 0 ? lines.slice(-40) : lines.slice(from, from + 60);
    [`== failed in ${part.name}`, ...told].forEach(line => console.log(line));
  }
}

function setEnvironment(): void {
  process.env.FITS_ONLY_LOOPBACK = '1';
  // Where CI has the shared data, a test that cannot find it must not pass as "skipped".
  if (process.env.CI === 'true' && fs.existsSync(inRoot('../shared'))) process.env.FITS_SHARED_REQUIRED = '1';
}

function chosen(names: readonly string[]): Part[][] {
  const all = rows().flat();
  const unknown = names.filter(name => !all.some(part => part.name === name));
  if (unknown.length > 0)
    throw new Error(`There is no part ${unknown.join(', ')}. Parts: ${all.map(part => part.name).join(', ')}.`);
  if (names.length === 0) return rows();
  return rows().map(row => row.filter(part => names.includes(part.name)));
}

async function main(given: readonly string[]): Promise<void> {
  const grep = given.find(argument => argument.startsWith('--grep='));
  if (grep) process.env.FITS_GREP = grep.slice('--grep='.length);
  setEnvironment();
  const ran: Ran[] = [];
  for (const row of chosen(given.filter(argument => !argument.startsWith('--')))) ran.push(...(await runRow(row)));
  const total = ran.map(({ counts }) => counts).reduce(add, { passed: 0, failed: 0, skipped: 0 });
  sayFailures(ran);
  console.log(words(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

// An orderly end, so that what this process started ends with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
await main(process.argv.slice(2));
