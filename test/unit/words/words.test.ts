import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherWords, type Said } from './gather-words.ts';

/** people.md, section 3: words of the trade that a technician need not know. */
const forbidden = /\b(mandatory|invalid|reference|references|enum|node|nodes|token|mapping|null)\b/i;
/** Decision 21: in hovers and documentation at most. */
const hoverOnly = /\b(RTO|RPO|CMDB|CI|CIs|PIR|OLA|VLAN|VLANs|RAID|PoE|OID|OIDs)\b/;

/** What may say such a word, and why. The text must be exactly this. */
const allowed: Readonly<Record<string, string>> = {
  'reference number': 'a heading of help desks: recognised, never said',
};

function hits(texts: readonly Said[], pattern: RegExp): string[] {
  return texts
    .filter(({ text }) => pattern.test(text) && allowed[text] === undefined)
    .map(({ text, file, line }) => `${file}:${String(line)} ${text}`);
}

const all = gatherWords();

test('the gathering finds what people read', () => {
  const texts = new Set(all.map(({ text }) => text));
  // One from a rule, a slip, a probe, a view, a command, a record's label, a report.
  for (const one of [
    'There is no … called “…” yet.',
    'There must be a space after the colon of "…", or the line is not read as a field. Add the space.',
    'Nothing needs you today.',
    'What is the school called?',
    'Warranty until',
    'What we own',
  ])
    assert.ok(
      [...texts].some(text => text.includes(one)),
      one,
    );
  assert.ok(all.length > 900, String(all.length));
});

test('nobody is told a word that only we understand', () => {
  assert.deepEqual(hits(all, forbidden), []);
});

test('abbreviations of the trade stand in hovers and documentation at most', () => {
  assert.deepEqual(
    hits(
      all.filter(({ hover }) => !hover),
      hoverOnly,
    ),
    [],
  );
});

test('words are those of the United Kingdom', () => {
  assert.deepEqual(hits(all, /\b(color|catalog|center|license key|organize|prioritize|preventive|fulfill)\b/i), []);
});
