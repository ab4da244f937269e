import type { Estate } from '../../estate/estate.ts';
import { isKind, isWritten, nameOf, spanAt, type RecordOf } from '../../estate/record.ts';
import { isLiveAsset } from '../../facts/dependencies.ts';
import { sayDay, type Day } from '../../model/day.ts';
import { device, example, together } from '../examples.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { isExcepted } from './om-001.ts';

const update = (isolated: string) =>
  together(
    example('update_status', 'UPD-01', 'November updates', {
      asset: 'NVR-01',
      released: '2026-11-12',
      severity: 'high',
      exception: `{ reason: No update for this version, until: 2027-03-31, isolated: ${isolated} }`,
    }),
    device('NVR-01', 'Camera recorder', 'nvr', { end_of_support: '2026-11-01', status: 'in_repair' }),
  );

export const om002: Rule = {
  code: 'OM-002',
  title: 'What gets no more updates is taken out, or kept apart',
  why: 'Holes in it stay open for ever, and whoever comes in there reaches the rest of the network.',
  bad: update('no'),
  good: update('yes'),
  cases: { together: 'error', program: 'error' },
  *check(record, estate) {
    if (isKind(record, 'update_status')) yield* notKeptApart(record, estate);
    if (isKind(record, 'licence')) yield* oldProgram(record, estate);
  },
};

/** Of the device itself CFG-005 speaks; here somebody has decided that it stays as it is. */
function* notKeptApart(update: RecordOf<'update_status'>, estate: Estate): Generator<Remark> {
  const today = estate.today(update.file);
  const asset = estate.named(update.values.asset, update.file);
  const end = isLiveAsset(asset) ? asset.values.end_of_support : undefined;
  if (!asset || end === undefined || end >= today || !staysOpen(update, today)) return;
  const isSaid = isWritten(update, 'exception.isolated');
  yield {
    ...spanAt(update, isSaid ? ['exception', 'isolated'] : ['exception']),
    case: 'together',
    message: `There are no more updates for ${nameOf(asset)}, which stays in the network with all the rest. Give it a network of its own and write isolated: yes, or take it out.`,
    related: [placeOf(asset, spanAt(asset, ['end_of_support']), `No updates since ${sayDay(end)}`)],
  };
}

/** The hole stays, by an exception that holds, and nothing says that the device is kept apart. */
function staysOpen(update: RecordOf<'update_status'>, today: Day): boolean {
  if (isWritten(update, 'installed') || !isExcepted(update, today)) return false;
  return update.values.exception?.isolated !== true && !update.understood.answers.has('exception.isolated');
}

function* oldProgram(licence: RecordOf<'licence'>, estate: Estate): Generator<Remark> {
  const { end_of_support: end, installed = 0 } = licence.values;
  if (end === undefined || end >= estate.today(licence.file) || installed === 0) return;
  yield {
    ...spanAt(licence, ['end_of_support']),
    case: 'program',
    message: `This program has had no security updates since ${sayDay(end)}, and ${installed === 1 ? 'one is' : `${installed} are`} still installed. Remove it, replace it, or record who accepts the risk and until when.`,
  };
}
