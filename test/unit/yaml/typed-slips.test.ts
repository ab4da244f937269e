import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsIn, runSlip } from '../../../scripts/slips.ts';
import { typedSlips } from '../../../scripts/slips.data.ts';

describe('what people really type', () => {
  for (const typed of typedSlips)
    it(typed.slip, () => {
      const { findings, after } = runSlip(typed);
      if (typed.becomes === undefined) {
        assert.deepEqual(findings, []);
        return;
      }
      // One slip is one finding, in a sentence or two, with a fix that keeps what was meant.
      assert.equal(findings.length, 1, findings.map(({ message }) => message).join('\n'));
      const [finding] = findings;
      assert.ok(finding && finding.fixes.length > 0);
      assert.equal(
        finding.fixes.filter(({ preferred }) => preferred).length,
        typed.asks || /pasted/.test(typed.slip) ? 0 : 1,
      );
      assert.ok(after.split('\n').includes(typed.becomes), after);
      assert.deepEqual(findingsIn(after).findings, []);
      const words = (text: string) => text.match(/[A-Za-z]{2,}/g) ?? [];
      for (const word of words(typed.text)) assert.ok(after.includes(word), `“${word}” is lost`);
    });
});
