import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import { isLiveAsset } from '../../facts/dependencies.ts';
import { daysBetween, sayDay, type Day } from '../../model/day.ts';
import { count } from '../../model/words.ts';
import { device, example, together } from '../examples.ts';
import type { Rule } from '../rule.ts';

const soon = 90;

const printer = (more: Readonly<Record<string, string>>) =>
  device('PRN-01', 'Copier of the office', 'printer', { criticality: 'high', warranty_until: '2026-08-31', ...more });

export const cfg004: Rule = {
  code: 'CFG-004',
  kind: 'asset',
  title: 'What several classes rest on can be mended or replaced at once',
  why: 'After the warranty nobody comes by himself. Then there must be a spare on the shelf or a contract that still runs.',
  bad: printer({}),
  good: together(
    printer({}),
    example('spare', 'SPR-01', 'Old copier', {
      for_types: '[printer]',
      quantity: '1',
      minimum: '1',
      location: 'unknown',
    }),
  ),
  cases: { ended: 'warning', soon: 'information' },
  *check(record, estate) {
    if (!isKind(record, 'asset') || !isLiveAsset(record)) return;
    const { criticality = 'normal', warranty_until: until } = record.values;
    if (!['critical', 'high'].includes(criticality) || until === undefined) return;
    const left = daysBetween(estate.today(record.file), until);
    if (left > soon || isCovered(record, estate)) return;
    yield {
      ...spanAt(record, ['warranty_until']),
      case: left < 0 ? 'ended' : 'soon',
      message: `The warranty ${sayEnd(until, left)}, and there is neither a spare nor a support contract. Get one of the two, or ${waiting[criticality] ?? ''} until a new one is bought.`,
    };
  },
};

function sayEnd(until: Day, left: number): string {
  return left < 0 ? `ended on ${sayDay(until)}` : `ends on ${sayDay(until)}, in ${count(left, 'day')}`;
}

const waiting: Readonly<Record<string, string>> = {
  critical: 'the whole school waits',
  high: 'several classes wait',
};

/** Whether the supplier says that it provides the device, under a contract that runs. */
function supports(record: RecordEntry, asset: RecordOf<'asset'>, today: Day): boolean {
  if (!isKind(record, 'supplier')) return false;
  const { provides = [], contract } = record.values;
  const isNamed = provides.some(id => id.toLowerCase() === asset.id.toLowerCase());
  return isNamed && contract?.to !== undefined && contract.to >= today;
}

/** A spare of its sort, or a supplier whose contract has not ended. */
function isCovered(asset: RecordOf<'asset'>, estate: Estate): boolean {
  const { supplier: id, type } = asset.values;
  const supplier = estate.named(id, asset.file);
  const end = isKind(supplier, 'supplier') ? supplier.values.contract?.to : undefined;
  const today = estate.today(asset.file);
  if (id !== undefined && (end === undefined || end >= today)) return true;
  if (estate.naming(asset.id, asset.file).some(one => supports(one, asset, today))) return true;
  return estate
    .ofKind('spare', asset.file)
    .some(
      ({ values: { quantity = 0, for_types = [], for_assets = [] } }) =>
        quantity >= 1 &&
        (for_types.some(one => one === type) || for_assets.some(one => one.toLowerCase() === asset.id.toLowerCase())),
    );
}
