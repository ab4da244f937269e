import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, spanAt } from '../../estate/record.ts';
import type { Audit } from '../../facts/audits.ts';
import { addDays, sayDay } from '../../model/day.ts';
import { example, schoolInUse, together } from '../examples.ts';
import type { Remark, Rule } from '../rule.ts';

/** Time to get a signature. */
const signWithin = 14;

const audit = (more: Readonly<Record<string, string>>) =>
  example('audit', 'AUD-01', 'Sample of the autumn', {
    method: 'sample',
    scope: 'sample',
    done: '2026-10-12',
    by: 'head',
    ...more,
  });

export const cfg016: Rule = {
  code: 'CFG-016',
  kind: 'audit',
  title: 'An audit is done by somebody else than the keeper of the list, and signed',
  why: 'Who keeps the list sees what it should say. And a result that nobody has signed, nobody has read.',
  bad: together(schoolInUse(), audit({})),
  good: together(schoolInUse(), audit({ signed_off: '{ by: head, on: 2026-10-20 }' })),
  cases: { unsigned: 'warning', keeper: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'audit')) return;
    yield* checkAuditor(record, estate);
    const { done, signed_off: signed } = record.values;
    const isSigned = signed?.on !== undefined || isWritten(record, 'signed_off.on') || isAnswered(record);
    if (done === undefined || isSigned || addDays(done, signWithin) >= estate.today(record.file)) return;
    yield {
      ...spanAt(record, ['done']),
      case: 'unsigned',
      message: `This was done on ${sayDay(done)}, and nobody has signed the result yet. Show it to the ICT owner and note under signed_off who signed, and when.`,
    };
  },
};

function isAnswered({ understood }: Audit): boolean {
  return understood.answers.has('signed_off');
}

function* checkAuditor(record: Audit, estate: Estate): Generator<Remark> {
  const keeper = estate.schoolOf(record.file)?.values.register_keeper;
  const { by } = record.values;
  if (keeper === undefined || by?.toLowerCase() !== keeper.toLowerCase()) return;
  yield {
    ...spanAt(record, ['by']),
    case: 'keeper',
    message: `${keeper} keeps the asset list, and has looked here whether it is right. Let somebody else walk round next time, or look at a few again with a second person.`,
  };
}
