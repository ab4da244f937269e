import { isKind, spanAt, type RecordOf } from '../../estate/record.ts';
import { approvedBy, firstApproval, firstQuestions, isUnclear, type Answer } from '../../facts/approvals.ts';
import { sortOf } from '../../facts/changes.ts';
import { dayOf, sayDay, type Day } from '../../model/day.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { change } from './example.ts';

export const chg014: Rule = {
  code: 'CHG-014',
  kind: 'rfc',
  title: 'Nothing is bought before the change is approved',
  why: 'Approval is about the money, too. What is ordered already can no longer be refused.',
  bad: change({ purchase: '[{ what: Battery, ordered: 2026-11-02 }]' }),
  good: change({ purchase: '[{ what: Battery, ordered: 2026-11-03 }]' }),
  cases: { unapproved: 'error', early: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'rfc') || sortOf(record) !== 'normal') return;
    const stages = firstQuestions(record.file, estate);
    if (stages.some(stage => isUnclear(record, stage))) return;
    const zone = estate.zoneOf(record.file);
    const yes = firstApproval(record, stages, zone);
    // A yes without a day: nothing can be said of what came first.
    if (!yes && stages.some(stage => approvedBy(record, stage))) return;
    for (const [i, { what, ordered }] of (record.values.purchase ?? []).entries()) {
      const remark = ordered === undefined ? undefined : judge(record, { what, ordered }, yes, zone);
      if (remark) yield { ...spanAt(record, ['purchase', i, 'ordered']), ...remark };
    }
  },
};

function judge(
  record: RecordOf<'rfc'>,
  { what, ordered }: { what: string | undefined; ordered: Day },
  yes: Answer | undefined,
  zone: string,
): Omit<Remark, 'start' | 'end'> | undefined {
  const thing = `${what === undefined ? 'This' : `“${what}”`} was ordered on ${sayDay(ordered)}`;
  if (yes?.on === undefined)
    return {
      case: 'unapproved',
      message: `${thing}, but nobody has approved the change. Ask the ICT owner now, and stop the order if it can still be stopped.`,
    };
  const given = dayOf(yes.on, zone);
  if (ordered >= given) return undefined;
  return {
    case: 'early',
    message: `${thing}, before the change was approved on ${sayDay(given)}. Tell the ICT owner, or correct the day.`,
    related: [placeOf(record, spanAt(record, [...yes.path, 'on']), 'Approved on')],
  };
}
