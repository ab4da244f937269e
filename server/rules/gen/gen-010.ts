import { secretKeys } from './gen-006.ts';
import type { StrangeKey } from '../../estate/interpret.ts';
import type { RecordEntry } from '../../estate/record.ts';
import { nearest, plainForm, sentenceCase, withArticle } from '../../model/words.ts';
import { replace } from '../fix.ts';
import type { Rule } from '../rule.ts';

export const gen010: Rule = {
  code: 'GEN-010',
  title: 'Every line is one that this kind of record has',
  why: 'A line that nothing reads is a thing written down in vain; mostly it is a known one misspelt.',
  bad: 'kind: location\nid: hall\ntitle: Hall\nbuildign: Main block\n',
  good: 'kind: location\nid: hall\ntitle: Hall\nbuilding: Main block\n',
  cases: { misspelt: 'information', unknown: 'information' },
  *check(record) {
    for (const strange of record.understood.strange) {
      if (secretKeys.test(strange.key)) continue; // GEN-006 speaks there
      const meant = meantKey(strange);
      const label = (record.declaration?.label ?? 'record').toLowerCase();
      const where = strange.path.length > 1 ? 'This part' : sentenceCase(withArticle(label));
      const message = meant
        ? `${where} has no “${strange.key}”. Did you mean ${meant}?`
        : `${where} has no “${strange.key}”, so nothing reads this line. What does not fit elsewhere can go into the notes.`;
      yield {
        start: strange.start,
        end: strange.end,
        case: meant ? 'misspelt' : 'unknown',
        message,
        fixes: () => (meant ? [replace(strange, meant, `Change to ${meant}`, true)] : []),
      };
    }
  },
};

/** The field that a strange key probably is: one that is not written yet. */
function meantKey(strange: StrangeKey): string | undefined {
  const written = plainForm(strange.key);
  const same = strange.free.find(key => plainForm(key) === written);
  // `cost` is meant for `cost_gbp` rather than for any word that is merely near.
  const longer = written.length > 2 ? strange.free.find(key => key.startsWith(`${written}_`)) : undefined;
  return same ?? longer ?? nearest(written, strange.free);
}

/** Fields that are there under a misspelt name: not missing, only misspelt (precise.md, GEN-010). */
export function misspeltFields(record: RecordEntry): ReadonlySet<string> {
  const fields = record.understood.strange.map(strange => {
    const meant = meantKey(strange);
    return meant === undefined ? '' : [...strange.path.slice(0, -1), meant].join('.');
  });
  return new Set(fields);
}
