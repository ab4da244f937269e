import { nameOf, spanAt } from '../../estate/record.ts';
import { toldFields } from '../../facts/summaries.ts';
import { dayOf, sayDay } from '../../model/day.ts';
import { example, together } from '../examples.ts';
import { setField } from '../fix.ts';
import { placeOf, type Rule } from '../rule.ts';

const task = (lastDone: string) =>
  together(
    example('maintenance_task', 'TSK-01', 'Clean the printers', {
      for_all: '{ type: printer }',
      frequency: 'monthly',
      performer: 'ict-owner',
      last_done: lastDone,
    }),
    example('maintenance_log', 'TLG-01', 'Printers cleaned', {
      task: 'TSK-01',
      date: '2026-11-12',
      result: 'done',
      by: 'ict-owner',
    }),
  );

export const gen024: Rule = {
  code: 'GEN-024',
  title: 'A day that sums up other records is the newest of them',
  why: 'When a record says “last done in October” and an entry says November, readers believe the wrong one of the two.',
  bad: task('2026-10-12'),
  good: task('2026-11-12'),
  cases: { old: 'warning' },
  *check(record, estate) {
    for (const { summary, newest } of toldFields(record, estate)) {
      const written = record.values[summary.field];
      if (typeof written !== 'string' || dayOf(written, estate.zoneOf(record.file)) >= newest.day) continue;
      yield {
        ...spanAt(record, [summary.field]),
        case: 'old',
        message: `${nameOf(newest.record)} says that this ${summary.happened} on ${sayDay(newest.day)}, later than written here. Take over that day.`,
        related: [placeOf(newest.record, spanAt(newest.record, [summary.from.day]), nameOf(newest.record))],
        fixes: () => setField(record, [summary.field], newest.day, `Change to ${newest.day}`),
      };
    }
  },
};
