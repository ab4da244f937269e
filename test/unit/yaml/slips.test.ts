import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../server/model/text-edit.ts';
import { readRecord } from '../../../server/yaml/read-record.ts';
import { splitSegments } from '../../../server/yaml/segments.ts';
import { slipTexts } from '../../../server/yaml/slip-texts.data.ts';
import { syntaxMessages } from '../../../server/yaml/syntax-messages.data.ts';
import { plainValue } from './plain-value.ts';
import { cleanTexts, slipCases } from './slips.data.ts';

describe('slips people really make', () => {
  for (const one of slipCases) {
    it(one.name, () => {
      const read = readRecord(one.text);
      assert.deepEqual(
        read.slips.map(slip => [slip.reason, one.text.slice(slip.start, slip.end)]),
        one.slips,
      );
      assert.equal(read.slips[0]?.code, one.code ?? 'GEN-012');
      assert.equal(read.slips[0].severity, one.severity ?? 'error');
      assert.deepEqual(
        read.slips[0].fixes.map(fix => fix.title),
        one.fixes,
      );
      assert.deepEqual(plainValue(read.root), one.meant);
      if (one.fixed === undefined) return;
      const fixed = applyEdits(
        one.text,
        read.slips.flatMap(slip => slip.fixes[0]?.edits ?? []),
      );
      assert.equal(fixed, one.fixed);
      const first = splitSegments(fixed)[0]?.text ?? '';
      if (!one.name.startsWith('two slips')) assert.deepEqual(readRecord(first).slips, []);
      assert.deepEqual(plainValue(readRecord(first).root), one.meant);
    });
  }
});

describe('records that only look wrong', () => {
  for (const [text, meant] of cleanTexts) {
    it(JSON.stringify(text.slice(0, 60)), () => {
      const read = readRecord(text);
      assert.deepEqual(read.slips, []);
      assert.deepEqual(plainValue(read.root), meant);
    });
  }
});

describe('every fix of every slip', () => {
  for (const one of slipCases) {
    it(`leaves a record that reads without that slip: ${one.name}`, () => {
      // Of what is said once a record, the next place is said when the first is mended.
      for (const slip of readRecord(one.text).slips.filter(
        known => !/^(?:anchor|alias)$/.test(known.reason) || one.slips.length === 1,
      )) {
        for (const fix of slip.fixes) {
          const segments = splitSegments(applyEdits(one.text, fix.edits));
          const left = segments.flatMap(segment => readRecord(segment.text).slips);
          const same = left.filter(other => other.reason === slip.reason).length;
          const before = readRecord(one.text).slips.filter(other => other.reason === slip.reason).length;
          assert.ok(same < before, `${fix.title}: ${JSON.stringify(left.map(other => other.reason))}`);
        }
      }
    });
  }
});

it('speaks plainly', () => {
  const said = [
    ...Object.values(syntaxMessages).map(entry => entry.message),
    ...Object.values(slipTexts).map(entry => entry.message('Printer')),
  ];
  for (const message of said) {
    assert.doesNotMatch(message, /mandatory|invalid|reference|enum|\bnode|token|mapping|scalar|\bnull\b/i);
    assert.match(message, /[.]$/);
    assert.ok((message.match(/[.!?](?=\s|$)/g) ?? []).length <= 2, message);
  }
});
