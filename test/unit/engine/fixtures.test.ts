/**
 * Records with their findings written below them: exactly these, at exactly these places, in these words, with these fixes.
 * `UPDATE=1 npm run test:unit` writes them anew; read the difference before you keep it.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rules } from '../../../server/rules/index.ts';
import { rangeOf } from '../../../server/rules/locate.ts';
import { checkerOf, school } from './school.ts';

const folder = path.resolve('test/fixtures/findings');
const annotation = /^#( +\^+|@ \d+:\d+) (error|warning|information) [A-Z]{2,3}-\d{3}\b/;

/** Rules that no record of a school breaks: our own mistake, no school at all, two versions in one file. */
const elsewhere = ['GEN-018', 'GEN-020', 'GEN-022'];

function annotate(text: string): string {
  const lines = text.split('\n').filter(line => !annotation.test(line));
  const records = lines.join('\n');
  // A fixture about the school itself brings its own.
  const own = /^kind: school$/m.test(records);
  const checker = checkerOf({ ...(own ? {} : { 's/school.fits.yaml': school }), 's/x.fits.yaml': records });
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

test('every rule has a record here that breaks it, a page, and a setting', () => {
  const texts = fs.readdirSync(folder).map(name => fs.readFileSync(path.join(folder, name), 'utf8'));
  const broken = new Set(
    texts.flatMap(text => [...text.matchAll(/^#.*? ([A-Z]{2,3}-\d{3}) /gm)].map(match => match[1])),
  );
  const page = fs.readFileSync('docs/rules.md', 'utf8');
  const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
    contributes: { configuration: { properties: { 'fits.rules': { properties: Record<string, unknown> } } } };
  };
  const settings = manifest.contributes.configuration.properties['fits.rules'].properties;
  assert.deepEqual(
    rules.filter(({ code }) => !page.includes(`\n## ${code}\n`) || !(code in settings)).map(({ code }) => code),
    [],
  );
  assert.deepEqual(
    rules.filter(({ code }) => !broken.has(code)).map(({ code }) => code),
    elsewhere,
  );
  console.log(`      ${String(rules.length)} rules, ${String(Object.keys(settings).length)} settings`);
});
