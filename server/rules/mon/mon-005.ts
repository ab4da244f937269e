import { isKind, spanAt } from '../../estate/record.ts';
import { isLiveAsset } from '../../facts/dependencies.ts';
import { device } from '../examples.ts';
import type { Rule } from '../rule.ts';

export const mon005: Rule = {
  code: 'MON-005',
  kind: 'asset',
  title: 'Devices are asked about themselves with version 3 of SNMP',
  why: 'Versions 1 and 2c send their one password readably: whoever listens once can ask, and often change, every device that has it.',
  bad: device('SW-01', 'Core switch', 'switch', { snmp: 'v2c' }),
  good: device('SW-01', 'Core switch', 'switch', { snmp: 'v3' }),
  cases: { readable: 'information', critical: 'warning' },
  *check(record) {
    if (!isKind(record, 'asset') || !isLiveAsset(record)) return;
    const { snmp, criticality } = record.values;
    if (snmp !== 'v1' && snmp !== 'v2c') return;
    const critical = criticality === 'critical';
    yield {
      ...spanAt(record, ['snmp']),
      case: critical ? 'critical' : 'readable',
      message: `This device is asked with SNMP ${snmp}, whose password can be read on the network.${
        critical ? ' The whole school rests on it:' : ''
      } ${critical ? 'set' : 'Set'} it to version 3 when you next change its settings.`,
    };
  },
};
