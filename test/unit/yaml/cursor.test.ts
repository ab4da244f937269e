import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cursorAt } from '../../../server/yaml/cursor.ts';
import type { Cursor } from '../../../server/yaml/cursor.ts';
import { readRecord } from '../../../server/yaml/read-record.ts';
import type { Node } from '../../../server/yaml/node.ts';
import { madeRecord } from './arbitrary-record.ts';

interface Spot {
  readonly path: readonly (string | number)[];
  readonly at: 'key' | 'value';
  readonly offset: number;
  readonly siblings?: readonly string[];
}

/** Where each key and each text of a tree stands. */
function spotsOf(node: Node | null, path: readonly (string | number)[]): Spot[] {
  if (!node) return [];
  if (node.type === 'scalar') return [{ path, at: 'value', offset: node.start }];
  if (node.type === 'list') return node.items.flatMap((item, index) => spotsOf(item, [...path, index]));
  return node.entries.flatMap((entry): Spot[] => {
    const siblings = node.entries.filter(other => other !== entry).map(other => other.key.text);
    return [{ path, at: 'key', offset: entry.key.end, siblings }, ...spotsOf(entry.value, [...path, entry.key.text])];
  });
}

describe('cursorAt', () => {
  it('finds for every key and value of a correct record the path the tree has', () => {
    fc.assert(
      fc.property(madeRecord, ({ text }) => {
        for (const spot of spotsOf(readRecord(text).root, [])) {
          const cursor = cursorAt(text, spot.offset);
          const near = JSON.stringify(`${text.slice(0, spot.offset)}<|>${text.slice(spot.offset)}`);
          assert.deepEqual([cursor.at, cursor.path], [spot.at, spot.path], near);
          if (spot.siblings && !cursor.inFlow)
            assert.deepEqual([...cursor.siblings].sort(), [...spot.siblings].sort(), near);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('never fails, wherever it stands', () => {
    const piece = fc.constantFrom(
      'a',
      ':',
      ' ',
      '  ',
      '\n',
      '- ',
      '[',
      '{',
      '"',
      "'",
      '#',
      '|',
      ',',
      ']',
      '}',
      'kind: ',
      '\t',
      '\r\n',
      '&',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat({ max: 60 }), (parts, offset) => {
        const text = parts.join('');
        const cursor = cursorAt(text, Math.min(offset, text.length));
        assert.ok(cursor.replace.start <= cursor.replace.end && cursor.replace.end <= text.length);
        assert.ok(cursor.replace.start <= offset || cursor.at === 'none');
      }),
      { numRuns: 3000 },
    );
  });
});

type Wanted = Partial<
  Pick<Cursor, 'path' | 'at' | 'prefix' | 'siblings' | 'inComment' | 'inFlow' | 'hasColon' | 'needsBlank' | 'indent'>
> & { readonly replaced?: string };

/** `<|>` is the cursor. */
const spots: readonly (readonly [text: string, wanted: Wanted])[] = [
  ['<|>', { path: [], at: 'key', prefix: '', siblings: [] }],
  ['ki<|>', { path: [], at: 'key', prefix: 'ki', replaced: 'ki', hasColon: false }],
  [
    'ki<|>nd: asset\nid: x\n',
    { path: [], at: 'key', prefix: 'ki', replaced: 'kind', siblings: ['id'], hasColon: true },
  ],
  ['kind:<|>', { path: ['kind'], at: 'value', prefix: '', replaced: '', needsBlank: true }],
  ['kind:as<|>', { path: ['kind'], at: 'value', prefix: 'as', replaced: 'as', needsBlank: true }],
  ['kind: <|>', { path: ['kind'], at: 'value', prefix: '', replaced: '', needsBlank: false }],
  ['kind: as<|>set # c', { path: ['kind'], at: 'value', prefix: 'as', replaced: 'asset' }],
  ['kind: "as<|>set" # c', { path: ['kind'], at: 'value', prefix: 'as', replaced: '"asset"' }],
  ['kind: <|># c', { path: ['kind'], at: 'value', prefix: '', replaced: '' }],
  ['kind: asset # c<|>', { at: 'none', inComment: true }],
  ['# c<|>', { at: 'none', inComment: true }],
  ['kind: asset\n<|>\nid: x\n', { path: [], at: 'key', siblings: ['kind', 'id'], indent: 0 }],
  ['contract:\n  <|>\nid: x\n', { path: ['contract'], at: 'key', siblings: [], indent: 2 }],
  ['contract:\n  from: x\n  <|>\nid: x\n', { path: ['contract'], at: 'key', siblings: ['from'], indent: 2 }],
  ['contract:\n  from: x\n<|>\nid: x\n', { path: [], at: 'key', siblings: ['contract', 'id'], indent: 0 }],
  ['contract:\n  from: x\n  t<|>\n', { path: ['contract'], at: 'key', prefix: 't', siblings: ['from'] }],
  ['contract:\n  from: x\n\n  # more\n  to: <|>\n', { path: ['contract', 'to'], at: 'value', siblings: ['from'] }],
  ['items:\n  - <|>', { path: ['items', 0], at: 'value', prefix: '', needsBlank: false }],
  ['items:\n  -<|>', { path: ['items', 0], at: 'value', prefix: '', needsBlank: true }],
  ['items:\n  - a\n  - b<|>c\n', { path: ['items', 1], at: 'value', prefix: 'b', replaced: 'bc' }],
  ['items:\n- a\n- <|>\nid: x\n', { path: ['items', 1], at: 'value' }],
  ['checks:\n  - type: ping\n    every<|>\n', { path: ['checks', 0], at: 'key', prefix: 'every', siblings: ['type'] }],
  ['checks:\n  - type: ping\n  - type: <|>\n    x: y\n', { path: ['checks', 1, 'type'], at: 'value', siblings: ['x'] }],
  ['checks:\n  - type: ping\n    <|>\n  - type: tcp\n', { path: ['checks', 0], at: 'key', siblings: ['type'] }],
  ['checks:\n  - ty<|>pe: ping\n', { path: ['checks', 0], at: 'key', prefix: 'ty', replaced: 'type' }],
  ['items: [a, <|>]\n', { path: ['items', 1], at: 'value', prefix: '', replaced: '', inFlow: true }],
  ['items: [a, b<|>c, d]\n', { path: ['items', 1], at: 'value', prefix: 'b', replaced: 'bc' }],
  ['items: [<|>', { path: ['items', 0], at: 'value' }],
  ['items: [a, <|>\nid: x\n', { path: ['items', 1], at: 'value', replaced: '' }],
  ['items: [\n  a,\n  <|>\n]\n', { path: ['items', 1], at: 'value' }],
  ['h: {from: x, <|>}\n', { path: ['h'], at: 'key', siblings: ['from'], hasColon: false }],
  [
    'h: {fr<|>om: x, to: y}\n',
    { path: ['h'], at: 'key', prefix: 'fr', replaced: 'from', siblings: ['to'], hasColon: true },
  ],
  ['h: {from: x, to: <|>}\n', { path: ['h', 'to'], at: 'value', siblings: ['from'] }],
  ['l: [{a: 1}, {b: <|>}]\n', { path: ['l', 1, 'b'], at: 'value' }],
  ['items: [a]<|>\n', { path: ['items'], at: 'value' }],
  ['notes: |\n  one: <|>\nid: x\n', { path: ['notes'], at: 'none' }],
  ['notes: |\n  one: x\nid: <|>\n', { path: ['id'], at: 'value', siblings: ['notes'] }],
  ['notes: "one\n  two: <|>"\n', { path: ['notes'], at: 'none' }],
  ['kind: "asset\nid: <|>\n', { path: ['id'], at: 'value' }],
  ['title: a: b\nty<|>\n', { path: [], at: 'key', prefix: 'ty', siblings: ['title'] }],
  ['contract: {x\n  from: <|>\n', { at: 'value' }],
  ['kind: asset\r\nid: <|>\r\n', { path: ['id'], at: 'value', replaced: '' }],
];

describe('cursorAt, seen', () => {
  for (const [marked, wanted] of spots) {
    it(JSON.stringify(marked), () => {
      const offset = marked.indexOf('<|>');
      const text = marked.replace('<|>', '');
      const { replaced, ...rest } = wanted;
      const cursor = cursorAt(text, offset);
      assert.deepEqual(Object.fromEntries(Object.keys(rest).map(name => [name, cursor[name as keyof Cursor]])), rest);
      if (replaced !== undefined) assert.equal(text.slice(cursor.replace.start, cursor.replace.end), replaced);
    });
  }
});
