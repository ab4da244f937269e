import { isKind, nameOf, spanAt } from '../../estate/record.ts';
import { isActiveTask } from '../../facts/servicing.ts';
import { sayDay } from '../../model/day.ts';
import { placeOf, type Rule } from '../rule.ts';

const example = (to: string) =>
  `kind: maintenance_task\nid: TSK-01\ntitle: Clean the printers\nfor_all: { type: printer }\nfrequency: half_termly\nperformer: SUP-PRN\nlast_done: 2026-10-27\n---\nkind: supplier\nid: SUP-PRN\ntitle: Copiers Ltd\ncontract: { to: ${to} }\nprovides: [PRN-01]\n---\nkind: asset\nid: PRN-01\ntitle: Printer\ntype: printer\nlocation: unknown\n`;

export const pm008: Rule = {
  code: 'PM-008',
  kind: 'maintenance_task',
  title: 'A supplier services only while its contract runs',
  why: 'After the contract nobody comes – and nobody notices, because the plan still says that somebody does.',
  bad: example('2026-07-31'),
  good: example('2096-07-31'),
  cases: { ended: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'maintenance_task') || !isActiveTask(record)) return;
    const supplier = estate.named(record.values.performer, record.file);
    if (!isKind(supplier, 'supplier')) return;
    const end = supplier.values.contract?.to;
    if (end === undefined || end >= estate.today(record.file)) return;
    yield {
      ...spanAt(record, ['performer']),
      case: 'ended',
      message: `The contract with ${nameOf(supplier)} ended on ${sayDay(end)}, so nobody does this any more. Renew it, or name who does it now.`,
      related: [placeOf(supplier, spanAt(supplier, ['contract', 'to']), `${supplier.id}: ended on ${sayDay(end)}`)],
    };
  },
};
