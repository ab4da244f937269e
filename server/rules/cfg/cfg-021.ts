import type { Estate } from '../../estate/estate.ts';
import { isKind, isRetired, spanAt, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import { isLiveAsset, isLiveService } from '../../facts/dependencies.ts';
import { isActiveTask } from '../../facts/servicing.ts';
import { addDays, daysBetween, sayDay } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import { device, example, together } from '../examples.ts';
import type { Remark, Rule } from '../rule.ts';

/** So many days before the last day for notice there is time to ask what others would cost. */
const soon = 30;

const school = (contract: string) =>
  together(
    example('supplier', 'SUP-ISP', 'Line and firewall', { contract }),
    device('FW-01', 'Firewall', 'firewall', { owned: 'no', supplier: 'SUP-ISP' }),
  );

export const cfg021: Rule = {
  code: 'CFG-021',
  kind: 'supplier',
  title: 'No contract ends, or renews itself, unnoticed',
  why: 'Notice not given in time is another year to pay; a contract that has ended is a supplier who need not come.',
  bad: school('{ to: 2027-01-31, notice_days: 90 }'),
  good: school('{ to: 2027-03-31, notice_days: 90 }'),
  cases: { ended: 'error', notice: 'warning', soon: 'information' },
  *check(record, estate) {
    if (!isKind(record, 'supplier')) return;
    const remark = remarkOf(record, estate.today(record.file));
    // A contract for what nobody has any more hurts nobody.
    if (remark) yield isUsed(record, estate) ? remark : { ...remark, severity: 'information' };
  },
};

function remarkOf(record: RecordOf<'supplier'>, today: string): Remark | undefined {
  const { to, notice_days: notice } = record.values.contract ?? {};
  if (to === undefined) return undefined;
  const span = spanAt(record, ['contract', 'to']);
  if (to < today)
    return {
      ...span,
      case: 'ended',
      message: `This contract ended on ${sayDay(to)}, so nobody has to come any more. Write down the new one, or who supplies this now.`,
    };
  const lastDay = notice === undefined ? undefined : addDays(to, -notice);
  if (lastDay === undefined || daysBetween(today, lastDay) > soon) return undefined;
  return {
    ...span,
    case: lastDay > today ? 'soon' : 'notice',
    message: `This contract ends on ${sayDay(to)}, in ${count(daysBetween(today, to), 'day')}; notice ${lastDay < today ? 'was' : 'is'} to be given by ${sayDay(lastDay)}. Decide now whether it goes on, and ask what it costs.`,
  };
}

/** Whether something that the school has now comes from the supplier. Of one that many schools share it cannot be told. */
function isUsed(record: RecordOf<'supplier'>, estate: Estate): boolean {
  if (!record.id || estate.schoolFolderOf(record.file) === undefined) return true;
  const provided = (record.values.provides ?? []).flatMap(id => estate.named(id, record.file) ?? []);
  return [...estate.naming(record.id, record.file), ...provided].some(isInUse);
}

function isInUse(record: RecordEntry): boolean {
  if (isKind(record, 'maintenance_task')) return isActiveTask(record);
  if (isKind(record, 'asset') || isKind(record, 'service')) return isLiveAsset(record) || isLiveService(record);
  return ['role', 'school', 'licence', 'backup_job'].includes(record.kind) && !isRetired(record);
}
