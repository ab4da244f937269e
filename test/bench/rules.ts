/**
 * `npm run bench -- rules [amount]`: how long 10,000 records take from text to findings, and what one edit costs after that. Figures, no
 * verdict. The peers read the same texts in the same run: the parser alone, and the parser with JSON Schemas (what a general editor does).
 */
import { spawnSync } from 'node:child_process';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseAllDocuments } from 'yaml';
import { Estate } from '../../server/estate/estate.ts';
import { schemaOfAnyRecord } from '../../server/language/json-schema.ts';
import { Checker } from '../../server/rules/checker.ts';
import { countRecords, manySchools, oneLargeSchool, type Files } from './support/schools.ts';

const scenarios: Readonly<Record<string, (amount: number) => Files>> = {
  'many schools': manySchools,
  'one large school': oneLargeSchool,
};
const [, script = '', first = '10000', scenario = ''] = process.argv;
const amount = Number(first);

function newChecker(): Checker {
  return new Checker(new Estate({ pretended: '2026-11-23', now: () => 0 }), {
    settings: {},
    onFailure: (code, record, error) => {
      throw new Error(`${code} failed on ${record.id}`, { cause: error });
    },
  });
}

function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const began = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - began };
}

function show(name: string, milliseconds: number, more = ''): void {
  console.log(`  ${name.padEnd(44)} ${milliseconds.toFixed(1).padStart(9)} ms  ${more}`);
}

function checkAll(checker: Checker, files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + checker.inFile(file).length, 0);
}

/** What other editors do with such files: read them, and hold them against a schema. */
function peers(files: Files): { parsed: number; validated: number } {
  const reading = timed(() => [...files.values()].map(text => parseAllDocuments(text)));
  const validate = new Ajv2020({ strict: false, logger: false, validateFormats: false }).compile(schemaOfAnyRecord());
  const validating = timed(() => reading.result.flat().filter(document => !validate(document.toJS())).length);
  return { parsed: reading.milliseconds, validated: reading.milliseconds + validating.milliseconds };
}

function measure(name: string, files: Files): void {
  const count = countRecords(files);
  console.log(`${name}: ${count} records in ${files.size} files`);
  const checker = newChecker();
  const reading = timed(() => {
    for (const [file, text] of files) checker.setFile(file, text);
  });
  const checking = timed(() => checkAll(checker, files.keys()));
  const whole = reading.milliseconds + checking.milliseconds;
  show('read and indexed', reading.milliseconds, `${Math.round(count / (reading.milliseconds / 1000))} records/s`);
  show('every rule on every record', checking.milliseconds, `${checking.result} findings`);
  show('from texts to findings', whole, `memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  for (const kind of ['asset', 'location', 'subnet', 'service', 'school']) edit(checker, files, kind);
  const { parsed, validated } = peers(files);
  show('peer: the parser alone', parsed, `we take ${(whole / parsed).toFixed(2)} times as long`);
  show('peer: parser and JSON Schema', validated, `we take ${(whole / validated).toFixed(2)} times as long`);
}

/** The title of the first record of the kind changes. */
function edit(checker: Checker, files: Files, kind: string): void {
  const [file, text] = [...files].find(([, one]) => one.includes(`kind: ${kind}\n`)) ?? [];
  if (file === undefined || text === undefined) return;
  const changed = text.replace(new RegExp(`(kind: ${kind}\\n(?:.*\\n)*?title: )(.*)`), '$1$2 two');
  const { result, milliseconds } = timed(() => {
    const touched = checker.setFile(file, changed);
    checkAll(checker, touched);
    return touched.size;
  });
  show(`one ${kind} gets another title`, milliseconds, `${result} files looked at again`);
  checker.setFile(file, text);
}

const make = scenarios[scenario];
if (make) measure(scenario, make(amount));
// Each in a process of its own, so that none works in the memory of another.
else
  for (const name of Object.keys(scenarios)) spawnSync(process.execPath, [script, first, name], { stdio: 'inherit' });
