import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, nameOf, spanAt, type RecordOf } from '../../estate/record.ts';
import { isLiveService } from '../../facts/dependencies.ts';
import { liveService, together } from '../examples.ts';
import { draftRecord } from '../new-record.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

const records = liveService('SVC-01', 'Pupil records', { supplier: 'SUP-01', data: 'special_category' });
const firm = (signed: string) =>
  `kind: supplier\nid: SUP-01\ntitle: Example Records\nsupport_phone: 01632 960001\n${signed}`;
const data =
  'kind: data_set\nid: DAT-01\ntitle: Pupil records\nowner: unknown\nclassification: special_category\nservice: SVC-01\nretention: unknown\nbackup: unknown\n';

export const slm011: Rule = {
  code: 'SLM-011',
  kind: 'service',
  title: 'Data about people at a supplier are known and agreed',
  why: 'The school answers for them wherever they are: it must know what lies there, and have the supplier’s word in writing.',
  bad: together(records, firm(''), data),
  good: together(records, firm('dpa_signed: 2026-09-01\n'), data),
  cases: { agreement: 'warning', data: 'warning', never: 'information' },
  *check(record, estate) {
    if (!isLiveService(record) || !['personal', 'special_category'].includes(record.values.data ?? '')) return;
    const supplier = estate.named(record.values.supplier, record.file);
    if (!isKind(supplier, 'supplier')) return;
    yield* unknownData(record, supplier, estate);
    if (isWritten(supplier, 'dpa_signed')) return;
    yield {
      ...spanAt(record, ['supplier']),
      case: 'agreement',
      message: `${nameOf(supplier)} keeps data about people for the school, and no signed agreement on that is recorded. Ask for it, and write there when it was signed.`,
      related: [placeOf(supplier, spanAt(supplier, ['title']), supplier.title)],
    };
  },
};

function* unknownData(service: RecordOf<'service'>, supplier: RecordOf<'supplier'>, estate: Estate): Generator<Remark> {
  const all = estate.ofKind('data_set', service.file);
  const id = service.id.toLowerCase();
  if (!id || all.some(one => one.values.service?.toLowerCase() === id)) return;
  const append = draftRecord('data_set', `Data of ${service.title}`, service, estate, {
    owner: 'unknown',
    classification: service.values.data,
    service: service.id,
    retention: 'unknown',
    backup: 'unknown',
  });
  yield {
    ...spanAt(service, ['data']),
    case: all.length === 0 ? 'never' : 'data',
    message: `This holds data about people at ${nameOf(supplier)}, but nothing says which, whose they are and how long they are kept. Record them as data of this service.`,
    fixes: () => [{ title: 'Record the data of this service', edits: [], append }],
  };
}
