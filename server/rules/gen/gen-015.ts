import { inSentence, listed } from '../../model/words.ts';
import { needsRule } from '../needs.ts';
import type { Rule } from '../rule.ts';

const ofTheRecord = needsRule({
  code: 'GEN-015',
  title: 'What the present step asks for is there',
  why: 'Each step rests on something: a problem that is being worked on has someone who works on it, a live service has someone to ask.',
  bad: 'kind: subnet\nid: staff\ntitle: Staff network\n',
  good: 'kind: subnet\nid: staff\ntitle: Staff network\ncidr: 192.168.10.0/24\n',
});

export const gen015: Rule = {
  ...ofTheRecord,
  cases: { ...ofTheRecord.cases, part: 'error' },
  *check(record, estate) {
    yield* ofTheRecord.check(record, estate);
    for (const { start, end, label, missing } of record.understood.incomplete) {
      const what = listed(missing.map(one => `“${one}”`));
      const message = `${label} means nothing without ${what}. Add it, or take the whole ${inSentence(label)} out.`;
      yield { start, end, case: 'part', message };
    }
  },
};
