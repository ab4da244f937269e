import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { approvedBy, isIctOwner, isUnclear, type Answer } from '../../facts/approvals.ts';
import { sortOf } from '../../facts/changes.ts';
import { schoolDaysOf } from '../../facts/school-days.ts';
import { dayOf, sayDay, type Day } from '../../model/day.ts';
import type { Path } from '../../model/paths.ts';
import { listed } from '../../model/words.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { emergency } from './example.ts';
import { nameOfRole } from './words.ts';

const begun: readonly string[] = [
  'emergency_approved',
  'in_progress',
  'implemented',
  'retrospectively_approved',
  'closed',
];
/** School days within which an emergency is looked at calmly. */
const grace = 2;

export const chg008: Rule = {
  code: 'CHG-008',
  kind: 'rfc',
  title: 'An emergency is approved by telephone, and again afterwards',
  why: 'What cannot wait for the form still needs somebody’s yes. When all is calm again, it is looked at whether it was right.',
  bad: emergency({ approvals: '' }),
  good: emergency(),
  cases: { missing: 'error', details: 'error', by: 'error', retrospective: 'error', late: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'rfc') || sortOf(record) !== 'emergency' || !begun.includes(statusOf(record))) return;
    yield* before(record, estate);
    yield* afterwards(record, estate);
  },
};

function* before(record: RecordOf<'rfc'>, estate: Estate): Generator<Remark> {
  if (isUnclear(record, 'emergency')) return;
  const yes = approvedBy(record, 'emergency');
  if (!yes) {
    yield {
      ...spanAt(record, ['status']),
      case: 'missing',
      message:
        'This emergency has begun, and nobody is written down who said yes. Ring the ICT owner or the deputy, and note who agreed, when and how.',
    };
    return;
  }
  const lacks = detailsMissing(record, yes);
  if (lacks.length > 0) {
    yield {
      ...spanAt(record, yes.path),
      case: 'details',
      message: `This yes to an emergency does not say ${listed(lacks)}. Add it while it is still remembered, because the telephone leaves no other trace.`,
    };
  }
  if (isIctOwner(yes.by, record.file, estate) !== false) return;
  yield {
    ...spanAt(record, [...yes.path, 'by']),
    case: 'by',
    message: `${nameOfRole(yes.by, record.file, estate)} cannot say yes to an emergency. The ICT owner or the deputy must; ring one of them now.`,
  };
}

function detailsMissing(record: RecordOf<'rfc'>, { by, on, how, path }: Answer): string[] {
  const isUnknown = (key: string) => record.understood.answers.get([...path, key].join('.')) === 'unknown';
  return [
    ...(by === undefined && !isUnknown('by') ? ['who gave it'] : []),
    ...((on === undefined || on.length === 10) && !isUnknown('on') ? ['when (with the time)'] : []),
    ...(how === undefined && !isUnknown('how') ? ['how'] : []),
  ];
}

function* afterwards(record: RecordOf<'rfc'>, estate: Estate): Generator<Remark> {
  if (isUnclear(record, 'retrospective')) return;
  const zone = estate.zoneOf(record.file);
  const { implemented } = record.values;
  const done = implemented === undefined ? undefined : dayOf(implemented, zone);
  const deadline = done === undefined ? undefined : schoolDaysOf(record.file, estate).after(done, grace);
  const yes = approvedBy(record, 'retrospective');
  if (!yes) yield* notAfterwards(record, deadline, estate);
  else if (yes.on !== undefined) yield* tooLate(record, { given: dayOf(yes.on, zone), path: yes.path }, deadline);
}

function* notAfterwards(record: RecordOf<'rfc'>, deadline: Day | undefined, estate: Estate): Generator<Remark> {
  const isClaimed = ['retrospectively_approved', 'closed'].includes(statusOf(record));
  const isOver = deadline !== undefined && deadline < estate.today(record.file);
  if (!isClaimed && !isOver) return;
  const what =
    isClaimed || deadline === undefined
      ? 'Nobody has approved this emergency afterwards'
      : `This emergency was to be approved afterwards by ${sayDay(deadline)}, two school days after it was done`;
  yield {
    ...spanAt(record, ['status']),
    case: 'retrospective',
    message: `${what}. Let the ICT owner say whether it was right.`,
  };
}

function* tooLate(
  record: RecordOf<'rfc'>,
  { given, path }: { given: Day; path: Path },
  deadline: Day | undefined,
): Generator<Remark> {
  if (deadline === undefined || given <= deadline) return;
  yield {
    ...spanAt(record, [...path, 'on']),
    case: 'late',
    message: `This emergency was approved afterwards on ${sayDay(given)}; two school days would have been ${sayDay(deadline)}. Ask sooner next time, or correct the day if it was typed wrongly.`,
    related: [placeOf(record, spanAt(record, ['implemented']), 'Done on')],
  };
}
