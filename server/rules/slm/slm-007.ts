import { isKind, nameOf, spanAt } from '../../estate/record.ts';
import { isLiveService, isOpen } from '../../facts/dependencies.ts';
import { daysBetween, sayDay } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import { liveService, together } from '../examples.ts';
import { draftRecord } from '../new-record.ts';
import { placeOf, type Rule } from '../rule.ts';

/** Days before the end in which somebody must have begun to look for what comes next, where the contract asks for no more. */
const usual = 90;

const line = liveService('SVC-01', 'Internet', { supplier: 'SUP-01' });
const firm = (to: string) =>
  `kind: supplier\nid: SUP-01\ntitle: Example Internet\nsupport_phone: 01632 960001\ncontract: { to: ${to} }\n`;

export const slm007: Rule = {
  code: 'SLM-007',
  kind: 'service',
  title: 'Before a contract ends, somebody has asked for what follows',
  why: 'A new contract takes weeks: offers, approval, the day of the move. Without one the service stops, or goes on at any price.',
  bad: together(line, firm('2027-01-31')),
  good: together(line, firm('2096-01-31')),
  cases: { ends: 'warning' },
  *check(record, estate) {
    if (!isLiveService(record)) return;
    const supplier = estate.named(record.values.supplier, record.file);
    if (!isKind(supplier, 'supplier')) return;
    const { to, notice_days: notice = 0 } = supplier.values.contract ?? {};
    if (to === undefined) return;
    const left = daysBetween(estate.today(record.file), to);
    if (left < 0 || left > Math.max(notice, usual)) return; // of one that has ended CFG-021 speaks
    const asked = [record.id, supplier.id].flatMap(id => (id ? estate.naming(id, record.file) : []));
    if (asked.some(one => isKind(one, 'rfc') && isOpen(one))) return;
    const request = draftRecord('rfc', `New contract for ${record.title}`, record, estate, {
      items: [record.id],
      reason: `The contract with ${supplier.title} ends on ${sayDay(to)}.`,
    });
    yield {
      ...spanAt(record, ['supplier']),
      case: 'ends',
      message: `The contract with ${nameOf(supplier)} ends on ${sayDay(to)}, in ${count(left, 'day')}, and nobody has asked for what follows. Start a request, so that this does not stop or go on at any price.`,
      related: [placeOf(supplier, spanAt(supplier, ['contract', 'to']), `Ends on ${sayDay(to)}`)],
      fixes: () => (record.id ? [{ title: 'Start a request for change', edits: [], append: request }] : []),
    };
  },
};
