import { isKind, spanAt, type RecordOf } from '../../estate/record.ts';
import { answersOf, type Answer } from '../../facts/approvals.ts';
import { placeOf, type Rule } from '../rule.ts';
import { change } from './example.ts';
import { nameOfRole } from './words.ts';

export const chg003: Rule = {
  code: 'CHG-003',
  kind: 'rfc',
  title: 'Nobody approves a change of their own',
  why: 'Two people see more than one: whoever wants a change, or does it, looks past what may go wrong.',
  bad: change({ originator: 'ict-owner' }),
  good: change(),
  cases: { originator: 'error', implementer: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'rfc')) return;
    for (const answer of answersOf(record)) {
      const own = answer.decision === 'approved' ? ownPart(record, answer) : undefined;
      if (own === undefined) continue;
      const name = nameOfRole(answer.by, record.file, estate);
      const [did, done] =
        answer.stage === 'peer_review' ? ['looked over the plan', 'look it over'] : ['approved it', 'say yes'];
      yield {
        ...spanAt(record, [...answer.path, 'by']),
        case: own,
        message: `${name} ${own === 'originator' ? 'asked for this change' : 'does this change'} and also ${did}. Somebody else must ${done}, so that two have thought about it.`,
        related: [placeOf(record, spanAt(record, [own]), own === 'originator' ? 'Who asked for it' : 'Who does it')],
      };
    }
  },
};

/** Which part of the change the one who said yes has, too. A second pair of eyes may well be those that do it. */
function ownPart({ values }: RecordOf<'rfc'>, { by, stage }: Answer): 'originator' | 'implementer' | undefined {
  const isBy = (id: string | undefined) => by !== undefined && id?.toLowerCase() === by.toLowerCase();
  if (isBy(values.originator)) return 'originator';
  return stage !== 'peer_review' && isBy(values.implementer) ? 'implementer' : undefined;
}
