import { isKind, spanAt, type RecordEntry } from '../../estate/record.ts';
import type { Estate } from '../../estate/estate.ts';
import { hasServices } from '../../facts/begun.ts';
import { isLiveAsset, isLiveService, restingOn } from '../../facts/dependencies.ts';
import { device, liveService, together } from '../examples.ts';
import type { Rule } from '../rule.ts';

export const slm003: Rule = {
  code: 'SLM-003',
  kind: 'asset',
  title: 'What much depends on serves somebody',
  why: 'A device that several classes need, but that no service names, is in no outage notice and in no recovery plan.',
  bad: together(
    liveService('SVC-01', 'Printing', { depends_on: '[PRN-01]' }),
    device('PRN-01', 'Printer', 'printer'),
    device('PAN-01', 'Panel in the hall', 'interactive_panel', { criticality: 'high' }),
  ),
  good: together(
    liveService('SVC-01', 'Assembly', { depends_on: '[PAN-01]' }),
    device('PAN-01', 'Panel in the hall', 'interactive_panel', { criticality: 'high' }),
  ),
  cases: { unused: 'warning' },
  *check(record, estate) {
    if (!isLiveAsset(record) || !isKind(record, 'asset')) return;
    const { criticality } = record.values;
    if (criticality !== 'critical' && criticality !== 'high') return;
    if (servesSomebody(record, estate) || !hasServices(record.file, estate)) return;
    const who = criticality === 'critical' ? 'The whole school rests' : 'Several classes rest';
    yield {
      ...spanAt(record, ['criticality']),
      case: 'unused',
      message: `${who} on this, it says here, but no live service names it, so nobody would be told before it is switched off. Add it to what a service depends on, or say that less depends on it.`,
    };
  },
};

/** Whether a live service rests on it, directly or through others: the look ends at the first. */
function servesSomebody(asset: RecordEntry, estate: Estate): boolean {
  const seen = new Set<RecordEntry>([asset]);
  for (const one of seen) {
    for (const above of restingOn(one, estate)) {
      if (isLiveService(above)) return true;
      seen.add(above);
    }
  }
  return false;
}
