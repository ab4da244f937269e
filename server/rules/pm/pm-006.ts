import { headingOf, isKind, nameOf, spanAt } from '../../estate/record.ts';
import { isActiveTask, servicingOf } from '../../facts/servicing.ts';
import type { Told } from '../../facts/newest.ts';
import { sayDay } from '../../model/day.ts';
import { placeOf, type Rule } from '../rule.ts';

const task =
  'kind: maintenance_task\nid: TSK-01\ntitle: Clean the printers\nfor_all: { type: printer }\nfrequency: monthly\nperformer: ict-owner\n';
const entry = (n: string, result: string) =>
  `---\nkind: maintenance_log\nid: TLG-0${n}\ntitle: Printers\ntask: TSK-01\ndate: 2026-1${n}-05\nby: ict-owner\n${result}\n`;
const skipped = 'result: skipped\nskipped_reason: No time.';

export const pm006: Rule = {
  code: 'PM-006',
  kind: 'maintenance_task',
  title: 'Servicing is not left out twice running',
  why: 'Once is chance, twice is the end of the habit: then the task asks for too much, or nobody has the time for it.',
  bad: task + entry('0', skipped) + entry('1', skipped),
  good: task + entry('0', skipped) + entry('1', 'result: done'),
  cases: { twice: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'maintenance_task') || !isActiveTask(record)) return;
    const [last, before] = servicingOf(record, estate).log;
    if (!last || !before || !wasSkipped(last) || !wasSkipped(before)) return;
    yield {
      ...headingOf(record),
      case: 'twice',
      message: `This was left out twice running, on ${sayDay(before.day)} and ${sayDay(last.day)}. Do it next time, make it rarer, or give it to somebody who has the time.`,
      related: [last, before].map(({ record: log, day }) =>
        placeOf(log, spanAt(log, ['result']), `${nameOf(log)}: left out on ${sayDay(day)}`),
      ),
    };
  },
};

/** Left out; moved to another day is not left out. */
function wasSkipped({ record }: Told): boolean {
  return (
    isKind(record, 'maintenance_log') && record.values.result === 'skipped' && record.values.moved_to === undefined
  );
}
