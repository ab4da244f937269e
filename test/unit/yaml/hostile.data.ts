/** Texts made to break a reader. The mutations below are drawn from a fixed seed, so a failure is the same on every machine. */
export interface HostileText {
  readonly name: string;
  readonly text: string;
}

export const goodRecord = `# The office printer
kind: asset
id: PRN-04
title: "Printer: office"
type: printer
location: LOC-OFF # by the door
contract:
  supplier: SUP-02
  from: 2025-09-01
  to: 2028-08-31
checks:
  - type: ping
    every_minutes: 5
  - {type: snmp_printer_toner, warn: 20}
groups: [office, 'head''s']
notes: |
  Toner is in the cupboard.
  # not a comment

  kind: not a field
history:
- on: 2026-01-05
  by: ROL-TECH
`;

/** A small generator of numbers (mulberry32), so that the mutations need no clock and no library. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const signs = [
  '"',
  "'",
  ':',
  ' #',
  '\t',
  '\n',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '&a ',
  '*a',
  '!t ',
  '|',
  '>',
  '%',
  '@',
  '`',
  '\uFEFF',
  '\u0000',
  '\ud83d',
  '\r',
  '---\n',
  '...\n',
  '<<<<<<< HEAD\n',
  '\\',
  '? ',
  '<<: ',
  '\u2028',
  '“',
  '  ',
  ', ',
  '=======\n',
  '\u00a0',
];

function mutate(text: string, seed: number): string {
  const next = numbers(seed);
  const at = (length: number): number => Math.floor(next() * length);
  let mutated = text;
  for (let times = 1 + at(6); times > 0; times -= 1) {
    const from = at(mutated.length + 1);
    const to = Math.min(mutated.length, from + at(12));
    const choice = at(4);
    if (choice === 0) mutated = mutated.slice(0, from) + mutated.slice(to);
    else if (choice === 1) mutated = mutated.slice(0, from) + (signs[at(signs.length)] ?? '') + mutated.slice(from);
    else if (choice === 2) mutated = mutated.slice(0, from) + (signs[at(signs.length)] ?? '') + mutated.slice(to);
    else mutated = mutated.slice(0, to) + mutated.slice(from, to) + mutated.slice(to);
  }
  return mutated;
}

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghijk'.split('').map((key, at) => `${key}: &${key} [${`*${'abcdefghij'.charAt(at)}, `.repeat(9)}]`),
].join('\n');

export const big: readonly HostileText[] = [
  { name: 'one line of 5 MB', text: `kind: asset\ntitle: ${'x '.repeat(2_500_000)}\n` },
  { name: 'one word of 5 MB', text: 'x'.repeat(5_000_000) },
  { name: 'one quoted text of 5 MB, never closed', text: `kind: "${'x '.repeat(2_500_000)}` },
  { name: '5 MB of brackets', text: `kind: ${'['.repeat(5_000_000)}` },
  { name: '5 MB of blanks', text: ' '.repeat(5_000_000) },
  { name: '5 MB of dashes', text: '- '.repeat(2_500_000) },
  { name: '5 MB of line ends', text: '\n'.repeat(5_000_000) },
  { name: '5 MB of returns', text: '\r'.repeat(5_000_000) },
  {
    name: '100,000 lines in one record',
    text: `kind: asset\n${Array.from({ length: 100_000 }, (_, at) => `field_${String(at)}: value\n`).join('')}`,
  },
  { name: '100,000 lines in 20,000 records', text: '---\nkind: asset\nid: A\ntitle: B\ntype: c\n'.repeat(20_000) },
  {
    name: '100,000 broken lines in 20,000 records',
    text: '---\nkind: asset\nid:A\ntitle: a: b\ntype: "c\n'.repeat(20_000),
  },
];

/** Just below the longest record that is read: the dearest texts a reader can get. */
const most = 127 * 1024;
function fill(piece: string, before = 'kind: asset\n'): string {
  return before + piece.repeat(Math.floor((most - before.length) / piece.length));
}

