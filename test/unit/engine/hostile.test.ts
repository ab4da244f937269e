import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkerOf, school } from './school.ts';
import { completeAt } from '../../../server/language/completion.ts';
import { hoverAt } from '../../../server/language/hover.ts';
import { symbolsOf } from '../../../server/language/symbols.ts';
import { actionsAt } from '../../../server/language/actions.ts';

/** A hang guard, ten times what is expected: what is quick is measured by a benchmark, not here. */
const limit = 40_000;

function survive(text: string): number {
  const began = performance.now();
  const checker = checkerOf({ 's/school.fits.yaml': school, 's/x.fits.yaml': text });
  checker.inFile('s/x.fits.yaml');
  const took = performance.now() - began;
  const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
  actionsAt(checker, 's/x.fits.yaml', range);
  symbolsOf(checker.estate, 's/x.fits.yaml');
  for (const line of [0, 1, 5])
    for (const character of [0, 3, 9]) {
      completeAt(checker.estate, 's/x.fits.yaml', { line, character });
      hoverAt(checker.estate, 's/x.fits.yaml', { line, character });
    }
  assert.ok(performance.now() - began < limit, `took ${Math.round(performance.now() - began)} ms`);
  return took;
}

const asset =
  'kind: asset\nid: SW-06\ntitle: Switch\ntype: switch\nlocation: hall\nmembers:\n  - tag: a\n    serial: b\ncontract: { from: 2026-01-01 }\nnotes: |\n  words\n';
const handMade: Record<string, string> = {
  'deep brackets': `notes: ${'['.repeat(5000)}`,
  'deep indents': Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  'a line of 5 MB': `kind: asset\nid: a\ntitle: ${'x'.repeat(5 * 1024 * 1024)}\n`,
  'an alias bomb': `a: &a [x,x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'},*${i ? `b${i - 1}` : 'a'}]`).join('\n')}\n`,
  'a prototype': 'kind: __proto__\nid: constructor\ntitle: toString\n__proto__: { x: 1 }\nhasOwnProperty: 1\n',
  'a kind of another object': 'kind: constructor\nid: x\ntitle: y\n',
  'one empty line': '\n',
  'a byte order mark alone': '\uFEFF',
  'lone surrogates': 'kind: asset\nid: \ud800\ntitle: \udfff\n',
  'no end': 'kind: asset\nid: SW-06\ntitle: "Switch',
  CRLF: asset.replaceAll('\n', '\r\n'),
  CR: asset.replaceAll('\n', '\r'),
  NUL: '\0'.repeat(1000),
  '20,000 records of one id': 'kind: location\nid: a\ntitle: A\n---\n'.repeat(20_000),
  '5,000 networks': Array.from(
    { length: 5000 },
    (_, i) => `kind: subnet\nid: n${i}\ntitle: N\ncidr: 10.${i >> 8}.${i & 255}.0/24\n`,
  ).join('---\n'),
  '20,000 devices of one serial number': Array.from(
    { length: 20_000 },
    (_, i) => `kind: asset\nid: a${i}\ntitle: A\nserial: x\n`,
  ).join('---\n'),
  'a ring of 5,000 places': Array.from(
    { length: 5000 },
    (_, i) => `kind: location\nid: p${i}\ntitle: P\nparent: p${(i + 1) % 5000}\n`,
  ).join('---\n'),
};

for (const [name, text] of Object.entries(handMade)) {
  test(`survives ${name}`, () => void survive(text));
}

test('survives 200 damaged records, none of which hangs', () => {
  let slowest = 0;
  fc.assert(
    fc.property(
      fc.nat(),
      fc.nat(),
      fc.string({ maxLength: 12 }),
      fc.constantFrom('', '\t', ':', '"', "'", '---\n', '[', '{', '&a ', '*a', '!x ', '#', '\n ', '\n- '),
      (from, length, noise, sign) => {
        const at = from % asset.length;
        slowest = Math.max(slowest, survive(asset.slice(0, at) + sign + noise + asset.slice(at + (length % 9))));
      },
    ),
    { numRuns: 200 },
  );
  assert.ok(slowest < 10_000, `the slowest took ${Math.round(slowest)} ms`);
});

test('survives the hand-made broken files', () => {
  for (const name of fs.readdirSync('test/fixtures/hostile'))
    survive(fs.readFileSync(`test/fixtures/hostile/${name}`, 'utf8'));
});
