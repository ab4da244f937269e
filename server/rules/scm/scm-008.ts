import type { Estate } from '../../estate/estate.ts';
import { isKind, nameOf, spanAt, statusOf, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import { currentPlan } from '../../facts/recovery-plan.ts';
import { newestRehearsal } from '../../facts/recovery.ts';
import { addMonths, dayOf, daysBetween, sayDay, type Day } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { plan } from './example.ts';

export const scm008: Rule = {
  code: 'SCM-008',
  kind: 'dr_plan',
  title: 'The recovery plan is tried out each year, and after every great change',
  why: 'Only a rehearsal shows what is missing from a plan: the key that nobody has, the step that takes a day.',
  bad: plan({ last_test: '2025-10-16' }),
  good: plan({ last_test: '2026-06-30' }),
  cases: { never: 'information', old: 'error', review: 'warning', changed: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'dr_plan') || currentPlan(record.file, estate) !== record) return;
    const today = estate.today(record.file);
    const { review_due: review } = record.values;
    const last = newestRehearsal(record, estate);
    if (last) yield* sinceThen(record, last, estate);
    else yield* never(record, today);
    if (review === undefined || review >= today) return;
    yield {
      ...spanAt(record, ['review_due']),
      case: 'review',
      message: `This plan should have been gone over by ${sayDay(review)}, ${count(daysBetween(review, today), 'day')} ago. Read it with the ICT owner, correct names and numbers, and have it approved again.`,
    };
  },
};

function* never(plan: RecordOf<'dr_plan'>, today: Day): Generator<Remark> {
  const { approved } = plan.values;
  if (plan.understood.answers.has('last_test')) return;
  const isOld = approved !== undefined && addMonths(approved, 12) < today;
  yield {
    ...spanAt(plan, ['status']),
    case: isOld ? 'old' : 'never',
    message: isOld
      ? `This plan was approved on ${sayDay(approved)} and has never been tried out. Talk it through at a table: an hour, and the gaps show.`
      : 'Nobody has tried this plan out yet. Talk it through at a table within its first year: an hour, and the gaps show.',
  };
}

type Last = NonNullable<ReturnType<typeof newestRehearsal>>;

function* sinceThen(plan: RecordOf<'dr_plan'>, { on, record }: Last, estate: Estate): Generator<Remark> {
  const related = record ? [placeOf(record, spanAt(record, ['done']), `The newest rehearsal: ${sayDay(on)}`)] : [];
  const span = spanAt(plan, ['last_test']);
  if (addMonths(on, 12) < estate.today(plan.file)) {
    const message = `This plan was last tried out on ${sayDay(on)}, more than a year ago. Talk it through at a table: an hour, and the gaps show.`;
    yield { ...span, case: 'old', message, related };
    return;
  }
  const change = changedSince(plan, on, estate);
  if (!change) return;
  yield {
    ...span,
    case: 'changed',
    message: `Since this plan was last tried out on ${sayDay(on)}, ${nameOf(change)} has changed what it rests on. Go through the steps that it touches.`,
    related: [...related, placeOf(change, spanAt(change, ['implemented']), change.title)],
  };
}

/** A great change, done after the day, of something that the plan rests on. */
function changedSince(plan: RecordOf<'dr_plan'>, day: Day, estate: Estate): RecordEntry | undefined {
  const zone = estate.zoneOf(plan.file);
  return (plan.values.assets ?? [])
    .flatMap(id => estate.naming(id, plan.file).filter(one => isMajor(one, id)))
    .find(({ values: { implemented } }) => typeof implemented === 'string' && dayOf(implemented, zone) > day);
}

function isMajor(record: RecordEntry, id: string): boolean {
  if (!isKind(record, 'rfc') || record.values.category !== 'major') return false;
  const isDone = ['implemented', 'closed'].includes(statusOf(record));
  return isDone && (record.values.items ?? []).some(item => item.toLowerCase() === id.toLowerCase());
}