export const dear: readonly HostileText[] = [
  { name: 'fields only', text: fill('f: v\n') },
  { name: 'different fields', text: Array.from({ length: 8_000 }, (_, at) => `f_${String(at)}: v`).join('\n') },
  { name: 'items only', text: fill('- x\n', 'l:\n') },
  { name: 'a list on one line', text: fill('x, ', 'l: [') + ']' },
  { name: 'a list on one line, never closed', text: fill('x, ', 'l: [') },
  { name: 'colons', text: fill('a: b ', 'k: ') },
  { name: 'glued colons', text: fill('a:b\n') },
  { name: 'tabs', text: fill('a:\n\tb: c\n') },
  { name: 'open quotes', text: fill('- "x\n', 'l:\n') },
  { name: 'open quotes, each deeper lines', text: fill('a: "x\n b\n') },
  { name: 'open brackets', text: fill('- [x\n', 'l:\n') },
  { name: 'open brackets with deeper lines', text: fill('a: [x\n b\n') },
  { name: 'bare lines', text: fill('x y\n') },
  { name: 'sentences', text: fill('so it is: yes\n', 'kind: asset\nnotes: one two three\n') },
  { name: 'steps to the right', text: Array.from({ length: 700 }, (_, at) => `${' '.repeat(at)}a:`).join('\n') },
  {
    name: 'steps to the right, filled',
    text: Array.from({ length: 700 }, (_, at) => `${' '.repeat(at)}a: b`).join('\n'),
  },
  {
    name: 'steps to the left',
    text: `kind: x\n${Array.from({ length: 700 }, (_, at) => `${' '.repeat(700 - at)}a: b`).join('\n')}`,
  },
  { name: 'stairs', text: fill('a:\n b:\n  c:\n   d: e\n') },
  { name: 'saw', text: fill('  a: b\n a: b\n') },
  { name: 'anchors', text: fill('- &a x\n', 'l:\n') },
  { name: 'aliases', text: fill('- *a\n', 'a: &a x\nl:\n') },
  { name: 'aliases on one line', text: fill('*a, ', 'a: &a x\nl: [') + ']' },
  { name: 'tags', text: fill('- !t x\n', 'l:\n') },
  { name: 'merges', text: fill('<<: *a\n', 'a: &a {x: y}\n') },
  { name: 'comments', text: fill('# fits-ignore GEN-001: x\n') },
  { name: 'hashes', text: fill('x #y ', 'a: ') },
  { name: 'hash lines', text: fill('a: x #y\n') },
  { name: 'escapes', text: fill('\\', 'a: "') },
  { name: 'quotes', text: fill('"', 'a: ') },
  { name: 'apostrophes', text: fill("'", 'a: ') },
  { name: 'a block with broken indents', text: fill('   x\n  y\n', 'a: |\n') },
  { name: 'question marks', text: fill('? x\n: y\n') },
  { name: 'percent lines', text: fill('%x\n') },
  { name: 'dashes and dots', text: fill('---\n...\n') },
  { name: 'marks', text: fill('\uFEFF') },
  { name: 'pasted spaces', text: fill('\u00a0a: b\n') },
  { name: 'rows of a spreadsheet', text: fill('a\tb\tc\n') },
  { name: 'lone halves of signs', text: fill('\ud83d', 'a: ') },
  { name: 'bad signs at the start', text: fill('- @x\n', 'l:\n') },
  { name: 'braces in a list', text: fill('- {x\n', 'l:\n') },
  { name: 'commas', text: fill(',', 'l: [') + ']' },
  { name: 'brackets side by side', text: fill('[],', 'l: [') + ']' },
  { name: 'second records', text: fill('kind: asset\nid: x\n') },
];

export const small: readonly HostileText[] = [
  { name: 'an alias bomb', text: `kind: asset\n${bomb}\n` },
  { name: 'binary', text: Array.from({ length: 4096 }, (_, at) => String.fromCharCode((at * 31) % 256)).join('') },
  { name: 'a picture', text: '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000' },
  {
    name: 'a merge conflict',
    text: goodRecord.replace('id: PRN-04', '<<<<<<< HEAD\nid: PRN-04\n=======\nid: PRN-05\n>>>>>>> other'),
  },
  { name: 'CRLF', text: goodRecord.replaceAll('\n', '\r\n') },
  { name: 'no line end', text: goodRecord.trimEnd() },
  { name: 'half a sign at the end', text: `${goodRecord}x: \ud83d` },
  { name: 'the other half', text: `${goodRecord}x: "\ude00"` },
  { name: '64 lists', text: `kind: asset\nx: ${'['.repeat(64)}${']'.repeat(64)}\n` },
  { name: '200 lists', text: `kind: asset\nx: ${'['.repeat(200)}${']'.repeat(200)}\n` },
  { name: '200 groups', text: `kind: asset\nx: ${'{a: '.repeat(200)}${'}'.repeat(200)}\n` },
  { name: '200 dashes', text: `kind: asset\nx:\n  ${'- '.repeat(200)}y\n` },
  { name: 'nothing but a colon', text: ':' },
  { name: 'keys that are lists', text: '[a]: b\n{c: d}: e\n? f\n' },
  { name: '__proto__', text: 'kind: asset\n__proto__: x\nconstructor: y\ntoString: z\n' },
];

export const mutations: readonly HostileText[] = Array.from({ length: 400 }, (_, seed) => ({
  name: `mutation ${String(seed)}`,
  text: mutate(goodRecord, seed + 1),
}));

export const truncations: readonly HostileText[] = Array.from({ length: goodRecord.length }, (_, end) => ({
  name: `cut after ${String(end)}`,
  text: goodRecord.slice(0, end),
}));
