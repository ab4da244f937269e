import { isKind, spanAt } from '../../estate/record.ts';
import { isOpen } from '../../facts/dependencies.ts';
import { isPotential, priorityOf } from '../../facts/problems.ts';
import { sayDay } from '../../model/day.ts';
import { placeOf, type Rule } from '../rule.ts';

const filling = (target: string) =>
  `kind: problem\nid: PRB-2026-015\ntitle: The shared files will fill their disk\nassets: unknown\nimpact: whole_school\nkind_of: potential\nforecast_date: 2027-01-15\ntarget_date: ${target}\n`;

export const prb013: Rule = {
  code: 'PRB-013',
  kind: 'problem',
  title: 'What will strike is solved before it does',
  why: 'To see a trouble coming is of use only when it is averted in time.',
  bad: filling('2027-02-12'),
  good: filling('2027-01-08'),
  cases: { late: 'warning' },
  *check(record) {
    if (!isKind(record, 'problem') || !isOpen(record) || !isPotential(record)) return;
    const { target_date: target, forecast_date: forecast } = record.values;
    if (!['high', 'critical'].includes(priorityOf(record) ?? '')) return;
    if (target === undefined || forecast === undefined || forecast >= target) return;
    yield {
      ...spanAt(record, ['target_date']),
      case: 'late',
      message: `This is expected to strike on ${sayDay(forecast)}, but is to be solved by ${sayDay(target)} only. Bring the day forward, or find a way to put off what is coming.`,
      related: [placeOf(record, spanAt(record, ['forecast_date']), 'When it will strike')],
    };
  },
};
