import { spanAt, type RecordOf } from '../../estate/record.ts';
import { isLiveAsset } from '../../facts/dependencies.ts';
import { topologyOf } from '../../facts/topology.ts';
import { typeGroups } from '../../records/vocabulary.data.ts';
import { device, example, together } from '../examples.ts';
import type { Rule } from '../rule.ts';

const school = (more: Readonly<Record<string, string>>) =>
  together(
    example('subnet', 'all', 'All devices', { cidr: '192.168.10.0/24' }),
    device('FW-01', 'Firewall', 'firewall'),
    device('SW-01', 'Core switch', 'switch', { connected_to: 'FW-01 port 1' }),
    device('AP-01', 'Hall', 'access_point', { criticality: 'high', address: '192.168.10.4', ...more }),
    example('service', 'SVC-01', 'Wireless', { status: 'proposed', depends_on: '[AP-01]' }),
  );

export const cfg006: Rule = {
  code: 'CFG-006',
  kind: 'asset',
  title: 'The map says how what several classes rest on is joined to the network',
  why: 'When something is silent, the map says whether to look at the device, its cable or the switch before it.',
  bad: school({}),
  good: school({ connected_to: 'SW-01 port 24' }),
  cases: { alone: 'warning', apart: 'warning' },
  *check(record, estate) {
    if (!isLiveAsset(record) || !isLookedFor(record)) return;
    const { hasFirewall, joining, isJoined, reachesFirewall } = topologyOf(record.file, estate);
    // Where nobody has begun to draw the map, nothing is missing on it.
    if (!hasFirewall || joining.length === 0 || reachesFirewall(record.id)) return;
    const alone = !isJoined(record.id);
    yield {
      ...spanAt(record, ['address']),
      case: alone ? 'alone' : 'apart',
      message: alone
        ? 'Nothing says where this device is joined to the network, so nobody knows where to look when it is silent. Add the line connected_to, with the switch and the port.'
        : 'By the records no way leads from here to the firewall, so a cable is missing in them. Record what joins this part to the rest.',
    };
  },
};

/** Network equipment with an address, on which several classes rest. */
function isLookedFor({ id, values }: RecordOf<'asset'>): boolean {
  const { criticality = 'normal', type, address } = values;
  return (
    ['critical', 'high'].includes(criticality) &&
    address !== undefined &&
    id !== '' &&
    type !== undefined &&
    (typeGroups.network as readonly string[]).includes(type)
  );
}
