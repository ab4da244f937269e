import { isKind, nameOf, spanAt } from '../../estate/record.ts';
import { chainOf } from '../../facts/dependencies.ts';
import { listed } from '../../model/words.ts';
import { example, together } from '../examples.ts';
import { placeOf, type Rule } from '../rule.ts';
import { order, plan } from './example.ts';
import { reorder, wrongWay } from './reorder.ts';

const services = together(
  example('service', 'SVC-02', 'Logging on', { status: 'proposed' }),
  example('service', 'SVC-03', 'Shared files', { status: 'proposed', depends_on: '[SVC-02]' }),
);

export const scm010: Rule = {
  code: 'SCM-010',
  kind: 'dr_plan',
  title: 'Nothing comes back before what it rests on',
  why: 'Whoever follows the order by night must not find at step three that step seven should have come first.',
  bad: together(plan({ recovery_order: order('SVC-03', 'SVC-02') }), services),
  good: together(plan({ recovery_order: order('SVC-02', 'SVC-03') }), services),
  cases: { before: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'dr_plan') || record.values.status === 'superseded') return;
    const found = wrongWay(record, estate).filter(
      // Of two that rest on each other neither can be first: SLM-002 says so.
      ({ because, first, then }) => because === 'rests' && !chainOf(first.service, estate).has(then.service),
    );
    for (const then of new Set(found.map(one => one.then))) {
      const first = found.filter(one => one.then === then).map(one => nameOf(one.first.service));
      yield {
        ...spanAt(record, ['recovery_order', then.index, 'service']),
        case: 'before',
        message: `${nameOf(then.service)} cannot work before ${listed(first)}, on which it rests, but comes back earlier here. Put it after that.`,
        related: [placeOf(then.service, spanAt(then.service, ['depends_on']), 'What it rests on')],
        fixes: () => reorder(record, estate),
      };
    }
  },
};
