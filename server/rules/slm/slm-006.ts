import { isKind, nameOf, spanAt, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import type { Estate } from '../../estate/estate.ts';
import { isLiveService } from '../../facts/dependencies.ts';
import { contains, readHours, type Hours } from '../../model/hours.ts';
import { count } from '../../model/words.ts';
import { liveService, together } from '../examples.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

const doors = liveService('SVC-01', 'Door entry', { supplier: 'SUP-01', rto_hours: '8' });
const firm = (fix: number) =>
  `kind: supplier\nid: SUP-01\ntitle: Example Doors\nsupport_phone: 01632 960001\ncontract: { to: 2096-08-31, fix_hours: ${fix}, hours: 07:00-18:00 weekdays }\n`;

export const slm006: Rule = {
  code: 'SLM-006',
  kind: 'service',
  title: 'The supplier’s contract is as good as what users are promised',
  why: 'A service cannot be back sooner than the firm that mends it comes.',
  bad: together(doors, firm(72)),
  good: together(doors, firm(6)),
  cases: { slower: 'warning', hours: 'warning' },
  *check(record, estate) {
    if (!isLiveService(record)) return;
    const supplier = estate.named(record.values.supplier, record.file);
    if (!isKind(supplier, 'supplier')) return;
    const { to } = supplier.values.contract ?? {};
    if (to !== undefined && to < estate.today(record.file)) return; // what has ended promises nothing: CFG-021
    yield* slower(record, supplier);
    yield* closed(record, supplier, estate);
  },
};

function* slower(service: RecordOf<'service'>, supplier: RecordOf<'supplier'>): Generator<Remark> {
  const { rto_hours: back } = service.values;
  const fix = supplier.values.contract?.fix_hours;
  if (back === undefined || fix === undefined || fix <= back) return;
  yield {
    ...spanAt(service, ['rto_hours']),
    case: 'slower',
    message: `This must be back within ${count(back, 'hour')}, but ${nameOf(supplier)} has ${count(fix, 'hour')} to mend it. Ask for a faster contract, or promise less.`,
    related: [placeOf(supplier, spanAt(supplier, ['contract', 'fix_hours']), 'What the contract says')],
  };
}

function* closed(service: RecordOf<'service'>, supplier: RecordOf<'supplier'>, estate: Estate): Generator<Remark> {
  const { contract, support_hours: answered } = supplier.values;
  const [path, when = ''] = contract?.hours ? [['contract', 'hours'], contract.hours] : [['support_hours'], answered];
  const { hours = '' } = service.values;
  const [ours, theirs] = [hoursIn(hours, service, estate), hoursIn(when, supplier, estate)];
  if (!ours || !theirs || contains(theirs, ours)) return;
  yield {
    ...spanAt(service, ['hours']),
    case: 'hours',
    message: `This must work ${hours}, but ${nameOf(supplier)} helps ${when} only. Outside those hours nobody mends it: ask for longer ones, or promise less.`,
    related: [placeOf(supplier, spanAt(supplier, path), 'When they help')],
  };
}

/** Days without times mean the working day of the school that reads them. */
function hoursIn(text: string, record: RecordEntry, estate: Estate): Hours | undefined {
  const { from = '08:00', to = '16:00' } = estate.schoolOf(record.file)?.values.working_day ?? {};
  return readHours(text, { from, to });
}
