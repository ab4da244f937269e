import { declarationOf } from '../../records/index.ts';
import { spanAt } from '../../estate/record.ts';
import { withArticle } from '../../model/words.ts';
import { wordFor } from './gen-003.ts';
import { placeOf, type Rule } from '../rule.ts';

export const gen004: Rule = {
  code: 'GEN-004',
  title: 'What a record names is of the right sort',
  why: 'A place where a supplier is asked for is a slip of the pen that would send someone to the wrong door.',
  bad: 'kind: location\nid: hall\ntitle: Hall\nparent: SUP-01\n---\nkind: supplier\nid: SUP-01\ntitle: Example Copiers\n',
  good: 'kind: location\nid: hall\ntitle: Hall\nparent: main\n---\nkind: location\nid: main\ntitle: Main block\n',
  cases: { kind: 'error' },
  *check(record, estate) {
    for (const use of record.understood.uses) {
      const found = estate.find(use.text, record.file);
      const [other] = found;
      if (!other || found.some(one => use.to.includes(one.kind) || !one.declaration)) continue;
      const is = declarationOf(other.kind)?.label.toLowerCase() ?? other.kind;
      yield {
        start: use.start,
        end: use.end,
        case: 'kind',
        message: `${other.id} is ${withArticle(is)} (“${other.title}”); here ${withArticle(wordFor(use))} is asked for.`,
        related: [placeOf(other, spanAt(other, ['id']), `${other.title}: ${is}`)],
      };
    }
  },
};
