import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, nameOf, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { sayDay } from '../../model/day.ts';
import { example, together } from '../examples.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { plan } from './example.ts';

const firm = (lines: Readonly<Record<string, string>>) => example('supplier', 'SUP-01', 'Example Networks', lines);
const contacts = '\n  - { who: Example Networks, supplier: SUP-01 }';

export const scm016: Rule = {
  code: 'SCM-016',
  kind: 'dr_plan',
  title: 'Whoever is to be rung can be rung',
  why: 'The list of numbers is read when the computer that holds the numbers is off.',
  bad: together(plan({ contacts }), firm({})),
  good: together(plan({ contacts }), firm({ support_phone: '01632 960001' })),
  cases: { telephone: 'warning', ended: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'dr_plan') || statusOf(record) !== 'approved') return;
    for (const [i, contact] of (record.values.contacts ?? []).entries()) {
      const supplier = estate.named(contact.supplier, record.file);
      const known = isKind(supplier, 'supplier') ? supplier : undefined;
      const who = contact.who ?? (known ? nameOf(known) : undefined);
      if (who !== undefined) yield* withoutNumber(record, i, who, known);
      if (known) yield* ended(record, i, known, estate);
    }
  },
};

function* withoutNumber(
  plan: RecordOf<'dr_plan'>,
  i: number,
  who: string,
  supplier: RecordOf<'supplier'> | undefined,
): Generator<Remark> {
  const written = ['telephone', 'place_of_number'].some(field => isWritten(plan, ['contacts', i, field]));
  if (written || (supplier && isWritten(supplier, 'support_phone'))) return;
  yield {
    ...spanAt(plan, ['contacts', i]),
    case: 'telephone',
    message: `${who} is to be rung, but no number stands here. Write the telephone number, or where it is kept on paper.`,
  };
}

function* ended(
  plan: RecordOf<'dr_plan'>,
  i: number,
  supplier: RecordOf<'supplier'>,
  estate: Estate,
): Generator<Remark> {
  const to = supplier.values.contract?.to;
  if (to === undefined || to >= estate.today(plan.file)) return;
  yield {
    ...spanAt(plan, ['contacts', i, 'supplier']),
    case: 'ended',
    message: `The contract with ${nameOf(supplier)} ended on ${sayDay(to)}, so in an emergency they need not come. Name who does now.`,
    related: [placeOf(supplier, spanAt(supplier, ['contract', 'to']), `Ended on ${sayDay(to)}`)],
  };
}
