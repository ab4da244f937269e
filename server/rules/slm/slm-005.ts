import { headingOf, isWritten, nameOf, spanAt, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import type { Estate } from '../../estate/estate.ts';
import { isLiveAsset, isLiveService, restingOn } from '../../facts/dependencies.ts';
import { criticalities } from '../../records/vocabulary.data.ts';
import { device, liveService, together } from '../examples.ts';
import { setField } from '../fix.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

const order = Object.keys(criticalities);
const service = liveService('SVC-01', 'Telephones', { depends_on: '[TEL-01]', criticality: 'high', rto_hours: '8' });

export const slm005: Rule = {
  code: 'SLM-005',
  kind: 'asset',
  title: 'A device counts for as much as the service that rests on it',
  why: 'What a device counts for decides how soon somebody is told, what is kept in stock and what the recovery plan holds.',
  bad: together(service, device('TEL-01', 'Telephone exchange', 'telephone', { criticality: 'low' })),
  good: together(service, device('TEL-01', 'Telephone exchange', 'telephone', { criticality: 'high' })),
  cases: { lower: 'warning', not_said: 'information' },
  *check(record, estate) {
    if (!isLiveAsset(record) || !record.id) return;
    const said = isWritten(record, 'criticality');
    if (said && record.values.criticality === undefined) return; // `unknown`, or a word that does not read
    const service = mostNeeded(record, estate);
    if (!service || isOneOfMany(record, service, estate)) return;
    const { criticality: wanted = 'normal' } = service.values;
    if (order.indexOf(wanted) < order.indexOf(record.values.criticality ?? 'normal'))
      yield about(record, service, wanted, said);
  },
};

/** Who loses something with the service. */
const needs: Readonly<Record<keyof typeof criticalities, string>> = {
  critical: 'the whole school needs',
  high: 'several classes need',
  normal: 'one room needs',
  low: 'one person needs',
};

function about(asset: RecordEntry, service: RecordEntry, wanted: keyof typeof criticalities, said: boolean): Remark {
  const what = `${nameOf(service)}, which ${needs[wanted]}, rests on this device.`;
  return {
    ...(said ? spanAt(asset, ['criticality']) : headingOf(asset)),
    case: said ? 'lower' : 'not_said',
    message: said
      ? `${what} Here it counts for less, so it would be mended later than the service needs.`
      : `${what} Say so here as well, or it counts as one room’s.`,
    related: [placeOf(service, spanAt(service, ['criticality']), service.title)],
    fixes: () => setField(asset, ['criticality'], wanted, `Write criticality: ${wanted}`),
  };
}

/** So many of a sort under one service – its wireless points – and one failing does not take it away. */
const enough = 3;

function isOneOfMany(asset: RecordOf<'asset'>, service: RecordOf<'service'>, estate: Estate): boolean {
  const alike = (service.values.depends_on ?? [])
    .map(id => estate.named(id, service.file))
    .filter(one => isLiveAsset(one) && one.values.type === asset.values.type);
  return alike.length >= enough;
}

/** The live service that names the device itself and counts for most. */
function mostNeeded(asset: RecordOf<'asset'>, estate: Estate): RecordOf<'service'> | undefined {
  const rank = (one: RecordOf<'service'>) => order.indexOf(one.values.criticality ?? 'normal');
  return restingOn(asset, estate)
    .filter(isLiveService)
    .reduce<RecordOf<'service'> | undefined>((best, one) => (best && rank(best) <= rank(one) ? best : one), undefined);
}
