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

/** Of these one school has but few, however large it is: the copies share those of the first. */
const once = /^kind: (school|calendar|monitoring_policy|subnet)$/m;

const wide = 'kind: subnet\nid: NET-wide\ntitle: All copies\ncidr: 10.0.0.0/8\n';

/** One school of at least `amount` records: copies of the sample's in one book, with ids, numbers and addresses of their own. */
export function oneLargeSchool(amount: number): Files {
  const records = [...sampleFiles()].flatMap(([name, text]) => text.split(/^---\n/m).map(record => ({ name, record })));
  const copied = records.filter(({ record }) => !once.test(record));
  const ids = new Set(copied.flatMap(({ record }) => /^id: *(\S+)/m.exec(record)?.[1] ?? []));
  const result = new Map([['s/wide.fits.yaml', wide]]);
  const add = (file: string, record: string) =>
    result.set(file, result.has(file) ? `${result.get(file) ?? ''}---\n${record}` : record);
  for (const { name, record } of records) add(`s/${name}`, record);
  for (let n = 1, count = records.length; count < amount; n++, count += copied.length)
    for (const { name, record } of copied) add(`s/part-${n}/${name}`, renumbered(record, ids, n));
  return result;
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
