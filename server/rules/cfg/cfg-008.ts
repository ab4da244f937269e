import type { Estate } from '../../estate/estate.ts';
import { headingOf, isKind, nameOf, spanAt, type RecordEntry } from '../../estate/record.ts';
import { acceptedRisk } from '../../facts/accepted.ts';
import { isLiveAsset, isOpen } from '../../facts/dependencies.ts';
import { singlePointsIn, type SinglePoint } from '../../facts/single-points.ts';
import { cablesOf } from '../../facts/topology.ts';
import { listed } from '../../model/words.ts';
import { device, liveService, together } from '../examples.ts';
import { draftRecord } from '../new-record.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';

/** More services than this are counted, not named. */
const mostNamed = 3;

const school = (second: string) =>
  together(
    device('FW-01', 'Firewall', 'firewall'),
    device('SW-01', 'Core switch', 'switch', { connected_to: '[FW-01 port 1]' }),
    device('SW-02', 'Second switch', 'switch', { connected_to: '[FW-01 port 2]' }),
    device('NAS-01', 'Files', 'storage', { connected_to: `[SW-01 port 5${second}]` }),
    liveService('SVC-01', 'Files', { depends_on: '[NAS-01]', criticality: 'critical', rto_hours: '8' }),
  );

export const cfg008: Rule = {
  code: 'CFG-008',
  title: 'No single failure takes a critical service away, or somebody has accepted it',
  why: 'Where everything hangs on one switch or one fibre, its failure stops the school. A second way costs less than a day without – or somebody who may decide says that the school lives with it.',
  bad: school(''),
  good: school(', SW-02 port 5'),
  cases: { single: 'warning' },
  *check(record, estate) {
    if (!mayPart(record, estate)) return;
    const points = singlePointsIn(record.file, estate).get(record) ?? [];
    if (points.length === 0 || acceptedRisk(record, estate)) return;
    for (const point of points) yield remarkOf(point, estate);
  },
};

/**
 * Most devices hang at the end of one cable, and no service names them: neither they nor their cables cut anything off. Only what may
 * is looked at further, so that an ordinary device is not checked again with every other.
 */
function mayPart(record: RecordEntry, estate: Estate): boolean {
  if (isKind(record, 'link'))
    return cablesOf(record).some(({ a, b }) => [a, b].every(end => matters(end.device, record, estate)));
  return isLiveAsset(record) && record.id !== '' && matters(record.id, record, estate);
}

/** Whether the device stands between others, or a service rests on it. */
function matters(id: string, from: RecordEntry, estate: Estate): boolean {
  const naming = estate.naming(id, from.file);
  const own = estate.named(id, from.file);
  let cables = own ? cablesOf(own).length : 0;
  for (const one of naming) {
    if (cables > 1) return true;
    cables += cablesOf(one).length;
  }
  return cables > 1 || naming.some(one => isKind(one, 'service'));
}

function remarkOf({ record, cable, services }: SinglePoint, estate: Estate): Remark {
  const isWritten = cable !== undefined && cable.path.length > 0;
  const what = cable ? 'this cable is damaged' : 'this fails';
  const names = services.slice(0, mostNamed).map(nameOf);
  const more = services.length > mostNamed ? [`${services.length - mostNamed} more`] : [];
  return {
    ...(isWritten ? spanAt(record, cable.path) : headingOf(record)),
    case: 'single',
    message: `When ${what}, ${listed([...names, ...more])} ${services.length === 1 ? 'is' : 'are'} cut off, and nothing takes its place. Plan a second way, or record who accepts the risk, and until when.`,
    related: services.slice(0, mostNamed).map(service => placeOf(service, headingOf(service), nameOf(service))),
    fixes: () =>
      record.id && !isRiskNoted(record, estate)
        ? [
            {
              title: 'Record the risk',
              edits: [],
              append: draftRecord('risk', `Only one: ${record.title}`, record, estate, {
                status: 'accepted',
                assets: [record.id],
                services: services.map(({ id }) => id),
                accepted_by: 'unknown',
                review_due: 'unknown',
              }),
            },
          ]
        : [],
  };
}

/** Whether a risk names it already that only waits for its day, or for somebody who accepts it. */
function isRiskNoted(record: RecordEntry, estate: Estate): boolean {
  return estate.naming(record.id, record.file).some(one => isKind(one, 'risk') && isOpen(one));
}
