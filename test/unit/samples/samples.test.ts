import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { declarations } from '../../../server/records/index.ts';
import { rules } from '../../../server/rules/index.ts';
import { load, type Row } from './load.ts';

/** The day for which the samples are written. */
const day = '2026-11-23';

/** The rows of the table in FLAWS.md: no., file, record, field, code, severity, why. */
function listedFlaws(): Row[] {
  return fs
    .readFileSync(path.join('samples', 'neglected-school', 'FLAWS.md'), 'utf8')
    .split(/\r?\n/)
    .filter(line => /^\| *\d/.test(line))
    .map(line => {
      const [, file = '', record = '', , code = '', severity = ''] = line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim().replace(/^`|`$/g, ''));
      return { file, record, code, severity };
    });
}

function keyOf({ file, record, code, severity }: Row): string {
  return [file, record || '(no id)', code, severity].join('  ');
}

function counted(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}

/** Keys of which there are more in `rows` than in `others`. */
function beyond(rows: readonly Row[], others: readonly Row[]): string[] {
  const known = counted(others);
  return [...counted(rows)]
    .filter(([key, count]) => count > (known.get(key) ?? 0))
    .map(([key, count]) => `${key}  (${count} against ${known.get(key) ?? 0})`);
}

describe('samples/neglected-school', () => {
  it('gives every flaw of FLAWS.md, and nothing else', () => {
    const { rows } = load('neglected-school', day);
    const flaws = listedFlaws();
    assert.ok(flaws.length > 100, 'the table in FLAWS.md can be read');
    assert.deepEqual({ missing: beyond(flaws, rows), extra: beyond(rows, flaws) }, { missing: [], extra: [] });
  });

  it('has a flaw for every rule that a school can break', () => {
    const planted = new Set(listedFlaws().map(flaw => flaw.code));
    const without = rules.map(rule => rule.code).filter(code => !planted.has(code));
    // A mistake of the program, and a folder without a school: FLAWS.md says why they are not planted.
    assert.deepEqual(without, ['GEN-018', 'GEN-020']);
  });

  it('numbers its flaws without a gap', () => {
    const text = fs.readFileSync(path.join('samples', 'neglected-school', 'FLAWS.md'), 'utf8');
    const numbers = [...text.matchAll(/^\| *(\d+) /gm)].map(match => Number(match[1]));
    assert.deepEqual(
      numbers,
      numbers.map((_number, index) => index + 1),
    );
  });
});

describe('samples/primary-school', () => {
  it('has at most twelve findings, and no error', () => {
    const { rows } = load('primary-school', day);
    assert.ok(rows.length > 0 && rows.length <= 12, rows.map(keyOf).join('\n'));
    assert.deepEqual(
      rows.filter(row => row.severity === 'error'),
      [],
    );
  });

  it('uses only fields that are declared, and every kind that there is', () => {
    const { checker } = load('primary-school', day);
    const records = [...checker.estate.all()];
    assert.deepEqual(
      records.flatMap(record => record.understood.strange.map(strange => `${record.id}: ${strange.key}`)),
      [],
    );
    assert.deepEqual([...new Set(records.map(record => record.kind))].sort(), Object.keys(declarations).sort());
  });

  it('shows a finding that an open problem already covers', () => {
    const { checker } = load('primary-school', day);
    const known = checker.inFile('assets/network.fits.yaml').map(({ record, finding }) => [record?.id, finding]);
    const [id, finding] = known[0] ?? [];
    assert.equal(id, 'SW-04');
    assert.ok(typeof finding === 'object' && finding.acknowledgedBy === 'PRB-2026-012');
    assert.equal(finding.originalSeverity, 'error');
  });
});

describe('samples/two-schools', () => {
  const schools = ['hilltop-infants', 'riverside-primary'] as const;

  it('gives exactly these findings: one school is calm, the other was just taken over', () => {
    const { rows } = load('two-schools', day);
    assert.deepEqual(
      rows.map(({ file, record, code }) => `${file.replace('.fits.yaml', '')}  ${code} ${record}`),
      [
        'riverside-primary/equipment  CFG-005 SW-01',
        'riverside-primary/equipment  CFG-004 SRV-01',
        'riverside-primary/equipment  CFG-005 DT-01',
        'riverside-primary/equipment  CFG-009 LIC-01',
        'riverside-primary/open-points  SCM-007 BKP-01',
        'riverside-primary/open-points  SCM-006 BKP-01',
        'riverside-primary/school  CFG-014 SCH-RVP',
        'riverside-primary/school  MON-006 SCH-RVP',
        'riverside-primary/services  SCM-005 SVC-02',
        'shared/suppliers  CFG-021 SUP-LINE',
      ],
    );
  });

  it('shows every school what is shared, and none the book of the other', () => {
    const { estate } = load('two-schools', day).checker;
    const shared = [...estate.all()].filter(({ file }) => file.startsWith('shared/'));
    assert.ok(shared.length > 5);
    for (const folder of schools) {
      const from = `${folder}/school.fits.yaml`;
      for (const record of shared) assert.equal(estate.named(record.id, from), record);
      for (const { file } of estate.ofKind('asset', from)) assert.ok(file.startsWith(`${folder}/`), file);
      const size = [...estate.all()].filter(({ file }) => file.startsWith(`${folder}/`)).length;
      assert.ok(size >= 15 && size <= 30, `${folder} has ${String(size)} records`);
    }
  });

  it('says what is wrong with a shared record once, not in each school', () => {
    const { checker, rows } = load('two-schools', day);
    const shared = rows.filter(({ file }) => file.startsWith('shared/'));
    assert.ok(shared.length > 0);
    assert.equal(new Set(shared.map(keyOf)).size, shared.length);
    const ids = new Set([...checker.estate.all()].filter(({ file }) => file.startsWith('shared/')).map(({ id }) => id));
    assert.deepEqual(
      rows.filter(({ file, record }) => ids.has(record) && !file.startsWith('shared/')),
      [],
    );
  });
});
