/** Many records for benchmarks, made from the sample school: a realistic mix of all kinds. */
import fs from 'node:fs';
import path from 'node:path';

export type Files = ReadonlyMap<string, string>;

const sample = 'samples/primary-school';

/** The sample's files, by their name below its folder. */
function sampleFiles(): Files {
  const names = fs
    .readdirSync(sample, { recursive: true, encoding: 'utf8' })
    .map(name => name.split(path.sep).join('/'))
    .filter(name => name.endsWith('.fits.yaml'))
    .sort();
  return new Map(names.map(name => [name, fs.readFileSync(path.join(sample, name), 'utf8')]));
}

export function countRecords(files: Files): number {
  return [...files.values()].reduce((sum, text) => sum + (text.match(/^kind:/gm)?.length ?? 0), 0);
}

/** A provider's folder: so many copies of the school that there are at least `amount` records. */
export function manySchools(amount: number): Files {
  const files = sampleFiles();
  const copies = Math.ceil(amount / countRecords(files));
  return new Map(
    Array.from({ length: copies }, (_, n) =>
      [...files].map(([name, text]) => [`school-${n}/${name}`, text] as const),
    ).flat(),
  );
}

/** One school of at least `amount` records: copies of the sample's in one book, with ids, numbers and addresses of their own. */
export function oneLargeSchool(amount: number): Files {
  const files = sampleFiles();
  const ids = new Set(
    [...files.values()].flatMap(text => [...text.matchAll(/^id: *(\S+)/gm)].map(match => match[1] ?? '')),
  );
  const copies = Math.ceil(amount / countRecords(files));
  const result = new Map<string, string>();
  for (let n = 0; n < copies; n++)
    for (const [name, text] of files) {
      if (n > 0 && /^kind: (school|calendar)$/m.test(text)) continue;
      result.set(`s/part-${n}/${name}`, n === 0 ? text : renumbered(text, ids, n));
    }
  const school = [...files].find(([, text]) => text.includes('kind: school'));
  for (const [name] of files) if (name === school?.[0]) moveUp(result, `s/part-0/${name}`, `s/${name}`);
  return result;
}

function moveUp(files: Map<string, string>, from: string, to: string): void {
  files.set(to, files.get(from) ?? '');
  files.delete(from);
}

/** Every word that is an id gets a suffix; addresses move to networks of their own. */
function renumbered(text: string, ids: ReadonlySet<string>, n: number): string {
  return text
    .replace(/[A-Za-z0-9][A-Za-z0-9._-]*/g, word => (ids.has(word) ? `${word}-${n}` : word))
    .replace(/^( *-? *(?:serial|hostname|mac|host): *)(\S+)/gm, (_, key: string, value: string) => `${key}${value}${n}`)
    .replace(/\b(192\.0|198\.51|203\.0)\.(2|100|113)\.(\d+)/g, (_, net: string, third: string, last: string) => {
      const block = n * 3 + ['192.0', '198.51', '203.0'].indexOf(net);
      return `10.${block >> 8}.${block & 255}.${third === '' ? '0' : last}`;
    });
}
