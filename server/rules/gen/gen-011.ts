import { isRetired, nameOf, spanAt, statusOf, type RecordEntry } from '../../estate/record.ts';
import type { ChoiceField } from '../../model/field.ts';
import { sentenceCase } from '../../model/words.ts';
import { restsOnDevice } from '../cfg/cfg-022.ts';
import { placeOf, type Rule } from '../rule.ts';

export const gen011: Rule = {
  code: 'GEN-011',
  title: 'What is in use does not rest on what is gone',
  why: 'A live service that still names a retired server either runs on something nobody looks after, or its record is out of date.',
  bad: 'kind: service\nid: SVC-01\ntitle: Printing\nstatus: proposed\ndepends_on: [PRN-01]\n---\nkind: asset\nid: PRN-01\ntitle: Printer\ntype: printer\nstatus: disposed\nlocation: unknown\n',
  good: 'kind: service\nid: SVC-01\ntitle: Printing\nstatus: proposed\ndepends_on: [PRN-01]\n---\nkind: asset\nid: PRN-01\ntitle: Printer\ntype: printer\nlocation: unknown\n',
  cases: { retired: 'warning' },
  *check(record, estate) {
    if (isPast(record)) return;
    for (const use of record.understood.uses) {
      const other = use.life === 'live' ? estate.named(use.text, record.file) : undefined;
      // A service, a cable or a backup on a device that is gone is worse: CFG-022 says so.
      if (!other || !isRetired(other) || (other.kind === 'asset' && restsOnDevice(record, use))) continue;
      const status = statusWord(other);
      yield {
        start: use.start,
        end: use.end,
        case: 'retired',
        message: `${sentenceCase(nameOf(other))} is ${status}. Name what has taken its place, or leave it out.`,
        related: [placeOf(other, spanAt(other, ['status']), `${other.id}: ${status}`)],
      };
    }
  },
};

/** A thing that is gone, or a record that only tells what was, may name what is gone. */
function isPast(record: RecordEntry): boolean {
  return isRetired(record) || (record.declaration?.life?.history?.includes(statusOf(record)) ?? false);
}

function statusWord(record: RecordEntry): string {
  const field = record.declaration?.fields['status'] as ChoiceField | undefined;
  return (field?.choices[statusOf(record)] ?? statusOf(record)).toLowerCase();
}
