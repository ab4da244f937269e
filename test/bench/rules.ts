/**
 * `npm run bench -- rules`: how long 10,000 records take from text to findings, and what one edit costs after that. Figures, no verdict.
 * Beside each stands the machine's own speed (JSON.parse of a fixed text), for comparing runs.
 */
import { Estate } from '../../server/estate/estate.ts';
import { Checker } from '../../server/rules/checker.ts';

const amount = Number(process.argv[2] ?? 10_000);

function newChecker(): Checker {
  return new Checker(new Estate({ pretended: '2026-11-23', now: () => 0 }), {
    settings: {},
    onFailure: (code, record, error) => {
      throw new Error(`${code} failed on ${record.id}`, { cause: error });
    },
  });
}

const school = 'kind: school\nid: S\ntitle: S\nphase: primary\nict_owner: unknown\nmaintenance: unknown\n';
const network = (i: number) => `kind: subnet\nid: N${i}\ntitle: N\ncidr: 10.${i}.0.0/16\n`;
const place = (i: number) => `kind: location\nid: L${i}\ntitle: L\n`;
const asset = (i: number) => `kind: asset
id: A-${i}
title: Asset ${i}
type: switch
location: L${i % 100}
make: Example
model: EP48
serial: S${i}
hostname: h${i}
address: 10.${i % 20}.${(i >> 8) % 256}.${i % 256}
snmp: v3
bought: 2021-08-16
warranty_until: 2026-08-15
end_of_support: 2031-08-31
cost_gbp: 980
connected_to:
  - A-${(i * 7) % amount} port 4
members:
  - tag: T${i}
    serial: M${i}
notes: |
  Some words about it.
  And some more.
`;

function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const began = performance.now();
  const result = work();
  return { result, milliseconds: Math.round((performance.now() - began) * 10) / 10 };
}

function calibrate(): number {
  const text = JSON.stringify(Array.from({ length: 20_000 }, (_, i) => ({ id: `A-${i}`, title: `Asset ${i}`, n: i })));
  const { milliseconds } = timed(() => {
    for (let i = 0; i < 5; i++) JSON.parse(text);
  });
  return Math.round((5 * text.length) / 1000 / milliseconds);
}

const checker = newChecker();
const show = (name: string, milliseconds: number, more = '') =>
  console.log(`${name.padEnd(46)} ${String(milliseconds).padStart(8)} ms  ${more}`);
const checkAll = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + checker.inFile(file).length, 0);

const reading = timed(() => {
  checker.setFile('s/school.fits.yaml', school);
  for (let i = 0; i < 20; i++) checker.setFile(`s/n${i}.fits.yaml`, network(i));
  for (let i = 0; i < 100; i++) checker.setFile(`s/l${i}.fits.yaml`, place(i));
  for (let i = 0; i < amount; i++) checker.setFile(`s/a${i}.fits.yaml`, asset(i));
});
show(
  `${amount} records read and indexed`,
  reading.milliseconds,
  `${Math.round(amount / (reading.milliseconds / 1000))} records/s`,
);
const checking = timed(() => checkAll(checker.estate.files.keys()));
show('all of them checked', checking.milliseconds, `${checking.result} findings`);
const edits: [string, string, string][] = [
  ['an asset edited', 's/a5.fits.yaml', asset(5).replace('Asset 5', 'Another')],
  ['a place renamed', 's/l7.fits.yaml', place(7).replace('id: L7', 'id: L7b')],
  ['a network narrowed', 's/n3.fits.yaml', network(3).replace('/16', '/17')],
];
for (const [name, file, text] of edits) {
  const { result, milliseconds } = timed(() => {
    const touched = checker.setFile(file, text);
    checkAll(touched);
    return touched.size;
  });
  show(name, milliseconds, `${result} files looked at again`);
}
console.log(
  `memory ${Math.round(process.memoryUsage().rss / 1e6)} MB; this machine parses JSON at ${calibrate()} MB/s`,
);
