import { isKind, spanAt } from '../../estate/record.ts';
import { addMonths, sayDay } from '../../model/day.ts';
import { example } from '../examples.ts';
import type { Rule } from '../rule.ts';

const licence = (counted: string) =>
  example('licence', 'LIC-01', 'Antivirus', {
    metric: 'device',
    bought: '100',
    installed: '96',
    counted,
    proof: 'PO-24-017',
  });

export const cfg011: Rule = {
  code: 'CFG-011',
  kind: 'licence',
  title: 'Licences are counted once a year',
  why: 'Devices come and go. A count of two years ago proves nothing, and hides what is paid for and not used.',
  bad: licence('2025-11-22'),
  good: licence('2025-11-23'),
  cases: { old: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'licence')) return;
    const { counted, metric, installed } = record.values;
    if (counted === undefined || metric === 'site' || installed === 0) return;
    if (addMonths(counted, 12) >= estate.today(record.file)) return;
    yield {
      ...spanAt(record, ['counted']),
      case: 'old',
      message: `These were last counted on ${sayDay(counted)}, more than a year ago. Count again, so that you know whether you have too few – or pay for too many.`,
    };
  },
};
