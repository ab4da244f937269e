import { isKind, spanAt } from '../../estate/record.ts';
import { daysBetween, sayDay } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

const soon = 60;

export const cfg010: Rule = {
  code: 'CFG-010',
  kind: 'licence',
  title: 'No licence runs out unnoticed',
  why: 'When a licence ends the software stops, or is used without right.',
  bad: 'kind: licence\nid: LIC-08\ntitle: Backup software\nbought: 2\ninstalled: 2\nuntil: 2020-12-13\nproof: PO-1\n',
  good: 'kind: licence\nid: LIC-08\ntitle: Backup software\nbought: 2\ninstalled: 2\nuntil: 2096-12-13\nproof: PO-1\n',
  cases: { ended: 'error', soon: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'licence') || record.values.until === undefined) return;
    const { until, installed = 0 } = record.values;
    const left = daysBetween(estate.today(record.file), until);
    const span = spanAt(record, ['until']);
    if (left < 0 && installed > 0) {
      yield {
        ...span,
        case: 'ended',
        message: `This licence ended on ${sayDay(until)} and ${installed === 1 ? 'one is' : `${installed} are`} still installed. Renew it, or remove them.`,
      };
    } else if (left >= 0 && left <= soon) {
      yield {
        ...span,
        case: 'soon',
        message: `This licence ends on ${sayDay(until)}, in ${count(left, 'day')}. Renew it, or plan what takes its place.`,
      };
    }
  },
};
