/** Faults made on purpose in a well-kept school: each is named by its rule, and none makes the checker stumble. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecordEntry } from '../../../server/estate/record.ts';
import { declarations } from '../../../server/records/index.ts';
import { rules } from '../../../server/rules/index.ts';
import type { Checker } from '../../../server/rules/checker.ts';
import { mutationsOf, sorts, wrongInEveryField, type Mutation, type Sort } from './mutations.ts';
import { checkerOfSample, sampleFiles } from './sample.ts';
import { checkerOf, school } from './school.ts';

/** How often each code stands at each record of the files. */
function countIn(checker: Checker, files: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of files)
    for (const { record, finding } of checker.inFile(file)) {
      assert.notEqual(finding.code, 'GEN-018');
      const key = `${file} ${String(record?.index)} ${finding.code}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

/** Whether the fault brings a finding of one of its codes that was not there. The file is put back. */
function isCaught(checker: Checker, record: RecordEntry, mutation: Mutation, before: Map<string, number>): boolean {
  const { file, index } = record;
  const entry = checker.estate.files.get(file);
  const segment = entry?.segments[index];
  assert.ok(entry && segment);
  const touched = checker.setFile(
    file,
    entry.text.slice(0, segment.start) + mutation.text + entry.text.slice(segment.end),
  );
  const after = countIn(checker, touched);
  checker.setFile(file, entry.text);
  return [...after].some(([key, count]) => {
    const [at = '', place, code = ''] = key.split(' ');
    const here = mutation.anywhere === true || (at === file && place === String(index));
    return here && mutation.codes.includes(code) && count > (before.get(key) ?? 0);
  });
}

/** Each sort of fault once in each field of each kind takes seconds, in every record a minute: `FITS_MUTATIONS=all`. */
const everyRecord = process.env['FITS_MUTATIONS'] === 'all';

/** `members.3.serial` is one field with `members.0.serial`. */
function fieldOf({ at }: Mutation): string {
  return at.replace(/\.\d+(?=\.|$)/g, '[]');
}

interface Tally {
  readonly sorts: Map<Sort, { caught: number; total: number }>;
  readonly kinds: Set<string>;
  readonly fields: Set<string>;
  readonly missed: string[];
}

function newTally(): Tally {
  return { sorts: new Map(), kinds: new Set(), fields: new Set(), missed: [] };
}

function note(tally: Tally, record: RecordEntry, mutation: Mutation, caught: boolean): void {
  const count = tally.sorts.get(mutation.sort) ?? { caught: 0, total: 0 };
  tally.sorts.set(mutation.sort, { caught: count.caught + (caught ? 1 : 0), total: count.total + 1 });
  tally.kinds.add(record.kind);
  if (['wrong form', 'impossible date', 'misspelt key'].includes(mutation.sort))
    tally.fields.add(`${record.kind}.${fieldOf(mutation)}`);
  if (!caught)
    tally.missed.push(`${record.kind} ${record.id}, ${mutation.at}: ${mutation.sort} (${mutation.codes.join()})`);
}

function tell(name: string, { sorts, kinds, fields }: Tally): void {
  const all = [...sorts.values()];
  const sum = (of: 'caught' | 'total') => String(all.reduce((total, count) => total + count[of], 0));
  console.log(
    `  ${name}: caught ${sum('caught')} of ${sum('total')} (kinds ${String(kinds.size)}, fields ${String(fields.size)})`,
  );
  for (const [sort, { caught, total }] of sorts) console.log(`    ${sort}: ${String(caught)} of ${String(total)}`);
}

describe('faults made on purpose', () => {
  it('in every field that the well-kept school writes', () => {
    const checker = checkerOfSample('primary-school');
    const files = [...sampleFiles('primary-school').keys()];
    const before = countIn(checker, files);
    const tally = newTally();
    const tried = new Set<string>();
    for (const record of [...checker.estate.all()])
      for (const mutation of mutationsOf(record, checker.estate)) {
        const same = [record.kind, fieldOf(mutation), mutation.sort, ...mutation.codes].join(' ');
        if (!everyRecord && tried.has(same)) continue;
        tried.add(same);
        note(tally, record, mutation, isCaught(checker, record, mutation, before));
      }
    tell('mutations', tally);
    assert.deepEqual(tally.missed, []);
    assert.deepEqual(countIn(checker, files), before, 'the school is as it was');
  });

  it('in every field that is declared, whether the school has it or not', () => {
    const tally = newTally();
    for (const kind of Object.keys(declarations)) {
      const file = 's/x.fits.yaml';
      const checker = checkerOf({ 's/school.fits.yaml': school, [file]: `kind: ${kind}\nid: X-01\ntitle: Thing\n` });
      const [record] = checker.estate.files.get(file)?.records ?? [];
      assert.ok(record);
      const before = countIn(checker, [file]);
      for (const mutation of wrongInEveryField(record))
        note(tally, record, mutation, isCaught(checker, record, mutation, before));
    }
    tell('mutations of every declared field', tally);
    assert.deepEqual(tally.missed, []);
  });

  it('none where nothing is wrong: a note more is no fault', () => {
    const checker = checkerOfSample('primary-school');
    const before = countIn(checker, sampleFiles('primary-school').keys());
    const codes = Object.values(sorts).flat();
    for (const record of checker.estate.all()) {
      const text = `${record.source.trimEnd()}\n# a note\n`;
      const same: Mutation = { sort: 'wrong form', at: '', text, codes, anywhere: true };
      assert.ok(!isCaught(checker, record, same, before), record.id);
    }
  });

  it('every step’s need is reported by a rule that there is', () => {
    const codes = new Set(rules.map(rule => rule.code));
    const without = Object.values(declarations).flatMap(({ kind, needs }) =>
      needs.filter(need => !codes.has(need.code ?? 'GEN-015')).map(need => `${kind}: ${need.code ?? ''}`),
    );
    assert.deepEqual(without, []);
  });
});
