import { isKind, nameOf, spanAt } from '../../estate/record.ts';
import { listed } from '../../model/words.ts';
import { device, example, together } from '../examples.ts';
import { placeOf, type Rule } from '../rule.ts';
import { order, plan } from './example.ts';
import { reorder, wrongWay } from './reorder.ts';

const on = { status: 'proposed', depends_on: '[FW-01]' };
const services = together(
  example('service', 'SVC-05', 'Web filtering', { ...on, safeguarding: 'yes' }),
  example('service', 'SVC-07', 'Wireless for pupils', { ...on, for_pupils: 'yes' }),
  device('FW-01', 'Firewall', 'firewall'),
);

export const scm020: Rule = {
  code: 'SCM-020',
  kind: 'dr_plan',
  title: 'Pupils are not online before the filter works',
  why: 'The duty to keep pupils safe holds in an emergency, too. A filter that itself needs the service cannot come first, and is not asked for.',
  bad: together(plan({ recovery_order: order('SVC-07', 'SVC-05') }), services),
  good: together(plan({ recovery_order: order('SVC-05', 'SVC-07') }), services),
  cases: { unguarded: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'dr_plan') || record.values.status === 'superseded') return;
    const found = wrongWay(record, estate).filter(({ because }) => because === 'safeguarding');
    for (const first of new Set(found.map(one => one.first))) {
      const earlier = found.filter(one => one.first === first).map(one => one.then.service);
      yield {
        ...spanAt(record, ['recovery_order', first.index, 'service']),
        case: 'unguarded',
        message: `${listed(earlier.map(nameOf))} ${earlier.length === 1 ? 'comes' : 'come'} back before ${nameOf(first.service)} here, so pupils would be online with nothing to keep them safe. Put this one first.`,
        related: earlier.map(one => placeOf(one, spanAt(one, ['for_pupils']), 'Used by pupils')),
        fixes: () => reorder(record, estate),
      };
    }
  },
};
