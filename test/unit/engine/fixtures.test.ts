/**
 * Records with their findings written below them: exactly these, at exactly these places, in these words, with these fixes.
 * `UPDATE=1 npm run test:unit` writes them anew; read the difference before you keep it.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rangeOf } from '../../../server/rules/locate.ts';
import { checkerOf, school } from './school.ts';

const folder = path.resolve('test/fixtures/findings');
const annotation = /^#( +\^+|@ \d+:\d+) (error|warning|information) [A-Z]{2,3}-\d{3}\b/;

function annotate(text: string): string {
  const lines = text.split('\n').filter(line => !annotation.test(line));
  const checker = checkerOf({ 's/school.fits.yaml': school, 's/x.fits.yaml': lines.join('\n') });
  const below = new Map<number, string[]>();
  for (const { record, finding } of checker.inFile('s/x.fits.yaml')) {
    if (!record) continue;
    const { start, end } = rangeOf(checker.estate, record, finding);
    const fixes = finding.fixes.map(fix => ` [${fix.title}]`).join('');
    const words = `${finding.severity} ${finding.code} ${finding.message}${fixes}`;
    const width = start.line === end.line ? end.character - start.character : 1;
    const mark =
      start.character > 1 && width > 0
        ? `#${' '.repeat(start.character - 1)}${'^'.repeat(width)}`
        : `#@ ${start.character}:${start.character + width}`;
    below.set(start.line, [...(below.get(start.line) ?? []), `${mark} ${words}`]);
  }
  return lines.flatMap((line, i) => [line, ...(below.get(i) ?? [])]).join('\n');
}

for (const name of fs.readdirSync(folder).filter(file => file.endsWith('.fits.yaml'))) {
  test(`findings of ${name}`, () => {
    const file = path.join(folder, name);
    const written = fs.readFileSync(file, 'utf8');
    const found = annotate(written);
    if (process.env['UPDATE'] === '1') fs.writeFileSync(file, found);
    else assert.equal(found, written);
    assert.equal(annotate(found), found, 'the comments below do not change what is found');
  });
}
