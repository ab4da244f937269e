import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, spanAt, statusOf, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import { typeGroups } from '../../records/vocabulary.data.ts';
import { device, example, together } from '../examples.ts';
import { setField } from '../fix.ts';
import { draftRecord } from '../new-record.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

const school = (more: Readonly<Record<string, string>>) =>
  together(
    device('LAP-07', 'Old staff laptop', 'laptop', { status: 'disposed', end_of_support: '' }),
    example('disposal', 'DSP-01', 'Old staff laptop', {
      asset: 'LAP-07',
      date: '2026-10-12',
      method: 'recycled',
      ...more,
      approved_by: 'ict-owner',
    }),
  );

export const cfg013: Rule = {
  code: 'CFG-013',
  title: 'What held data left the school wiped, with a certificate',
  why: 'A disk sold or recycled with pupils’ data on it is a breach that has to be reported. The certificate is what shows that it is none.',
  bad: school({}),
  good: school({ data_wipe: '{ standard: destroyed, certificate: WEEE-2211 }' }),
  cases: { not_wiped: 'error' },
  *check(record, estate) {
    if (isKind(record, 'disposal')) yield* checkDisposal(record, estate);
    if (isKind(record, 'asset') && statusOf(record) === 'disposed') yield* checkAsset(record, estate);
  },
};

const meaning =
  'Ask the firm for it, or what was on it may be in other hands; if there is none, tell the data protection officer.';

function* checkDisposal(record: RecordOf<'disposal'>, estate: Estate): Generator<Remark> {
  const asset = estate.named(record.values.asset, record.file);
  if (!isKind(asset, 'asset') || !holdsData(asset) || hasCertificate(record)) return;
  yield {
    ...spanAt(record, ['data_wipe']),
    case: 'not_wiped',
    message: `This device held data, and nothing proves that they were wiped. ${meaning}`,
    related: [placeOf(asset, spanAt(asset, ['type']), `${asset.id}: a device that holds data`)],
    fixes: () => setField(record, ['data_wipe', 'certificate'], 'unknown', 'Add the line certificate: unknown for now'),
  };
}

/** A disposal that names the device speaks for itself; without one, the device does. */
function* checkAsset(record: RecordOf<'asset'>, estate: Estate): Generator<Remark> {
  if (!holdsData(record) || !record.id) return;
  if (estate.naming(record.id, record.file).some(one => isKind(one, 'disposal'))) return;
  yield {
    ...spanAt(record, ['status']),
    case: 'not_wiped',
    message: `This device held data and is gone, but no record says how it left and that it was wiped. ${meaning}`,
    fixes: () => [
      {
        title: 'Record how it left',
        edits: [],
        append: draftRecord('disposal', record.title, record, estate, {
          asset: record.id,
          date: 'unknown',
          method: 'unknown',
          data_wipe: { certificate: 'unknown' },
        }),
      },
    ],
  };
}

/** By its sort, unless the record says that it holds nothing about people. */
function holdsData({ values }: RecordOf<'asset'>): boolean {
  const { type, holds_personal_data: holds } = values;
  return holds ?? (type !== undefined && (typeGroups.data as readonly string[]).includes(type));
}

function hasCertificate(record: RecordEntry): boolean {
  return isWritten(record, 'data_wipe.certificate') || record.understood.answers.has('data_wipe');
}
