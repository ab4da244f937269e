import type { Estate } from '../../estate/estate.ts';
import { headingOf, isKind, spanAt } from '../../estate/record.ts';
import { hasServices } from '../../facts/begun.ts';
import { isLiveAsset } from '../../facts/dependencies.ts';
import { runningChecks } from '../../facts/effective-checks.ts';
import { tasksFor } from '../../facts/programme.ts';
import { schoolDaysOf } from '../../facts/school-days.ts';
import { daysBetween, sayDay } from '../../model/day.ts';
import { example } from '../examples.ts';
import { draftRecord } from '../new-record.ts';
import { isSchool, type Remark, type Rule } from '../rule.ts';

/** A month, and some days to get round to it. */
const mostDays = 35;

const task = (day: string, more: Readonly<Record<string, string>> = {}) =>
  example('maintenance_task', 'TSK-01', 'Unplug a cable and see whether the alert comes', {
    for_all: '{ type: switch }',
    frequency: 'half_termly',
    purpose: 'alert_test',
    performer: 'ict-owner',
    last_done: day,
    ...more,
  });

export const mon010: Rule = {
  code: 'MON-010',
  title: 'Somebody sees each month that an alert really arrives',
  why: 'An alarm that nobody has tried is a hope. Unplug a cable and wait for the message: that is all it takes.',
  bad: task('2026-10-15'),
  good: task('2026-10-20'),
  cases: { lapsed: 'warning', never: 'information' },
  *check(record, estate) {
    if (isKind(record, 'maintenance_task') && record.values.purpose === 'alert_test') {
      const [newest] = tasksFor('alert_test', record.file, estate);
      if (newest?.record === record) yield* lapsed(record.file, newest.day, estate, spanAt(record, ['last_done']));
    }
    if (isSchool(record, estate) && hasServices(record.file, estate)) yield* never(record, estate);
  },
};

function* lapsed(
  file: string,
  day: string | undefined,
  estate: Estate,
  span: { start: number; end: number },
): Generator<Remark> {
  const today = estate.today(file);
  // Nobody unplugs cables in an empty school.
  if (day === undefined || schoolDaysOf(file, estate).isHoliday(today) === true) return;
  const days = daysBetween(day, today);
  if (days <= mostDays) return;
  yield {
    ...span,
    case: 'lapsed',
    message: `The last alert test was on ${sayDay(day)}, ${days} days ago. Unplug something and see whether the message comes, or a real failure may go unnoticed.`,
  };
}

function* never(school: Parameters<typeof isSchool>[0], estate: Estate): Generator<Remark> {
  if (tasksFor('alert_test', school.file, estate).length > 0 || !isWatched(school.file, estate)) return;
  yield {
    ...headingOf(school),
    case: 'never',
    message:
      'Checks are set up, but nobody has planned to try whether an alert arrives. Plan it each month: unplug a cable, wait for the message, five minutes.',
    fixes: () => [
      {
        title: 'Plan a monthly alert test',
        edits: [],
        append: draftRecord('maintenance_task', 'Test that an alert really arrives', school, estate, {
          applies_to: [school.id],
          frequency: 'monthly',
          purpose: 'alert_test',
          performer: 'unknown',
        }),
      },
    ],
  };
}

/** Whether any check runs: what a policy asks for, or what a device, a network or a service says itself. */
function isWatched(file: string, estate: Estate): boolean {
  return (
    estate.ofKind('asset', file).some(one => isLiveAsset(one) && runningChecks(one, estate).length > 0) ||
    (['service', 'subnet', 'backup_job'] as const).some(kind =>
      estate.ofKind(kind, file).some(one => runningChecks(one, estate).length > 0),
    )
  );
}
