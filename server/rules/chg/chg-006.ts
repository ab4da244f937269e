import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { inStandingWindow, isSet, sortOf, usersOf } from '../../facts/changes.ts';
import { schoolDaysOf } from '../../facts/school-days.ts';
import { dayOf, sayDay, type Day } from '../../model/day.ts';
import { count, listed } from '../../model/words.ts';
import { addKeys } from '../fix.ts';
import type { Remark, Rule } from '../rule.ts';
import { change } from './example.ts';

/** School days that users have to prepare for doing without something. */
const notice = 2;
const off = 'outage: { expected: yes, minutes: 40 }';
const agreed = '{ expected: yes, minutes: 40, agreed_with: [{ who: office, on: 2026-11-20 }] }';

export const chg006: Rule = {
  code: 'CHG-006',
  kind: 'rfc',
  title: 'Nothing is switched off without asking and telling those who use it',
  why: 'Forty minutes without the internet are nothing, when the lesson was planned without it – and a lost lesson when not.',
  bad: change({ outage: off.slice('outage: '.length) }),
  good: change({ outage: agreed, notice: '{ sent: 2026-11-25 }' }).replace('2026-11-25 }', '2026-11-23 }'),
  cases: { agreed: 'error', notice: 'error', late: 'warning' },
  *check(record, estate) {
    if (!isKind(record, 'rfc') || !switchesOff(record)) return;
    const deadline = deadlineOf(record, estate);
    const isTold = isWritten(record, 'notice.sent');
    const asked = notAsked(record, estate);
    if (asked) yield notAgreed(record, asked, isTold ? undefined : deadline, estate);
    else if (!isTold) yield notTold(record, deadline, estate);
    yield* toldLate(record, deadline);
  },
};

function switchesOff(record: RecordOf<'rfc'>): boolean {
  return sortOf(record) !== 'emergency' && isSet(record) && record.values.outage?.expected === true;
}

function* toldLate(record: RecordOf<'rfc'>, deadline: Day | undefined): Generator<Remark> {
  const sent = record.values.notice?.sent;
  if (sent === undefined || deadline === undefined || sent <= deadline) return;
  yield {
    ...spanAt(record, ['notice', 'sent']),
    case: 'late',
    message: `Users were told on ${sayDay(sent)}; two school days’ notice would have been ${sayDay(deadline)}. Ask those who cannot manage at such short notice, or choose a later time.`,
  };
}

/** The groups that have not agreed, by name where they are written; undefined where all have. */
function notAsked(record: RecordOf<'rfc'>, estate: Estate): readonly string[] | undefined {
  if (record.understood.answers.get('outage.agreed_with') === 'unknown' || inStandingWindow(record, estate))
    return undefined;
  const groups = record.values.outage?.agreed_with ?? [];
  if (groups.length === 0) return usersOf(record, estate);
  const open = groups.filter((one, i) => one.on === undefined && !isDateWritten(record, i));
  return open.length === 0 ? undefined : open.map(({ who }) => who ?? 'the group without a name');
}

/** A day that is written and cannot be read, or is unknown, may well be one. */
function isDateWritten(record: RecordOf<'rfc'>, i: number): boolean {
  return record.understood.answers.has(`outage.agreed_with.${i}.on`);
}

/** The last day on which users can be told in time. */
function deadlineOf(record: RecordOf<'rfc'>, estate: Estate): Day | undefined {
  const from = record.values.window?.from;
  return from === undefined
    ? undefined
    : schoolDaysOf(record.file, estate).before(dayOf(from, estate.zoneOf(record.file)), notice);
}

function notAgreed(
  record: RecordOf<'rfc'>,
  groups: readonly string[],
  deadline: Day | undefined,
  estate: Estate,
): Remark {
  const isDone = isOver(record);
  const some = (record.values.outage?.agreed_with ?? []).length > 0;
  const who = groups.length > 0 ? listed(groups) : 'the groups of users that it hits';
  const told = deadline === undefined || isDone ? '' : `; ${dueWords(deadline, record, estate)}`;
  return {
    ...spanAt(record, ['outage', some ? 'agreed_with' : 'expected']),
    case: 'agreed',
    message: `${whatIsOff(record, estate)}, and ${some ? `not everybody has` : 'nobody has'} agreed to it. ${isDone ? `Write under “Agreed with” when ${who} agreed, if they did` : `Ask ${who}${told}`}.`,
    fixes: () => (some ? [] : addKeys(record, ['outage.agreed_with'], 'Add the line agreed_with')),
  };
}

function notTold(record: RecordOf<'rfc'>, deadline: Day | undefined, estate: Estate): Remark {
  const due = deadline === undefined ? 'two school days’ notice are needed' : dueWords(deadline, record, estate);
  return {
    ...spanAt(record, ['notice']),
    case: 'notice',
    message: `${whatIsOff(record, estate)}, and users have not been told. ${isOver(record) ? 'Write when they were told, if they were' : `Write the notice; ${due}`}.`,
    fixes: () => addKeys(record, ['notice.sent'], 'Add the line sent'),
  };
}

function dueWords(deadline: Day, record: RecordOf<'rfc'>, estate: Estate): string {
  const today = estate.today(record.file);
  return deadline >= today
    ? `two school days’ notice are needed, so by ${sayDay(deadline)}`
    : `it is too late for two school days’ notice, which would have been ${sayDay(deadline)}`;
}

function isOver(record: RecordOf<'rfc'>): boolean {
  return ['implemented', 'closed'].includes(statusOf(record));
}

/** "Internet will be off for 40 minutes" */
function whatIsOff(record: RecordOf<'rfc'>, estate: Estate): string {
  const services = (record.values.services_affected ?? []).flatMap(id => estate.named(id, record.file)?.title ?? []);
  const what =
    services.length === 0 ? 'Something' : services.length > 3 ? `${services.length} services` : listed(services);
  const minutes = record.values.outage?.minutes;
  return `${what} ${isOver(record) ? (services.length > 1 ? 'were' : 'was') : 'will be'} off${minutes === undefined ? '' : ` for ${count(minutes, 'minute')}`}`;
}
