import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { quoteFor } from '../../../server/yaml/quote.ts';
import { readRecord } from '../../../server/yaml/read-record.ts';
import type { Node } from '../../../server/yaml/node.ts';
import { anyText, madeRecord } from './arbitrary-record.ts';
import { plainValue } from './plain-value.ts';

function nodesOf(node: Node | null): Node[] {
  if (!node) return [];
  if (node.type === 'scalar') return [node];
  const inner = node.type === 'list' ? node.items : node.entries.flatMap(entry => [entry.key, entry.value]);
  return [node, ...inner.flatMap(nodesOf)];
}

describe('readRecord', () => {
  it('reads every correct record without a slip, as what it holds', () => {
    fc.assert(
      fc.property(madeRecord, ({ text, model }) => {
        const read = readRecord(text);
        assert.deepEqual(read.slips, []);
        assert.deepEqual(plainValue(read.root), model);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives each plain text its own place', () => {
    fc.assert(
      fc.property(madeRecord, ({ text }) => {
        for (const node of nodesOf(readRecord(text).root)) {
          assert.ok(node.start >= 0 && node.start <= node.end && node.end <= text.length);
          if (node.type === 'scalar' && node.style === 'plain')
            assert.equal(text.slice(node.start, node.end), node.text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('writes texts that YAML 1.1 and 1.2 both read back as written', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.stringMatching(/^[-+]?[0-9:._eExoyYnN~-]{1,8}$/)),
        fc.constantFrom('plain', 'single', 'double'),
        fc.boolean(),
        (text, style, flow) => {
          const written = quoteFor(text, style, flow);
          const line = flow ? `k: [${written}]\n` : `k: ${written}\n`;
          const again = plainValue(readRecord(line).root);
          assert.deepEqual(again, { k: flow ? [text] : text });
          for (const version of ['1.1', '1.2'] as const) {
            const value: unknown = parseDocument(line, { version }).getIn(flow ? ['k', 0] : ['k']);
            const shown = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
            assert.equal(shown, text);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('keeps typed values plain', () => {
    for (const text of [
      '42',
      '-5',
      '12.5',
      '2026-11-23',
      'true',
      'AST-0012',
      'in_use',
      '192.0.2.1',
      'SW-06 in the hall',
    ])
      assert.equal(quoteFor(text), text);
    for (const text of [
      'no',
      'Yes',
      'null',
      '~',
      '1.10',
      '007',
      '12:30',
      '1e3',
      '',
      ' a',
      'a: b',
      'a #b',
      '@x',
      '- a',
      '“a”',
    ])
      assert.equal(quoteFor(text), JSON.stringify(text));
  });

  it('reads ignore comments with and without a reason, where they reach', () => {
    const text = [
      '# fits-ignore-file GEN-003: imported',
      '# fits-ignore CFG-001, CFG-002: two boxes, one number',
      'kind: asset',
      'id: A # fits-ignore GEN-014: old tag',
      '# fits-ignore GEN-003',
      '# about the place',
      'location: X',
      'notes: |',
      '  # fits-ignore GEN-001: inside a block',
      'title: "# fits-ignore GEN-001: in quotes"',
    ].join('\n');
    const found = readRecord(text).ignores.map(one => [one.codes, one.reason, one.reach, one.line]);
    assert.deepEqual(found, [
      [['GEN-003'], 'imported', 'file', 2],
      [['CFG-001', 'CFG-002'], 'two boxes, one number', 'record', 2],
      [['GEN-014'], 'old tag', 'line', 3],
      [['GEN-003'], '', 'line', 6],
    ]);
    assert.equal(readRecord('# fits-ignore-file GEN-003: x\n').ignores[0]?.reach, 'file');
  });

  it('is silent on what is empty', () => {
    for (const text of ['', '\n', '# only a comment\n', '   \r\n', '\uFEFF'])
      assert.deepEqual(readRecord(text), { root: null, slips: [], ignores: [] });
  });
});
