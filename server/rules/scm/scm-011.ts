import type { Estate } from '../../estate/estate.ts';
import { isKind, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { names } from '../../facts/backups.ts';
import { isOffSite, whereabouts } from '../../facts/places.ts';
import { device, example, together } from '../examples.ts';
import type { Rule } from '../rule.ts';
import { plan } from './example.ts';

const rest = together(
  device('NAS-01', 'Storage', 'storage', { location: 'store' }),
  example('location', 'store', 'Store', {}),
);

export const scm011: Rule = {
  code: 'SCM-011',
  kind: 'dr_plan',
  title: 'The recovery plan can be read when everything is down',
  why: 'A plan that lies on the server is lost together with the server.',
  bad: together(plan({ stored: '[NAS-01, store]', assets: '[NAS-01]', paper_copies: '' }), rest),
  good: together(plan({ stored: '[NAS-01]', assets: '[NAS-01]', paper_copies: '2' }), rest),
  cases: { same: 'error' },
  *check(record, estate) {
    if (!isKind(record, 'dr_plan') || statusOf(record) !== 'approved') return;
    const { stored = [], paper_copies: paper = 0 } = record.values;
    if (stored.length === 0 || paper > 0 || stored.some(id => isElsewhere(id, record, estate))) return;
    yield {
      ...spanAt(record, ['stored']),
      case: 'same',
      message:
        'This plan is kept only where it would be lost or locked with the systems that it brings back. Print it: one copy for the fire safe, one away from the school.',
    };
  },
};

/** Anything but the systems of the plan and the rooms they stand in; of what is not recorded nothing is said. */
function isElsewhere(id: string, plan: RecordOf<'dr_plan'>, estate: Estate): boolean {
  const kept = estate.named(id, plan.file);
  const { assets = [], recovery_order: order = [] } = plan.values;
  if (isKind(kept, 'asset') || isKind(kept, 'service'))
    return !names([...assets, ...order.map(({ service }) => service)], kept.id);
  if (!isKind(kept, 'location')) return true;
  const around = whereabouts(kept, estate);
  if (isOffSite(around) || around.some(place => place.values.fire_safe)) return true;
  return !assets.some(asset => whereabouts(estate.named(asset, plan.file), estate)[0] === kept);
}
