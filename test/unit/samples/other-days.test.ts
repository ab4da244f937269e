/**
 * The neglected school on three days: only what hangs on the day may differ. The differences, with the reasons, stand in
 * samples/neglected-school/OTHER-DAYS.md; `UPDATE=1` writes its table anew (the reasons above it are written by hand).
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { load, type Row } from './load.ts';

const page = 'samples/neglected-school/OTHER-DAYS.md';
const [before, day, after] = ['2026-09-01', '2026-11-23', '2027-06-01'] as const;
const head = `| record | code | ${before} | ${day} | ${after} |\n|---|---|---|---|---|\n`;

/** "error", "2 × warning", "–" */
function severities(rows: readonly Row[], key: string): string {
  const counts = new Map<string, number>();
  for (const row of rows) if (keyOf(row) === key) counts.set(row.severity, (counts.get(row.severity) ?? 0) + 1);
  const words = [...counts].sort().map(([severity, count]) => (count > 1 ? `${count} × ${severity}` : severity));
  return words.join(', ') || '–';
}

function keyOf({ file, record, code }: Row): string {
  return `| ${record || file} | ${code} |`;
}

test('on other days only what hangs on the day is found otherwise, each with its reason', () => {
  const found = [before, day, after].map(one => load('neglected-school', one).rows);
  const keys = [...new Set(found.flat().map(keyOf))].sort();
  const lines = keys.flatMap(key => {
    const cells = found.map(rows => severities(rows, key));
    return new Set(cells).size === 1 ? [] : [`${key} ${cells.join(' | ')} |`];
  });
  const text = fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : '';
  const [reasons = ''] = text.split('| record |');
  if (process.env['UPDATE'] === '1') fs.writeFileSync(page, `${reasons}${head}${lines.join('\n')}\n`);
  else assert.equal(text.slice(reasons.length), `${head}${lines.join('\n')}\n`);
  assert.ok(lines.length > 20, 'the days differ');
  const explained = new Set([...reasons.matchAll(/^- \*\*([A-Z]+-\d{3})/gm)].map(match => match[1]));
  const codes = new Set(lines.map(line => line.split('|')[2]?.trim() ?? ''));
  assert.deepEqual([...codes].filter(code => !explained.has(code)).sort(), [], 'codes without a reason');
  assert.deepEqual([...explained].filter(code => code === undefined || !codes.has(code)), [], 'reasons that nothing needs');
});
