import type { Estate } from '../../estate/estate.ts';
import { headingOf, isKind, isWritten, spanAt, type RecordOf } from '../../estate/record.ts';
import { readDays } from '../../model/hours.ts';
import { example } from '../examples.ts';
import { addKeys } from '../fix.ts';
import type { Remark, Rule } from '../rule.ts';

const job = (schedule: string) =>
  example('job', 'JOB-01', 'Import of the class lists', {
    what: 'Brings the class lists into the directory',
    on: 'unknown',
    schedule,
    minutes: '30',
    owner: 'unknown',
  });

export const om007: Rule = {
  code: 'OM-007',
  kind: 'job',
  title: 'Work that computers do by themselves has an owner, works, and keeps out of lessons',
  why: 'What runs by itself also fails by itself, and nobody misses it until the result is needed.',
  bad: job('10:00 weekdays'),
  good: job('02:00 every day'),
  cases: { owner: 'information', fails: 'warning', lessons: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'job') || !record.id || !record.title) return;
    yield* withoutOwner(record);
    yield* failing(record);
    yield* inLessons(record, estate);
  },
};

function* withoutOwner(job: RecordOf<'job'>): Generator<Remark> {
  if (isWritten(job, 'owner')) return;
  yield {
    ...headingOf(job),
    case: 'owner',
    message: 'Nobody looks after this, so nobody notices when it stops. Name the role that is told.',
    fixes: () => addKeys(job, ['owner'], 'Add the line owner'),
  };
}

function* failing(job: RecordOf<'job'>): Generator<Remark> {
  const last = (job.values.last_results ?? []).slice(-2);
  if (last.length < 2 || last.some(run => run.result !== 'failed')) return;
  yield {
    ...spanAt(job, ['last_results', (job.values.last_results ?? []).length - 1]),
    case: 'fails',
    message: 'This has failed twice running. Find out why before others rest on what it did not do.',
  };
}

/** Only a schedule that reads as a time with days says something. */
function* inLessons(job: RecordOf<'job'>, estate: Estate): Generator<Remark> {
  const start = startOnSchoolDay(job.values.schedule ?? '');
  if (start === undefined) return;
  const { from = '08:00', to = '16:00' } = estate.schoolOf(job.file)?.values.working_day ?? {};
  const end = start + (job.values.minutes ?? 1);
  // A run that goes past midnight comes into the next morning.
  const hits = [0, 24 * 60].some(shift => start - shift < minutesOf(to) && end - shift > minutesOf(from));
  if (!hits) return;
  yield {
    ...spanAt(job, ['schedule']),
    case: 'lessons',
    message: `This runs while the school works, ${from} to ${to}, and slows down what people are doing. Let it run at night, or early in the morning.`,
  };
}

/** The minute of the day at which it starts, where one of its days is one from Monday to Friday. */
function startOnSchoolDay(schedule: string): number | undefined {
  const [, time = '', words = ''] = /^(\d\d:\d\d) (.+)$/.exec(schedule.trim().toLowerCase()) ?? [];
  const { days } = readDays(words) ?? {};
  return days && [0, 1, 2, 3, 4].some(day => days.has(day)) ? minutesOf(time) : undefined;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
